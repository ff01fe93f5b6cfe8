"""Reads a message: from words to mentions."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.language.assertion import Assertion, Surroundings, surroundings
from bot.language.cleaning import clean
from bot.language.durations import durations
from bot.language.implications import implied
from bot.language.lexicon import Lexicon, Sense
from bot.language.persons import personal_facts
from bot.language.reading import ANYWHERE, ATTRIBUTES, LASTING, Mention, Reading, Value
from bot.language.scope import FOOT
from bot.language.severity import scores
from bot.language.short_forms import spell_out
from bot.language.spelling import Speller
from bot.language.words import Word, words

FLIPPED = {"present": "absent", "absent": "present", "unknown": "unknown"}

COMPARED = frozenset(("side", "location"))
"""Attributes of which a person may name one that is well, for comparison."""

ONE_VALUE = frozenset(("side", "onset", "mechanism", "age", "sex", "severity", "duration_days", "subject"))
"""Attributes of which a repair ("left, sorry, right") leaves only the last."""


class Reader:
    """Reads messages with a lexicon. Holds nothing of what it has read."""

    def __init__(self, lexicon: Lexicon, *, corrects_spelling: bool = True) -> None:
        self.lexicon = lexicon
        self._speller = Speller.towards(lexicon.words if corrects_spelling else ())
        self.read("")  # builds the other phrase books, so that the first message waits no longer than the next

    def read(self, text: str, *, today: date | None = None) -> Reading:
        """What a message says.

        Args:
            text: as typed, anything at all; the first 4000 characters are read.
            today: the day from which "since Tuesday" is counted; the present day when left out.
        """
        read = words(spell_out(clean(text)), self._speller.correct)
        today = today or datetime.now().astimezone().date()
        found = self.lexicon.find(read)
        around = surroundings(read, found)
        mentions: list[Mention] = []
        denied: list[Mention] = []
        healthy: list[Mention] = []
        stressed: list[Mention] = []
        names: list[Mention] = []
        for match in found:
            sense = match.meaning
            assertion = _lasting(sense, around.assertion(match.indices, sense.concept))
            mention = _mention(text, read, match.indices, sense.concept, _value(sense, assertion), assertion)
            if sense.name:
                names.append(mention)
                continue
            if _is_denied(sense, assertion):
                denied.append(mention)
            elif assertion.healthy and sense.concept in COMPARED:
                healthy.append(mention)
            else:
                mentions.append(mention)
            if assertion.stressed and mention.current:
                stressed.append(mention)
        mentions = _superseded(mentions, stressed)
        mentions, well = _unhealthy(mentions, healthy)
        mentions, empty = _with_a_complaint(mentions, read)
        denied.extend((*well, *empty))
        mentions.extend(_numbers(text, read, around, today))
        mentions = _claimed_by_patient(mentions, read)
        mentions = _repaired(mentions, denied, [read[index].start for index in around.repairs])
        mentions.extend(implied(mentions))
        return Reading(text, _in_order(mentions), _in_order(denied), read, _in_order(names))


def _is_denied(sense: Sense, assertion: Assertion) -> bool:
    return sense.concept in ATTRIBUTES and (sense.denied or assertion.denied or assertion.unknown)


def _lasting(sense: Sense, assertion: Assertion) -> Assertion:
    """What has been stays true of a person's history, and that of another part of the body is theirs too."""
    if sense.concept in LASTING:
        return replace(assertion, time="now") if assertion.time in ("past", "resolved") else assertion
    elsewhere = assertion.elsewhere and sense.concept not in ANYWHERE
    return replace(assertion, whose="other") if elsewhere else assertion


def _value(sense: Sense, assertion: Assertion) -> str:
    if sense.concept in ATTRIBUTES:
        return sense.value
    if assertion.unknown:
        return "unknown"
    if assertion.denied:
        return FLIPPED[sense.value]
    return "absent" if assertion.time == "resolved" else sense.value


def _mention(
    text: str, read: Sequence[Word], indices: Sequence[int], concept: str, value: Value, assertion: Assertion
) -> Mention:
    start, end = read[indices[0]].start, read[indices[-1]].end
    return Mention(
        concept,
        value,
        said=text[start:end],
        start=start,
        end=end,
        whose=assertion.whose,
        time=assertion.time,
        certainty=assertion.certainty,
    )


def _numbers(text: str, read: Sequence[Word], around: Surroundings, today: date) -> Iterator[Mention]:
    for score in scores(read):
        assertion = around.assertion(score.indices)
        if not score.sure:
            assertion = replace(assertion, certainty="hedged")
        yield _mention(text, read, score.indices, "severity", score.value, assertion)
    for fact in personal_facts(read):
        yield _mention(text, read, fact.indices, fact.concept, fact.value, around.assertion(fact.indices))
    for duration in durations(read, today):
        assertion = around.assertion(duration.indices)
        if not duration.sure:
            assertion = replace(assertion, certainty="hedged")
        yield _mention(text, read, duration.indices, "duration_days", duration.days, assertion)


def _superseded(mentions: list[Mention], stressed: Iterable[Mention]) -> list[Mention]:
    """What was said before of a finding is past where the person goes on to say how it is now."""
    latest = {mention.concept: mention for mention in stressed if mention.concept not in ATTRIBUTES}

    def told(mention: Mention) -> Mention:
        now = latest.get(mention.concept)
        over = now is not None and mention.start < now.start and mention.value != now.value and mention.current
        return replace(mention, time="past") if over else mention

    return [told(mention) for mention in mentions]


def _unhealthy(mentions: list[Mention], healthy: list[Mention]) -> tuple[list[Mention], list[Mention]]:
    """Mentions, and the sides and places to leave out because they are well and another one is not.

    "My left ankle is fine at rest" still names the left one: there is no other.
    """
    others = {mention.concept for mention in mentions if mention.current}
    kept = [mention for mention in healthy if mention.concept not in others]
    return [*mentions, *kept], [mention for mention in healthy if mention.concept in others]


def _with_a_complaint(mentions: list[Mention], read: Sequence[Word]) -> tuple[list[Mention], list[Mention]]:
    """Mentions, and the places to leave out because all that is said of them is denied: "no swelling in my calf"."""
    clauses = {word.start: word.clause for word in read}
    denied: dict[int, bool] = {}
    for mention in mentions:
        if mention.concept not in ATTRIBUTES:
            clause = clauses[mention.start]
            denied[clause] = denied.get(clause, True) and mention.value == "absent"
    empty = {m: None for m in mentions if m.concept == "location" and denied.get(clauses[m.start], False)}
    return [mention for mention in mentions if mention not in empty], list(empty)


def _claimed_by_patient(mentions: list[Mention], read: Sequence[Word]) -> list[Mention]:
    """When the ankle is a child's or another's, what is said of that person is what the message is about.

    Another adult's ankle is not, where the person goes on to speak of an own one.
    """
    subjects = {mention.value for mention in mentions if mention.concept == "subject"}
    own = any(
        word.text == "mine" or (word.text == "my" and following.text in FOOT)
        for word, following in itertools.pairwise(read)
    )
    if "child" in subjects or ("other" in subjects and not own):
        return [replace(mention, whose="self") for mention in mentions]
    return [mention for mention in mentions if mention.concept != "subject" or mention.value != "other"]


def _repaired(mentions: list[Mention], denied: list[Mention], repairs: Sequence[int]) -> list[Mention]:
    """Takes back values that a later one replaces after a repair; they go to `denied`.

    Args:
        repairs: places in the text, rising.
    """
    taken: set[Mention] = set()
    for concept in ONE_VALUE:
        named = [mention for mention in mentions if mention.concept == concept]
        last = max((mention.start for mention in named), default=0)
        repair = next((place for place in reversed(repairs) if place < last), 0)
        taken.update(mention for mention in named if mention.start < repair)
    denied.extend(taken)
    return [mention for mention in mentions if mention not in taken]


def _in_order(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple(dict.fromkeys(sorted(mentions, key=lambda mention: (mention.start, mention.end, mention.concept))))

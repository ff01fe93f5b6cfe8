"""Reads a message: from words to mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.language.assertion import Assertion, Surroundings, surroundings
from bot.language.cleaning import clean
from bot.language.durations import durations
from bot.language.implications import implied
from bot.language.lexicon import Lexicon, Sense
from bot.language.persons import personal_facts
from bot.language.reading import ATTRIBUTES, LASTING, Mention, Reading, Value
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

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._speller = Speller.towards(lexicon.words)
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
        around = surroundings(read, [(match.meaning.concept, match.indices) for match in found])
        mentions: list[Mention] = []
        denied: list[Mention] = []
        healthy: list[Mention] = []
        for match in found:
            sense = match.meaning
            assertion = _lasting(sense, around.assertion(match.indices, sense.concept))
            mention = _mention(text, read, match.indices, sense.concept, _value(sense, assertion), assertion)
            if _is_denied(sense, assertion):
                denied.append(mention)
            elif assertion.healthy and sense.concept in COMPARED:
                healthy.append(mention)
            else:
                mentions.append(mention)
        mentions, well = _unhealthy(mentions, healthy)
        mentions, empty = _with_a_complaint(mentions, read)
        denied.extend((*well, *empty))
        mentions.extend(_numbers(text, read, around, today))
        mentions = _claimed_by_patient(mentions)
        mentions = _repaired(mentions, denied, [read[index].start for index in around.repairs])
        mentions.extend(implied(mentions))
        return Reading(text, _in_order(mentions), _in_order(denied), read)


def _is_denied(sense: Sense, assertion: Assertion) -> bool:
    return sense.concept in ATTRIBUTES and (sense.denied or assertion.denied or assertion.unknown)


def _lasting(sense: Sense, assertion: Assertion) -> Assertion:
    if sense.concept in LASTING and assertion.time in ("past", "resolved"):
        return replace(assertion, time="now")
    return assertion


def _value(sense: Sense, assertion: Assertion) -> str:
    if sense.concept in ATTRIBUTES:
        return sense.value
    if assertion.unknown:
        return "unknown"
    if assertion.time == "resolved":
        return "absent"
    return FLIPPED[sense.value] if assertion.denied else sense.value


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


def _unhealthy(mentions: list[Mention], healthy: list[Mention]) -> tuple[list[Mention], list[Mention]]:
    """Mentions, and the sides and places to leave out because they are well and another one is not.

    "My left ankle is fine at rest" still names the left one: there is no other.
    """
    others = {mention.concept for mention in mentions if mention.current}
    kept = [mention for mention in healthy if mention.concept not in others]
    return [*mentions, *kept], [mention for mention in healthy if mention.concept in others]


def _with_a_complaint(mentions: list[Mention], read: Sequence[Word]) -> tuple[list[Mention], list[Mention]]:
    """Mentions, and the places to leave out because all that is said of them is denied: "no swelling in my calf"."""
    sentences = {word.start: word.sentence for word in read}
    denied: dict[int, bool] = {}
    for mention in mentions:
        if mention.concept not in ATTRIBUTES:
            sentence = sentences[mention.start]
            denied[sentence] = denied.get(sentence, True) and mention.value == "absent"
    empty = [m for m in mentions if m.concept == "location" and denied.get(sentences[m.start], False)]
    return [mention for mention in mentions if mention not in empty], empty


def _claimed_by_patient(mentions: list[Mention]) -> list[Mention]:
    """When the ankle is a child's or another's, what is said of that person is what the message is about."""
    if not any(mention.concept == "subject" and mention.value != "self" for mention in mentions):
        return mentions
    return [replace(mention, whose="self") for mention in mentions]


def _repaired(mentions: list[Mention], denied: list[Mention], repairs: Iterable[int]) -> list[Mention]:
    """Takes back values that a later one replaces after a repair; they go to `denied`."""
    kept = sorted(mentions, key=lambda mention: mention.start)
    for repair in repairs:
        for concept in ONE_VALUE:
            before = [mention for mention in kept if mention.concept == concept and mention.start < repair]
            after = [mention for mention in kept if mention.concept == concept and mention.start > repair]
            if before and after:
                denied.extend(before)
                kept = [mention for mention in kept if mention not in before]
    return kept


def _in_order(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple(dict.fromkeys(sorted(mentions, key=lambda mention: (mention.start, mention.end, mention.concept))))

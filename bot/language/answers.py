"""A message read as the answer to the question that is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.language import spoken
from bot.language.answer_words import LETTERS
from bot.language.options import by_name, by_number, only_numbers
from bot.language.pain_answer import bare_scores, in_words
from bot.language.reader import Reader
from bot.language.reading import ABILITIES, ATTRIBUTES, Reading

AnswerKind = Literal["choice", "choices", "number", "dont_know", "skip", "why", "back", "none", "not_an_answer"]
STATES = ("present", "absent", "unknown")
OTHER_SIDE = {"left": "right", "right": "left"}
NUMBERS = ("severity", "duration_days", "age")


@dataclass(frozen=True, slots=True)
class AnswerFrame:
    """The question that is open.

    Attributes:
        id, kind, about: as in the question: `single`, `multiple`, `scale`, `regions`, `number` or `text`.
        options: (id, label) in the order in which they are shown.
        minimum, maximum: limits of a scale or number, both included; `None` is open.
    """

    id: str
    kind: str
    about: tuple[str, ...]
    options: tuple[tuple[str, str], ...] = ()
    minimum: int | None = None
    maximum: int | None = None

    @property
    def option_ids(self) -> tuple[str, ...]:
        return tuple(option for option, _ in self.options)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered.

    Attributes:
        kind: `choice` (value: option id), `choices` (option ids), `number` (whole number), or one of the answers
            without a value. `none` is "none of these"; `not_an_answer` says something else, or nothing.
        said: the words of the person.
    """

    kind: AnswerKind
    value: str | int | tuple[str, ...] | None
    said: str


def answer(text: str, question: AnswerFrame, reader: Reader, *, today: date | None = None) -> Answer:
    """What a message answers to a question.

    Only what is asked is answered: other things that the message says are the reader's to find. Words that say what
    the question asks ("it's puffy" to "Is it swollen?") count as the answer.
    """
    said = text.strip()
    chosen = _exact(said, question)
    if chosen is not None:
        return _choice(chosen, question, said)
    reading = reader.read(LETTERS.get(said.casefold(), text), today=today)
    if not reading.words:
        return Answer("not_an_answer", None, said)
    found = _READERS.get(question.kind, _text)(reading, question)
    if found is None and (control := spoken.control(reading.words)) is not None:
        return Answer(control, None, said)
    return _as_answer(found, question, said)


_Found = str | int | tuple[str, ...] | None
"""An option id, a number, several option ids, or `None`; the empty tuple is "none of these"."""


def _as_answer(found: _Found, question: AnswerFrame, said: str) -> Answer:
    if found is None:
        return Answer("not_an_answer", None, said)
    if found == () or (found == "none" and question.kind == "multiple"):
        return Answer("none", None, said)
    if isinstance(found, int):
        return Answer("number", found, said)
    return _choice(found, question, said)


def _choice(chosen: str | tuple[str, ...], question: AnswerFrame, said: str) -> Answer:
    if question.kind in ("multiple", "regions"):
        chosen = (chosen,) if isinstance(chosen, str) else chosen
        return Answer("none", None, said) if chosen == ("none",) else Answer("choices", chosen, said)
    return Answer("choice", chosen if isinstance(chosen, str) else chosen[0], said)


def _exact(said: str, question: AnswerFrame) -> str | tuple[str, ...] | None:
    """Option ids or labels, as front ends send them, several with commas between; or the numbers of several."""
    known = {option.casefold(): option for option in question.option_ids}
    known |= {label.casefold(): option for option, label in question.options}
    if said.casefold() in known:
        return known[said.casefold()]
    numbers = only_numbers(said)
    if len(numbers) > 1 and question.kind in ("multiple", "regions"):
        ids = question.option_ids
        return tuple(ids[one - 1] for one in numbers) if all(1 <= one <= len(ids) for one in numbers) else None
    parts = [part.strip().casefold() for part in said.split(",")]
    if question.kind in ("multiple", "regions") and all(part in known for part in parts):
        return tuple(dict.fromkeys(known[part] for part in parts))
    return None


def _single(reading: Reading, question: AnswerFrame) -> _Found:
    ids = question.option_ids
    number = _number_asked(reading, question)
    picked = by_number(reading.words, len(ids))
    if len(picked) == 1:
        return ids[picked[0]]
    settled = _settled(reading, question)
    if settled is not None:
        return settled
    if spoken.control(reading.words) is not None:
        return None
    if question.about == ("duration_days",) and ids and spoken.is_long_ago(reading.words):
        return ids[-1]  # the options rise
    if number is not None:
        return number  # "a month" says more than the option "1 to 3 months"
    named = by_name(reading.words, question.options)
    return named[0] if len(named) == 1 else _yes_or_no(reading, question)


def _settled(reading: Reading, question: AnswerFrame) -> str | None:
    """The option that the reading itself gives: the state of the finding, or the value of the attribute."""
    ids = question.option_ids
    for about in question.about:
        if about in ATTRIBUTES:
            value = _other_side(about, reading) or reading.attribute(about)
            if value in ids:
                return str(value)
        elif len(question.about) == 1 and set(ids) & set(STATES):
            state = reading.state(about)
            if state in ids:
                return state
    return None


def _other_side(about: str, reading: Reading) -> str | None:
    """The side that is left when the message only says which one it is not, or which one is well."""
    if about != "side":
        return None
    said = {mention.value for mention in reading.current(about)}
    not_so = {mention.value for mention in (*reading.denied, *reading.well) if mention.concept == about}
    told = any(mention.concept not in ATTRIBUTES for mention in reading.mentions)
    return OTHER_SIDE.get(str(*not_so)) if len(not_so) == 1 and said <= not_so and not told else None


def _yes_or_no(reading: Reading, question: AnswerFrame) -> str | None:
    """The option for a yes or a no: the one whose label begins so, else `present` and `absent`."""
    other = {m.start for m in reading.mentions if m.concept not in question.about and m.concept not in ATTRIBUTES}
    polarity = spoken.polarity(reading.words, claimed=other | _named(reading))
    if polarity is None or (spoken.is_none(reading.words) and ABILITIES.intersection(question.about)):
        return None
    ids = question.option_ids
    if polarity in ("able", "unable"):
        if question.about and question.about[0].startswith("cannot_"):
            return _one_of(ids, "present" if polarity == "unable" else "absent")
        polarity = "yes" if polarity == "able" else "no"
    for option, label in question.options:
        if spoken.label_polarity(label) == polarity:
            return option
    return _one_of(ids, *(("present", "yes") if polarity == "yes" else ("absent", "no", "none")))


def _named(reading: Reading) -> set[int]:
    """Starts of names: the "no" of "no gout" denies that, and not what is asked."""
    return {name.start for name in reading.names}


def _one_of(ids: Sequence[str], *wanted: str) -> str | None:
    return next((option for option in wanted if option in ids), None)


def _multiple(reading: Reading, question: AnswerFrame) -> _Found:
    real = [option for option in question.options if option[0] not in ("none", "unknown")]
    ids = tuple(option for option, _ in real)
    picked = by_number(reading.words, len(question.options))
    if picked:
        return tuple(question.option_ids[number] for number in picked)
    present = tuple(option for option in ids if reading.state(option) == "present" or option in reading.location)
    values = tuple(str(m.value) for about in question.about for m in reading.current(about) if m.value in ids)
    # Words of a label count only where the reader makes nothing of them: "swollen, calf fine" names no swollen calf.
    named = tuple(option for option in by_name(reading.words, real) if reading.state(option) is None)
    chosen = tuple(dict.fromkeys((*present, *values, *named)))
    if chosen:
        return tuple(option for option in ids if option in chosen)
    if spoken.is_all(reading.words):
        return ids
    if ids and all(reading.state(option) == "absent" for option in ids):
        return ()
    if spoken.is_none(reading.words):
        return ()
    if spoken.control(reading.words) is not None:
        return None
    other = {m.start for m in reading.mentions if m.concept not in ATTRIBUTES}
    polarity = spoken.polarity(reading.words, claimed=other | _named(reading))
    if polarity == "no":
        return ()
    return ids if polarity == "yes" and len(ids) == 1 else None


def _regions(reading: Reading, question: AnswerFrame) -> _Found:
    ids = question.option_ids
    picked = by_number(reading.words, len(ids))
    if picked:
        return tuple(ids[number] for number in picked)
    named = tuple(region for region in reading.location if region in ids)
    if named:
        return named
    if spoken.is_all(reading.words):
        return ("whole_ankle",) if "whole_ankle" in ids else ids
    found = by_name(reading.words, question.options)
    return found if found else None


def _number(reading: Reading, question: AnswerFrame) -> _Found:
    number = _number_asked(reading, question)
    if question.about == ("severity",):
        return _severity(reading, question, number)
    if number is not None:
        return number if _within(number, question) else None
    if spoken.control(reading.words) is not None:
        return None
    dated = _dated(reading)
    bare = [at for at, word in enumerate(reading.words) if word.number is not None and at not in dated]
    if len(bare) != 1:
        return None
    value = reading.words[bare[0]].number
    if value is None or value.high > 10**6:
        return None
    number = int(value.high + 0.5)
    return number if _within(number, question) else None


def _severity(reading: Reading, question: AnswerFrame, number: int | None) -> int | None:
    """The greatest score that is named, whatever it is of; else what words say."""
    if number is None and spoken.control(reading.words) is not None:
        return None
    scored = bare_scores(reading.words, _dated(reading))
    found = max((*scored, *(() if number is None else (number,))), default=in_words(reading.words))
    if found is None and (spoken.is_none(reading.words) or spoken.is_no_pain(reading.words)):
        found = question.minimum
    return found if found is not None and _within(found, question) else None


def _dated(reading: Reading) -> set[int]:
    """Indices of the words that tell a time."""
    spans = [(mention.start, mention.end) for mention in reading.mentions if mention.concept == "duration_days"]
    return {at for at, word in enumerate(reading.words) if any(start <= word.start < end for start, end in spans)}


def _number_asked(reading: Reading, question: AnswerFrame) -> int | None:
    """The number the question is about, where the words say it: "three weeks", "8/10", "I'm 34"."""
    for about in question.about:
        if about in NUMBERS:
            value = reading.attribute(about)
            if isinstance(value, int):
                return value
    return None


def _within(number: int, question: AnswerFrame) -> bool:
    return (question.minimum is None or number >= question.minimum) and (
        question.maximum is None or number <= question.maximum
    )


def _text(reading: Reading, question: AnswerFrame) -> _Found:
    """Free text is the reader's; only "no, nothing" answers it."""
    if reading.mentions:
        return None
    nothing = spoken.is_none(reading.words) or spoken.polarity(reading.words, claimed=set()) == "no"
    return () if nothing and len(reading.words) <= LONGEST_NOTHING else None


LONGEST_NOTHING = 6
"""Words of the longest "no, nothing else, thanks"."""

_READERS = {
    "single": _single,
    "multiple": _multiple,
    "regions": _regions,
    "scale": _number,
    "number": _number,
    "text": _text,
}

"""What people say is understood: every phrase can be read, and every red flag can be raised in words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from bot.knowledge.checks.fault import Base, Fault
from bot.knowledge.model import AllOf, AnyOf, AtLeast, Between, Clause, Is, Knowledge, OneOf, State
from bot.language.examples import example
from bot.language.lexicon import Lexicon
from bot.language.reader import Reader

NUMBERS = {"severity": "the pain is {} out of 10", "duration_days": "it began {} days ago", "age": "I am {} years old"}
"""How somebody says a number; the reader needs no phrases for these."""

PERSONS = {"self": "my ankle hurts", "child": "my son's ankle hurts", "other": "my friend's ankle hurts"}


def phrases_can_be_read(base: Base) -> Iterator[Fault]:
    for number, entry in enumerate(base.knowledge.lexicon):
        try:
            Lexicon.of([(entry.concept, entry.phrases, entry.state.value)])
        except ValueError as fault:
            what = f"The lexicon, '{entry.concept}': {fault}."
            yield Fault("lexicon", str(number), "phrases", what, "Mend the phrase (see bot/language/phrases.py).")


def red_flags_can_be_said(base: Base) -> Iterator[Fault]:
    """A flag that no wording raises would only be found by asking, and a frightened person does not wait for that."""
    if any(True for _ in phrases_can_be_read(base)):
        return
    sayable = _Sayable(base.knowledge)
    for rule in base.knowledge.rules.values():
        missing = sayable.missing(rule.when) if rule.kind == "red_flag" else ()
        if missing:
            what = f"No wording raises rule '{rule.id}': nothing that the reader understands says {missing[0]}."
            mend = f"Add phrases for {' or '.join(missing)} to the lexicon."
            yield Fault("rule", rule.id, "when", what, mend)


class _Sayable:
    """Which findings and values the reader takes from words."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        entries = [(entry.concept, entry.phrases, entry.state.value) for entry in knowledge.lexicon]
        self._reader = Reader(Lexicon.of(entries, {*knowledge.conditions, *knowledge.measures}))
        self._said = cache(self._is_said)

    def missing(self, clause: Clause) -> tuple[str, ...]:
        """What would have to be sayable for the clause to hold; nothing when it can be made to hold."""
        match clause:
            case AllOf(clauses):
                return tuple(dict.fromkeys(one for part in clauses for one in self.missing(part)))
            case AnyOf(clauses):
                lacking = [self.missing(part) for part in clauses]
                return () if not all(lacking) else tuple(dict.fromkeys(one for part in lacking for one in part))
            case AtLeast(count, clauses):
                lacking = [missing for part in clauses if (missing := self.missing(part))]
                said = len(clauses) - len(lacking)
                return () if said >= count else tuple(dict.fromkeys(one for part in lacking for one in part))
            case Is(finding, State.ABSENT):
                # A denial is said with the words for the thing itself.
                sayable = self._said(finding, State.ABSENT) or self._said(finding, State.PRESENT)
                return () if sayable else (finding,)
            case Is(finding, state):
                return () if self._said(finding, state) else (finding,)
            case OneOf("subject", values):
                understood = any(self._says(PERSONS[value], "subject", value) for value in values)
                return () if understood else ("subject",)
            case OneOf(attribute, values):
                return () if any(self._said(attribute, value) for value in values) else (attribute,)
            case Between(attribute, low, high):
                number = low if low is not None else high
                return () if self._says(NUMBERS[attribute].format(number), attribute, number) else (attribute,)

    def _is_said(self, about: str, value: str) -> bool:
        """Whether the example of some phrase of the lexicon is read as this."""
        concepts = {about, f"{about}:{value}", value if about == "location" else about}
        return any(
            self._says(example(phrase), about, value)
            for entry in self._knowledge.lexicon
            if entry.concept in concepts
            for phrase in entry.phrases
        )

    def _says(self, text: str, about: str, value: object) -> bool:
        mentions = self._reader.read(text).mentions
        return any(one.concept == about and one.value == value and one.current for one in mentions)

"""A danger that is only spoken of: somebody else's, imagined, or asked about in general."""

from __future__ import annotations

from bot.dialogue.case import Case
from bot.dialogue.escalation import numbers
from bot.dialogue.message import Message
from bot.dialogue.practice import Practice
from bot.dialogue.utterance import Utterance
from bot.knowledge.model import Level, State
from bot.language.reading import Mention
from bot.triage.facts import Fact, Facts
from bot.triage.rules import Fired, red_flags

DANGER = "danger"


def dangers_spoken_of(utterance: Utterance, case: Case, practice: Practice) -> tuple[Fired, ...]:
    """The emergencies that would stand if what is spoken of were so; none that stand or were told already.

    What is over is none: "I broke it years ago, bone showing" asks for nothing now.
    """
    facts = Facts.of(Fact(one.concept, State.PRESENT, one.said, case.turn) for one in _spoken_of(utterance, case))
    flags = red_flags(facts, practice.knowledge)
    return tuple(one for one in flags if one.rule.level is Level.EMERGENCY and one.rule.id not in case.told)


def to_be_asked(flags: tuple[Fired, ...], utterance: Utterance, case: Case) -> tuple[str, ...]:
    """Ids of the signs among them that may be the person's own, and that no closed question has settled."""
    own = {one.concept for one in _spoken_of(utterance, case) if one.whose == "self"}
    signs = dict.fromkeys(id for flag in flags for id in flag.findings)
    return tuple(id for id in signs if id in own and not case.facts.settled(id))


def what_to_do(flags: tuple[Fired, ...], practice: Practice) -> Message:
    """Said of a danger that is only spoken of: why it is one, and what to do if it is so."""
    reasons = " ".join(dict.fromkeys(flag.rule.text for flag in flags))
    return Message(practice.texts("spoken_of.danger", reasons=reasons, numbers=numbers(practice.knowledge)))


def _spoken_of(utterance: Utterance, case: Case) -> tuple[Mention, ...]:
    there = (State.PRESENT, State.UNKNOWN)
    return tuple(
        one
        for one in utterance.mentions
        if one.value == State.PRESENT
        and one.time in ("now", "hypothetical")
        and case.facts.state(one.concept) not in there
    )

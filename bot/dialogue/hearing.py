"""The first half of a turn: what a message changes in the case, and whether it calls for a warning at once."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.case import Case
from bot.dialogue.interruptions import ASKING
from bot.dialogue.open_question import answered, with_a_miss
from bot.dialogue.practice import Practice
from bot.dialogue.utterance import Utterance
from bot.dialogue.volunteered import with_volunteered
from bot.knowledge.model import Knowledge, Level
from bot.triage.contradictions import resolved
from bot.triage.rules import Fired, red_flags


def hear(case: Case, utterance: Utterance, practice: Practice) -> tuple[Case, tuple[Fired, ...]]:
    """The case after a message, and the red flags that it raised for the first time.

    Hearing the same message again changes nothing and warns of nothing.
    """
    if utterance.id and utterance.id == case.message:
        return case, ()
    heard = replace(case, turn=case.turn + 1, message=utterance.id, warned="", answered=False)
    if heard.consent == "refused" and utterance.mentions:
        heard = replace(heard, consent="unasked")  # who tells of an ankle after all is asked again
    if utterance.asks and utterance.intent in ASKING:
        # "The outside of it. How long does that take?": what stands beside the question is told, and may be the answer.
        heard = answered(heard, utterance.rest, practice)
        heard = with_volunteered(heard, utterance.rest, practice, case)
    else:
        heard = answered(heard, utterance, practice)
    heard = with_volunteered(heard, utterance, practice, case)
    heard = with_a_miss(heard, utterance, practice)
    heard = replace(heard, facts=resolved(heard.facts))
    new = tuple(flag for flag in red_flags(heard.facts, practice.knowledge) if flag.rule.id not in case.told)
    warned = max((flag.rule.level for flag in new), key=lambda level: level.urgency).value if new else ""
    return replace(heard, told=heard.told + tuple(flag.rule.id for flag in new), warned=warned), new


def emergency_stands(case: Case, knowledge: Knowledge) -> tuple[Fired, ...]:
    """The emergency flags that hold now."""
    return tuple(flag for flag in red_flags(case.facts, knowledge) if flag.rule.level is Level.EMERGENCY)

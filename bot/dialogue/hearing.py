"""The first half of a turn: what a message changes in the case, and whether it calls for a warning at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue.case import Case
from bot.dialogue.interruptions import ASKING
from bot.dialogue.open_question import answered, with_a_miss
from bot.dialogue.practice import ANOTHER, CHECK_IN, Practice
from bot.dialogue.requests import BACK, RESUME, granted, requested
from bot.dialogue.returning import returned
from bot.dialogue.spoken_of import DANGER, dangers_spoken_of, to_be_asked
from bot.dialogue.utterance import Utterance
from bot.dialogue.volunteered import with_volunteered
from bot.dialogue.whose import with_a_doubt
from bot.knowledge.model import Knowledge, Level
from bot.language.feelings import is_afraid
from bot.triage.contradictions import resolved
from bot.triage.facts import replaced
from bot.triage.rules import Fired, red_flags


def hear(case: Case, utterance: Utterance, practice: Practice) -> tuple[Case, tuple[Fired, ...]]:
    """The case after a message, and the red flags that it raised for the first time.

    Hearing the same message again changes nothing and warns of nothing.
    """
    if utterance.id and utterance.id == case.message:
        return case, ()
    heard = replace(case, turn=case.turn + 1, message=utterance.id, answered=False, request="", replaced=())
    heard = replace(heard, warned="", withdrawn="")
    heard = replace(heard, comforted=heard.comforted or is_afraid(utterance.text))
    heard = returned(heard, utterance.day, practice)
    known = heard.facts
    request = requested(heard, utterance, practice)
    if heard.consent == "refused" and (utterance.mentions or request == RESUME):
        heard = replace(heard, consent="unasked")  # who goes on after all is asked again
    heard = granted(heard, request, utterance, practice) if request else _told(heard, utterance, practice)
    heard = with_a_doubt(replace(heard, facts=resolved(heard.facts)), known)
    # All of it, on purpose: "start again", or another person's ankle.
    forgotten = not request and (not len(heard.facts) or (case.open == ANOTHER and not heard.asked))
    heard = replace(heard, replaced=() if forgotten else replaced(known, heard.facts))
    standing = red_flags(heard.facts, practice.knowledge)
    new = tuple(flag for flag in standing if flag.rule.id not in case.told)
    if not (new or request) and (spoken_of := dangers_spoken_of(utterance, heard, practice)):
        asked = (id for id in to_be_asked(spoken_of, utterance, heard) if id not in heard.singly)
        heard = replace(heard, request=DANGER, singly=(*asked, *heard.singly))
    if request != BACK:  # an answer that is being changed may still turn out the same
        heard = _without_ended_warnings(heard, standing, practice.knowledge, silently=forgotten)
    warned = max((flag.rule.level for flag in new), key=lambda level: level.urgency).value if new else ""
    return replace(heard, told=heard.told + tuple(flag.rule.id for flag in new), warned=warned), new


def _without_ended_warnings(case: Case, standing: Sequence[Fired], knowledge: Knowledge, *, silently: bool) -> Case:
    """Lets go of warnings whose rules no longer fire, so that they are given anew when they fire again.

    Args:
        silently: everything was put away on purpose; nobody needs to hear that a warning went with it.
    """
    ids = {flag.rule.id for flag in standing}
    ended = [id for id in case.told if id not in ids]
    if not ended:
        return case
    was = max((knowledge.rules[id].level for id in ended if id in knowledge.rules), key=_urgency, default=Level.SOON)
    now = max((flag.rule.level for flag in standing), key=_urgency, default=Level.SELF_CARE)
    falls = not silently and was.urgency > max(now.urgency, Level.SOON.urgency)
    return replace(case, told=tuple(id for id in case.told if id in ids), withdrawn=was.value if falls else "")


def _urgency(level: Level) -> int:
    return level.urgency


def _told(case: Case, utterance: Utterance, practice: Practice) -> Case:
    """The case after what the message answers and tells."""
    heard = _compared(case, utterance, practice)
    if utterance.asks and utterance.intent in ASKING:
        # "The outside of it. How long does that take?": what stands beside the question is told, and may be the answer.
        heard = answered(heard, utterance.rest, practice)
        heard = with_volunteered(heard, utterance.rest, practice, case)
    else:
        heard = answered(heard, utterance, practice)
    heard = with_volunteered(heard, utterance, practice, case)
    return with_a_miss(heard, utterance, practice)


def _compared(case: Case, utterance: Utterance, practice: Practice) -> Case:
    """Whoever comes back may say at once how it is now."""
    if not (case.away and CHECK_IN in case.singly):
        return case
    told = answered(replace(case, open=CHECK_IN), utterance, practice)
    return told if told.answered else case


def emergency_stands(case: Case, knowledge: Knowledge) -> tuple[Fired, ...]:
    """The emergency flags that hold now."""
    return tuple(flag for flag in red_flags(case.facts, knowledge) if flag.rule.level is Level.EMERGENCY)

"""One turn about running after a result: what it rests on, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from bot.care.return_to_run.offer import Outcome, Refusal, offer
from bot.care.return_to_run.progress import Phase, Progress
from bot.dialogue.case import Case
from bot.dialogue.message import Message
from bot.dialogue.practice import Practice
from bot.dialogue.result import digest
from bot.dialogue.running import refusing, telling
from bot.dialogue.running.heard import Heard
from bot.dialogue.running.kept import Running
from bot.dialogue.running.questions import is_about_running
from bot.triage.assessment import Assessment, assess


@dataclass(frozen=True)
class Said:
    """What comes of a turn: the case, and what is said before anything else."""

    case: Case
    messages: tuple[Message, ...] = ()


@dataclass(frozen=True)
class RunningTurn:
    """A turn.

    Attributes:
        before: the case when the message came. case: after its facts were kept.
        told: what the message says of running.
        begs: it only begs for what was just answered.
    """

    before: Case
    case: Case
    told: Heard
    begs: bool
    practice: Practice
    today: date

    @cached_property
    def assessment(self) -> Assessment:
        return assess(self.case.facts, self.practice.knowledge)

    @cached_property
    def found(self) -> Outcome:
        """The plan that is offered by all that is known now, or why there is none."""
        return offer(self.assessment, self.case.facts, self.practice.knowledge, self.case.running.week)

    def says(self, running: Running, *messages: Message, topic: str = "plan") -> Said:
        """Ends the turn. It counts as an answer unless a question is still open."""
        kept = replace(running, topic=topic, took=self.case.turn, given=None)
        answered = self.case.answered or self.case.open is None
        misses = self.before.misses if self.case.open == self.before.open else self.case.misses
        case = replace(self.case, running=kept, answered=answered, misses=misses)
        return Said(self._with_the_result_unchanged(case), messages)

    def about(self, running: Running, way: Progress, text: str) -> Said:
        """Ends the turn with a sentence about the plan that was begun."""
        message = telling.plan_message(text, way, self.practice, self.today)
        return self.says(replace(running, way=way), message)

    def refuses(self, running: Running, refusal: Refusal) -> Said:
        message = refusing.refused_message(refusal, self.case.facts, self.practice)
        return self.says(replace(running, wanted=False, asking=()), message)

    def withdraws(self, way: Progress) -> Said:
        """Takes the plan back, and says why."""
        gone = replace(way, phase=Phase.WITHDRAWN, waiting=None)
        reasons = self.practice.texts("running.why.changed")
        if isinstance(self.found, Refusal):
            reasons = refusing.why(self.found, self.case.facts, self.practice)
        running = replace(self.case.running, wanted=False, asking=())
        return self.without_our_question.about(running, gone, self.practice.texts("running.withdrawn", why=reasons))

    @property
    def without_our_question(self) -> RunningTurn:
        """The same turn with no question about running open."""
        ours = self.case.open is not None and is_about_running(self.case.open)
        return replace(self, case=replace(self.case, open=None)) if ours else self

    def _with_the_result_unchanged(self, case: Case) -> Case:
        """A result that says the same with what was learnt here is not given once more."""
        if case.assessed != digest(self.before.facts) or case.assessed == digest(case.facts):
            return case
        earlier = assess(self.before.facts, self.practice.knowledge)
        same = earlier.level is self.assessment.level and _leading(earlier) == _leading(self.assessment)
        return replace(case, assessed=digest(case.facts)) if same else case


def _leading(assessment: Assessment) -> tuple[str, ...]:
    return tuple(one.condition.id for one in assessment.leading)

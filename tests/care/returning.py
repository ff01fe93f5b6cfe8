"""What the tests of the way back to running share: a sprain that may be run on, and days."""

from __future__ import annotations

from datetime import date, timedelta

from telling import told

from bot.care.return_to_run.offer import Outcome, offer
from bot.care.return_to_run.progress import Progress, begun, gate_left
from bot.care.return_to_run.report import GateAnswer, Report
from bot.care.return_to_run.steps import after
from bot.care.return_to_run.week import UsualWeek
from bot.knowledge.clauses import findings_of
from bot.knowledge.model import Knowledge, State
from bot.triage.assessment import assess
from bot.triage.facts import Fact, Facts

START = date(2026, 11, 25)


def day(number: int) -> date:
    """Day of the plan, from 0."""
    return START + timedelta(days=number)


def checked(facts: Facts, knowledge: Knowledge) -> Facts:
    """The facts, with a no to all else that could forbid a plan."""
    asked = {finding for plan in knowledge.plans.values() if plan.unless for finding in findings_of(plan.unless)}
    silent = sorted(asked - {"hop"} - {fact.id for fact in facts})
    return facts.having(*(Fact(name, State.ABSENT, "none of these", 1, asked=True) for name in silent))


SPRAIN = told(
    "swelling, four_steps_now", "lateral", onset="sudden", mechanism="rolled_in", severity=3, duration_days=5, age=30
)
ACHILLES = told(
    "morning_stiffness, eases_with_movement, training_change",
    "achilles_mid",
    onset="gradual",
    mechanism="overuse",
    severity=3,
    duration_days=30,
    age=40,
)


def offered(facts: Facts, knowledge: Knowledge, week: UsualWeek | None = None) -> Outcome:
    return offer(assess(facts, knowledge), facts, knowledge, week)


def at_the_first_stage(found: Outcome, knowledge: Knowledge) -> Progress:
    """A plan whose gate was passed on the first day."""
    way = begun(found, START)
    for item in gate_left(way, knowledge.plans[way.plan], START):
        way = after(way, GateAnswer(START, item, State.PRESENT), START, found, knowledge)
    return way


def good(number: int) -> Report:
    """A good outing of that day, with a good next morning; told on the day after."""
    return Report(day(number), ran=True, later=True, pain=0, fine=True)

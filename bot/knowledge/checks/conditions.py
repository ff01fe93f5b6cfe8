"""Conditions can be told apart, and their numbers are likelihood ratios, shares and days."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.knowledge.checks.fault import Base, Fault
from bot.knowledge.model import Condition, Evidence, Level

SPEAKS_FOR, SPEAKS_AGAINST = 2.0, 0.5
"""From here on a likelihood ratio moves a probability enough to be noticed (Jaeschke, Guyatt, Sackett 1994, JAMA)."""

MOST_IN_ALL = 1.05
"""What the priors may add up to: they are rounded."""

_ICD_10_CM = re.compile(r"[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?")
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")


def conditions_are_described(base: Base) -> Iterator[Fault]:
    """Two plain sentences, a place where it is felt, and a code that others know it by."""
    for condition in base.knowledge.conditions.values():
        if len(_SENTENCE_END.findall(condition.plain)) != 2:
            what = f"Condition '{condition.id}' is not explained in two sentences."
            yield Fault("condition", condition.id, "plain", what, "Write what it is and what goes with it, in two.")
        for code in condition.icd10:
            if not _ICD_10_CM.fullmatch(code):
                what = f"Condition '{condition.id}': '{code}' is no stem of an ICD-10-CM code."
                yield Fault("condition", condition.id, "icd10", what, "Write it as in S93.41, without a dash.")


def conditions_can_be_told_apart(base: Base) -> Iterator[Fault]:
    for condition in base.knowledge.conditions.values():
        if not any(_discriminates(evidence) for evidence in condition.evidence):
            yield Fault(
                "condition",
                condition.id,
                "findings",
                f"Nothing tells condition '{condition.id}' from others.",
                f"Add a finding with a ratio of {SPEAKS_FOR:g} or more, or {SPEAKS_AGAINST:g} or less.",
            )


def contrasts_ask_what_differs(base: Base) -> Iterator[Fault]:
    """The question that tells two conditions apart is about something that at least one of them weighs."""
    known = base.knowledge
    for condition in known.conditions.values():
        for other, asked in condition.contrasts.items():
            question, pair = known.questions.get(asked), known.conditions.get(other)
            if question is None or pair is None:
                continue
            weighed = {evidence.about for one in (condition, pair) for evidence in one.evidence}
            if weighed.isdisjoint(question.about):
                what = f"Condition '{condition.id}' is told from '{other}' by '{asked}', which neither of them weighs."
                mend = f"Weigh one of {', '.join(question.about)} in one of them, or name another question."
                yield Fault("condition", condition.id, "contrasts", what, mend)


def plans_fit_the_condition(base: Base) -> Iterator[Fault]:
    """A way back to running goes only with what is looked after without a clinician, and with what is hurt."""
    for condition in base.knowledge.conditions.values():
        if condition.plans and condition.usual_level.urgency >= Level.SAME_DAY.urgency:
            what = f"Condition '{condition.id}' is seen {condition.usual_level}, and has a plan."
            yield Fault("condition", condition.id, "plans", what, "Take the plan out: a clinician says when to run.")
        for id in condition.plans:
            plan = base.knowledge.plans.get(id)
            if plan and condition.tissue not in plan.tissues:
                what = f"Condition '{condition.id}' is about {condition.tissue}, for which '{id}' is not made."
                yield Fault("condition", condition.id, "plans", what, f"It is made for: {', '.join(plan.tissues)}.")


def ratios_are_ratios(base: Base) -> Iterator[Fault]:
    """Above 0; and when an answer speaks for something, the opposite answer speaks against it."""
    for condition, part, evidence in _evidence(base):
        what = f"Condition '{condition.id}', finding '{evidence.about}': ratio {evidence.ratio:g}"
        if evidence.ratio <= 0 or evidence.otherwise <= 0:
            mend = "A likelihood ratio is above 0; for something nearly impossible write 0.05."
            yield Fault("condition", condition.id, part, f"{what}, otherwise {evidence.otherwise:g}.", mend)
        elif (evidence.ratio - 1) * (evidence.otherwise - 1) > 0:
            mend = "If one is above 1 the other is not: what speaks for it cannot do so by its absence as well."
            yield Fault("condition", condition.id, part, f"{what} and otherwise {evidence.otherwise:g}.", mend)


def evidence_counts_once(base: Base) -> Iterator[Fault]:
    """An answer is weighed once: two entries about one thing would count it twice."""
    for condition in base.knowledge.conditions.values():
        seen: set[str] = set()
        for index, evidence in enumerate(condition.evidence):
            if evidence.about in seen:
                what = f"Condition '{condition.id}' weighs '{evidence.about}' twice."
                mend = "Put the values into one entry, or keep the stronger one."
                yield Fault("condition", condition.id, f"findings[{index}]", what, mend)
            seen.add(evidence.about)


def priors_are_shares(base: Base) -> Iterator[Fault]:
    conditions = base.knowledge.conditions.values()
    for condition in conditions:
        if not 0 < condition.prior <= 1:
            what = f"Condition '{condition.id}' has the prior {condition.prior:g}."
            yield Fault("condition", condition.id, "prior", what, "Write a share above 0 and up to 1, such as 0.02.")
    total = sum(condition.prior for condition in conditions)
    if total > MOST_IN_ALL:
        largest = max(conditions, key=lambda condition: condition.prior)
        what = f"The priors of all conditions add up to {total:.2f}."
        yield Fault("condition", largest.id, "prior", what, f"Lower some: {MOST_IN_ALL} is the most, about 1 is right.")


def courses_go_forward(base: Base) -> Iterator[Fault]:
    for condition in base.knowledge.conditions.values():
        first, last = condition.course.days
        if not 0 <= first <= last or last == 0:
            what = f"Condition '{condition.id}': the course goes from day {first} to day {last}."
            yield Fault("condition", condition.id, "course", what, "Write the earlier day first, as in days: [7, 21].")
        if not 0 < condition.course.recheck_days <= max(last, 1):
            what = f"Condition '{condition.id}' is looked at again after {condition.course.recheck_days} days."
            mend = f"Look again from day 1 to day {last}, when most people should be better."
            yield Fault("condition", condition.id, "course", what, mend)


def _evidence(base: Base) -> Iterator[tuple[Condition, str, Evidence]]:
    for condition in base.knowledge.conditions.values():
        for index, evidence in enumerate(condition.evidence):
            yield condition, f"findings[{index}]", evidence


def _discriminates(evidence: Evidence) -> bool:
    return any(ratio >= SPEAKS_FOR or ratio <= SPEAKS_AGAINST for ratio in (evidence.ratio, evidence.otherwise))

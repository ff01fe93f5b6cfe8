"""The questions on the way back to running: what could forbid it, the usual week, the gate, the pain of an outing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.care.return_to_run.progress import CLEARANCE
from bot.dialogue.texts import Texts
from bot.knowledge.clauses import atoms
from bot.knowledge.model import Is, Knowledge, Option, Plan, Question, State

CHECKS = "running_checks"
WEEK = "running_week"
PAIN = "running_pain"
GATE = "running_gate"
HIGHEST_PAIN = 10


def questions(knowledge: Knowledge, texts: Texts) -> Mapping[str, Question]:
    """Id → question. That of the checks is about findings; no fact comes of the others."""
    found = [_checks(knowledge, texts), _week(texts), _pain(texts)]
    for plan in knowledge.plans.values():
        found += _gate(plan, texts)
    return {question.id: question for question in found}


def gate_question(plan: str, item: str) -> str:
    """Id of the question about a sentence of a plan's gate."""
    return f"{GATE}_{plan}_{item}"


def settles_no_fact(question: str) -> bool:
    """Whether the answer is about running and not about the ankle."""
    return question in (WEEK, PAIN) or question.startswith(GATE)


def is_about_running(question: str) -> bool:
    """Whether it is one of the questions on the way back to running."""
    return question == CHECKS or settles_no_fact(question)


def _checks(knowledge: Knowledge, texts: Texts) -> Question:
    """All findings that could forbid a plan, in one list; what is known of them is left out when it is shown."""
    unless = [plan.unless for plan in knowledge.plans.values() if plan.unless is not None]
    signs = (one.finding for clause in unless for one in atoms(clause) if isinstance(one, Is))
    abilities = {
        one.finding for clause in unless for one in atoms(clause) if isinstance(one, Is) and one.state is State.ABSENT
    }
    findings = tuple(id for id in dict.fromkeys(signs) if id not in abilities)
    options = (Option(id, _capital(knowledge.findings[id].present), {id: State.PRESENT.value}) for id in findings)
    return Question(
        id=CHECKS,
        about=findings,
        kind="multiple",
        stage="safety",
        wording=texts("running.checks.question"),
        why=texts("running.checks.why"),
        help=texts("running.checks.help"),
        options=(*options, Option("none", texts("running.checks.none"))),
        seconds=20,
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _week(texts: Texts) -> Question:
    return Question(
        id=WEEK,
        about=(WEEK,),
        kind="text",
        stage="detail",
        wording=texts("running.week.question"),
        why=texts("running.week.why"),
    )


def _pain(texts: Texts) -> Question:
    return Question(
        id=PAIN,
        about=(PAIN,),
        kind="scale",
        stage="detail",
        wording=texts("running.pain.question"),
        why=texts("running.pain.why"),
        minimum=0,
        maximum=HIGHEST_PAIN,
    )


def _gate(plan: Plan, texts: Texts) -> Iterator[Question]:
    sentences = {CLEARANCE: texts("running.gate.clearance")} | {one.id: one.text for one in plan.gate}
    for item, sentence in sentences.items():
        id = gate_question(plan.id, item)
        yield Question(
            id=id,
            about=(id,),
            kind="single",
            stage="safety",
            wording=texts("running.gate.question", sentence=sentence),
            why=texts("running.gate.why"),
            options=tuple(
                Option(state.value, texts(f"single.{state.value}"), {id: state.value})
                for state in (State.PRESENT, State.ABSENT, State.UNKNOWN)
            ),
        )

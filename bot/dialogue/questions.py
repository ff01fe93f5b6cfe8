"""A question becomes a message that every front end can show."""

from __future__ import annotations

from typing import Any

from bot.dialogue.case import Case
from bot.dialogue.changes import changes
from bot.dialogue.granting import said_to_request
from bot.dialogue.in_words import all_known, in_order, in_words
from bot.dialogue.interruptions import MOST_MISSES
from bot.dialogue.message import Message
from bot.dialogue.open_question import WHICH
from bot.dialogue.practice import SUMMARY, Practice
from bot.knowledge.model import Question, State
from bot.language.reading import ABILITIES
from bot.triage.assessment import assess
from bot.triage.facts import Fact
from bot.triage.next_question import about_left


def question_message(question: Question, case: Case, practice: Practice, before: str = "") -> Message:
    """The question with its answers, its reason and its help.

    Args:
        before: a sentence to say first, such as "I didn't get that".
    """
    question = practice.remaining(question, case.facts)
    prompt = f"{before} {question.wording}".strip()
    fields: dict[str, Any] = {
        **_control(question),
        "prompt": prompt,
        "before": before,
        "progress": {
            "asked": len(case.asked),
            "about_left": about_left(case.facts, case.asked, practice.knowledge),
        },
    }
    if question.id == SUMMARY:
        known = in_order(case.facts, practice)
        fields["facts"] = [_to_check(fact, practice) for fact in known]
    return Message.of("question", _in_full(question, prompt, practice), **fields)


def _to_check(fact: Fact, practice: Practice) -> dict[str, Any]:
    """What is known, whether it is a denial, and the question that changes it, where there is one."""
    question = practice.question_about(fact.id)
    return {
        "id": fact.id,
        "text": in_words(fact, practice),
        "denied": fact.value is State.ABSENT and fact.id not in ABILITIES,
        **({"question": _control(question)} if question else {}),
    }


def _control(question: Question) -> dict[str, Any]:
    """What a front end needs to let a person answer."""
    optional = {"help": question.help, "min": question.minimum, "max": question.maximum, "unit": question.unit}
    return {
        "id": question.id,
        "about": list(question.about),
        "kind": question.kind,
        "options": [{"id": option.id, "label": option.label} for option in question.options],
        "prompt": question.wording,
        "why": question.why,
        **{name: value for name, value in optional.items() if value is not None},
    }


def welcome_back(then: Case, now: Case, heard: Case, practice: Practice) -> Message:
    """What somebody is told who comes back on a later day: when it was, what is known, and what the advice was.

    Args:
        then: as the talk was left.
        now: the same, older by the days that went by.
        heard: after the message, which may have said how it is by now.
    """
    texts = practice.texts
    ago = texts("welcome.yesterday") if now.away == 1 else texts("welcome.days", days=now.away)
    level = texts(f"result.level.{assess(then.facts, practice.knowledge).level}")
    advice = texts("welcome.result", level=level) if then.assessed else ""
    since = heard.facts.by_id.get("worsening")
    told_now = since is not None and since.turn == heard.turn
    comment = texts(f"welcome.worsening.{since.value}") if since and told_now else ""
    told = all_known(now.facts, practice)
    return Message(" ".join(texts("welcome.back", now=comment, ago=ago, facts=told, then=advice).split()))


def before_question(case: Case, question: str, practice: Practice, talked: bool = False) -> str:
    """What to say before a question: what the message changed, or why the question is put once more.

    Args:
        talked: the message was a question or small talk, and has been answered.
    """
    if changed := changes(case, practice):
        return changed
    if case.request == WHICH:
        return practice.texts("question.which")
    if case.open != question and question == SUMMARY:
        return practice.texts("summary.before", facts=all_known(case.facts, practice))
    if case.misses >= MOST_MISSES:  # then the question before was given up
        return practice.texts("question.person")
    if case.open != question:
        return ""
    if case.answered:
        return practice.texts("request.change" if question == SUMMARY else "question.noted")
    if talked or said_to_request(case, practice):
        return practice.texts("question.back")
    if case.misses > 1:
        return practice.texts("question.plainly")
    return practice.texts("question.again") if case.misses else ""


def _in_full(question: Question, prompt: str, practice: Practice) -> str:
    """The prompt with the ways to answer, for somebody who sees only text; numbers pick, too."""
    if question.kind in ("scale", "number"):
        return f"{prompt} {practice.texts(f'question.{question.kind}', low=question.minimum, high=question.maximum)}"
    how = practice.texts("question.options" if question.kind == "single" else "question.several")
    numbered = (f"{number}. {option.label}" for number, option in enumerate(question.options, start=1))
    return "\n".join((f"{prompt} {how}" if prompt[-1] in ".?!" else f"{prompt}. {how}", *numbered))

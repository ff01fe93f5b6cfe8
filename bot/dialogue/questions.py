"""A question becomes a message that every front end can show."""

from __future__ import annotations

from typing import Any

from bot.dialogue.case import Case
from bot.dialogue.message import Message
from bot.dialogue.practice import Practice
from bot.knowledge.model import Question


def question_message(question: Question, case: Case, practice: Practice, before: str = "") -> Message:
    """The question with its answers, its reason and its help.

    Args:
        before: a sentence to say first, such as "I didn't get that".
    """
    question = practice.remaining(question, case.facts)
    prompt = f"{before} {question.wording}".strip()
    fields: dict[str, Any] = {
        "id": question.id,
        "about": list(question.about),
        "kind": question.kind,
        "options": [{"id": option.id, "label": option.label} for option in question.options],
        "prompt": prompt,
        "why": question.why,
        "progress": {"asked": len(case.asked)},
    }
    optional = {"help": question.help, "min": question.minimum, "max": question.maximum, "unit": question.unit}
    fields |= {name: value for name, value in optional.items() if value is not None}
    return Message.of("question", _in_full(question, prompt, practice), **fields)


def again(case: Case, question: str, practice: Practice, talked: bool = False) -> str:
    """What to say before a question that was put already: the message told something else, or was not understood.

    Args:
        talked: the message was a question or small talk, and has been answered.
    """
    if case.open != question:
        return ""
    if case.answered:
        return practice.texts("question.noted")
    if talked:
        return practice.texts("question.back")
    if case.misses > 1:
        return practice.texts("question.plainly")
    return practice.texts("question.again") if case.misses else ""


def _in_full(question: Question, prompt: str, practice: Practice) -> str:
    """The prompt with the ways to answer, for somebody who sees only text."""
    match question.kind:
        case "single":
            labels = " / ".join(option.label for option in question.options)
            return f"{prompt} {practice.texts('question.options', options=labels)}"
        case "multiple" | "regions":
            labels = "; ".join(option.label for option in question.options)
            return f"{prompt} {practice.texts('question.several', options=labels)}"
        case "scale" | "number":
            return (
                f"{prompt} {practice.texts(f'question.{question.kind}', low=question.minimum, high=question.maximum)}"
            )
    return prompt

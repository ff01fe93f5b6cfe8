"""What is said to somebody who asked something of the talk itself."""

from __future__ import annotations

from bot.dialogue.case import Case
from bot.dialogue.in_words import all_known
from bot.dialogue.practice import ABOUT_THE_TALK, Practice
from bot.dialogue.result import would_change
from bot.knowledge.model import Question
from bot.triage.next_question import about_left


def said_to_request(case: Case, practice: Practice) -> str:
    """The answer to the request of the last message; empty when what comes next is the answer."""
    match case.request:
        case "known":
            return known(case, practice)
        case "change":
            return practice.texts("request.change")
        case "would_change" if not case.assessed:
            return practice.texts("request.would_change_later")
        case "would_change":
            return would_change(case, practice) or practice.texts("request.would_change_nothing")
        case "left":
            return _left(case, practice)
        case "check" | "meaning" if case.open is not None:
            question = practice.question(case.open)
            return _how_to_check(question, practice) if case.request == "check" else _meaning(question, practice)
        case "back" if case.open is None and not case.asked:
            return practice.texts("request.back_first")
    return ""


def known(case: Case, practice: Practice) -> str:
    """All that was told, in one line."""
    if not len(case.facts):
        return practice.texts("request.known_nothing")
    return practice.texts("request.known", facts=all_known(case.facts, practice))


def _left(case: Case, practice: Practice) -> str:
    number = about_left(case.facts, case.asked, practice.knowledge)
    texts = practice.texts
    return texts(texts.first(f"request.left.{number}", "request.left.more"), number=number)


def _how_to_check(question: Question, practice: Practice) -> str:
    return (
        practice.texts("request.check", help=question.help) if question.help else practice.texts("request.check_none")
    )


def _meaning(question: Question, practice: Practice) -> str:
    """What is asked about, in other words: the help, or what the finding shows; and why it is asked."""
    finding = practice.knowledge.findings.get(question.about[0]) if len(question.about) == 1 else None
    meaning = question.help or (finding.meaning if finding and question.id not in ABOUT_THE_TALK else "")
    why = question.why if question.why != meaning else ""
    return practice.texts("request.meaning", meaning=meaning, why=why).strip()

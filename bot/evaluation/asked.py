"""Which question somebody else's words ask: "Any swelling or bruising?", "When did it start?".

Labelled answers come with the question in words. What it asks about is read with the reader of the base, so that any
wording will do; attributes are known by their question words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.dialogue.answering import chosen, frame, settle, settle_unknown
from bot.dialogue.practice import Practice
from bot.knowledge.model import Option, Question, State
from bot.language.answers import Answer, AnswerFrame
from bot.triage.facts import Value

ATTRIBUTES = (
    ("age", r"\bhow old\b|\byour age\b|\bage\?"),
    (
        "severity",
        r"\bhow (bad|painful|severe|strong)\b|\bout of (10|ten)\b|\b0 ?(-|–|to) ?10\b"
        r"|\bpain (score|level)\b|\brate (it|the pain|your pain)\b",
    ),
    ("side", r"\b(which|what) (ankle|side|foot|leg|one)\b|\bleft or right\b|\bright or left\b"),
    ("duration", r"^\W*(and |so )?when\b|\bhow long\b|\bsince when\b|\bhow many (days|weeks|months)\b"),
    ("mechanism", r"\bwhat (happened|were you doing)\b|\bhow did (it|this|you)\b"),
    ("onset", r"\bsudden(ly)?\b|\bgradual(ly)?\b|\bhow .*(start|begin|come on)\b"),
    ("location", r"^\W*(and |so )?where\b|\bwhich (part|spot|place)\b|\bpoint to\b"),
)
"""Question of the base, and how it is asked in other words; the first that fits is taken."""


@dataclass(frozen=True)
class Asked:
    """A question in somebody's words, as one that an answer can be read against."""

    question: Question

    @property
    def frame(self) -> AnswerFrame:
        return frame(self.question)

    def settled(self, answer: Answer) -> Mapping[str, Value]:
        """What an answer says of the things that were asked about."""
        if answer.kind in ("dont_know", "skip"):
            return {fact.id: fact.value for fact in settle_unknown(self.question, answer.said, 1)}
        choice = chosen(answer, self.question)
        facts = settle(self.question, choice, answer.said, 1) if choice else ()
        return {fact.id: fact.value for fact in facts}


def asked_in(words: str, practice: Practice) -> Asked | None:
    """The question that these words ask; `None` when they ask about nothing that the base knows."""
    for name, pattern in ATTRIBUTES:
        if re.search(pattern, words, re.IGNORECASE) and name in practice.knowledge.questions:
            return Asked(practice.knowledge.questions[name])
    reading = practice.reader.read(words)
    known = practice.knowledge.findings
    findings = tuple(dict.fromkeys(one.concept for one in reading.mentions if one.concept in known))
    if not findings:
        return None
    for question in practice.knowledge.questions.values():
        if set(findings) == set(question.about):
            return Asked(question)
    return Asked(_question(findings, practice))


def _question(findings: tuple[str, ...], practice: Practice) -> Question:
    """A plain question about these findings: yes or no for one, a list for several."""
    if len(findings) == 1:
        states = (State.PRESENT, State.ABSENT, State.UNKNOWN)
        options = tuple(Option(state, state, {findings[0]: state.value}) for state in states)
        return Question(findings[0], findings, "single", "detail", "", "", options)
    labels = practice.knowledge.findings
    none = Option("none", "None of these", dict.fromkeys(findings, State.ABSENT.value))
    options = (*(Option(id, labels[id].label, {id: State.PRESENT.value}) for id in findings), none)
    return Question("group", findings, "multiple", "detail", "", "", options)

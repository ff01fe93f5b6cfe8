"""What a conversation needs at hand: the knowledge base, the reader and the catalogue of texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from bot.dialogue.operator import Operator
from bot.dialogue.running.questions import questions as running_questions
from bot.dialogue.texts import Texts
from bot.knowledge.clauses import atoms, findings_of
from bot.knowledge.model import Is, Knowledge, Level, Option, Question, State
from bot.language.reader import Reader
from bot.triage.facts import Facts

CONSENT = "consent"
RESTART = "restart"
ERASE = "erase"
SUMMARY = "summary"
ANOTHER = "another"
CHECK_IN = "check_in"
HAND_OFF = "hand_off"
ABOUT_THE_TALK = {
    **dict.fromkeys((CONSENT, RESTART, ERASE, SUMMARY, ANOTHER, HAND_OFF), ("yes", "no")),
    CHECK_IN: ("better", "same", "worse"),
}
"""Questions about the conversation itself, with the ids of their answers."""


@dataclass(frozen=True)
class Practice:
    """Read-only and shared by all conversations of a process."""

    knowledge: Knowledge = field(repr=False)
    reader: Reader
    texts: Texts = field(repr=False)
    operator: Operator = field(default_factory=Operator)

    def question(self, id: str) -> Question:
        """The question of that id: of the base, about the conversation, or "is this so?" about a finding.

        Raises:
            KeyError: neither a question nor a finding.
        """
        if id in ABOUT_THE_TALK:
            return self._about_the_talk(id)
        if id in self.knowledge.questions:
            return self.knowledge.questions[id]
        if id in self._about_running:
            return self._about_running[id]
        return self._is_this_so(id)

    def question_about(self, id: str) -> Question | None:
        """The question that is about this and nothing else, to change what is known; what is only told has none."""
        own = next((one for one in self.knowledge.questions.values() if one.about == (id,)), None)
        return self._is_this_so(id) if own is None and id in self.knowledge.findings else own

    def _about_the_talk(self, id: str) -> Question:
        return Question(
            id=id,
            about=(id,),
            kind="single",
            stage="intake",
            wording=self.texts(f"{id}.question"),
            why=self.texts(f"{id}.why"),
            options=tuple(Option(answer, self.texts(f"{id}.{answer}"), {id: answer}) for answer in ABOUT_THE_TALK[id]),
        )

    @cached_property
    def _about_running(self) -> Mapping[str, Question]:
        return running_questions(self.knowledge, self.texts)

    def _is_this_so(self, finding: str) -> Question:
        known = self.knowledge.findings[finding]
        wording = self._asked_by_itself(finding) or self.texts("single.question", what=self._said_in_a_list(finding))
        return Question(
            id=finding,
            about=(finding,),
            kind="single",
            stage="safety",
            wording=wording,
            why=known.meaning,
            options=tuple(
                Option(state.value, self.texts(f"single.{state.value}"), {finding: state.value})
                for state in (State.PRESENT, State.ABSENT, State.UNKNOWN)
            ),
        )

    def _asked_by_itself(self, finding: str) -> str | None:
        """The wording of a question that is about this finding and nothing else."""
        wordings = (one.wording for one in self.knowledge.questions.values() if one.about == (finding,))
        return next(wordings, None)

    def _said_in_a_list(self, finding: str) -> str:
        """The wording of a finding as an option of a group question, or its label."""
        for question in self.knowledge.questions.values():
            for option in question.options:
                if option.id == finding:
                    return option.label
        return self.knowledge.findings[finding].label

    def concerns_an_emergency(self, question: Question) -> bool:
        """Whether an answer could raise or close an emergency."""
        return any(id in self.emergency_findings for id in question.about)

    def concerns_a_rule(self, question: Question) -> bool:
        """Whether an answer could raise the level, or keep it from rising."""
        return any(id in self.decisive_findings for id in question.about)

    def remaining(self, question: Question, facts: Facts) -> Question:
        """A group question without what is known already: it is neither shown again nor settled by "none of these".

        A sign of an emergency that was denied in free text only is not known: the closed question decides.
        """
        if question.kind != "multiple":
            return question
        left = tuple(id for id in question.about if self._is_open(id, facts))
        options = (
            replace(option, settles={id: value for id, value in option.settles.items() if id in left})
            for option in question.options
        )
        return replace(question, about=left, options=tuple(one for one in options if one.settles or one.id == "none"))

    def _is_open(self, finding: str, facts: Facts) -> bool:
        fact = facts.by_id.get(finding)
        if fact is None:
            return True
        return fact.value is State.ABSENT and not fact.asked and finding in self.emergency_findings

    @cached_property
    def emergency_findings(self) -> frozenset[str]:
        """Findings that some emergency rule looks at."""
        return frozenset(
            finding
            for rule in self.knowledge.rules.values()
            if rule.level is Level.EMERGENCY
            for finding in findings_of(rule.when)
        )

    @cached_property
    def emergency_signs(self) -> frozenset[str]:
        """Those of them that speak for an emergency when they are there. Four steps speak for one when they are not."""
        rules = (rule for rule in self.knowledge.rules.values() if rule.level is Level.EMERGENCY)
        looked_at = (atom for rule in rules for atom in atoms(rule.when))
        return frozenset(one.finding for one in looked_at if isinstance(one, Is) and one.state is not State.ABSENT)

    @cached_property
    def decisive_findings(self) -> frozenset[str]:
        """Findings that some rule above self-care looks at."""
        rules = (rule for rule in self.knowledge.rules.values() if rule.level is not Level.SELF_CARE)
        return frozenset(finding for rule in rules for finding in findings_of(rule.when))

"""A simulated patient: answers each question of the assistant from the truth of a case, in one of several manners."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

from bot.evaluation.cases import LabelledCase
from bot.evaluation.personas import Persona, Reply
from bot.evaluation.personas.beside import beside
from bot.evaluation.personas.slips import slip_at
from bot.evaluation.personas.speaking_for import is_child, is_for_another
from bot.evaluation.personas.way import Manner
from bot.evaluation.truthful import true_reply

LAST_QUESTIONS = ("health",)
"""Asked of nearly everybody, when most has been asked."""

NEARLY_ALL = 8
"""So many questions, and the end is near."""

IN_OTHER_WORDS = {
    "present": "yes, it does",
    "absent": "no, it doesn't",
    "unknown": "I really don't know",
    "none": "no, none of those",
}
"""What is said in place of an option that was chosen before."""


class Patient:
    """One person with one case. The same seed gives the same answers."""

    def __init__(self, case: LabelledCase, persona: Persona, seed: int = 0) -> None:
        self._case = case
        self._persona = persona
        self._rng = random.Random(f"{case.id}/{persona.name}/{seed}")  # noqa: S311
        self._interruptions = list(persona.interrupts)
        self._asked: dict[str, int] = {}
        self._strayed: set[str] = set()
        self._beside_the_point: list[str] = []
        self._told: list[str] = []
        self._slipped = False
        self._corrections: list[str] = []

    def opens(self) -> str:
        opening, manner = self._case.opening, self._persona.opening
        said = manner(opening, self._case, self._rng) if manner else opening
        if opening in said:
            self._told.append(opening)
        return said

    def answers(self, question: Mapping[str, Any]) -> Reply:
        """The answer to a question of the protocol."""
        id = question["id"]
        offered = [option["id"] for option in question.get("options", ())]
        if id == "consent":
            return Reply("yes", "consent", ("yes",) if "yes" in offered else ())
        if self._interruptions:
            return Reply(self._interruptions.pop(0))
        if id == "summary" and offered:
            return Reply("yes", "summary", (offered[0],))
        if id == "anything_else":
            return self._spoken(Reply(self._case.said.get("anything_else", "no")))
        instead = self._instead(question)
        if instead is not None:
            return instead
        times = self._asked.get(id, 0)
        self._asked[id] = times + 1
        if "unknown" in offered and self._rng.random() < self._persona.unsure:
            return Reply("not sure", id, ("unknown",))
        reply = self._spoken(self._true(question))
        labels = {option["id"]: option["label"] for option in question.get("options", ())}
        if self._persona.words and reply.options and not times:
            return Reply(self._in_words([labels[option] for option in reply.options], self._persona.words))
        return _again(reply, question, labels) if times == 1 and not self._persona.words else reply

    def _in_words(self, labels: Sequence[str], manner: Manner) -> str:
        """Chosen options by their labels. A manner that leaves words out leaves no option out."""
        if self._persona.briefly:
            return " and ".join(manner(label, self._case, self._rng) for label in labels)
        return manner(" and ".join(labels), self._case, self._rng)

    def tells_more(self) -> Reply | None:
        """What is said when the first message brought no question: all of it, then where it hurts; each once."""
        said = (self._case.opening, self._case.said.get("where", ""))
        left = [words for words in said if words and words not in self._told]
        self._told += left[:1]
        return Reply(left[0]) if left else None

    def _instead(self, question: Mapping[str, Any]) -> Reply | None:
        """What is said before the answer: a slip, its correction, or something that was not asked."""
        id = question["id"]
        if self._corrections and (len(self._corrections) == 2 or self._ends_soon(id)):
            return Reply(self._corrections.pop(0))
        if self._persona.corrects and not self._slipped:
            slip = slip_at(question, self._case, self._rng)
            if slip:
                self._slipped, self._corrections = True, list(slip.corrections)
                self._asked[id] = 1
                return Reply(slip.said)
        if self._persona.strays and id not in self._strayed and self._rng.random() < self._persona.strays:
            self._strayed.add(id)
            told = beside(self._case, (id, *question.get("about", ())), self._beside_the_point, self._rng)
            if told:
                self._beside_the_point.append(told)
                return Reply(told)
        return None

    def _ends_soon(self, question: str) -> bool:
        return question in LAST_QUESTIONS or len(self._asked) >= NEARLY_ALL

    def _true(self, question: Mapping[str, Any]) -> Reply:
        offered = [option["id"] for option in question.get("options", ())]
        if question["id"] == "subject" and self._persona.for_another and not is_for_another(self._case):
            whose = "child" if is_child(self._case) else "other"
            return Reply(whose, "subject", (whose,) if whose in offered else ())
        return true_reply(question, self._case)

    def _spoken(self, reply: Reply) -> Reply:
        """An answer in words in the manner of the persona; a choice stays as it is."""
        if reply.options or not self._persona.speech:
            return reply
        return Reply(self._persona.speech(reply.text, self._case, self._rng))


def _again(reply: Reply, question: Mapping[str, Any], labels: Mapping[str, str]) -> Reply:
    """The same answer in other words: a question that comes again was perhaps not understood."""
    if reply.options:
        return Reply(" and ".join(IN_OTHER_WORDS.get(option, labels[option]) for option in reply.options))
    if question["kind"] == "scale" and reply.text.isdigit():
        return Reply(f"I'd say {reply.text} out of 10")
    if question["kind"] == "number" and reply.text.isdigit():
        return Reply(f"{reply.text} years old" if question["id"] == "age" else f"it is {reply.text}")
    return Reply(f"as I said, {reply.text}")

"""A simulated patient: answers each question of the assistant from the truth of a case, in one of several manners."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.evaluation.cases import LabelledCase

AGO = ((0, "today"), (1, "yesterday"), (13, "{n} days ago"), (60, "{weeks} weeks ago"), (700, "{months} months ago"))
"""How long ago is said, up to so many days."""


@dataclass(frozen=True)
class Reply:
    """What the patient sends: words, or options of the question that was put."""

    text: str
    question: str = ""
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Persona:
    """A manner of answering.

    Attributes:
        opening: changes the first message.
        words: changes an answer in words; options are then said by their labels.
        unsure: share of the questions that are answered with "not sure".
        interrupts: said once in so many answers, before the answer, as a message of its own.
    """

    name: str
    opening: Callable[[str, random.Random], str] = lambda text, _: text
    words: Callable[[str, random.Random], str] | None = None
    unsure: float = 0.0
    interrupts: tuple[str, ...] = ()


def _typos(text: str, rng: random.Random) -> str:
    """Two letters swapped in about one long word of four."""
    words = text.split(" ")
    for place, word in enumerate(words):
        if len(word) > 4 and word.isalpha() and rng.random() < 0.25:
            at = rng.randrange(1, len(word) - 2)
            words[place] = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return " ".join(words)


def _first_part(text: str, _: random.Random) -> str:
    return text.split(",")[0].split(".")[0]


def _around(before: str = "", after: str = "") -> Callable[[str, random.Random], str]:
    """Words before and after what would be said."""
    return lambda text, _: f"{before}{text}{after}"


PERSONAS: Mapping[str, Persona] = {
    one.name: one
    for one in (
        Persona("plain"),
        Persona("terse", _first_part, _first_part),
        Persona(
            "rambling",
            _around("Hello there, I hope this is the right place. ", " Thanks so much for any help!"),
            _around("well, let me think, I would say ", ", as far as I can tell"),
        ),
        Persona("typos", _typos, _typos),
        Persona("minimiser", _around("It's probably nothing, but "), _around(after=", but it's no big deal")),
        Persona(
            "catastrophiser",
            _around("I'm really scared. ", " What if I can never run again?"),
            _around(after=", it's awful"),
        ),
        Persona("unsure", unsure=0.3),
        Persona("asks_why", interrupts=("why do you ask?",)),
        Persona("begs", interrupts=("just tell me I can run on Sunday",)),
    )
}


class Patient:
    """One person with one case. The same seed gives the same answers."""

    def __init__(self, case: LabelledCase, persona: Persona, seed: int = 0) -> None:
        self._case = case
        self._persona = persona
        self._rng = random.Random(f"{case.id}/{persona.name}/{seed}")  # noqa: S311
        self._interruptions = list(persona.interrupts)
        self._asked: set[str] = set()

    def opens(self) -> str:
        return self._persona.opening(self._case.opening, self._rng)

    def answers(self, question: Mapping[str, Any]) -> Reply:
        """The answer to a question of the protocol."""
        if self._interruptions and question["id"] not in ("consent",):
            return Reply(self._interruptions.pop(0))
        again = question["id"] in self._asked
        self._asked.add(question["id"])
        offered = [option["id"] for option in question.get("options", ())]
        if question["id"] == "consent":
            return Reply("yes", "consent", ("yes",) if "yes" in offered else ())
        if question["id"] == "summary" and offered:
            return Reply("yes", "summary", (offered[0],))
        if question["id"] == "anything_else":
            return Reply(self._case.said.get("anything_else", "no"))
        if "unknown" in offered and self._rng.random() < self._persona.unsure:
            return Reply("not sure", question["id"], ("unknown",))
        reply = self._reply(question, offered)
        if self._persona.words and reply.options and not again:
            labels = {option["id"]: option["label"] for option in question["options"]}
            said = " and ".join(labels[option] for option in reply.options)
            return Reply(self._persona.words(said, self._rng))
        return reply

    def _reply(self, question: Mapping[str, Any], offered: Sequence[str]) -> Reply:
        id, truth = question["id"], self._case.truth
        if question["kind"] in ("scale", "number"):
            value = truth.get({"severity": "severity", "age": "age"}.get(id, id))
            return Reply(str(value) if value is not None else "not sure")
        if id == "location":
            picked = tuple(place for place in truth.get("location") or () if place in offered)
            where = self._case.said.get("where", "not sure")
            return Reply(where, id, picked) if picked else Reply(where)
        if id == "duration":
            return Reply(_ago(truth.get("duration_days")))
        if id in ("onset", "mechanism", "side", "subject", "sex"):
            return self._value(id, offered)
        if question["kind"] == "multiple":
            picked = tuple(option for option in offered if truth.get(option) is True)
            return Reply("", id, picked or (("none",) if "none" in offered else tuple(offered[:1])))
        return self._yes_or_no(question, offered)

    def _value(self, id: str, offered: Sequence[str]) -> Reply:
        value = self._case.truth.get(id)
        if id == "subject":
            value = value or ("child" if (self._case.truth.get("age") or 99) < 18 else "self")
        value = {"rolled": "rolled_in"}.get(str(value), value)
        if value in offered:
            return Reply(str(value), id, (str(value),))
        return Reply("not sure", id, ("unknown",)) if "unknown" in offered else Reply("not sure")

    def _yes_or_no(self, question: Mapping[str, Any], offered: Sequence[str]) -> Reply:
        about = next((one for one in question.get("about", ()) if one in self._case.truth), question["id"])
        if question["id"] in self._case.truth:
            about = question["id"]
        value = self._case.truth.get(about)
        if about == "single_leg_heel_raise" and value is None:
            value = not self._case.truth.get("weakness_push_off")
        if value is None and about.startswith("four_steps"):
            value = not self._case.truth.get("cannot_bear_weight")
        state = "present" if value else "absent"
        return Reply(state, question["id"], (state,)) if state in offered else Reply("yes" if value else "no")


def _ago(days: int | None) -> str:
    if days is None:
        return "not sure"
    for most, words in AGO:
        if days <= most:
            return words.format(n=days, weeks=max(2, round(days / 7)), months=max(2, round(days / 30)))
    return f"{round(days / 365)} years ago"

"""What one conversation has come to: the facts, what was asked, what is open. One value, kept in one slot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.knowledge.model import Level
from bot.triage.facts import Facts


class CaseUnreadable(ValueError):
    """A stored case is not of the form that `Case.to_json` writes. Never taken for an empty one."""


@dataclass(frozen=True)
class Case:
    """One conversation.

    Attributes:
        turn: number of messages heard.
        message: id of the last message heard; hearing it again changes nothing.
        facts: what is known.
        consent: `unasked`, `given` or `refused`.
        open: id of the question that waits for an answer.
        asked: ids of the questions that were settled or given up, in order.
        misses: how many messages in a row were meant for the open question and not understood.
        singly: findings of a group question that are now asked one by one.
        told: ids of the rules that the person was already warned about.
        warned: level of the warning that was sent in answer to the last message; empty for none.
        answered: the last message answered a question or brought facts.
        erased: the person wants everything deleted; the store does that in place of saving the turn.
        assessed: the facts as they were when the last result was given, as the ids and values.
    """

    turn: int = 0
    message: str = ""
    facts: Facts = field(default_factory=Facts.of)
    consent: str = "unasked"
    open: str | None = None
    asked: tuple[str, ...] = ()
    misses: int = 0
    singly: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    warned: str = ""
    answered: bool = False
    erased: bool = False
    assessed: str = ""

    @property
    def emergency_told_now(self) -> bool:
        """The last message was answered with an emergency warning, which nothing may follow."""
        return self.warned == Level.EMERGENCY

    @property
    def is_over_for_now(self) -> bool:
        """Nothing may follow in this turn: an emergency was told, or everything is being deleted."""
        return self.emergency_told_now or self.erased

    def asking(self, question: str) -> Case:
        """This case with that question open."""
        return replace(self, open=question, misses=self.misses if self.open == question else 0)

    def to_json(self) -> dict[str, Any]:
        return {
            "turn": self.turn,
            "message": self.message,
            "facts": self.facts.to_json(),
            "consent": self.consent,
            "open": self.open,
            "asked": list(self.asked),
            "misses": self.misses,
            "singly": list(self.singly),
            "told": list(self.told),
            "warned": self.warned,
            "answered": self.answered,
            "erased": self.erased,
            "assessed": self.assessed,
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any] | None) -> Case:
        """The case of a slot value; `None` (a slot never set) is a new case.

        Raises:
            CaseUnreadable: the value is something else than `to_json` writes.
        """
        if stored is None:
            return cls()
        try:
            return cls(
                turn=int(stored["turn"]),
                message=stored["message"],
                facts=Facts.from_json(stored["facts"]),
                consent=stored["consent"],
                open=stored["open"],
                asked=tuple(stored["asked"]),
                misses=int(stored["misses"]),
                singly=tuple(stored["singly"]),
                told=tuple(stored["told"]),
                warned=stored["warned"],
                answered=bool(stored["answered"]),
                erased=bool(stored["erased"]),
                assessed=stored["assessed"],
            )
        except (KeyError, TypeError, ValueError) as error:
            raise CaseUnreadable(f"A stored conversation cannot be read: {type(error).__name__} {error}") from error

"""What one conversation has come to: the facts, what was asked, what is open. One value, kept in one slot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.dialogue.running.kept import Running
from bot.knowledge.model import Level
from bot.triage.facts import Fact, Facts


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
        singly: what is asked next, whatever else is open: findings of a group one by one, and questions put again.
        told: ids of the rules that the person was warned about and that still hold.
        warned: level of the warning that was sent in answer to the last message; empty for none.
        withdrawn: level of the warnings that the last message left without ground; empty for none.
        answered: the last message answered a question or brought facts.
        request: what the last message asked of the talk itself, such as "back"; empty for nothing.
        replaced: the facts that the last message changed or took back, as they were before.
        erased: the person wants everything deleted; the store does that in place of saving the turn.
        assessed: the facts as they were when the last result was given, as the ids and values.
        outcome: what that result came to, to tell whether a new fact changes it.
        running: the way back to running.
        day: the day of the last message, as an ISO date; empty when it is not known.
        away: days since the message before, when the person came back on a later day with this one; else 0.
        comforted: somebody who is afraid was told so once.
        queued: turn in which the person agreed to be put in the operator's queue; 0 for never.
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
    withdrawn: str = ""
    answered: bool = False
    request: str = ""
    replaced: tuple[Fact, ...] = ()
    erased: bool = False
    assessed: str = ""
    outcome: str = ""
    running: Running = field(default_factory=Running)
    day: str = ""
    away: int = 0
    comforted: bool = False
    queued: int = 0

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
            "withdrawn": self.withdrawn,
            "answered": self.answered,
            "request": self.request,
            "replaced": Facts.of(self.replaced).to_json(),
            "erased": self.erased,
            "assessed": self.assessed,
            "outcome": self.outcome,
            "running": self.running.to_json(),
            "day": self.day,
            "away": self.away,
            "comforted": self.comforted,
            "queued": self.queued,
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
                withdrawn=stored.get("withdrawn", ""),
                answered=bool(stored["answered"]),
                request=stored.get("request", ""),
                replaced=tuple(Facts.from_json(stored.get("replaced", ()))),
                erased=bool(stored["erased"]),
                assessed=stored["assessed"],
                outcome=stored.get("outcome", ""),
                running=Running.from_json(stored.get("running")),
                day=stored.get("day", ""),
                away=int(stored.get("away", 0)),
                comforted=bool(stored.get("comforted", False)),
                queued=int(stored.get("queued", 0)),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise CaseUnreadable(f"A stored conversation cannot be read: {type(error).__name__} {error}") from error

"""What is kept of the way back to running between messages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bot.care.return_to_run.progress import Progress
from bot.care.return_to_run.week import UsualWeek
from bot.knowledge.model import State


@dataclass(frozen=True)
class Given:
    """An answer to a question about running, until the turn has taken it up."""

    question: str
    value: State | int


@dataclass(frozen=True)
class Running:
    """The way back to running in one conversation.

    Attributes:
        wanted: a plan was asked for, and what it takes is still being asked.
        week: what the person used to run. week_asked: they were asked.
        way: the plan that was begun.
        asking: ids of the questions that are still to be put, in order.
        later_fine: of the outing that waits for a number of its pain, the next morning was told to be fine.
        race: day of the race that was asked about last.
        topic: what was answered last, `race` or `plan`, in the turn `took`.
        took: the last turn that was answered here.
    """

    wanted: bool = False
    week: UsualWeek | None = None
    week_asked: bool = False
    way: Progress | None = None
    asking: tuple[str, ...] = ()
    later_fine: bool = False
    race: date | None = None
    topic: str = ""
    took: int = 0
    given: Given | None = None

    def answered(self, question: str, value: object) -> Running:
        """With the answer to a question, which is not put again."""
        given = Given(question, value) if isinstance(value, State | int) else None
        return replace(self, asking=tuple(one for one in self.asking if one != question), given=given)

    def to_json(self) -> dict[str, Any]:
        return {
            "wanted": self.wanted,
            "week": self.week.to_json() if self.week else None,
            "week_asked": self.week_asked,
            "way": self.way.to_json() if self.way else None,
            "asking": list(self.asking),
            "later_fine": self.later_fine,
            "race": self.race.isoformat() if self.race else None,
            "topic": self.topic,
            "took": self.took,
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any] | None) -> Running:
        """The inverse of `to_json`; a case that was stored before there were plans has nothing of it."""
        if stored is None:
            return cls()
        return cls(
            wanted=bool(stored["wanted"]),
            week=UsualWeek.from_json(stored["week"]) if stored["week"] else None,
            week_asked=bool(stored["week_asked"]),
            way=Progress.from_json(stored["way"]) if stored["way"] else None,
            asking=tuple(stored["asking"]),
            later_fine=bool(stored["later_fine"]),
            race=date.fromisoformat(stored["race"]) if stored["race"] else None,
            topic=stored["topic"],
            took=int(stored["took"]),
        )

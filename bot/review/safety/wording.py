"""Answers in plain words, from the labels of the base and data/safety/wording.yml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import yaml

from bot.knowledge.model import Clause, Knowledge, State
from bot.review.safety.case import FOLDER
from bot.review.safety.short_form import Choice, Literal, Row, short_form
from bot.review.safety.smallest import smallest_sets

AND = " **and** "


class Wording:
    """How a base says answers."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def label(self, finding: str) -> str:
        return self._knowledge.findings[finding].label

    def clause(self, clause: Clause) -> str:
        """Each way in which a clause holds, joined by "or"."""
        return ", or ".join(map(self.row, short_form(smallest_sets(clause))))

    def row(self, row: Row) -> str:
        """Answers that are needed together."""
        return AND.join(map(self._choice, row))

    def _choice(self, choice: Choice) -> str:
        said = " / ".join(map(self._literal, choice))
        return f"pain at: {said}" if choice[0].about == "location" else said

    def _literal(self, literal: Literal) -> str:
        if literal.about == "location":
            return self._knowledge.regions[literal.value].label
        if literal.about in self._knowledge.findings:
            finding = self._knowledge.findings[literal.about]
            return finding.label if literal.value == State.PRESENT else finding.absent
        words = _words()[literal.about]
        return words[literal.value] if literal.value else words["range"].format(_range(literal))


def _range(one: Literal) -> str:
    if one.high is None:
        return f"at least {one.low}"
    return f"at most {one.high}" if one.low == 0 else f"{one.low} to {one.high}"


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    written: Any = yaml.safe_load((FOLDER / "wording.yml").read_text(encoding="utf-8"))
    return {about: {str(key): str(value) for key, value in words.items()} for about, words in written.items()}

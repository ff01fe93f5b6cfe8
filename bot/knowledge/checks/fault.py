"""What a check finds, and what it looks at."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.knowledge.model import Knowledge
from bot.knowledge.vocabulary import Vocabulary


@dataclass(frozen=True)
class Fault:
    """Something wrong with an entry.

    Attributes:
        kind, id: the entry.
        part: the field, or the item of a list as `options[2]`; empty for the entry as a whole.
        what, mend: two sentences; see `Problem`.
    """

    kind: str
    id: str
    part: str
    what: str
    mend: str


@dataclass(frozen=True)
class Base:
    """A base, with the ids that it may use."""

    knowledge: Knowledge
    vocabulary: Vocabulary

    def entries(self) -> Mapping[str, Mapping[str, object]]:
        """Kind → id → entry, of everything that has an id."""
        known = self.knowledge
        return {
            "source": known.sources,
            "region": known.regions,
            "measure": known.measures,
            "finding": known.findings,
            "rule": known.rules,
            "question": known.questions,
            "condition": known.conditions,
            "advice": known.advice,
            "tissue": known.tissues,
            "plan": known.plans,
            "article": known.articles,
            "figure": known.figures,
            "help line": known.help_lines,
        }


Check = Callable[[Base], Iterator[Fault]]


def choose_from(wrong: str, known: Iterable[str]) -> str:
    """What to write instead of an unknown id: the nearest known ones."""
    known = list(known)
    near = difflib.get_close_matches(wrong, known, 3, cutoff=0.5)
    if near:
        return f"Did you mean {' or '.join(near)}?"
    return f"Known are: {', '.join(known)}." if 0 < len(known) <= 20 else "Look the id up in the vocabulary."

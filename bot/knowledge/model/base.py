"""The whole base."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bot.knowledge.model.deciding import Condition, Finding, LexiconEntry, Question, Region, Rule
from bot.knowledge.model.telling import Advice, Article, Figure, HelpLine, Measure, Plan, Tissue
from bot.knowledge.model.terms import Source


@dataclass(frozen=True, repr=False)
class Knowledge:
    """The whole base, in the order of its files.

    Attributes:
        version: hash of the content; stored with every assessment.
    """

    version: str
    sources: Mapping[str, Source]
    findings: Mapping[str, Finding]
    regions: Mapping[str, Region]
    rules: Mapping[str, Rule]
    questions: Mapping[str, Question]
    conditions: Mapping[str, Condition]
    advice: Mapping[str, Advice]
    help_lines: Mapping[str, HelpLine]
    lexicon: tuple[LexiconEntry, ...]
    measures: Mapping[str, Measure] = field(default_factory=dict)
    tissues: Mapping[str, Tissue] = field(default_factory=dict)
    plans: Mapping[str, Plan] = field(default_factory=dict)
    articles: Mapping[str, Article] = field(default_factory=dict)
    figures: Mapping[str, Figure] = field(default_factory=dict)

    def __repr__(self) -> str:
        """By its version: all of it would fill a book."""
        return f"Knowledge(version={self.version!r})"

    def __hash__(self) -> int:
        """That of the version, which is one of the content: what is worked out from a base can be kept by it."""
        return hash(self.version)

    @cached_property
    def question_about(self) -> Mapping[str, str]:
        """Finding or attribute → id of the first question that settles it."""
        found: dict[str, str] = {}
        for question in self.questions.values():
            for about in question.about:
                found.setdefault(about, question.id)
        return found

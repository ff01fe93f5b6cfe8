"""What the knowledge base is made of, as frozen value objects.

Everything here is data that a clinician wrote in `data/knowledge` and that `bot.knowledge.files` checked. Nothing here
decides anything: rules are evaluated in `bot.triage`, advice is chosen in `bot.care`.
"""

from bot.knowledge.model.base import Knowledge
from bot.knowledge.model.clauses import AllOf, AnyOf, AtLeast, Between, Clause, Is, OneOf
from bot.knowledge.model.deciding import (
    Condition,
    Course,
    Evidence,
    Finding,
    LexiconEntry,
    Option,
    Question,
    Region,
    Rule,
)
from bot.knowledge.model.telling import Advice, Article, Criterion, Figure, HelpLine, Measure, Plan, Stage, Tissue
from bot.knowledge.model.terms import Level, Provenance, Source, State, Strength

__all__ = [
    "Advice",
    "AllOf",
    "AnyOf",
    "Article",
    "AtLeast",
    "Between",
    "Clause",
    "Condition",
    "Course",
    "Criterion",
    "Evidence",
    "Figure",
    "Finding",
    "HelpLine",
    "Is",
    "Knowledge",
    "Level",
    "LexiconEntry",
    "Measure",
    "OneOf",
    "Option",
    "Plan",
    "Provenance",
    "Question",
    "Region",
    "Rule",
    "Source",
    "Stage",
    "State",
    "Strength",
    "Tissue",
]

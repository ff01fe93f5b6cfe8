"""Bases that make no sense but hold together: any text, any clause, any order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from bot.knowledge.model import (
    Advice,
    AllOf,
    AnyOf,
    Article,
    AtLeast,
    Between,
    Clause,
    Condition,
    Course,
    Criterion,
    Evidence,
    Figure,
    Finding,
    HelpLine,
    Is,
    Knowledge,
    Level,
    LexiconEntry,
    Measure,
    OneOf,
    Option,
    Plan,
    Provenance,
    Question,
    Region,
    Rule,
    Source,
    Stage,
    State,
    Strength,
    Tissue,
)
from bot.knowledge.version import version_of

WORDS = frozenset({"all", "any", "at_least", *State})
IDS = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True).filter(lambda id: id not in WORDS)
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
NUMBERS = st.integers(-(2**31), 2**31 - 1)
SHARES = st.floats(0.0, allow_infinity=False)
DAYS = st.dates(date(1900, 1, 1))


@st.composite
def ranges(draw: st.DrawFn) -> Between:
    low, high = sorted((draw(st.integers(-5, 130)), draw(st.integers(-5, 130))))
    return Between(draw(IDS), *draw(st.sampled_from([(low, high), (low, None), (None, high)])))


def _joined(parts: st.SearchStrategy[Clause]) -> st.SearchStrategy[Clause]:
    several = st.lists(parts, min_size=1, max_size=4).map(tuple)
    at_least = several.flatmap(lambda some: st.builds(AtLeast, st.integers(1, len(some)), st.just(some)))
    return st.builds(AllOf, several) | st.builds(AnyOf, several) | at_least


CLAUSES: st.SearchStrategy[Clause] = st.recursive(
    st.builds(Is, IDS, st.sampled_from(State))
    | st.builds(OneOf, IDS, st.lists(IDS, min_size=1, max_size=3).map(tuple))
    | ranges(),
    _joined,
    max_leaves=8,
)
MAYBE_CLAUSE = st.none() | CLAUSES
MAYBE_TEXT = st.none() | TEXT
MAYBE_NUMBER = st.none() | NUMBERS


SETTLES = st.dictionaries(IDS, TEXT | NUMBERS | st.lists(TEXT, max_size=3).map(tuple), max_size=3)


def several(of: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(of, max_size=3).map(tuple)


@st.composite
def bases(draw: st.DrawFn) -> Knowledge:
    """A base whose sources and questions exist wherever they are named."""
    sources = draw(by_id(IDS, lambda id: st.builds(Source, st.just(id), TEXT, NUMBERS, TEXT, MAYBE_TEXT)))
    cited = several(st.sampled_from(sorted(sources))) if sources else st.just(())
    grounds = st.builds(Provenance, cited, st.sampled_from(Strength), DAYS)
    questions = draw(by_id(IDS, lambda id: _question(id, grounds)))
    asked = st.none() | st.sampled_from(sorted(questions)) if questions else st.none()
    knowledge = Knowledge(
        version="",
        sources=sources,
        findings=draw(by_id(IDS, lambda id: st.builds(Finding, st.just(id), TEXT, TEXT, TEXT, TEXT, TEXT, grounds))),
        regions=draw(by_id(IDS, lambda id: st.builds(Region, st.just(id), TEXT, TEXT, st.none() | grounds))),
        rules=draw(by_id(IDS, lambda id: _rule(id, asked, grounds))),
        questions=questions,
        conditions=draw(by_id(IDS, lambda id: _condition(id, grounds))),
        advice=draw(by_id(IDS, lambda id: _advice(id, grounds))),
        help_lines=draw(by_id(IDS, lambda id: _help_line(id, grounds))),
        lexicon=draw(several(st.builds(LexiconEntry, TEXT, several(TEXT), st.sampled_from(State)))),
        measures=draw(by_id(IDS, lambda id: st.builds(Measure, st.just(id), TEXT, TEXT))),
        tissues=draw(by_id(IDS, lambda id: _tissue(id, grounds))),
        plans=draw(by_id(IDS, lambda id: _plan(id, grounds))),
        articles=draw(by_id(IDS, lambda id: _article(id, grounds))),
        figures=draw(by_id(IDS, lambda id: st.builds(Figure, st.just(id), several(IDS), TEXT, grounds))),
    )
    return replace(knowledge, version=version_of(knowledge))


@st.composite
def by_id(draw: st.DrawFn, ids: st.SearchStrategy[str], entry: Any) -> dict[str, Any]:
    return {id: draw(entry(id)) for id in draw(st.lists(ids, unique=True, max_size=3))}


def _question(id: str, grounds: st.SearchStrategy[Provenance]) -> st.SearchStrategy[Question]:
    return st.builds(
        Question,
        st.just(id),
        about=several(IDS),
        kind=TEXT,
        stage=TEXT,
        wording=TEXT,
        why=TEXT,
        options=several(st.builds(Option, TEXT, TEXT, SETTLES)),
        help=MAYBE_TEXT,
        minimum=MAYBE_NUMBER,
        maximum=MAYBE_NUMBER,
        unit=MAYBE_TEXT,
        seconds=NUMBERS,
        ask_when=MAYBE_CLAUSE,
        never_when=MAYBE_CLAUSE,
        provenance=st.none() | grounds,
    )


def _rule(
    id: str, asked: st.SearchStrategy[str | None], grounds: st.SearchStrategy[Provenance]
) -> st.SearchStrategy[Rule]:
    more = (MAYBE_TEXT, TEXT, several(IDS))
    return st.builds(Rule, st.just(id), TEXT, st.sampled_from(Level), CLAUSES, TEXT, asked, grounds, *more)


def _condition(id: str, grounds: st.SearchStrategy[Provenance]) -> st.SearchStrategy[Condition]:
    return st.builds(
        Condition,
        st.just(id),
        name=TEXT,
        plain=TEXT,
        icd10=several(TEXT),
        regions=several(TEXT),
        prior=SHARES,
        usual_level=st.sampled_from(Level),
        must_not_miss=st.booleans(),
        evidence=several(st.builds(Evidence, TEXT, several(TEXT), SHARES, SHARES, grounds)),
        advice=several(TEXT),
        course=st.builds(Course, st.tuples(NUMBERS, NUMBERS), NUMBERS, TEXT, several(TEXT)),
        escalate=TEXT,
        contrasts=st.dictionaries(IDS, IDS, max_size=3),
        provenance=grounds,
        tissue=TEXT,
        plans=several(IDS),
    )


def _advice(id: str, grounds: st.SearchStrategy[Provenance]) -> st.SearchStrategy[Advice]:
    levels = several(st.sampled_from(Level))
    measures = (several(IDS), several(IDS))
    return st.builds(Advice, st.just(id), TEXT, TEXT, levels, MAYBE_CLAUSE, MAYBE_TEXT, grounds, *measures)


def _tissue(id: str, grounds: st.SearchStrategy[Provenance]) -> st.SearchStrategy[Tissue]:
    return st.builds(Tissue, st.just(id), TEXT, TEXT, NUMBERS, NUMBERS, NUMBERS, st.booleans(), grounds)


def _plan(id: str, grounds: st.SearchStrategy[Provenance]) -> st.SearchStrategy[Plan]:
    criteria = several(st.builds(Criterion, IDS, TEXT, st.none() | st.sampled_from(Level)))
    length = st.none() | SHARES
    return st.builds(
        Plan,
        st.just(id),
        name=TEXT,
        plain=TEXT,
        tissues=several(IDS),
        unless=MAYBE_CLAUSE,
        gate=criteria,
        stages=several(st.builds(Stage, IDS, TEXT, length, length, length, length, length, length)),
        sessions_before_next=NUMBERS,
        rest_days=NUMBERS,
        sessions_a_week=NUMBERS,
        progress=criteria,
        step_back=criteria,
        stop=criteria,
        afterwards=TEXT,
        provenance=grounds,
        days_before_next=NUMBERS,
        long_break_days=NUMBERS,
        settle_days=NUMBERS,
        bad_runs_before_stop=NUMBERS,
        never_with=several(IDS),
        halve_every_weeks=st.none() | NUMBERS,
        least_km=length,
    )


def _article(id: str, grounds: st.SearchStrategy[Provenance]) -> st.SearchStrategy[Article]:
    return st.builds(Article, st.just(id), TEXT, several(IDS), TEXT, TEXT, MAYBE_TEXT, grounds)


def _help_line(id: str, grounds: st.SearchStrategy[Provenance]) -> st.SearchStrategy[HelpLine]:
    return st.builds(HelpLine, st.just(id), TEXT, TEXT, MAYBE_TEXT, MAYBE_TEXT, st.none() | grounds)

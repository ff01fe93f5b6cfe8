"""Answers to questions in general: the article, or the part of a condition, that fits what is asked best."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from bot.care.advice import refused
from bot.dialogue.case import Case
from bot.dialogue.interruptions import LEAVING, asks_something
from bot.dialogue.message import Message
from bot.dialogue.naming import Named, named
from bot.dialogue.practice import Practice
from bot.dialogue.utterance import Utterance
from bot.knowledge.model import Article, Condition, Knowledge, Level
from bot.triage.assessment import assess
from bot.triage.rules import fired, rule_level

KINDS: Mapping[str, tuple[str, ...]] = {
    "ask_condition_info": ("what_it_is", "how_common", "symptoms"),
    "ask_treatment": ("treatment", "first_steps", "racing", "prevention"),
    "ask_prevention": ("prevention",),
    "ask_cause": ("cause", "risk_factor"),
    "ask_risk_factors": ("risk_factor", "cause"),
    "ask_recovery_time": ("recovery_time", "racing", "first_steps"),
    "ask_when_see_doctor": ("when_to_see_a_doctor",),
}
"""Kind of turn → kinds of article that answer it, the best first."""

ABOUT_MINE = frozenset({"ask_recovery_time", "ask_treatment", "ask_when_see_doctor"})
"""Kinds of turn that, after a result, ask about what fits best when they name nothing."""

UNCLEAR = frozenset({"ask_why", "out_of_scope", "nlu_fallback"})
"""Kinds of turn that may be a question in general all the same, when the words name something and ask."""

EXPLAINED_BY_WHAT_IT_IS = frozenset({"ask_condition_info", "ask_treatment", "ask_cause"})
"""Where nothing closer is written, what a condition is answers these; it tells how it comes and what is first."""


@dataclass(frozen=True)
class Fit:
    """How well an article fits, compared in this order; product judgement.

    Attributes:
        named: what it is about was named: a condition or a measure counts more than a finding, which may be a symptom.
        kind: it is of the kind that was asked for.
        narrow: it is about little else.
    """

    named: int
    kind: int
    narrow: int

    @property
    def rank(self) -> tuple[int, int]:
        return self.named + self.kind, self.narrow


def answer_in_general(utterance: Utterance, case: Case, practice: Practice) -> Message | None:
    """The answer to what a message asks in general; after a result "how long?" is about what fits best."""
    intent, spoken_of = utterance.intent or "", named(utterance, practice.knowledge)
    if intent not in KINDS and not (intent in UNCLEAR and asks_something(utterance.text)):
        return None
    leading = assess(case.facts, practice.knowledge).leading if case.assessed and intent in ABOUT_MINE else ()
    mine = tuple(one.condition.id for one in leading)
    said = general_answer(intent, spoken_of, mine, practice.knowledge)
    return said and _for_this_person(said, utterance, spoken_of, case, practice)


def _for_this_person(said: Message, utterance: Utterance, spoken_of: Named, case: Case, practice: Practice) -> Message:
    """The answer after what is known: what was told speaks against it, or how soon to be seen."""
    not_this = refused(spoken_of.measures, case.facts, practice.knowledge)
    if not_this is not None:
        label = practice.knowledge.measures[not_this.measure].label
        instead = not_this.instead or practice.texts("general.leave_out", label=label)
        return _beginning_with(practice.texts("general.not_for_you", instead=instead), not_this.sources, said)
    of_time = utterance.intent == "ask_when_see_doctor" or not (spoken_of.measures or spoken_of.conditions)
    if of_time and utterance.intent in ABOUT_MINE and (level := _how_soon(case, practice.knowledge)):
        sources = (
            source
            for one in fired(case.facts, practice.knowledge)
            if one.rule.level is level
            for source in one.rule.provenance.sources
        )
        how = "urgent" if level.urgency >= Level.SAME_DAY.urgency else "yours"
        yours = practice.texts(f"general.{how}", level=practice.texts(f"result.level.{level}"))
        return _beginning_with(yours, sources, said)
    return said


def _how_soon(case: Case, knowledge: Knowledge) -> Level | None:
    """The level of the result, or before it the level that already stands; `None` while it may still turn out low."""
    if case.assessed:
        return assess(case.facts, knowledge).level
    standing = rule_level(case.facts, knowledge)
    return standing if standing.urgency >= Level.SAME_DAY.urgency else None


def _beginning_with(first: str, sources: Iterable[str], said: Message) -> Message:
    payload = dict(said.payload or {})
    payload["sources"] = list(dict.fromkeys((*sources, *payload.get("sources", ()))))
    return replace(said, text=f"{first} {said.text}", payload=payload)


def answer_besides(utterance: Utterance, case: Case, practice: Practice) -> Message | None:
    """The answer to what a message asks beside what it tells; `None` when it asks nothing that the base can answer."""
    if utterance.intent in LEAVING:
        return None
    if utterance.intent in KINDS:
        return answer_in_general(utterance, case, practice)
    asked = next((one for one in utterance.asks if one.intent in KINDS), None)
    return answer_in_general(utterance.part(asked), case, practice) if asked else None


def general_answer(intent: str, named: Named, leading: tuple[str, ...], knowledge: Knowledge) -> Message | None:
    """The answer to a question in general; `None` when the base has none.

    Args:
        intent: one of `KINDS`; of any other, only what is named counts, whatever is asked of it.
        named: what the question names.
        leading: conditions that the person's own case fits best, for "how long will it take?". They count only when
            the question names nothing.
    """
    asked = named if named.conditions or named.measures else Named(leading, named.findings)
    if intent in _OF_A_CONDITION and asked.conditions:
        condition = knowledge.conditions[asked.conditions[0]]
        if not _is_answered(condition.id, KINDS[intent][0], knowledge):
            return _of(condition, _OF_A_CONDITION[intent](condition))
    fits = {article.id: fit for article in knowledge.articles.values() if (fit := _fit(article, intent, asked))}
    best = max(fits, key=lambda id: fits[id].rank, default=None)
    return None if best is None else _said(knowledge.articles[best])


def _fit(article: Article, intent: str, asked: Named) -> Fit | None:
    about = set(article.about)
    named = 3 * len(about & {*asked.conditions, *asked.measures}) + len(about & set(asked.findings))
    clear = intent in KINDS
    kinds = KINDS[intent if clear else "ask_treatment"]  # an unclear question is most often what to do, or not to do
    kind = 0
    if article.kind in kinds:
        kind = 3 if article.kind == kinds[0] else 2
    elif not clear or (article.kind == "what_it_is" and intent in EXPLAINED_BY_WHAT_IT_IS):
        kind = 1
    if not kind or (not named and (about or not clear or article.kind != kinds[0])):
        return None
    return Fit(named, kind, -len(about))


def _is_answered(condition: str, kind: str, knowledge: Knowledge) -> bool:
    """Whether an article of that kind speaks of the condition."""
    return any(one.kind == kind and condition in one.about for one in knowledge.articles.values())


_OF_A_CONDITION: Mapping[str, Callable[[Condition], str]] = {
    "ask_recovery_time": lambda condition: condition.course.expect,
    "ask_when_see_doctor": lambda condition: condition.escalate,
}
"""What the entry of a condition says itself, where no article does."""


def _of(condition: Condition, text: str) -> Message:
    sources = list(condition.provenance.sources)
    return Message.of("article", text, id=condition.id, title=condition.name, sources=sources)


def _said(article: Article) -> Message:
    """The article, with where common advice and the evidence differ."""
    text = f"{article.text} {article.differs}" if article.differs else article.text
    return Message.of("article", text, id=article.id, title=article.title, sources=list(article.provenance.sources))

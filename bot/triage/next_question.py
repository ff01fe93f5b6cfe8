"""Which question comes next: dangers first, and first of all those that what was told makes possible; then the story,
then what settles a rule, then what tells causes apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.knowledge.clauses import atoms
from bot.knowledge.model import Is, Knowledge, Level, Question
from bot.triage.clauses import holds, open_in
from bot.triage.facts import Facts
from bot.triage.information import worth_of_asking
from bot.triage.near import near_emergencies
from bot.triage.rules import rule_level


@dataclass(frozen=True)
class Patience:
    """How much is asked. Source: product judgement; a person who tires of questions gives none of the answers.

    Attributes:
        questions: with so many asked, nothing more is asked only to tell conditions apart. Safety is never cut short.
        details: at most so many questions of that kind.
        least_worth: a question worth less (in nats of weighted entropy) would hardly move any condition.
    """

    questions: int = 12
    details: int = 4
    least_worth: float = 0.1


PATIENCE = Patience()


def next_question(
    facts: Facts, asked: Sequence[str], knowledge: Knowledge, patience: Patience = PATIENCE
) -> str | None:
    """Id of the question to ask now; `None` when nothing is left to ask, or an emergency stands.

    `asked` are the ids of the questions that were put, answered or not: none is put twice. A denial in free text does
    not close a finding that an emergency hangs on; its own question does.
    """
    return needed_question(facts, asked, knowledge) or telling_question(facts, asked, knowledge, patience)


def needed_question(facts: Facts, asked: Sequence[str], knowledge: Knowledge) -> str | None:
    """Id of the next question that is asked of everybody with that story, or whose answer can raise the level."""
    if rule_level(facts, knowledge) is Level.EMERGENCY:
        return None
    needed, _ = _waiting(facts, asked, knowledge)
    return needed[0].id if needed else None


def telling_question(
    facts: Facts, asked: Sequence[str], knowledge: Knowledge, patience: Patience = PATIENCE
) -> str | None:
    """Id of the question that best tells conditions apart, while patience lasts and none of them is clear.

    What can no longer raise the level may still do that.
    """
    if rule_level(facts, knowledge) is Level.EMERGENCY or not _patient(asked, knowledge, patience):
        return None
    _, details = _waiting(facts, asked, knowledge)
    return _most_telling(details, facts, knowledge, patience)


def about_left(facts: Facts, asked: Sequence[str], knowledge: Knowledge, patience: Patience = PATIENCE) -> int:
    """About how many questions are still to come: an answer may bring others, or spare some."""
    if rule_level(facts, knowledge) is Level.EMERGENCY:
        return 0
    needed, details = _waiting(facts, asked, knowledge)
    put = sum(knowledge.questions[id].stage == "detail" for id in asked if id in knowledge.questions)
    room = min(patience.details - put, patience.questions - len(asked) - len(needed), len(details))
    return len(needed) + max(room, 0)


def _waiting(
    facts: Facts, asked: Sequence[str], knowledge: Knowledge
) -> tuple[tuple[Question, ...], tuple[Question, ...]]:
    """What has to be asked, in its order; and what cannot raise the level any more, but may tell conditions apart."""
    firm = _firm(facts, knowledge)
    waiting = [one for one in knowledge.questions.values() if one.id not in asked and _fits(one, facts, firm)]
    open_ids = _open_to_rules(firm, knowledge)
    in_order = (
        *(one for one in waiting if one.stage == "screen"),
        *_nearest(waiting, near_emergencies(firm, knowledge)),
        *(one for one in waiting if one.stage == "intake"),
        *(one for one in waiting if one.stage == "safety" and not open_ids.isdisjoint(one.about)),
    )
    needed = tuple({one.id: one for one in in_order}.values())
    return needed, tuple(one for one in waiting if one.stage in ("detail", "safety") and one not in needed)


def _nearest(waiting: Sequence[Question], near: Mapping[str, int]) -> list[Question]:
    """The questions that ask about an emergency one answer away.

    First the one whose emergency is known best, of equals the one that asks about most of them.
    """
    asking = [
        (question, [near[id] for id in question.about if id in near])
        for question in waiting
        if question.stage in ("intake", "safety")
    ]
    closest = [(question, known) for question, known in asking if known]
    return [question for question, _ in sorted(closest, key=lambda one: (-max(one[1]), -len(one[1])))]


def _fits(question: Question, facts: Facts, firm: Facts) -> bool:
    """Something in it is still open, it concerns this person, and checking does no harm.

    Not sure counts as a yes for both gates: the question is asked, the harmful check is not.
    """
    if question.about and all(firm.settled(about) for about in question.about):
        return False
    if question.ask_when is not None and not holds(question.ask_when, facts):
        return False
    return question.never_when is None or not holds(question.never_when, facts)


def _firm(facts: Facts, knowledge: Knowledge) -> Facts:
    """The facts less what was only said in passing: a "not sure", and a denial that speaks against an emergency."""
    wanted = {
        (atom.finding, atom.state)
        for rule in knowledge.rules.values()
        if rule.level is Level.EMERGENCY
        for atom in atoms(rule.when)
        if isinstance(atom, Is)
    }
    at_stake = {finding for finding, _ in wanted}
    loose_denials = (
        fact.id for fact in facts if fact.id in at_stake and not fact.asked and (fact.id, fact.value) not in wanted
    )
    return facts.without(*loose_denials, *(fact.id for fact in facts if not facts.settled(fact.id)))


def _open_to_rules(facts: Facts, knowledge: Knowledge) -> frozenset[str]:
    """What could still make a rule fire that is more urgent than the ones that do."""
    present = rule_level(facts, knowledge).urgency
    higher = (rule for rule in knowledge.rules.values() if rule.level.urgency > present)
    return frozenset().union(*(open_in(rule.when, facts) for rule in higher))


def _patient(asked: Sequence[str], knowledge: Knowledge, patience: Patience) -> bool:
    """Whether one more question may be asked only to tell conditions apart."""
    put = [knowledge.questions[name] for name in asked if name in knowledge.questions]
    details = sum(question.stage == "detail" for question in put)
    return len(asked) < patience.questions and details < patience.details


def _most_telling(questions: Sequence[Question], facts: Facts, knowledge: Knowledge, patience: Patience) -> str | None:
    """The question that tells most per second of the person's time; the first in file order of equals."""
    about = {name for question in questions for name in question.about if not facts.settled(name)}
    worth = worth_of_asking(about, facts, knowledge)
    best: tuple[float, str | None] = (0.0, None)
    for question in questions:
        gain = sum(worth.get(name, 0.0) for name in question.about)
        per_second = gain / max(question.seconds, 1)
        if gain >= patience.least_worth and per_second > best[0]:
            best = (per_second, question.id)
    return best[1]

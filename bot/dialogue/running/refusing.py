"""Why there is no plan, and what would change that, in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from bot.care.return_to_run.offer import Ground, Refusal
from bot.dialogue.message import Message
from bot.dialogue.practice import Practice
from bot.knowledge.model import State
from bot.triage.facts import Facts

MOST_GROUNDS = 3
"""So many reasons are said; the payload has all of them."""

SEEN = ("level", "rule", "in_view", "no_plan")
"""Grounds that a clinician who has examined it can take away."""


def refused_message(refusal: Refusal, facts: Facts, practice: Practice) -> Message:
    text = practice.texts("running.refused", why=why(refusal, facts, practice), change=change(refusal, practice))
    return Message.of("plan", text, status="refused", **grounds(refusal))


def grounds(refusal: Refusal) -> dict[str, object]:
    """The reasons, for machines."""
    sources = dict.fromkeys(source for ground in refusal.grounds for source in ground.sources)
    return {"reasons": [ground.to_json() for ground in refusal.grounds], "sources": list(sources)}


def why(refusal: Refusal, facts: Facts, practice: Practice) -> str:
    """The weightiest reasons, each sentence once."""
    sentences = dict.fromkeys(_sentences(refusal, facts, practice))
    return " ".join(list(sentences)[:MOST_GROUNDS])


def change(refusal: Refusal, practice: Practice) -> str:
    seen = any(ground.why in SEEN for ground in refusal.grounds)
    return practice.texts("running.change.seen" if seen else "running.change.own")


def _sentences(refusal: Refusal, facts: Facts, practice: Practice) -> Iterator[str]:
    texts, known = practice.texts, practice.knowledge
    for ground in refusal.grounds:
        match ground.why:
            case "level":
                yield texts(f"running.why.level.{ground.about}")
            case "rule":
                yield known.rules[ground.about].text
            case "in_view":
                yield texts("running.why.in_view", names=_names(refusal, practice))
            case "no_plan" if ground.about:
                yield texts("running.why.no_plan", names=_name(ground.about, practice))
            case "no_plan":
                yield texts("running.why.fits_nothing")
            case _:
                yield _of_fact(ground, facts, practice)


def _names(refusal: Refusal, practice: Practice) -> str:
    """The conditions that are not ruled out, the most likely first."""
    ids = [ground.about for ground in refusal.grounds if ground.why == "in_view"]
    return f" {practice.texts('result.or')} ".join(_name(id, practice) for id in ids[:MOST_GROUNDS])


def _name(condition: str, practice: Practice) -> str:
    return f"“{practice.knowledge.conditions[condition].name}”"


def _of_fact(ground: Ground, facts: Facts, practice: Practice) -> str:
    known = practice.knowledge.findings.get(ground.about)
    if known is None:
        return practice.texts(f"running.why.{ground.about}")
    if facts.state(ground.about) is State.UNKNOWN:
        return practice.texts("running.why.unsure", label=known.label)
    said = known.absent if facts.state(ground.about) is State.ABSENT else known.present
    return practice.texts("running.why.finding", said=said)

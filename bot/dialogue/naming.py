"""What a message is about: the conditions, findings and measures that it names."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from bot.dialogue.utterance import Utterance
from bot.knowledge.model import Knowledge
from bot.language.reading import Mention


@dataclass(frozen=True)
class Named:
    """Ids in the order in which they were named, each once."""

    conditions: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()


def named(utterance: Utterance, knowledge: Knowledge) -> Named:
    """What a message names, whatever it says of it: "is it gout?", "not gout" and "my mum has gout" all name gout."""
    return Named(
        conditions=_ids(utterance.names, knowledge.conditions),
        findings=_ids(utterance.mentions, knowledge.findings),
        measures=_ids(utterance.names, knowledge.measures),
    )


def _ids(mentions: Iterable[Mention], known: Collection[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.concept for mention in mentions if mention.concept in known))

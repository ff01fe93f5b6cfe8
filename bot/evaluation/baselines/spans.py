"""Writes where Malleo's lexicon finds something in labelled sentences and messages, for engines of negation to judge.

Run in the project's own environment: `python -m bot.evaluation.baselines.spans OUT --pairs TSV --messages YAML`. With
the places given, only the judgement differs between engines. Malleo's own stands beside each place.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from bot.dialogue.practice import Practice
from bot.evaluation.baselines.assertion import ABSENT, HISTORICAL, HYPOTHETICAL, OTHER, Pair, Place, Places, Said
from bot.evaluation.messages import Labelled, labelled
from bot.knowledge.vocabulary import vocabulary
from bot.language.implications import SAYS
from bot.language.reading import ATTRIBUTES, Mention, Reading

CONCEPTS = {
    "swelling": ("swelling",),
    "bruising": ("bruising",),
    "numbness": ("numbness",),
    "tingling": ("tingling",),
    "pop": ("pop_heard",),
    "walk": ("cannot_bear_weight",),
    "pain": ("rest_pain", "night_pain", "pain_on_activity", "tenderness", "bone_tender_other"),
}
"""Concepts of the labelled sentences, as findings of the base; pain as such is none of them, only its kinds are."""

OPPOSITE = frozenset(("walk",))
"""Who can walk has the finding of these absent."""


def pairs(file: Path, practice: Practice) -> Iterator[Pair]:
    """The sentences of a file with columns `set`, `text`, `concept` and `gold`."""
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            known = CONCEPTS.get(row["concept"], ())
            found = [one for one in places(row["text"], practice) if one.concept in known]
            opposite = row["concept"] in OPPOSITE
            yield Pair(row["set"], row["text"], row["concept"], row["gold"], tuple(found), opposite)


def messages(labels: Sequence[Labelled], practice: Practice) -> Iterator[Said]:
    """The messages that stand alone; what a bare answer is about stands in its question, not in its words."""
    for one in labels:
        if not one.context:
            found = tuple(places(one.text, practice))
            yield Said(one.id, one.text, sorted(one.present), sorted(one.absent), sorted(one.ignored), found)


def places(text: str, practice: Practice) -> Iterator[Place]:
    """Where the lexicon finds a finding, and what Malleo says of it."""
    reading = practice.reader.read(text)
    for match in practice.reader.lexicon.find(reading.words):
        sense = match.meaning
        if sense.name or sense.concept in ATTRIBUTES or sense.value == "unknown":
            continue
        start, end = reading.words[match.first].start, reading.words[match.last].end
        own = _own(reading, sense.concept, start, end)
        if own is not None:
            yield Place(sense.concept, _word_start(text, start), end, sense.value, own, _implied(sense.concept))


def _word_start(text: str, start: int) -> int:
    """Where the word begins as typed: other engines know no "n't" without its "was"."""
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] in "'’"):
        start -= 1
    return start


def _own(reading: Reading, concept: str, start: int, end: int) -> str | None:
    """Malleo's label of one place."""
    here = (one for one in reading.mentions if (one.concept, one.start, one.end) == (concept, start, end))
    return next((_label(one) for one in here), None)


def _label(mention: Mention) -> str:
    if mention.whose == "other":
        return OTHER
    if mention.time == "hypothetical":
        return HYPOTHETICAL
    if mention.time == "resolved":
        return ABSENT
    return HISTORICAL if mention.time == "past" else str(mention.value)


def _implied(concept: str) -> dict[str, dict[str, str]]:
    """State of a finding → the findings that are said along with it, and their state."""
    return {
        str(state): {other: str(value) for other, value in also if other in vocabulary().findings}
        for (about, state), also in SAYS.items()
        if about == concept
    }


def main() -> None:
    from bot.runtime.practice import practice
    from bot.runtime.readiness import build_knowledge, knowledge_is_current

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path, help="the file to write (JSON)")
    parser.add_argument("--pairs", type=Path, required=True, help="sentences, concepts and labels (TSV)")
    parser.add_argument("--messages", type=Path, required=True, help="labelled messages (YAML)")
    told = parser.parse_args()
    if not knowledge_is_current():
        build_knowledge()
    labels = labelled(told.messages)
    symptoms = sorted({id for one in labels for id in (*one.present, *one.absent, *one.ignored)})
    written = Places(symptoms, list(pairs(told.pairs, practice())), list(messages(labels, practice())))
    told.out.write_text(json.dumps(asdict(written), indent=1, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()

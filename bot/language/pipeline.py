"""The reader as a spaCy pipeline: `spacy.blank("en")` with components of our own, each adding to what is known.

    tokenizer          what was typed → plain text, short forms spelt out, tokens
    malleo_words       tokens → words with sentence, clause and number, spelling corrected
    malleo_concepts    words → phrases of the lexicon
    malleo_assertion   words → what denies, doubts, dates or moves them to somebody else
    malleo_mentions    phrases and what bears on them → mentions
    malleo_measures    words → scores, ages, durations → mentions
    malleo_message     mentions → those that stand when the whole message was read

What each has found lies in the extension attributes of the `Doc` under `doc._`, see `EXTENSIONS`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from bot.language.assertion import Assertion, Surroundings, surroundings
from bot.language.cleaning import clean
from bot.language.durations import durations
from bot.language.lexicon import Lexicon, Sense
from bot.language.persons import personal_facts
from bot.language.reading import ANYWHERE, ATTRIBUTES, LASTING, Mention, Value
from bot.language.severity import scores
from bot.language.short_forms import spell_out
from bot.language.spelling import Speller
from bot.language.whole_message import Told, as_a_whole
from bot.language.words import Word, words_of

FLIPPED = {"present": "absent", "absent": "present", "unknown": "unknown"}

COMPARED = frozenset(("side", "location"))
"""Attributes of which a person may name one that is well, for comparison."""

OPPOSITE = {"left": "right", "right": "left"}

EXTENSIONS: dict[str, str] = {
    "original": "the message as typed",
    "clean": "plain text, with the place in the message of every character (CleanText)",
    "today": "the day from which days are counted (date)",
    "words": "the words as understood (tuple of Word)",
    "concepts": "phrases of the lexicon that were found (list of Match)",
    "surroundings": "triggers and how far they reach (Surroundings)",
    "told": "mentions, sorted by what they are good for (Told)",
}


def pipeline(lexicon: Lexicon, spelling: Iterable[str]) -> Language:
    """A pipeline that reads with a lexicon.

    Args:
        spelling: lower-case words towards which spelling is corrected.
    """
    for name in EXTENSIONS:
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
    nlp = spacy.blank("en")
    nlp.tokenizer = PlainText(nlp.tokenizer)
    nlp.add_pipe("malleo_words").speller = Speller.towards(spelling)  # type: ignore[attr-defined]
    nlp.add_pipe("malleo_concepts").lexicon = lexicon  # type: ignore[attr-defined]
    for name in ("malleo_assertion", "malleo_mentions", "malleo_measures", "malleo_message"):
        nlp.add_pipe(name)
    return nlp


@dataclass(frozen=True)
class PlainText:
    """Cleans what was typed and spells short forms out before spaCy takes the text apart."""

    tokenizer: Any

    def __call__(self, text: str) -> Doc:
        cleaned = spell_out(clean(text))
        doc: Doc = self.tokenizer(cleaned.text)
        doc._.original, doc._.clean = text, cleaned
        return doc


@Language.factory("malleo_words")
class Words:
    """Words with their sentence, clause and number, and the spelling that was meant."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.speller = Speller.towards(())

    def __call__(self, doc: Doc) -> Doc:
        doc._.words = words_of(doc, doc._.clean, self.speller.correct)
        return doc


@Language.factory("malleo_concepts")
class Concepts:
    """Phrases of the lexicon."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.lexicon = Lexicon.of(())

    def __call__(self, doc: Doc) -> Doc:
        doc._.concepts = self.lexicon.find(doc._.words)
        return doc


@Language.component("malleo_assertion")
def lay_triggers(doc: Doc) -> Doc:
    """Lays the triggers over the words."""
    doc._.surroundings = surroundings(doc._.words, doc._.concepts)
    return doc


@Language.component("malleo_mentions")
def mention_concepts(doc: Doc) -> Doc:
    """What was found becomes mentions, with the value that the words around it give them."""
    told, read, around = Told(), doc._.words, doc._.surroundings
    for match in doc._.concepts:
        sense = match.meaning
        assertion = _lasting(sense, around.assertion(match.indices, sense.concept))
        mention = _mention(doc._.original, read, match.indices, sense.concept, _value(sense, assertion), assertion)
        if sense.name:
            told.names.append(mention)
            continue
        if sense.concept in ATTRIBUTES and (sense.denied or assertion.denied or assertion.unknown):
            told.denied.append(mention)
        elif sense.concept in COMPARED and _well(assertion, sense):
            told.healthy.append(mention)
        else:
            told.mentions.append(mention)
        if assertion.stressed and mention.current:
            told.stressed.append(mention)
    doc._.told = told
    return doc


@Language.component("malleo_measures")
def mention_measures(doc: Doc) -> Doc:
    """Scores from 0 to 10, ages, and times as days."""
    text, read = doc._.original, doc._.words
    around: Surroundings = doc._.surroundings
    found: list[Mention] = []
    for score in scores(read):
        assertion = _hedged(around.assertion(score.indices), score.sure)
        found.append(_mention(text, read, score.indices, "severity", score.value, assertion))
    for fact in personal_facts(read):
        found.append(_mention(text, read, fact.indices, fact.concept, fact.value, around.assertion(fact.indices)))
    for duration in durations(read, doc._.today):
        assertion = _hedged(around.assertion(duration.indices), duration.sure)
        found.append(_mention(text, read, duration.indices, "duration_days", duration.days, assertion))
    doc._.told.mentions.extend(found)
    return doc


@Language.component("malleo_message")
def weigh_message(doc: Doc) -> Doc:
    """Takes back what the rest of the message takes back, and adds what goes without saying."""
    repairs = [doc._.words[index].start for index in doc._.surroundings.repairs]
    doc._.told = as_a_whole(doc._.told, doc._.words, repairs)
    return doc


def _hedged(assertion: Assertion, sure: bool) -> Assertion:
    return assertion if sure else replace(assertion, certainty="hedged")


def _lasting(sense: Sense, assertion: Assertion) -> Assertion:
    """What has been stays true of a person's history, and that of another part of the body is theirs too."""
    if sense.concept in LASTING:
        return replace(assertion, time="now") if assertion.time in ("past", "resolved") else assertion
    elsewhere = assertion.elsewhere and sense.concept not in ANYWHERE
    return replace(assertion, whose="other") if elsewhere else assertion


def _well(assertion: Assertion, sense: Sense) -> bool:
    """Whether a side or place is named as one that is well or has settled. The other side of a well one is not."""
    named_for_other = assertion.opposite and sense.value in OPPOSITE
    return (assertion.healthy or assertion.opposite or assertion.time == "resolved") and not named_for_other


def _value(sense: Sense, assertion: Assertion) -> str:
    if sense.concept in ATTRIBUTES:
        return OPPOSITE.get(sense.value, sense.value) if assertion.opposite else sense.value
    if assertion.unknown:
        return "unknown"
    if assertion.denied:
        return FLIPPED[sense.value]
    return "absent" if assertion.time == "resolved" else sense.value


def _mention(
    text: str, read: Sequence[Word], indices: Sequence[int], concept: str, value: Value, assertion: Assertion
) -> Mention:
    start, end = read[indices[0]].start, read[indices[-1]].end
    return Mention(
        concept,
        value,
        said=text[start:end],
        start=start,
        end=end,
        whose=assertion.whose,
        time=assertion.time,
        certainty=assertion.certainty,
    )

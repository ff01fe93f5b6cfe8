"""What a message names is what the talk is about. It is never a fact, and it answers nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from bot.dialogue.case import Case
from bot.dialogue.hearing import hear
from bot.dialogue.naming import Named, named
from bot.dialogue.practice import CONSENT, Practice
from bot.dialogue.utterance import Utterance
from bot.knowledge import files
from bot.knowledge.model import LexiconEntry, State
from bot.language.reading import ATTRIBUTES
from bot.runtime.practice import practice_from

TESTS = Path(__file__).parents[1]
SAID = yaml.safe_load((TESTS / "language" / "names.yml").read_text(encoding="utf-8"))
NAMED = [text for texts in SAID["named"].values() for text in texts]
TOGETHER = [case["text"] for kind in ("denied", "others", "together") for case in SAID[kind]]


@pytest.fixture(scope="module")
def practice() -> Practice:
    return practice_from(files.read(TESTS.parent / "data" / "knowledge"))


def said(text: str, practice: Practice, intent: str | None = None) -> Utterance:
    reading = practice.reader.read(text)
    return Utterance("1", text, intent, reading.mentions, names=reading.names)


def test_a_name_is_never_a_fact(practice: Practice) -> None:
    known = ATTRIBUTES | practice.knowledge.findings.keys()
    for text in (*NAMED, *TOGETHER):
        utterance = said(text, practice)
        case, _ = hear(Case(), utterance, practice)
        assert case.facts.by_id.keys() <= known, text
        assert case == hear(Case(), replace(utterance, names=()), practice)[0], text


def test_a_name_among_the_mentions_is_no_fact_either(practice: Practice) -> None:
    utterance = said("it's an os trigonum", practice)
    case, _ = hear(Case(), replace(utterance, mentions=utterance.names), practice)
    assert [name.concept for name in utterance.names] == ["posterior_impingement"]
    assert not case.facts.by_id


@pytest.mark.parametrize("text", ["could it be a lisfranc injury?", "what is compartment syndrome", "CRPS?"])
def test_asking_for_a_condition_is_no_consent(practice: Practice, text: str) -> None:
    case, _ = hear(Case(open=CONSENT), said(text, practice, "ask_condition_info"), practice)
    assert (case.consent, case.open) == ("unasked", CONSENT)


def test_a_dangerous_sign_beside_a_name_warns(practice: Practice) -> None:
    told = "could it be a lisfranc injury my toes are white and cold"
    assert hear(Case(), said(told, practice), practice)[1]
    assert not hear(Case(), said("could it be a lisfranc injury", practice), practice)[1]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("is it gout or a DVT?", Named(("gout", "dvt"), ("known_gout",))),
        ("it's not plantar fasciitis, it's stiff", Named(("plantar_fasciitis",), ("stiffness",))),
        ("my mum has CRPS", Named(("complex_regional_pain_syndrome",))),
        ("tarsal tunnel, is tarsal tunnel bad", Named(("tarsal_tunnel_syndrome",))),
        ("hello", Named()),
    ],
)
def test_what_a_message_names(practice: Practice, text: str, names: Named) -> None:
    assert named(said(text, practice), practice.knowledge) == names


def test_measures_are_named_as_soon_as_the_lexicon_has_words_for_them(practice: Practice) -> None:
    brace = LexiconEntry("brace", ("brace",), State.PRESENT)
    extended = practice_from(replace(practice.knowledge, lexicon=(*practice.knowledge.lexicon, brace)))
    utterance = said("does a brace help a swollen ankle", extended)
    assert named(utterance, extended.knowledge) == Named((), ("swelling",), ("brace",))
    assert "brace" not in hear(Case(), utterance, extended)[0].facts.by_id

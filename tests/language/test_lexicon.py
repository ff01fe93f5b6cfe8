import pytest

from bot.knowledge.vocabulary import vocabulary
from bot.language import Lexicon, PhraseError, Reader
from bot.language.idioms import idioms
from bot.language.reading import REGIONS


def findings(lexicon, text):
    return Reader(lexicon).read(text).findings


def test_a_longer_phrase_of_another_finding_has_the_words():
    lexicon = Lexicon.of([("swelling", ["swollen"], "present"), ("calf_swelling", ["calf & swollen"], "present")])
    assert findings(lexicon, "my calf is swollen") == {"calf_swelling": "present"}


def test_a_region_is_a_location_and_an_attribute_has_its_value():
    lexicon = Lexicon.of([("lateral", ["outside"], "present"), ("onset:sudden", ["suddenly"], "present")])
    reading = Reader(lexicon).read("suddenly sore on the outside")
    assert reading.location == ("lateral",)
    assert reading.attribute("onset") == "sudden"


def test_a_phrase_may_assert_absence():
    lexicon = Lexicon.of([("cannot_bear_weight", ["can walk"], "absent")])
    assert findings(lexicon, "I can walk")["cannot_bear_weight"] == "absent"
    assert findings(lexicon, "I don't think I can walk")["cannot_bear_weight"] == "present"


def test_a_faulty_phrase_is_refused_with_its_concept():
    with pytest.raises(PhraseError, match=r"swelling: phrase '\(swollen'"):
        Lexicon.of([("swelling", ["(swollen"], "present")])


def test_an_unknown_state_is_refused():
    with pytest.raises(ValueError, match="'maybe' is not one of present, absent, unknown"):
        Lexicon.of([("swelling", ["swollen"], "maybe")])


def test_an_attribute_cannot_be_unknown():
    with pytest.raises(ValueError, match="onset:sudden"):
        Lexicon.of([("onset:sudden", ["suddenly"], "unknown")])


def test_a_denied_attribute_is_set_apart():
    lexicon = Lexicon.of([("side:left", ["=left"], "present"), ("mechanism:fall", ["on my feet"], "absent")])
    reading = Reader(lexicon).read("not the left, stayed on my feet")
    assert reading.mentions == ()
    assert [mention.value for mention in reading.denied] == ["left", "fall"]


def test_every_region_has_phrases(entries):
    assert {concept for concept, _, _ in entries} >= REGIONS


def test_every_finding_can_be_said(entries):
    assert {concept for concept, _, _ in entries} >= set(vocabulary().findings)


@pytest.mark.parametrize(
    "values",
    [
        {"onset:sudden", "onset:gradual"},
        {"side:left", "side:right", "side:both"},
        {"subject:self", "subject:child", "subject:other"},
        {"mechanism:" + name for name in "rolled_in rolled_out twist fall impact push_off overuse none".split()},
    ],
)
def test_every_attribute_value_has_phrases(entries, values):
    assert {concept for concept, _, _ in entries} >= values


@pytest.mark.parametrize(
    "text",
    [
        "I had a cold shower after my run",
        "popped to the shops",
        "we locked the door",
        "my foot was in a bucket, an ice bath really",
        "I left it too late",
        "right now I am at work",
        "calf raises and heel drops are part of my plan",
    ],
)
def test_idioms_say_nothing(reader, text):
    reading = reader.read(text)
    assert not [mention for mention in reading.mentions if mention.current and mention.concept != "mechanism"]


def test_idioms_can_be_read():
    assert idioms().find(reader_words("cold shower"))


def reader_words(text):
    return Reader(Lexicon.of([])).read(text).words

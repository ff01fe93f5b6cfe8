"""Names of conditions: found in what people write, kept apart from what they tell, and in nobody's way."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from bot.knowledge import files
from bot.knowledge.vocabulary import vocabulary
from bot.language import AnswerFrame, Lexicon, Reader, answer
from bot.runtime import settings

SAID = yaml.safe_load(Path(__file__).with_name("names.yml").read_text(encoding="utf-8"))
NAMED = [(condition, text) for condition, texts in SAID["named"].items() for text in texts]
TODAY = date(2026, 11, 25)
YES_NO = (("present", "Yes"), ("absent", "No"), ("unknown", "Not sure"))
FINDINGS = [("swelling", ["swollen"], "present"), ("instability", ["unstable", "instability"], "present")]
NAMES = [("gout", ["gout"], "present"), ("unsteady_ankle", ["ankle instability"], "present")]


MEASURES = files.read(settings.KNOWLEDGE).measures.keys()


def names(reading):
    """The conditions that are named; measures are named too."""
    return list(dict.fromkeys(name.concept for name in reading.names if name.concept not in MEASURES))


def test_every_condition_has_a_name(entries):
    assert {concept for concept, _, _ in entries} >= set(vocabulary().conditions)
    assert set(SAID["named"]) == set(vocabulary().conditions)


@pytest.mark.parametrize(("condition", "text"), NAMED, ids=[text for _, text in NAMED])
def test_a_condition_is_named(reader, condition, text):
    assert condition in names(reader.read(text))


def test_a_stress_fracture_without_a_place_names_every_bone(reader):
    bones = {id for id in vocabulary().conditions if id.endswith("stress_fracture")}
    assert set(names(reader.read("is it a stress fracture?"))) == bones
    assert names(reader.read("is it a navicular stress fracture?")) == ["navicular_stress_fracture"]


@pytest.mark.parametrize("text", SAID["none"])
def test_words_of_a_name_are_no_name(reader, text):
    assert names(reader.read(text)) == []


@pytest.mark.parametrize("case", SAID["denied"], ids=lambda case: case["text"])
def test_what_is_denied_is_named(reader, case):
    named = [name for name in reader.read(case["text"]).names if name.concept not in MEASURES]
    assert [(name.concept, name.value) for name in named] == [(one, "absent") for one in case["names"]]


@pytest.mark.parametrize("case", SAID["others"], ids=lambda case: case["text"])
def test_what_others_have_is_named_as_theirs(reader, case):
    named = [name for name in reader.read(case["text"]).names if name.concept not in MEASURES]
    assert {(name.concept, name.whose) for name in named} == {(one, "other") for one in case["names"]}


@pytest.mark.parametrize("case", SAID["together"], ids=lambda case: case["text"])
def test_what_is_told_beside_a_name_is_read(reader, case):
    reading = reader.read(case["text"], today=TODAY)
    assert sorted(names(reading)) == sorted(case["names"])
    expected = {finding: state for state in ("present", "absent") for finding in case.get(state, ())}
    assert {finding: reading.state(finding) for finding in expected} == expected
    assert not [finding for finding in case.get("not_present", ()) if reading.state(finding) == "present"]
    assert list(reading.location) == case.get("location", list(reading.location))
    assert reading.attribute("duration_days") == case.get("duration_days", reading.attribute("duration_days"))


@pytest.mark.parametrize("text", [text for _, text in NAMED] + SAID["none"])
def test_nothing_that_is_told_depends_on_the_names(reader, nameless, text):
    """Names take no words from findings. Only who or what is meant by a doubt may become clearer by them."""
    assert reader.read(text, today=TODAY).mentions == nameless.read(text, today=TODAY).mentions


@pytest.fixture(scope="module")
def nameless(entries, spoken_of):
    """The reader without the names, with the same spelling."""
    whole = Lexicon.of(entries, spoken_of)
    told = Lexicon.of([entry for entry in entries if entry[0] not in spoken_of])
    return Reader(Lexicon(told.book, whole.words))


def test_a_name_is_no_mention(reader, spoken_of):
    for _, text in NAMED:
        reading = reader.read(text)
        assert not spoken_of & {mention.concept for mention in (*reading.mentions, *reading.denied)}
        assert {name.concept for name in reading.names} <= spoken_of


def test_names_and_findings_share_words():
    reading = Reader(Lexicon.of(FINDINGS + NAMES, ["gout", "unsteady_ankle"])).read("ankle instability")
    assert reading.findings == {"instability": "present"}
    assert names(reading) == ["unsteady_ankle"]


def test_a_longer_name_has_the_words_of_a_shorter_one():
    lexicon = Lexicon.of(
        [("sprain", ["ankle sprain"], "present"), ("high_sprain", ["high ankle sprain"], "present")],
        ["sprain", "high_sprain"],
    )
    assert names(Reader(lexicon).read("a high ankle sprain")) == ["high_sprain"]


def test_where_a_name_stands(reader):
    text = "Hmm, could it be  plantar  fascitis?"
    (name,) = reader.read(text).names
    assert text[name.start : name.end] == name.said == "plantar  fascitis"


@pytest.mark.parametrize("text", ["no gout", "no DVT", "not arthritis"])
def test_denying_a_name_answers_no_question(reader, text):
    swelling = AnswerFrame("swelling", "single", ("swelling",), YES_NO)
    assert answer(text, swelling, reader).kind == "not_an_answer"


def test_a_no_beside_a_name_is_a_no(reader):
    swelling = AnswerFrame("swelling", "single", ("swelling",), YES_NO)
    assert answer("no, is it gout?", swelling, reader).value == "absent"

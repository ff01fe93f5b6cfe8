"""What holds for any message, with the product's lexicon and thousands of generated messages."""

from datetime import date
from pathlib import Path
from random import Random

import pytest
import yaml
from effort import calls
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from bot.evaluation.variants import template
from bot.evaluation.variants.fillers import Findings
from bot.evaluation.variants.generator import Generator
from bot.evaluation.variants.noise import Noise
from bot.knowledge.vocabulary import vocabulary
from bot.language import Lexicon, Reader

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "data"
TODAY = date(2026, 11, 22)
TEMPLATES = template.read(DATA / "evaluation" / "templates.yml")
ENTRIES = [
    (entry["concept"], entry["phrases"], entry.get("state", "present"))
    for entry in yaml.safe_load((DATA / "knowledge" / "lexicon.yml").read_text(encoding="utf-8"))["entries"]
]
FINDINGS = Findings.of(TEMPLATES.tables, ENTRIES)
NOISE = Noise(TEMPLATES.tables, Lexicon.of(ENTRIES).words)
MADE = list(Generator(TEMPLATES, ENTRIES, TODAY).variants(2000, seed=7))
SENTENCES = sorted({one.message.text for one in MADE if one.template.alone and not one.noise})
MESSAGES = sorted(
    {one.message.text for one in MADE}
    | {entry["text"] for entry in yaml.safe_load((HERE / "messages.yml").read_text(encoding="utf-8"))}
)
NEUTRAL = [*TEMPLATES.tables["neutral"], "What a lovely day!", "I use a Garmin.", "Sent from my iPhone."]
NOUNS = sorted({(finding, noun) for finding, words in FINDINGS.words.items() for noun in words["noun"]})
ADJECTIVES = sorted({(finding, word) for finding, words in FINDINGS.words.items() for word in words["adjective"]})

# The product's reader is made once for all examples of a property.
with_fixture = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=300)


@pytest.fixture(scope="module")
def plain_reader(spoken_of):
    return Reader(Lexicon.of(ENTRIES, spoken_of), corrects_spelling=False)


def facts(reader, text):
    """Everything that a message says of how the person is now."""
    reading = reader.read(text, today=TODAY)
    values = {name: reading.attribute(name) for name in vocabulary().attributes if name != "location"}
    return {**reading.findings, **values, "location": set(reading.location)}


@given(st.sampled_from(MESSAGES), st.integers(0, 2**32), st.integers(1, 3))
@with_fixture
def test_correcting_the_spelling_never_turns_a_finding_from_what_was_meant(reader, plain_reader, message, seed, slips):
    random, typed = Random(seed), message
    for _ in range(slips):
        typed = NOISE.typed(typed, "typo", random)
    raw, corrected = plain_reader.read(typed).findings, reader.read(typed).findings
    turned = {id for id in raw.keys() & corrected.keys() if {raw[id], corrected[id]} == {"present", "absent"}}
    assert {id: corrected[id] for id in turned} == {id: reader.read(message).state(id) for id in turned}


@given(st.sampled_from(MESSAGES), st.sampled_from(NEUTRAL), st.booleans(), st.sampled_from([" ", "\n", "\n\n", "  "]))
@with_fixture
def test_a_sentence_about_nothing_changes_no_fact(reader, message, neutral, first, gap):
    together = f"{neutral}{gap}{message}" if first else f"{message.rstrip('.!? ')}.{gap}{neutral}"
    alone = message if first else f"{message.rstrip('.!? ')}."
    assert facts(reader, together) == facts(reader, alone)


@given(st.sampled_from(SENTENCES), st.sampled_from(SENTENCES), st.sampled_from([". ", "\n", "! ", "; "]))
@with_fixture
def test_the_order_of_two_sentences_does_not_matter(reader, one, other, mark):
    first, second = facts(reader, one), facts(reader, other)
    said = {name for name, value in first.items() if value} & {name for name, value in second.items() if value}
    assume(not said)
    assert facts(reader, f"{one}{mark}{other}") == facts(reader, f"{other}{mark}{one}")


@pytest.mark.parametrize("denial", ["no {}", "there's no {}", "{}? no", "I haven't got any {}", "no sign of {}"])
@pytest.mark.parametrize(("finding", "noun"), NOUNS)
def test_a_noun_and_its_denial_never_agree(reader, finding, noun, denial):
    assert reader.read(noun).state(finding) == "present"
    assert reader.read(denial.format(noun)).state(finding) == "absent"


@pytest.mark.parametrize("denial", ["it's not {}", "it isn't {} at all", "it isn't at all {}", "it has never been {}"])
@pytest.mark.parametrize(("finding", "adjective"), ADJECTIVES)
def test_an_adjective_and_its_denial_never_agree(reader, finding, adjective, denial):
    assert reader.read(f"it's {adjective}").state(finding) == "present"
    assert reader.read(denial.format(adjective)).state(finding) == "absent"


CONTROLS = st.characters(codec="utf-8", categories=["Cc", "Cf", "Mn", "Zs", "Zl", "Zp", "So"])
PIECES = st.one_of(
    st.sampled_from(MESSAGES),
    st.text(max_size=20),
    st.text(CONTROLS, max_size=10),
    st.sampled_from(
        ["<b>", "</p>", "<script>alert(1)</script>", "&amp;", "&nbsp;", "&#x27;", "<", "&#99999999;", "<!--"]
    ),
    st.sampled_from(
        ["\u202e", "\u200f", "\u2066", "\ufeff", "\x00", "\r\n", "\u0301" * 9, "ﬁ", "½", "İ", "ß", "🏃🏽‍♀️"]
    ),
)


@given(st.lists(PIECES, max_size=12).map("".join))
@example("\u202eno swelling\u202c")
@example("swo\u200bllen")
@example("½ / 10 ½")
@with_fixture
def test_any_text_is_read_and_every_span_lies_within_it(reader, text):
    reading = reader.read(text, today=TODAY)
    for mention in (*reading.mentions, *reading.denied, *reading.names):
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.said == text[mention.start : mention.end]
    for word in reading.words:
        assert 0 <= word.start < word.end <= len(text)


@given(st.lists(PIECES, min_size=1, max_size=6).map("".join).filter(bool))
@settings(with_fixture, max_examples=20)
def test_twenty_thousand_characters_are_read(reader, piece):
    text = (piece * (20_000 // len(piece) + 1))[:20_000]
    reading = reader.read(text, today=TODAY)
    assert all(mention.said == text[mention.start : mention.end] for mention in reading.mentions)


@given(st.lists(st.sampled_from(MESSAGES), min_size=1, max_size=5), st.sampled_from([" ", ". ", ", "]))
@settings(with_fixture, max_examples=15)
def test_work_grows_no_faster_than_the_text(reader, messages, mark):
    row = mark.join(messages) + mark
    half, whole = (row * 2000)[:1900], (row * 4000)[:3800]
    reader.read(whole)
    assert calls(reader, whole) <= 2.3 * calls(reader, half) + 2000

"""Whole messages, read with the product's lexicon; and what holds for any message."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from effort import calls
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bot.language import Lexicon, Reader
from bot.language.implications import RULES_OUT
from bot.language.reading import ATTRIBUTES

SUNDAY = date(2026, 11, 22)
NOT_OF_THIS_FORM = ("sayings_of_rarer_findings.yml", "sayings_where.yml")
SAYINGS = [
    (finding, state, text)
    for file in sorted(Path(__file__).parent.glob("sayings*.yml"))
    if file.name not in NOT_OF_THIS_FORM
    for finding, states in yaml.safe_load(file.read_text(encoding="utf-8")).items()
    for state, texts in states.items()
    for text in texts
]
SAID = [saying for saying in SAYINGS if saying[1] != "neither"]
LOOK_ALIKES = [(finding, text) for finding, state, text in SAYINGS if state == "neither"]
MESSAGES = yaml.safe_load((Path(__file__).with_name("messages.yml")).read_text(encoding="utf-8"))
UNRELATED = [
    "I work in an office.",
    "The weather has been lovely.",
    "Thanks for your help.",
    "I like trail mix and tea.",
    "We live near the park!",
    "Is this a robot?",
]
# The product's reader is made once for all examples of a property.
with_fixture = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@pytest.fixture(scope="session")
def plain_reader(entries, spoken_of):
    return Reader(Lexicon.of(entries, spoken_of), corrects_spelling=False)


@pytest.mark.parametrize(("finding", "state", "text"), SAID, ids=[f"{f}-{s}-{t}" for f, s, t in SAID])
def test_sayings(reader, finding, state, text):
    assert known_state(reader.read(text, today=SUNDAY), finding) == state


def known_state(reading, finding):
    """What is said of a finding, absent also where the absence of another rules it out; or of an attribute."""
    if finding in ATTRIBUTES:
        return reading.attribute(finding)
    ruled_out = any(finding in out and reading.state(parent) == "absent" for parent, out in RULES_OUT.items())
    return reading.state(finding) or ("absent" if ruled_out else None)


@pytest.mark.parametrize(("finding", "text"), LOOK_ALIKES, ids=[f"{f}-{t}" for f, t in LOOK_ALIKES])
def test_look_alikes(reader, finding, text):
    assert known_state(reader.read(text, today=SUNDAY), finding) in (None, "absent", "unknown")


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message["text"])
def test_messages(reader, message):
    reading = reader.read(message["text"], today=SUNDAY)
    expected = {finding: state for state in ("present", "absent") for finding in message.get(state, ())}
    assert {finding: reading.state(finding) for finding in expected} == expected
    assert list(reading.location) == message.get("location", list(reading.location))
    attributes = {name: value for name, value in message.items() if name in ATTRIBUTES - {"location"}}
    assert {name: reading.attribute(name) for name in attributes} == attributes


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        (
            "Went over on my left ankle on Friday, it's about 7/10",
            {"side": "left", "mechanism": "rolled_in", "onset": "sudden", "severity": 7, "duration_days": 2},
        ),
        ("came on gradually over a few weeks, no injury", {"onset": "gradual", "mechanism": "none"}),
        ("my 12 year old son twisted his ankle", {"subject": "child", "age": 12, "mechanism": "twist"}),
        ("both ankles, 45 year old woman", {"side": "both", "age": 45, "sex": "f"}),
        ("someone landed on my foot in a tackle", {"mechanism": "impact"}),
        ("tripped on the stairs", {"mechanism": "fall", "onset": "sudden"}),
        ("upped my mileage too quickly", {"mechanism": "overuse"}),
        ("R ankle", {"side": "right"}),
        ("right, so my left ankle hurts", {"side": "left"}),
        ("right so it's my left ankle", {"side": "left"}),
        ("both are sore", {"side": "both"}),
        ("no injury, it came on suddenly", {"onset": "sudden"}),
        ("the pain started very slowly", {"onset": "gradual"}),
        ("fell off a wall", {"mechanism": "fall"}),
        ("it's not the left one it's the right one", {"side": "right"}),
    ],
)
def test_attributes(reader, text, attributes):
    reading = reader.read(text, today=SUNDAY)
    assert {name: reading.attribute(name) for name in attributes} == attributes


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("pain on the outside of my ankle", ("lateral",)),
        ("inner side, below the bone", ("medial",)),
        ("at the front where the foot meets the leg", ("anterior",)),
        ("middle of my achilles", ("achilles_mid",)),
        ("back of the heel", ("achilles_insertion",)),
        ("it's sore at the back of my heel", ("achilles_insertion",)),
        ("sore on the back of my ankle", ("achilles_mid",)),
        ("under my heel", ("heel_plantar",)),
        ("deep inside the joint", ("deep_joint",)),
        ("just above the ankle", ("above_ankle",)),
        ("outer edge of my foot", ("midfoot_outer",)),
        ("calf and shin", ("calf", "shin")),
        ("it hurts all over", ("whole_ankle",)),
        ("not the heel, the outside", ("lateral",)),
        ("no swelling in my calf", ()),
        ("I ran outside", ()),
    ],
)
def test_locations(reader, text, regions):
    assert reader.read(text).location == regions


@pytest.mark.parametrize(
    "text",
    ["hello", "thanks!", "how long does a sprain take to heal?", "what is RICE", "delete my data", "my knee hurts", ""],
)
def test_messages_without_findings(reader, text):
    assert reader.read(text).findings == {}


def test_a_lasting_finding_stays_true_in_the_past_tense(reader):
    assert reader.read("I had gout years ago").state("known_gout") == "present"
    assert reader.read("my mum had gout years ago").state("known_gout") is None


def test_a_childs_findings_are_what_the_message_is_about(reader):
    reading = reader.read("My daughter twisted her ankle and it's swollen")
    assert reading.attribute("subject") == "child"
    assert reading.state("swelling") == "present"


def test_an_ability_that_is_gone_is_an_inability(reader):
    assert reader.read("I'm no longer able to walk on it").state("cannot_bear_weight") == "present"
    assert reader.read("I can walk on it fine now").state("cannot_bear_weight") == "absent"


def test_how_much_it_changes_takes_nothing_from_what_it_is(reader):
    assert reader.read("it's getting more stiff").findings == {"worsening": "present", "stiffness": "present"}


def test_what_began_in_the_night_is_no_pain_at_night(reader):
    assert reader.read("sore since last night").state("night_pain") is None
    assert reader.read("sore at night").state("night_pain") == "present"


def test_clicking_on_the_ankle_is_no_clicking_on_a_link(reader):
    assert reader.read("clicking on the outside").state("clicking") == "present"
    assert reader.read("clicking on the link does nothing").state("clicking") is None


@pytest.mark.parametrize(
    ("text", "finding"),
    [("it's tinggling", "tingling"), ("some clixking", "clicking"), ("not teribly swollen", "swelling")],
)
def test_forms_of_the_words_that_matter_are_spelt_right_too(reader, text, finding):
    assert reader.read(text).state(finding) == "present"


def test_a_sensation_that_has_gone_is_no_loss_of_feeling(reader):
    assert reader.read("the crawling sensation has gone down a bit").findings == {"tingling": "present"}
    assert reader.read("the feeling has gone from my toes").state("numbness") == "present"


def test_soreness_is_no_slip_of_the_keys(reader):
    assert reader.read("soreness along the outside of my ankle").location == ("lateral",)


def test_what_words_say_besides(reader):
    assert reader.read("stiff every morning").findings == {"morning_stiffness": "present", "stiffness": "present"}
    assert reader.read("can't put weight on it").state("four_steps_now") == "absent"


def test_said_is_what_was_typed(reader):
    text = "It’s <i>SWOLEN</i>… & I can’t  walk"
    assert [mention.said for mention in reader.read(text).mentions if mention.concept != "four_steps_now"] == [
        "SWOLEN",
        "can’t  walk",
    ]


@given(st.text(max_size=300))
@settings(deadline=None)
def test_any_text_is_read_and_every_span_lies_within_it(text):
    reading = PROPERTY_READER.read(text)
    for mention in (*reading.mentions, *reading.denied):
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.said == text[mention.start : mention.end]


PROPERTY_READER = Reader(
    Lexicon.of(
        [
            ("swelling", ["swollen"], "present"),
            ("cold_or_pale_foot", ["foot|toes & cold|white"], "present"),
            ("cannot_bear_weight", ["can not .. walk"], "present"),
            ("side:left", ["=left"], "present"),
        ]
    )
)


@given(st.sampled_from(SAID), st.sampled_from(UNRELATED), st.booleans())
@with_fixture
def test_an_unrelated_sentence_changes_nothing(reader, said, unrelated, first):
    finding, state, text = said
    together = f"{unrelated} {text}" if first else f"{text}. {unrelated}"
    assert known_state(reader.read(together, today=SUNDAY), finding) == state


@given(st.sampled_from(SAID), st.sampled_from(SAID))
@with_fixture
def test_the_order_of_independent_sentences_does_not_matter(reader, one, other):
    assume(not set(reader.read(one[2]).findings) & set(reader.read(other[2]).findings))
    forwards, backwards = reader.read(f"{one[2]}. {other[2]}"), reader.read(f"{other[2]}. {one[2]}")
    assert forwards.findings == backwards.findings


@given(st.sampled_from(SAID), st.data())
@with_fixture
def test_correcting_the_spelling_never_denies_what_was_said(reader, plain_reader, said, data):
    words = said[2].split()
    at = data.draw(st.integers(0, len(words) - 1))
    letter = data.draw(st.integers(0, len(words[at]) - 1))
    slip = data.draw(st.sampled_from(["drop", "double", "swap"]))
    word = words[at]
    words[at] = {
        "drop": word[:letter] + word[letter + 1 :],
        "double": word[:letter] + word[letter] + word[letter:],
        "swap": word[:letter] + word[letter : letter + 2][::-1] + word[letter + 2 :],
    }[slip]
    typed = " ".join(words)
    raw, corrected = plain_reader.read(typed).findings, reader.read(typed).findings
    # "Gone dowwn" is only understood when it is corrected: what was meant to be denied may be.
    meant = {said[0], "swelling_not_settling"} if said[1] == "absent" else set()
    told = [finding for finding, state in raw.items() if state == "present" and finding not in meant]
    assert not [finding for finding in told if corrected.get(finding) == "absent"]


@pytest.mark.parametrize(
    "noun",
    (
        "swelling, bruising, tenderness, stiffness, numbness, tingling, clicking, burning, fever, deformity, "
        "pins and needles, chest pain, back pain, night pain, calf swelling, heavy bleeding, morning stiffness"
    ).split(", "),
)
@pytest.mark.parametrize("denial", ["no {}", "there is no {}", "{}? no", "without {}", "not had any {}", "{}: none"])
def test_a_finding_and_its_denial_never_agree(reader, noun, denial):
    asserted, denied = reader.read(noun).findings, reader.read(denial.format(noun)).findings
    assert asserted
    assert not [finding for finding, state in denied.items() if asserted.get(finding) == state]


@pytest.mark.parametrize(
    "row",
    [
        "no swelling ",
        "swelling, ",
        "foot cold ",
        "(",
        "<a ",
        "&",
        "sorry left right ",
        "8/10 ",
        "if ",
        "pain when i ",
        "swelling? no. ",
        "x" * 50 + " ",
    ],
)
def test_work_grows_with_the_length_of_the_text_and_no_faster(reader, row):
    half, whole = (row * 4000)[:2000], (row * 4000)[:4000]
    reader.read(half)
    assert calls(reader, whole) <= 2.3 * calls(reader, half) + 2000

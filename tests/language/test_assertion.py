"""What is asserted of a finding, told with a lexicon of four words so that nothing else helps."""

import pytest

from bot.language import Lexicon, Reader
from bot.language.phrases import parse
from bot.language.triggers import TRIGGERS

READER = Reader(
    Lexicon.of(
        [
            ("swelling", ["swollen"], "present"),
            ("bruising", ["bruised"], "present"),
            ("numbness", ["numb"], "present"),
            ("pain", ["hurts|pain|sore"], "present"),
            ("side:left", ["=left"], "present"),
            ("side:right", ["=right"], "present"),
        ]
    )
)


def swelling(text):
    (mention, *_) = [mention for mention in READER.read(text).mentions if mention.concept == "swelling"]
    return mention


@pytest.mark.parametrize(
    "text",
    [
        "no swelling",
        "it is not swollen",
        "isn't swollen",
        "it isnt swollen at all",
        "not swollen at all",
        "never swollen",
        "without any swelling",
        "no swelling or bruising",
        "no bruising or swelling",
        "no bruising, numbness or swelling",
        "no bruising, no swelling",
        "neither bruised nor swollen",
        "neither swollen nor bruised",
        "swelling, no",
        "swelling? no",
        "any swelling? nope",
        "swelling: none",
        "swelling - not really",
        "swelling no",
        "nothing swollen",
        "zero swelling",
        "I wouldn't say it's swollen",
        "I don't think it is swollen",
        "it doesn't look swollen",
        "I can't see any swelling",
        "hardly any swelling",
        "swelling free",
        "swelling hasn't appeared",
        "I doubt it is swollen",
        "the swelling has gone",
        "the swelling went away",
        "no longer swollen",
        "it was swollen but it's fine now",
        "swollen at first, not any more",
        "swollen straight away but has gone down now",
        "it isn't at all swollen",
        "no sign of any swelling",
        "lacks any swelling",
        "swelling? no way",
        "swelling? nothing like that",
        "the swelling eased off completely",
        "the swelling has sorted itself out",
        "it was swollen yesterday, but today it's not",
        "negative for swelling",
        "swelling is absent",
        "swelling isn't an issue",
        "swelling isn't there",
        "I wouldn't describe it as swollen",
        "swelling? not yet",
        "swelling? I don't think so",
        "I checked for bruising and swelling and there isn't any",
        "the first time there was swelling, not this time",
        "the swelling went completely",
        "the swelling was gone within an hour",
        "the swelling stopped overnight",
        "not a trace of swelling",
        "swelling? nope lol",
        "hey, any swelling? not really",
        "hi any swelling? not at all, thanks",
        "not swollen any more haha",
        "I said it was swollen, but it isn't",
        "no bruising, swelling in my ankle area or numbness",
    ],
)
def test_denied_or_gone(text):
    assert swelling(text).value == "absent" or swelling(text).time == "past"


@pytest.mark.parametrize(
    "text",
    [
        "it's swollen",
        "never been this swollen",
        "never been so swollen",
        "it has never been swollen like this before",
        "not only swollen",
        "not as swollen as yesterday",
        "not too swollen",
        "not a lot of swelling",
        "no wonder it's swollen",
        "no, it's swollen",
        "no it is swollen",
        "no change in the swelling",
        "the swelling has not gone down",
        "the swelling isn't gone",
        "the swelling hasn't settled",
        "the swelling went but came back",
        "not bruised but swollen",
        "not bruised just swollen",
        "not bruised, swollen",
        "no bruising because it is all swollen",
        "not bruised it is swollen",
        "not swollen unless I run",
        "nothing but swelling",
        "nothing helps the swelling",
        "it's swollen, isn't it",
        "why is my ankle swollen?",
        "is it normal that my ankle is swollen?",
        "can I run with my swollen ankle",
        "it gets swollen if I run",
        "if I press it, it's swollen",
        "it was not swollen at first, now it is swollen",
        "apart from the swelling nothing",
        "swollen? yes",
        "no, there is swelling",
        "there's no denying it's swollen",
        "my brother had a look and said it's swollen",
        "it feels as if it's swollen",
        "my left ankle isn't swollen, my right one is",
        "can you tell me why it's swollen",
        "other people say it's swollen",
        "my wife says it's swollen",
        "a mate of mine reckons it's swollen",
        "is it normal that it's swollen?",
        "what helps with this swelling",
        "how long will this swelling last?",
        "nothing shifts the swelling",
        "not as swollen as before",
        "there's no swelling in the left, only in the right",
        "no bruising except for some swelling",
        "no bruising apart from a bit of swelling",
        "no swelling apart from when I run",
    ],
)
def test_asserted(text):
    reading = READER.read(text)
    assert reading.state("swelling") == "present"


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("last year I had swelling", "past"),
        ("it used to be swollen", "past"),
        ("swollen years ago", "past"),
        ("when I was a kid it was swollen", "past"),
        ("in 2019 it was swollen", "past"),
        ("swelling at first", "past"),
        ("if it gets swollen", "hypothetical"),
        ("worried it will be swollen", "hypothetical"),
        ("what causes swelling", "hypothetical"),
        ("should there be swelling?", "hypothetical"),
        ("I expected swelling", "hypothetical"),
        ("what is swelling", "hypothetical"),
        ("the swelling has cleared up", "resolved"),
        ("it was swollen at first but it's gone now", "resolved"),
        ("I had swelling last year but not now", "past"),
        ("I had swelling with a previous injury", "past"),
        ("back when I played football I had swelling", "past"),
        ("in my teens I had swelling", "past"),
        ("with my last sprain there was swelling", "past"),
        ("I'd hate to get swelling", "hypothetical"),
        ("imagine I get swelling", "hypothetical"),
        ("as long as there's no swelling I'll run", "hypothetical"),
        ("even if it gets swollen", "hypothetical"),
        ("so should there be swelling?", "hypothetical"),
        ("hey what is swelling", "hypothetical"),
        ("will I get swelling", "hypothetical"),
        ("if I get swelling", "hypothetical"),
        ("the leaflet mentions swelling", "hypothetical"),
        ("I read that people get swelling", "hypothetical"),
    ],
)
def test_times(text, time):
    assert swelling(text).time == time
    assert READER.read(text).state("swelling") in (None, "absent")


@pytest.mark.parametrize(
    "text",
    [
        "my friend's ankle was swollen",
        "my mum had swelling",
        "my coach had swelling",
        "other runners get swelling",
        "a mate of mine got all swollen",
        "my wrist is swollen",
    ],
)
def test_somebody_elses_or_somewhere_else(text):
    assert swelling(text).whose == "other"
    assert READER.read(text).state("swelling") is None


def test_talk_of_another_ends_with_the_person_themselves():
    assert READER.read("my friend was numb and I am swollen").findings == {"swelling": "present"}


@pytest.mark.parametrize(
    "text",
    [
        "swollen? I can't tell",
        "can't judge the swelling",
        "can't decide whether it's swollen",
        "not sure if it's swollen",
        "I don't know if there's swelling",
        "swollen or not, no idea",
    ],
)
def test_not_known(text):
    assert READER.read(text).state("swelling") == "unknown"


@pytest.mark.parametrize("text", ["I think it's swollen", "maybe swollen", "it might be swollen", "swollen, I guess"])
def test_hedged(text):
    assert (swelling(text).value, swelling(text).certainty) == ("present", "hedged")


def test_a_list_ends_where_something_new_starts():
    assert READER.read("no bruising, numb though").findings == {"bruising": "absent", "numbness": "present"}
    assert READER.read("no bruising and it's numb").findings == {"bruising": "absent", "numbness": "present"}


def test_questions_and_answers_in_one_message():
    said = READER.read("Swelling: yes. Bruising: no. Numbness: none")
    assert said.findings == {"swelling": "present", "bruising": "absent", "numbness": "absent"}


def test_a_healthy_side_is_not_the_side():
    assert READER.read("the right one is fine, it's the left that hurts").attribute("side") == "left"
    assert READER.read("it's the left, unlike the right").attribute("side") == "left"
    assert READER.read("the left is fine when I rest").attribute("side") == "left"


def test_a_correction_takes_back_what_came_before():
    reading = READER.read("left, sorry, right")
    assert reading.attribute("side") == "right"
    assert [mention.value for mention in reading.denied] == ["left"]


@pytest.mark.parametrize(
    ("text", "finding"),
    [("no pain no problem walking", "cannot_bear_weight"), ("no swelling no issues running", "pain_on_activity")],
)
def test_a_no_ends_where_the_next_begins(reader, text, finding):
    assert reader.read(text).state(finding) == "absent"


def test_every_trigger_can_be_read():
    assert all(parse(trigger.phrase) for trigger in TRIGGERS)

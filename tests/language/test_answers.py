import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language import AnswerFrame, Lexicon, Reader, answer

YES_NO = (("present", "Yes"), ("absent", "No"), ("unknown", "Not sure"))
SWELLING = AnswerFrame("swelling", "single", ("swelling",), YES_NO)
TIPTOE = AnswerFrame(
    "weakness_push_off",
    "single",
    ("weakness_push_off",),
    (("absent", "Yes, I can"), ("present", "No, I cannot"), ("unknown", "Not sure")),
)
WEIGHT = AnswerFrame("cannot_bear_weight", "single", ("cannot_bear_weight",), YES_NO)
SIDE = AnswerFrame("side", "single", ("side",), (("left", "Left"), ("right", "Right"), ("both", "Both")))
ONSET = AnswerFrame(
    "onset",
    "single",
    ("onset",),
    (("sudden", "Suddenly, at one moment"), ("gradual", "Bit by bit, over days or weeks")),
)
SIGNS = AnswerFrame(
    "signs",
    "multiple",
    ("swelling", "bruising", "numbness"),
    (("swelling", "Swelling"), ("bruising", "Bruising"), ("numbness", "Numbness"), ("none", "None of these")),
)
SEVERITY = AnswerFrame("severity", "scale", ("severity",), minimum=0, maximum=10)
AGE = AnswerFrame("age", "number", ("age",), minimum=1, maximum=110)
DURATION = AnswerFrame("duration", "number", ("duration_days",), minimum=0)
PLACE = AnswerFrame(
    "location",
    "regions",
    ("location",),
    (
        ("lateral", "the outer side"),
        ("medial", "the inner side"),
        ("achilles_insertion", "the back of the heel"),
        ("anterior", "the front"),
        ("whole_ankle", "all over"),
    ),
)
ANYTHING = AnswerFrame("anything_else", "text", ())


def given_to(question, reader, text):
    found = answer(text, question, reader)
    return found.kind, found.value


@pytest.mark.parametrize(
    "text",
    (
        "present|Yes|yes|yep|yeah|Yup!|aye|it is|I think so|a bit|slightly|definitely|👍|yes, since Monday|"
        "only after runs|it's puffy|fraid so|sort of|still a little|y|tiny bit|maybe a wee bit|not as bad as yesterday"
    ).split("|"),
)
def test_yes(reader, text):
    assert given_to(SWELLING, reader, text) == ("choice", "present")


@pytest.mark.parametrize(
    "text",
    (
        "absent|No|no|nope|nah|not really|not at all|none|never|no it isn't|it isn't|I don't think so|no way|"
        "not that I can see|no swelling|not swollen|👎|no thanks|hardly|no but it's sore|swollen? no|n|N|no longer"
    ).split("|"),
)
def test_no(reader, text):
    assert given_to(SWELLING, reader, text) == ("choice", "absent")


@pytest.mark.parametrize(
    "text",
    "don't know|dunno|idk|no idea|I'm not sure|hard to say|can't tell|no clue|haven't checked|maybe".split("|"),
)
def test_dont_know(reader, text):
    assert given_to(SWELLING, reader, text) == ("dont_know", None)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("skip", "skip"),
        ("pass", "skip"),
        ("rather not say", "skip"),
        ("why?", "why"),
        ("why do you ask", "why"),
        ("what for", "why"),
        ("back", "back"),
        ("go back please", "back"),
        ("previous question", "back"),
    ],
)
def test_steering(reader, text, kind):
    assert given_to(SWELLING, reader, text) == (kind, None)


@pytest.mark.parametrize(
    "text", ["", "   ", "hello", "my toes are numb", "no numbness", "how long will it take?", "what does that mean"]
)
def test_other_things_are_no_answer(reader, text):
    assert given_to(SWELLING, reader, text) == ("not_an_answer", None)


def test_yes_and_no_follow_the_labels(reader):
    assert given_to(TIPTOE, reader, "yes") == ("choice", "absent")
    assert given_to(TIPTOE, reader, "nope") == ("choice", "present")
    assert given_to(TIPTOE, reader, "I can") == ("choice", "absent")
    assert given_to(TIPTOE, reader, "Tiptoe? not a chance") == ("choice", "present")


def test_being_unable_is_not_a_no_when_inability_is_asked(reader):
    assert given_to(WEIGHT, reader, "I can't") == ("choice", "present")
    assert given_to(WEIGHT, reader, "no way can I put weight on it") == ("choice", "present")
    assert given_to(WEIGHT, reader, "I can") == ("choice", "absent")


def test_a_yes_that_is_taken_back_is_no_answer(reader):
    assert given_to(TIPTOE, reader, "yes at first but not now") == ("not_an_answer", None)


@pytest.mark.parametrize(
    ("question", "text", "option"),
    [
        (SIDE, "R", "right"),
        (SIDE, "the left one", "left"),
        (SIDE, "both of them", "both"),
        (SIDE, "2", "right"),
        (SIDE, "the third one", "both"),
        (SIDE, "left, sorry, right", "right"),
        (ONSET, "out of nowhere", "sudden"),
        (ONSET, "it crept up on me", "gradual"),
        (ONSET, "suddenly", "sudden"),
        (ONSET, "last one", "gradual"),
        (ONSET, "I rolled it", "sudden"),
        (ONSET, "bit by bit", "gradual"),
    ],
)
def test_choices_in_words_and_numbers(reader, question, text, option):
    assert given_to(question, reader, text) == ("choice", option)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("swelling,numbness", "choices", ("swelling", "numbness")),
        ("1 and 3", "choices", ("swelling", "numbness")),
        ("the first one", "choices", ("swelling",)),
        ("it's puffy and my toes are numb", "choices", ("swelling", "numbness")),
        ("swollen but not bruised", "choices", ("swelling",)),
        ("all of them", "choices", ("swelling", "bruising", "numbness")),
        ("no", "none", None),
        ("none of these", "none", None),
        ("none", "none", None),
        ("4", "none", None),
        ("nope, nothing", "none", None),
        ("no swelling, no bruising, no numbness", "none", None),
        ("no swelling", "not_an_answer", None),
        ("yes", "not_an_answer", None),
        ("not sure", "dont_know", None),
        ("skip", "skip", None),
    ],
)
def test_several_choices(reader, text, kind, value):
    assert given_to(SIGNS, reader, text) == (kind, value)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7", 7),
        ("seven", 7),
        ("6-7", 7),
        ("about a 6", 6),
        ("8/10", 8),
        ("0", 0),
        ("no pain", 0),
        ("none", 0),
        ("9 now 4", 9),
        ("between 4 and 5", 5),
    ],
)
def test_a_score(reader, text, number):
    assert given_to(SEVERITY, reader, text) == ("number", number)


@pytest.mark.parametrize("text", ["11", "it hurts", "100", "very"])
def test_words_and_numbers_off_the_scale_are_no_score(reader, text):
    assert given_to(SEVERITY, reader, text) == ("not_an_answer", None)


@pytest.mark.parametrize(
    ("question", "text", "number"),
    [
        (AGE, "34", 34),
        (AGE, "I'm forty two", 42),
        (AGE, "44 next month", 44),
        (DURATION, "three weeks", 21),
        (DURATION, "yesterday", 1),
        (DURATION, "10", 10),
    ],
)
def test_numbers(reader, question, text, number):
    assert given_to(question, reader, text) == ("number", number)


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("outside", ("lateral",)),
        ("back of the heel", ("achilles_insertion",)),
        ("the inner side and the front", ("medial", "anterior")),
        ("1, 4", ("lateral", "anterior")),
        ("all over", ("whole_ankle",)),
        ("lateral,medial", ("lateral", "medial")),
        ("not the front, the outside", ("lateral",)),
    ],
)
def test_regions(reader, text, regions):
    assert given_to(PLACE, reader, text) == ("choices", regions)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("no", "none"),
        ("nothing else", "none"),
        ("nope", "none"),
        ("my toes are numb", "not_an_answer"),
        ("skip", "skip"),
    ],
)
def test_anything_else(reader, text, kind):
    assert given_to(ANYTHING, reader, text)[0] == kind


@pytest.mark.parametrize("text", ["is it there", "this is my left", "it is", "there", "do I have that", "it just is"])
def test_words_that_many_labels_have_name_none(reader, text):
    offered = (("cut", "There is a deep cut"), ("bleeding", "It bleeds and will not stop"), ("none", "None of these"))
    assert answer(text, AnswerFrame("screen", "multiple", ("cut", "bleeding"), offered), reader).kind != "choices"


def test_said_is_what_was_typed(reader):
    assert answer("  Yep! ", SWELLING, reader).said == "Yep!"


FRAMES = [SWELLING, TIPTOE, SIDE, ONSET, SIGNS, SEVERITY, AGE, DURATION, PLACE, ANYTHING]
BARE = Reader(Lexicon.of([("swelling", ["swollen"], "present"), ("side:left", ["=left"], "present")]))


@given(st.text(max_size=80), st.sampled_from(FRAMES))
@settings(deadline=None)
def test_any_text_gives_an_answer_that_the_question_offers(text, question):
    found = answer(text, question, BARE)
    if found.kind == "choice":
        assert found.value in question.option_ids
    elif found.kind == "choices":
        assert found.value and set(found.value) <= set(question.option_ids)
    elif found.kind == "number":
        assert isinstance(found.value, int)
        assert question.minimum is None or found.value >= question.minimum
        assert question.maximum is None or found.value <= question.maximum
    else:
        assert found.value is None


@given(st.sampled_from(FRAMES), st.data())
@settings(deadline=None)
def test_an_option_id_or_label_is_that_option(question, data):
    if not question.options:
        return
    option, label = data.draw(st.sampled_from(question.options))
    expected = {"none": ("none", None)}.get(
        option if question.kind in ("multiple", "regions") else "",
        ("choices", (option,)) if question.kind in ("multiple", "regions") else ("choice", option),
    )
    assert given_to(question, BARE, option) == given_to(question, BARE, label.upper()) == expected


STEPS = AnswerFrame("four_steps_now", "single", ("four_steps_now",), YES_NO)
AGO = AnswerFrame(
    "duration", "single", ("duration_days",), (("today", "Today"), ("week", "A week"), ("longer", "Longer"))
)


@pytest.mark.parametrize(
    "text", ["with a limp", "just about", "can hobble", "slowly", "I can only shuffle", "yes but it hurts"]
)
def test_limping_counts_as_able(reader, text):
    assert given_to(STEPS, reader, text) == ("choice", "present")


@pytest.mark.parametrize("text", ["not without crutches", "only with a stick", "hopping", "no chance", "barely"])
def test_a_few_steps_or_with_help_is_unable(reader, text):
    assert given_to(STEPS, reader, text) == ("choice", "absent")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("mild", 2),
        ("not too bad", 3),
        ("moderate I'd say", 5),
        ("bad", 7),
        ("really bad", 8),
        ("agony", 10),
        ("the worst pain ever", 10),
    ],
)
def test_words_for_pain_have_a_place_on_the_scale(reader, text, number):
    assert given_to(SEVERITY, reader, text) == ("number", number)


@pytest.mark.parametrize("text", ["bad luck", "mild weather", "my agony aunt says hi"])
def test_words_for_pain_count_only_by_themselves(reader, text):
    assert given_to(SEVERITY, reader, text)[0] == "not_an_answer"


@pytest.mark.parametrize(("text", "side"), [("not the left", "right"), ("not my right one", "left")])
def test_the_side_that_it_is_not_leaves_the_other(reader, text, side):
    assert given_to(SIDE, reader, text) == ("choice", side)


@pytest.mark.parametrize("text", ["years", "ages", "forever tbh", "a really long time", "last summer"])
def test_a_long_time_is_the_longest_option(reader, text):
    assert given_to(AGO, reader, text) == ("choice", "longer")


LEG = AnswerFrame(
    "signs",
    "multiple",
    ("swelling", "calf_swelling"),
    (("swelling", "The ankle is swollen"), ("calf_swelling", "The calf is swollen"), ("none", "None of these")),
)


@pytest.mark.parametrize(
    "text", ["swollen. calf fine", "the ankle is swollen, calf ok", "swelling and bruising but my calf is fine"]
)
def test_a_sign_that_is_denied_beside_another_is_not_chosen(reader, text):
    assert given_to(LEG, reader, text) == ("choices", ("swelling",))

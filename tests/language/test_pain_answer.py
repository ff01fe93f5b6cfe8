"""How bad it is, as people answer that very question; written before the words were."""

import pytest

from bot.language import AnswerFrame, answer

SEVERITY = AnswerFrame("severity", "scale", ("severity",), minimum=0, maximum=10)


def score(reader, text):
    return answer(text, SEVERITY, reader).value


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("five-ish on a bad day", 5, 5),
        ("half way up the scale", 5, 5),
        ("smack in the middle", 5, 5),
        ("full marks", 10, 10),
        ("as bad as it can get", 10, 10),
        ("worse than labour", 10, 10),
        ("hardly anything", 1, 2),
        ("more of a nuisance than a pain", 1, 3),
        ("quite mild really", 1, 3),
        ("a bit sore", 2, 4),
        ("dull ache, that's all", 2, 4),
        ("can live with it", 2, 4),
        ("had much worse", 2, 4),
        ("not great, not terrible", 3, 5),
        ("I can grit my teeth through it", 4, 6),
        ("pretty grim to be honest", 6, 8),
        ("bad enough that I limp", 6, 8),
        ("hurts quite a lot", 6, 8),
        ("its killing me", 7, 9),
        ("hurts like hell", 7, 9),
        ("brings tears to my eyes", 7, 9),
        ("made me cry on the stairs", 7, 9),
        ("absolute agony", 9, 10),
        ("cant bear it any more", 9, 10),
    ],
)
def test_words_stand_for_a_score(reader, text, least, most):
    assert least <= score(reader, text) <= most


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nought sitting, five running", 5),
        ("0 at rest 6 on the run", 6),
        ("a six most of the time, ten when I catch it", 10),
        ("nine outa ten", 9),
        ("5 or so out of ten", 5),
        ("11/10", 10),
        ("Off the scale. Ten. Eleven if you'd let me.", 10),
        ("if ten is childbirth its a 4", 4),
        ("10 being a broken leg, this is a five", 5),
        ("eigth", 8),
        ("in the high sevens", 7),
        ("2 with painkillers, 6 without", 6),
        ("3/10 today, been at it for 3 weeks, I ran 8 miles", 3),
    ],
)
def test_of_several_numbers_the_greatest_score_counts(reader, text, expected):
    assert score(reader, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "just the left one",
        "a really bad time for me at work",
        "worst when running",
        "it's on the outside",
        "can't put a number on it",
        "not agony",
        "if it was bad I would stop",
        "mild weather here",
    ],
)
def test_words_that_say_something_else_are_no_score(reader, text):
    assert not isinstance(score(reader, text), int)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the tendon only grumbles at a 2 afterwards", 2),
        ("pain maxes out at 6", 6),
        ("tops out at about five", 5),
        ("it never goes above a 4", 4),
        ("sits at about a 3 all day", 3),
    ],
)
def test_a_score_in_passing_is_heard(reader, text, expected):
    assert reader.read(text).attribute("severity") == expected

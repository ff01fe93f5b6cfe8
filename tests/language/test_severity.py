import pytest

from bot.language import Lexicon, Reader

READER = Reader(Lexicon.of([]))


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("8/10", 8),
        ("about 7 out of 10", 7),
        ("seven out of ten", 7),
        ("pain is 6-7", 7),
        ("id say a 6", 6),
        ("pain level 4", 4),
        ("7.5/10", 8),
        ("pain was 9 now 4", 9),
        ("a solid 8", 8),
        ("no pain", 0),
        ("now it's about 6", 6),
        ("7 on a scale of 1 to 10", 7),
        ("on a scale from 0 to 10 it's a 4", 4),
        ("pain: 5", 5),
        ("3/10 resting, 8/10 running", 8),
    ],
)
def test_scores(text, score):
    assert READER.read(text).attribute("severity") == score


@pytest.mark.parametrize(
    "text",
    [
        "pretty bad",
        "12/10",
        "I ran 10 k",
        "pain at mile 7",
        "pain after 7 miles",
        "two ankles",
        "it's one of those",
        "no pain at night",
    ],
)
def test_other_numbers_are_no_scores(text):
    assert READER.read(text).attribute("severity") is None

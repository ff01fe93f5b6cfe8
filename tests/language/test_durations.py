from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language import Lexicon, Reader

READER = Reader(Lexicon.of([]))
SUNDAY = date(2026, 11, 22)


def days(text, today=SUNDAY):
    return READER.read(text, today=today).attribute("duration_days")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("three weeks ago", 21),
        ("for 3 weeks", 21),
        ("3wks", 21),
        ("a couple of months", 60),
        ("about ten days", 10),
        ("a fortnight ago", 14),
        ("a week and a half", 10),
        ("two and a half weeks ago", 18),
        ("2-3 weeks", 21),
        ("11 going on 12 days", 12),
        ("a week last Tuesday", 12),
        ("been going on for six weeks", 42),
        ("over a year", 365),
        ("an hour ago", 0),
        ("yesterday evening", 1),
        ("this morning", 0),
        ("the day before yesterday", 2),
        ("since Friday", 2),
        ("last Sunday", 7),
        ("two Fridays ago", 9),
        ("since the weekend", 1),
        ("since September", 68),
        ("since 2024", 874),
        ("on 15 November", 7),
        ("since Halloween", 22),
        ("since the 9th", 13),
        ("6/52", 42),
        ("a week in and it's still sore", 7),
        ("a fortnight later", 14),
        ("over the last four days", 4),
        ("slipped on some ice 3 days ago", 3),
        ("last ran 3 days ago, it's been 2 weeks", 14),
    ],
)
def test_days_since_it_began(text, expected):
    assert days(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "ages",
        "a while now",
        "recently",
        "my marathon is in 3 weeks",
        "I ran for 2 hours",
        "rested for 2 weeks",
        "iced it for 2 days",
        "the pain lasts 2 hours",
        "I'm 34 years old",
        "three times a week",
        "20 weeks pregnant",
        "on the 45th",
        "30th of February",
    ],
)
def test_vague_and_other_times_are_none(text):
    assert days(text) is None


def test_a_time_that_says_when_it_began_comes_before_one_that_does_not():
    assert days("worse today, it started three weeks ago") == 21


@given(
    st.integers(0, 10**9),
    st.sampled_from(["day", "week", "month", "year", "january", "sunday"]),
    st.dates(date(1990, 1, 1), date(2090, 1, 1)),
)
def test_any_number_gives_days_in_range(number, unit, today):
    for text in (f"{number} {unit}s ago", f"since {unit} {number}", f"on the {number}th"):
        found = days(text, today)
        assert found is None or 0 <= found <= 36500

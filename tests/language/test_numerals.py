import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.numerals import LARGEST, Number, number_at


@pytest.mark.parametrize(
    ("words", "low", "high", "end"),
    [
        ("seven", 7, 7, 1),
        ("7.5", 7.5, 7.5, 1),
        ("twenty five", 25, 25, 2),
        ("thirty - two", 32, 32, 3),
        ("a couple of weeks", 2, 2, 3),
        ("a few days", 3, 3, 2),
        ("half a day", 0.5, 0.5, 2),
        ("two and a half weeks", 2.5, 2.5, 4),
        ("1 1 / 2", 1.5, 1.5, 4),
        ("6 - 7", 6, 7, 3),
        ("six or seven", 6, 7, 3),
        ("between 4 and 5", 4, 5, 4),
        ("3rd", 3, 3, 1),
        ("9 to 4", 4, 9, 3),
    ],
)
def test_numbers_in_words_and_figures(words, low, high, end):
    assert number_at(words.split(), 0) == (Number(low, high), end)


@pytest.mark.parametrize("words", ["swollen", "a week", "one-off", "to 7", "between us", ""])
def test_other_words_are_no_numbers(words):
    assert number_at([words] if not words else words.split(), 0) is None


def test_and_joins_a_range_only_after_between():
    assert number_at("4 and 5".split(), 0) == (Number(4, 4), 1)


@given(st.lists(st.text(max_size=6), min_size=1, max_size=6))
def test_any_words_are_read_without_fault(words):
    found = number_at(words, 0)
    assert found is None or (0 <= found[0].low <= found[0].high <= LARGEST + 1 and 1 <= found[1] <= len(words))

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.cleaning import LONGEST, clean


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("It’s SWOLLEN", "it's swollen"),
        ("<b>swollen</b>", " swollen "),
        ("red &amp; hot", "red & hot"),
        ("swo\u200bllen", "swollen"),
        ("\u202eswollen\u202c", "swollen"),
        ("nai\u0308ve caf\u00e9", "naive cafe"),
        ("３ weeks", "3 weeks"),
        ("1½ weeks", "1 1 / 2 weeks"),
        ("3weeks 8/10", "3 weeks 8 / 10"),
        ("2nd day", "2nd day"),
        ("swollen.It hurts", "swollen . it hurts"),
        ("ow!!!!!!!!", "ow!!!"),
        ("a\x00b\tc", "a b c"),
        ("👍", " yes "),
    ],
)
def test_text_becomes_plain(typed, plain):
    assert clean(typed).text == plain


def test_comparison_signs_are_not_taken_for_markup():
    assert "5 days" in clean("swollen <5 days and >2 weeks sore").text


def test_only_the_first_characters_are_read():
    assert len(clean("a" * (LONGEST + 500)).text) == LONGEST


@given(st.text(max_size=200))
def test_every_character_knows_where_it_came_from(typed):
    cleaned = clean(typed)
    assert len(cleaned.text) == len(cleaned.starts) == len(cleaned.ends)
    assert all(0 <= start < end <= len(typed) for start, end in zip(cleaned.starts, cleaned.ends, strict=True))
    assert list(cleaned.starts) == sorted(cleaned.starts)


def test_a_replacement_stands_for_all_it_replaces():
    replaced = clean("w/ swelling").replaced([(0, 2, "with")])
    assert replaced.text == "with swelling"
    assert replaced.original(0, 4) == (0, 2)
    assert replaced.original(5, 13) == (3, 11)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.spelling import POLAR, Speller, common_words

SPELLER = Speller.towards(
    [
        "swelling",
        "swollen",
        "bruising",
        "numbness",
        "achilles",
        "tender",
        "breathless",
        "stable",
        "bruise",
        "pain",
        "tingle",
        "run",
    ]
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sweling", "swelling"),
        ("swolllen", "swollen"),
        ("bruisng", "bruising"),
        ("acihlles", "achilles"),
        ("numness", "numbness"),
        ("braethles", "breathless"),
        ("bruissd", "bruised"),
        ("pian", "pain"),
        ("tinglling", "tingling"),
        ("runing", "running"),
    ],
)
def test_slips_are_corrected_towards_the_lexicon(typed, meant):
    assert SPELLER.correct(typed) == meant


@pytest.mark.parametrize("word", ["swelling", "smelling", "spelling", "gender", "tennis", "sw", "12345", "swell1ng"])
def test_known_short_and_foreign_words_stand(word):
    assert SPELLER.correct(word) is None


@pytest.mark.parametrize("word", sorted(POLAR))
def test_words_that_turn_a_meaning_round_are_never_corrected(word):
    assert SPELLER.correct(word) is None


def test_no_correction_turns_a_meaning_round():
    assert not POLAR.intersection(SPELLER.targets)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz'", max_size=12))
def test_a_correction_is_a_word_of_the_vocabulary(word):
    meant = SPELLER.correct(word)
    assert meant is None or (meant in SPELLER.known and meant not in POLAR)


def test_common_words_are_lower_case_and_plain():
    assert all(word.isalpha() and word.islower() for word in common_words())

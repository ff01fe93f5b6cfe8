"""Text before features are taken from it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.normalisation import normalise


@pytest.mark.parametrize("typed", ["I don't know", "i DONT know", "I don’t   know", "idk", "\ti don't know\n"])
def test_spellings_of_one_sentence_become_one(typed: str) -> None:
    assert normalise(typed) == "i don't know"


def test_numbers_become_one_number() -> None:
    assert normalise("about 3 weeks") == normalise("about 12 weeks") == "about 0 weeks"


def test_stretched_words_are_shortened() -> None:
    assert normalise("soooooo much") == normalise("sooo much")


@pytest.mark.parametrize("blank", ["", " ", "\n\t ", "\u200b"])
def test_blank_text_is_empty(blank: str) -> None:
    assert normalise(blank) == ""


@given(st.text(max_size=300))
def test_any_text_gives_lower_case_without_digits_but_zero(text: str) -> None:
    plain = normalise(text)
    assert not set(plain) & set("123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    assert plain == plain.strip()

"""Long texts in pieces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.channels.pieces import pieces, shortened, utf16
from bot.channels.slack.blocks import size

TEXTS = some.text(some.sampled_from("ab 🦶é\n.&<>!?"), max_size=400) | some.text(max_size=400)
SIZES = some.sampled_from([len, utf16, size])


@given(TEXTS, some.integers(10, 80), SIZES)
def test_no_piece_is_too_long_or_empty_and_nothing_but_space_is_lost(text, most, count) -> None:
    made = pieces(text, most, count)
    assert all(0 < count(piece) <= most and piece.strip() for piece in made)
    assert "".join("".join(made).split()) == "".join(text.split())


@given(TEXTS, some.integers(10, 80), SIZES)
def test_what_is_shortened_fits_and_begins_as_it_did(text, most, count) -> None:
    made = shortened(text, most, count)
    assert count(made) <= max(most, 1)
    assert made == text or text.startswith(made.removesuffix("…"))


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("One.\n\nTwo two.\n\nThree.", ["One.\n\nTwo two.", "Three."]),
        ("Line one\nline two\nline three", ["Line one\nline two", "line three"]),
        ("Go now. Do not wait. Call.", ["Go now.", "Do not wait. Call."]),
        ("word " * 5, ["word word word word", "word"]),
        ("x" * 45, ["x" * 20, "x" * 20, "x" * 5]),
        ("🦶" * 12, ["🦶" * 10, "🦶" * 2]),
        ("", []),
    ],
)
def test_text_is_cut_where_it_hurts_least(text: str, made: list[str]) -> None:
    assert pieces(text, 20, utf16) == made

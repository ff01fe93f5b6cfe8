"""Where a message asks something besides what it tells."""

import pytest

from bot.nlu.asking import MOST_PARTS, asking_parts


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in asking_parts(text)]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("It's swollen since Monday. Can I run on Sunday?", "Can I run on Sunday?"),
        ("swollen since monday can i run on sunday", "can i run on sunday"),
        ("should i ice it? it's really swollen", "should i ice it?"),
        ("My achilles is stiff, how long does that take to heal", "how long does that take to heal"),
        ("Rolled it yesterday.\nStraight to A&E then?", "Straight to A&E then?"),
    ],
)
def test_the_part_that_asks_is_found(text, asked):
    assert parts(text) == [asked]


@pytest.mark.parametrize(
    "text",
    [
        "can i run on it?",
        "it hurts when i run",
        "I did it on Saturday",
        "what I did was twist it",
        "",
        "?",
        "swollen?",
        "...",
    ],
)
def test_a_message_of_one_piece_has_no_such_part(text):
    assert parts(text) == []


def test_a_flood_of_questions_is_cut_off():
    assert len(parts("sore. " + "can i run on it? " * 200)) == MOST_PARTS

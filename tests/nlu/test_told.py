"""Which sorts of thing a message tells."""

import pytest

from bot.language import Lexicon, Reader
from bot.nlu.told import told

READER = Reader(
    Lexicon.of(
        [
            ("swelling", ["swollen", "swelling"], "present"),
            ("side:left", ["left"], "present"),
            ("gout", ["gout"], "present"),
        ],
        names=["gout"],
    )
)


@pytest.mark.parametrize(
    ("text", "sorts"),
    [
        ("my left ankle is swollen", ("present", "side")),
        ("no swelling", ("absent",)),
        ("is it gout?", ("named",)),
        ("my mum has swelling", ("of another",)),
        ("it used to be swollen", ("past",)),
        ("hello", ("nothing",)),
        ("", ("nothing",)),
    ],
)
def test_the_sorts_of_what_is_mentioned(text, sorts):
    reading = READER.read(text)
    assert told(reading.mentions, reading.names) == sorts

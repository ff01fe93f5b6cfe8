from __future__ import annotations

import pytest

from bot.language.examples import example
from bot.language.phrases import families


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("swollen", "swollen"),
        ("=left", "left"),
        ("hurts|aches|sore ankle", "hurts ankle"),
        ("(give way|gives out) again", "give way again"),
        ("hurts|(gives out) ankle", "hurts ankle"),
        ("[ankle] bone", "bone"),
        ("stiff .. morning", "stiff morning"),
        ("foot|toes & cold|white", "foot cold"),
        ("leg && chest pain", "leg chest pain"),
        ("# weeks", "3 weeks"),
        ("in =yyyy", "in 2020"),
        ("^ no $", "no"),
        ("((left|right) foot|leg) hurts", "left foot hurts"),
    ],
)
def test_the_first_variant_is_said(phrase: str, words: str) -> None:
    assert example(phrase) == words


def test_a_family_is_said_with_its_first_member() -> None:
    assert example("when i <run>") == f"when i {example(families()['run'][0])}"

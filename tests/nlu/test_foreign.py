"""Whether a message is in English."""

import pytest

from bot.nlu.foreign import is_foreign

VOCABULARY = frozenset("my ankle hurts it is a bit of no not since the left how long bad i can t".split())


def foreign(text: str) -> bool:
    return is_foreign(text, text.lower().replace(",", "").split() if text.isascii() else [], VOCABULARY)


@pytest.mark.parametrize(
    "text", ["ich bin gestern umgeknickt und humple", "mi duele el tobillo", "qwe asd zxc", "脚踝", "كاحل"]
)
def test_other_languages_and_none_are_foreign(text):
    assert foreign(text)


@pytest.mark.parametrize(
    "text",
    [
        "my ankle hurts",
        "pian is prety bad",
        "twsited my ankle runing",
        "parkrun",
        "ok",
        "",
        "7",
        "!!",
        "Hoka Clifton",
        "nope nah",
    ],
)
def test_english_with_slips_and_names_is_not(text):
    assert not foreign(text)

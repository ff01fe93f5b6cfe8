import pytest

from bot.language import Lexicon, Reader

READER = Reader(Lexicon.of([]))


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("I'm 34", 34),
        ("34F", 34),
        ("aged 61", 61),
        ("52 y/o male", 52),
        ("I am 28 years old", 28),
        ("my 9 year old son", 9),
    ],
)
def test_ages(text, age):
    assert READER.read(text).attribute("age") == age


@pytest.mark.parametrize(
    "text", ["I'm 20 weeks pregnant", "I ran 34", "300 years old", "25-30 years old", "I'm 3 weeks in"]
)
def test_other_numbers_are_no_ages(text):
    assert READER.read(text).attribute("age") is None


@pytest.mark.parametrize(
    ("text", "sex"), [("34F", "f"), ("I'm a 40 year old man", "m"), ("female, 61", "f"), ("male", "m")]
)
def test_sexes(text, sex):
    assert READER.read(text).attribute("sex") == sex

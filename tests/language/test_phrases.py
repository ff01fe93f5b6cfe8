import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.cleaning import clean
from bot.language.phrase_book import PhraseBook
from bot.language.phrases import PhraseError, families, parse
from bot.language.words import words


def found(phrase, text):
    book = PhraseBook((variant, None) for variant in parse(phrase))
    return bool(book.find(words(clean(text), lambda word: None)))


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("swollen", "it swells"),
        ("=left", "my left ankle"),
        ("put weight", "put any of my weight"),
        ("hurts|aches|sore", "it is aching"),
        ("(give way|gives out)", "gave way"),
        ("(give way|gives out)", "giving out"),
        ("[ankle] bone", "the bone"),
        ("stiff .. morning", "stiff for an hour every morning"),
        ("foot|toes & cold|white", "cold, I mean really white toes"),
        ("leg && chest pain", "my leg is sore, and chest pain too"),
        ("<hurt> when i walk", "aches when I walk"),
        ("# weeks", "two and a half weeks"),
        ("in =yyyy", "in 2019"),
        ("^ no $", "swollen, no, numb"),
        ("can't walk", "cannot walk"),
        ("back of the heel", "back of my heel"),
    ],
)
def test_phrase_is_found(phrase, text):
    assert found(phrase, text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("=left", "I am leaving"),
        ("put weight", "put on running weight"),
        ("can walk", "can not walk"),
        ("stiff .. morning", "stiff not in the morning"),
        ("stiff .. morning", "stiff one two three four five morning"),
        ("foot|toes & cold|white", "my foot hurts but the weather is cold"),
        ("leg && chest pain", "my leg is sore. chest pain too"),
        ("^ no $", "no swelling"),
        ("# weeks", "weeks"),
        ("give way", "give. way"),
    ],
)
def test_phrase_is_not_found(phrase, text):
    assert not found(phrase, text)


@pytest.mark.parametrize(
    ("phrase", "fault"),
    [
        ("only .. eat ..", "gap at an end"),
        (".. swollen", "gap at an end"),
        ("(give way", "lacks"),
        ("[ankle bone", "lacks"),
        ("<nowhere> pain", "unknown family"),
        ("[ankle]", "may be empty"),
        ("", "may be empty"),
        ("the|a foot", "=the"),
        ("(the|foot) pain", "may be nothing"),
        ("foot|", "ends too early"),
        ("foot )", "not expected"),
        ("foot & ", "may be empty"),
        (" ".join("(a b|c d|e f|g h)" for _ in range(6)), "variants"),
        ("foo < bar", "means nothing"),
    ],
)
def test_a_faulty_phrase_is_refused_with_the_reason(phrase, fault):
    with pytest.raises(PhraseError, match=fault):
        parse(phrase)


@given(st.text(alphabet="ab |&()[]<>=#.^$", max_size=20))
def test_any_phrase_is_read_or_refused(phrase):
    try:
        variants = parse(phrase)
    except PhraseError:
        return
    assert all(part.elements for variant in variants for part in variant.parts)


def test_every_family_can_be_used():
    for name in families():
        assert parse(f"<{name}>")


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("temp 38", True),
        ("temp 38.5", True),
        ("temp 43", True),
        ("temp thirty nine", True),
        ("temp 37.9", False),
        ("temp 44", False),
        ("temp", False),
    ],
)
def test_a_range_has_its_numbers_both_ends_included(text, within):
    assert found("temp #38-43", text) is within


def test_limits_with_a_point_want_a_number_with_one():
    assert found("^ #38.0-43.0 $", "38.5")
    assert not found("^ #38.0-43.0 $", "39")


@pytest.mark.parametrize("text", ["sore and then swollen", "sore with some red swollen"])
def test_a_gap_before_a_word_that_may_be_missing_stays_open(text):
    assert found("sore .. [red] swollen", text)

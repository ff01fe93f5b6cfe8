from bot.language.cleaning import clean
from bot.language.phrase_book import PhraseBook
from bot.language.phrases import parse
from bot.language.words import words


def book(*phrases):
    return PhraseBook((variant, phrase) for phrase in phrases for variant in parse(phrase))


def read(text):
    return words(clean(text), lambda word: None)


def test_every_occurrence_is_found_with_its_words():
    matches = book("foot & cold").find(read("cold foot, foot that is cold"))
    assert {match.indices for match in matches} == {(0, 1), (2, 5)}


def test_parts_must_be_near_each_other():
    far = "foot " + "very sore and bad " * 4 + "cold"
    assert not book("foot & cold").find(read(far))


def test_the_nearest_occurrence_is_taken():
    (match,) = book("foot & cold").find(read("cold day cold foot"))
    assert match.indices == (2, 3)


def test_an_empty_text_has_no_phrases():
    assert book("foot").find(()) == []

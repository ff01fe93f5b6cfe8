from bot.language.cleaning import clean
from bot.language.phrase_book import Match, PhraseBook, longest, unclaimed, without_overlap
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


def test_the_longest_phrase_has_the_words():
    calf, plain = Match("calf swollen", (1, 3)), Match("swollen", (3,))
    assert longest([calf, plain]) == [calf]
    assert longest([Match("a", (0, 1)), Match("b", (0, 1))]) == [Match("a", (0, 1)), Match("b", (0, 1))]


def test_overlap_with_a_longer_phrase_drops_the_shorter():
    heel, back = Match("back of heel", (1, 2, 4)), Match("on back", (0, 1))
    assert without_overlap([heel, back]) == [heel]


def test_a_claim_takes_words_from_all_but_what_has_more():
    claim = Match(None, (1, 2))
    inside, across, more = Match("a", (1,)), Match("b", (2, 3)), Match("c", (1, 2, 3))
    assert unclaimed([inside, across, more], [claim]) == [more]


def test_an_empty_text_has_no_phrases():
    assert book("foot").find(()) == []

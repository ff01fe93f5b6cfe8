"""Which phrase has the words that several share."""

from bot.language.claims import longest, standing, unclaimed, without_overlap
from bot.language.cleaning import clean
from bot.language.phrase_book import Match
from bot.language.words import words


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


def test_an_item_of_a_list_keeps_the_words_that_a_longer_phrase_can_do_without():
    read = words(clean("foot goes cold and numb"), lambda word: None)
    both, cold, numb = Match("cold", (0, 2, 4)), Match("cold", (0, 2)), Match("numb", (4,))
    assert set(standing([both, cold, numb], read)) == {both, numb}
    assert standing([both, numb], read) == [both]


def test_a_word_that_is_no_item_stays_with_the_longer_phrase():
    read = words(clean("foot stone cold"), lambda word: None)
    whole, cold, stone = Match("cold", (0, 1, 2)), Match("cold", (0, 2)), Match("stone", (1,))
    assert standing([whole, cold, stone], read) == [whole]

import pytest

from bot.language.cleaning import clean
from bot.language.words import plain_words, words


def texts_by_clause(text):
    clauses: dict[int, list[str]] = {}
    for word in words(clean(text), lambda word: None):
        clauses.setdefault(word.clause, []).append(word.text)
    return [" ".join(clause) for clause in clauses.values()]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("swollen, sore. Numb!", ["swollen", "sore", "numb"]),
        ("swollen but not bruised", ["swollen", "but not bruised"]),
        ("no swelling and it hurts", ["no swelling", "and it hurts"]),
        ("red and hot", ["red and hot"]),
        ("nothing but swelling", ["nothing but swelling"]),
        ("a week and a half", ["a week and a half"]),
        ("swelling - none", ["swelling", "none"]),
        ("pins-and-needles", ["pins and needles"]),
        ("one\ntwo", ["one", "two"]),
        ("Stairs at work: fine. Sitting: sore", ["stairs at work fine", "sitting sore"]),
        ("what I have: a swollen ankle and heel", ["what i have", "a swollen ankle and heel"]),
        ("swollen.sore", ["swollen", "sore"]),
    ],
)
def test_clauses(text, clauses):
    assert texts_by_clause(text) == clauses


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("can't", ["can", "not"]),
        ("cannot", ["can", "not"]),
        ("dont", ["do", "not"]),
        ("isn't", ["is", "not"]),
        ("won't", ["will", "not"]),
        ("i've", ["i", "have"]),
        ("ankle's", ["ankle"]),
        ("pins & needles", ["pins", "needles"]),
    ],
)
def test_contractions_are_taken_apart(text, expected):
    assert plain_words(text) == expected


def test_words_know_their_place_in_the_original():
    text = "I CAN’T  walk <br> 3weeks"
    said = [text[word.start : word.end] for word in words(clean(text), lambda word: None)]
    assert said == ["I", "CA", "N’T", "walk", "3", "weeks"]


def test_a_number_of_several_words_is_one_word():
    read = words(clean("two and a half weeks"), lambda word: None)
    assert [word.text for word in read] == ["two and a half", "weeks"]
    assert read[0].number is not None
    assert read[0].number.low == 2.5


def test_words_of_a_question_know_it():
    read = words(clean("Is it swollen? No."), lambda word: None)
    assert [word.question for word in read] == [True, True, True, False]


def test_both_spellings_are_keys():
    (word,) = words(clean("sweling"), lambda word: "swelling")
    assert {"swell", "=sweling"} <= word.keys


def test_asides_to_the_listener_are_clauses_of_their_own():
    read = words(clean("none to be honest haha but no thanks"), lambda word: None)
    assert [word.clause for word in read] == [0, 1, 1, 1, 2, 3, 3, 3]


def test_a_year_has_a_key_of_its_own():
    read = words(clean("2019 12 five"), lambda word: None)
    assert ["=yyyy" in word.keys for word in read] == [True, False, False]

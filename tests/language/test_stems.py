import pytest

from bot.language.stems import keys, stem


@pytest.mark.parametrize(
    "words",
    [
        ("swelling", "swells", "swollen"),
        ("bruise", "bruised", "bruising"),
        ("run", "ran", "running"),
        ("ache", "achy", "aching"),
        ("foot", "feet"),
        ("numb", "numbness"),
    ],
)
def test_forms_of_a_word_have_one_stem(words):
    assert len({stem(word) for word in words}) == 1


@pytest.mark.parametrize(("one", "other"), [("numb", "number"), ("left", "leave"), ("heel", "heal"), ("not", "note")])
def test_different_words_keep_apart(one, other):
    assert stem(one) != stem(other)


def test_a_word_is_found_by_its_stem_and_its_exact_form():
    assert keys("swollen") == {"swell", "=swollen"}

"""Who writes in another language is told so, and nothing is guessed."""

import pytest

TYPED = (
    "Bonjour, j'ai mal à la cheville droite depuis trois jours",
    "Mein Knöchel tut weh seit gestern, ich bin umgeknickt",
    "Hola, me torcí el tobillo corriendo y está muy hinchado",
    "我的脚踝肿了",
    "كاحلي يؤلمني",
)


@pytest.mark.parametrize("typed", TYPED)
def test_another_language_gets_a_kind_word_and_the_emergency_number(talk, typed):
    talk(typed)
    assert "I can only read English" in talk.text
    assert "999" in talk.text


@pytest.mark.parametrize("typed", TYPED)
def test_another_language_in_the_middle_changes_nothing(talk, typed):
    talk("rolled my left ankle yesterday, the outside is swollen")
    talk("yes")
    asked = talk.question
    talk(typed)
    assert "I can only read English" in talk.text
    assert talk.question == asked

"""A message that tells and asks: what it tells is kept, what it asks is answered, and the interview goes on."""


def test_a_question_beside_an_account_is_answered(talk):
    talk("Rolled my left ankle yesterday, it's swollen on the outside. Should I put ice on it?")
    assert "article" in talk.types
    talk("yes")
    assert talk.question not in ("side", "location", "onset")


def test_a_question_beside_an_answer_is_answered_and_the_next_question_comes(talk):
    talk("rolled my ankle yesterday")
    talk("yes")
    talk.until("location")
    talk("the outside of it. how long does a sprain take to heal?")
    assert "article" in talk.types
    assert talk.question not in (None, "location")


def test_an_emergency_comes_before_any_other_answer(talk):
    talk("the bone is sticking out of my ankle. can i still run on sunday?")
    assert talk.types[0] == "escalation"
    assert "article" not in talk.types


def test_an_answer_in_our_own_words_asks_nothing(talk):
    talk("my left achilles hurts, pain 4, for 3 weeks, I am 30")
    talk.until("onset")
    talk("Bit by bit, over hours, days or weeks")
    assert "article" not in talk.types


def test_why_after_a_result_is_about_the_result(talk):
    talk("I rolled my left ankle yesterday, outer side, swollen, pain 5, I am 30")
    talk.answer_the_rest({"four_steps_now": "absent"})
    talk("why?")
    assert "four steps" in talk.text
    assert "I only ask what can change" not in talk.text
    talk("what would make you change your mind?")
    assert "if " in talk.text

"""A friend's ankle, a child's, and one's own after that: nobody's facts become another's."""

import pytest

FRIEND = "my friend rolled her left ankle yesterday, the outside is swollen, pain 5 out of 10, she is 30"
CHILD = "my son is 8, he rolled his left ankle yesterday, the outside is swollen, pain 3 out of 10"


def test_a_friends_ankle_is_taken_as_a_friends(talk):
    talk(FRIEND)
    assert "it is about somebody else" in talk.text
    assert "mean the person whose ankle it is" in talk.text
    result = talk.answer_the_rest()
    assert result["findings"]["subject"]["value"] == "other"
    assert result["findings"]["age"]["value"] == 30


@pytest.mark.parametrize("said", [CHILD, "my daughter (11) twisted her ankle, outer side sore, pain 2 out of 10"])
def test_a_child_is_never_looked_after_at_home_on_our_word(talk, said):
    talk(said)
    result = talk.answer_the_rest()
    assert result["triage"]["level"] in ("same_day", "emergency")
    assert result["plan"] is None


def test_an_age_given_late_still_counts(talk):
    talk("I rolled my left ankle yesterday, outer side, swollen, pain 3")
    talk.until("age")
    talk("12")
    assert talk.answer_the_rest()["triage"]["level"] != "self_care"


@pytest.mark.parametrize("said", ["31 years old", "31 years old, by the way", "I'm 31 years old"])
def test_a_grown_up_who_tells_their_age_is_no_child(talk, said):
    talk("I rolled my left ankle yesterday, outer side, swollen, pain 3")
    talk.until("age")
    talk(said)
    result = talk.answer_the_rest()
    assert result["findings"]["age"]["value"] == 31
    assert result["findings"].get("subject", {}).get("value") != "child"


@pytest.mark.parametrize(
    "said",
    [
        "my friend rolled her ankle and her foot is cold and white",
        "my wife's foot has gone cold and white after she twisted her ankle",
        "my son fell and the bone is sticking out of his ankle",
    ],
)
def test_a_friends_danger_is_told_at_once_and_as_the_friends(talk, said):
    talk(said)
    assert "999" in talk.text
    assert "person whose ankle it is" in talk.text or "for anybody" in talk.text
    assert "assessment" not in talk.types


def test_a_friends_danger_beside_ones_own_ankle_is_not_ones_own(talk):
    talk("I rolled my left ankle yesterday, the outside is swollen, pain 3, I am 30")
    talk.until("four_steps_now")
    talk("my friend's foot is cold and white, is that dangerous?")
    assert "999" in talk.text
    assert "person whose ankle it is" in talk.text
    talk("ok")
    assert talk.question == "another"


def test_the_own_ankle_after_a_friends_is_asked_about_and_begins_anew(talk):
    talk(FRIEND)
    talk.until("signs")
    talk("my own ankle hurts too")
    assert talk.question == "another"
    talk("yes")
    assert talk.question == "emergency_screen"
    assert "I have taken that back" not in talk.text
    talk.choose("emergency_screen", "none")
    talk("the right one")
    findings = talk.answer_the_rest()["findings"]
    assert findings["side"]["value"] == "right"
    assert findings.get("swelling", {}).get("state") != "present"


def test_the_same_person_after_all_keeps_what_was_told(talk):
    talk("my left ankle is swollen on the outside, I rolled it yesterday, pain 5 out of 10")
    talk.until("signs")
    talk("it is my son's ankle")
    assert talk.question == "another"
    talk("no")
    result = talk.answer_the_rest({"age": 9})
    assert result["findings"]["swelling"]["state"] == "present"
    assert result["triage"]["level"] != "self_care"


def test_a_question_about_a_friend_is_no_fact_of_ones_own(talk):
    talk("I rolled my left ankle yesterday, the outside is swollen, pain 3, I am 30")
    talk.until("four_steps_now")
    talk("my friend has gout, can you catch that?")
    findings = talk.answer_the_rest()["findings"]
    assert findings["side"]["value"] == "left"
    assert findings.get("subject", {}).get("value") in (None, "self")


def test_a_crisis_of_somebody_else_comes_without_a_note_on_words(talk):
    talk("my wife's ankle hurts, she rolled it, and she says there is no point in being here any more")
    assert "escalation" in talk.types
    assert "By “you”" not in talk.text

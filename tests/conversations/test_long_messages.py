"""A message of twenty thousand characters: nothing urgent in it is lost, and the person knows what was read."""

STORY = "I went for a long walk with the dog and then we had some tea and talked about the garden for a while. "


def test_who_writes_very_much_is_told_what_was_read(talk):
    talk("my ankle hurts. " + STORY * 190)
    assert "That was a long message" in talk.text


def test_something_urgent_in_the_middle_is_found(talk):
    talk("my ankle hurts. " + STORY * 90 + "the bone is sticking out through the skin. " + STORY * 90)
    assert talk.types[0] == "escalation"


def test_something_urgent_without_any_full_stop_is_found(talk):
    talk("my ankle hurts " + STORY.replace(".", "") * 60 + "my foot is cold and white " + STORY.replace(".", "") * 60)
    assert talk.types[0] == "escalation"


def test_an_ordinary_length_is_not_remarked_on(talk):
    talk("my ankle hurts. " + STORY * 10)
    assert "That was a long message" not in talk.text


ACCOUNT = (
    "So I have been training for the autumn half marathon with my club, mostly on the canal path, and it was all going "
    "very well until last week. " + STORY * 12 + "Then yesterday I rolled my left ankle inwards. "
    "The outer side is swollen and bruised. The pain is 6 out of 10. I am 34 years old. I can walk, with a limp. "
    + STORY
    * 5
)


def test_a_story_of_two_thousand_characters_is_summed_up_in_one_line(talk):
    talk(ACCOUNT)
    assert len(ACCOUNT) > 2_000
    assert talk.text.count("So far I understand") == 1
    for told in ("the left ankle", "the foot rolled inwards", "6 out of 10", "34 years old"):
        assert told in talk.text


def test_nothing_of_the_story_is_asked_again(talk):
    talk(ACCOUNT)
    asked = []
    while "assessment" not in talk.types:
        asked.append(talk.question)
        talk._answer(talk.payload("question"), None)
    assert not {"side", "location", "onset", "duration", "severity", "mechanism", "age"} & set(asked)


def test_a_line_that_sums_up_can_be_put_right_at_once(talk):
    talk(ACCOUNT)
    talk("no, it's the right ankle")
    assert "it is the right ankle" in talk.text
    assert talk.answer_the_rest()["findings"]["side"]["value"] == "right"


def test_a_long_answer_in_the_middle_answers_more_than_one_question(talk):
    talk("my ankle hurts")
    talk.until("location")
    talk("the outside, I rolled my left ankle yesterday on a kerb, the pain is 4 out of 10 and I am 30")
    asked = []
    while "assessment" not in talk.types:
        asked.append(talk.question)
        talk._answer(talk.payload("question"), None)
    assert not {"side", "location", "onset", "duration", "severity", "mechanism", "age"} & set(asked)


def test_one_question_a_message_however_much_was_told(talk):
    talk(ACCOUNT)
    for _ in range(8):
        if "assessment" in talk.types:
            break
        assert talk.types.count("question") == 1
        talk._answer(talk.payload("question"), None)


def test_what_is_told_of_oneself_can_stand_in_the_summary(talk):
    """There is no question for a sex: it is only ever told."""
    talk("I'm a 30 year old woman, my left ankle has ached for two weeks")
    talk.until("summary")
    facts = {fact["id"]: fact for fact in talk.payload("question")["facts"]}
    assert "question" not in facts["sex"]
    assert facts["age"]["question"]["id"] == "age"

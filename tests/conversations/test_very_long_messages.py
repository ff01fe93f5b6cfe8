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

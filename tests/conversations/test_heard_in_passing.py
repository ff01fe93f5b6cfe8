"""A sign that was only picked up from free text sends nobody to a hospital before it was asked in so many words."""

TOLD = "my achilles is stiff in the mornings for two weeks, came on slowly, and it popped"


def test_a_sign_heard_in_passing_is_asked_about_and_a_no_counts(talk):
    talk(TOLD)
    found = talk.answer_the_rest({"pop_heard": "absent"})
    assert "RF12" not in {reason["rule"] for reason in found["triage"]["reasons"]}


def test_a_yes_keeps_the_level(talk):
    talk(TOLD)
    assert talk.answer_the_rest({"pop_heard": "present"})["triage"]["level"] == "same_day"

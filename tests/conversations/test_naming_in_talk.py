"""Conditions that people name, through the trained model: spoken of, and never taken for a finding."""

import pytest


@pytest.mark.parametrize(
    "text",
    ["is it a lisfranc injury?", "could it be CRPS?", "what is tarsal tunnel syndrome?", "I think it's bursitis"],
)
def test_a_name_becomes_an_entity_of_its_own(assistant, loop, text):
    agent, _ = assistant
    entities = loop.run_until_complete(agent.parse_message(text))["entities"]
    assert [entity["entity"] for entity in entities if entity["entity"] != "mention"] == ["named"]


def test_a_name_is_not_in_the_findings_of_the_result(talk, reception):
    talk("the physio said lisfranc injury. I rolled my left ankle today, the outer side is swollen")
    result = talk.answer_the_rest()
    assert result["findings"]["swelling"]["state"] == "present"
    assert "lisfranc_injury" not in result["findings"]


def test_what_a_person_asks_by_name_keeps_the_open_question(talk):
    talk("my ankle hurts")
    talk("yes")
    asked = talk.question
    talk("what is CRPS?")
    assert talk.question == asked


def test_a_question_in_the_middle_is_answered_and_the_open_one_put_again(talk):
    talk("rolled my left ankle yesterday, outside is swollen")
    talk("yes")
    open_question = talk.question
    talk("should I put ice on it?")
    assert talk.types[0] == "article"
    assert talk.payload("article")["id"] == "treat_ice"
    assert talk.question == open_question
    assert "didn't get that" not in talk.text


def test_a_question_before_anything_was_told_is_answered(talk):
    talk("what is plantar fasciitis?")
    assert talk.types[0] == "article"


def test_a_question_in_general_never_hides_a_danger(talk):
    talk("should I put ice on it? my foot is cold and white")
    assert talk.types[0] == "escalation"
    assert "article" not in talk.types

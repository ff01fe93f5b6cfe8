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

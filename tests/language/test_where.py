"""Where it hurts, on which side, whose ankle it is, and what is over."""

from itertools import chain
from pathlib import Path

import pytest
import yaml

from bot.knowledge.vocabulary import vocabulary

SAYINGS = yaml.safe_load(Path(__file__).with_name("sayings_where.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("message", list(chain(*SAYINGS.values())), ids=lambda message: message["text"])
def test_sayings(reader, message):
    reading = reader.read(message["text"])
    if "at" in message:
        assert {vocabulary().regions[region] for region in reading.location} == set(message["at"])
    for attribute in ("side", "subject"):
        if attribute in message:
            assert reading.attribute(attribute) == message[attribute]
    named = {finding: state for state in ("present", "absent") for finding in message.get(state, ())}
    assert {finding: reading.state(finding) for finding in named} == named
    assert [finding for finding in message.get("silent", ()) if reading.state(finding) == "present"] == []

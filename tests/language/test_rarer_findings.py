"""What the rarer findings are said with, and what must not be taken for them."""

from pathlib import Path

import pytest
import yaml

SAYINGS = yaml.safe_load((Path(__file__).with_name("sayings_of_rarer_findings.yml")).read_text(encoding="utf-8"))


@pytest.mark.parametrize("message", SAYINGS["messages"], ids=lambda message: message["text"])
def test_sayings(reader, message):
    reading = reader.read(message["text"])
    states = {finding: reading.state(finding) for finding in SAYINGS["rarer"]}
    named = {finding: state for state in ("present", "absent") for finding in message.get(state, ())}
    assert {finding: reading.state(finding) for finding in named} == named
    assert [finding for finding, state in states.items() if state == "present" and finding not in named] == []

"""What is asserted of a finding, in the words of twenty imagined people."""

from pathlib import Path

import pytest
import yaml

FAMILIES = yaml.safe_load(Path(__file__).with_name("assertions.yml").read_text(encoding="utf-8"))
MESSAGES = [
    pytest.param(message["says"], {finding: states for finding, states in message.items() if finding not in ("by", "says")}, id=f"{family}: {message['says']}")
    for family, messages in FAMILIES.items()
    for message in messages
]


@pytest.mark.parametrize(("says", "states"), MESSAGES)
def test_what_is_asserted(reader, says, states):
    reading = reader.read(says)
    read = {finding: reading.state(finding) or "unsaid" for finding in states}
    assert {finding: state for finding, state in read.items() if state not in states[finding].split("|")} == {}

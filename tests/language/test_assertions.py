"""What is asserted of a finding, in the words of twenty imagined people."""

from pathlib import Path

import pytest
import yaml

FAMILIES = yaml.safe_load(Path(__file__).with_name("assertions.yml").read_text(encoding="utf-8"))
ABOUT = ("by", "says", "missed")
"""Keys of a message that are no findings."""

MISSED = pytest.mark.xfail(strict=True, reason="not read yet")
MESSAGES = [
    pytest.param(
        message["says"],
        {finding: states.split("|") for finding, states in message.items() if finding not in ABOUT},
        id=f"{family}: {message['says']}",
        marks=[MISSED] if message.get("missed") else [],
    )
    for family, messages in FAMILIES.items()
    for message in messages
]


@pytest.mark.parametrize(("says", "states"), MESSAGES)
def test_what_is_asserted(reader, says, states):
    reading = reader.read(says)
    read = {finding: reading.state(finding) or "unsaid" for finding in states}
    assert {finding: state for finding, state in read.items() if state not in states[finding]} == {}


def test_what_is_missed_is_not_read_as_absent(reader):
    for message in (message for messages in FAMILIES.values() for message in messages if message.get("missed")):
        reading = reader.read(message["says"])
        wrong = [
            id for id in message.keys() - set(ABOUT) if "absent" not in message[id] and reading.state(id) == "absent"
        ]
        assert wrong == []

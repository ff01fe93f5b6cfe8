"""What is asserted of a finding, in the words of twenty imagined people."""

from pathlib import Path

import pytest
import yaml

FAMILIES = yaml.safe_load(Path(__file__).with_name("assertions.yml").read_text(encoding="utf-8"))
ABOUT = ("by", "says", "missed")
"""Keys of a message that are no findings."""

READ, MISSED = (
    [
        pytest.param(
            message["says"],
            {finding: states.split("|") for finding, states in message.items() if finding not in ABOUT},
            id=f"{family}: {message['says']}",
        )
        for family, messages in FAMILIES.items()
        for message in messages
        if message.get("missed", False) is missed
    ]
    for missed in (False, True)
)


def differing(reader, says, states):
    """Findings that are read otherwise than they are meant, with what is read."""
    reading = reader.read(says)
    read = {finding: reading.state(finding) or "unsaid" for finding in states}
    return {finding: state for finding, state in read.items() if state not in states[finding]}


@pytest.mark.parametrize(("says", "states"), READ)
def test_what_is_asserted(reader, says, states):
    assert differing(reader, says, states) == {}


@pytest.mark.parametrize(("says", "states"), MISSED)
def test_what_is_missed_errs_towards_care(reader, says, states):
    """Nothing of it is taken for absent. What is read by now loses its mark."""
    differences = differing(reader, says, states)
    assert differences, "it is read now: take the mark `missed` off"
    assert "absent" not in differences.values()

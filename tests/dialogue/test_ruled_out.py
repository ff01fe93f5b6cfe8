"""What cannot be where something is absent need not be asked."""

import pytest

from bot.dialogue.case import Case
from bot.dialogue.hearing import hear
from bot.dialogue.utterance import Utterance
from bot.knowledge.model import State
from bot.runtime.practice import practice


@pytest.mark.parametrize(
    ("text", "ruled_out"),
    [
        ("no swelling", "swelling_not_settling"),
        ("it isn't stiff", "morning_stiffness"),
        ("wasn't bitten by anything", "snake_bite"),
    ],
)
def test_what_an_absence_rules_out_is_absent_too(text, ruled_out):
    reading = practice().reader.read(text)
    assert ruled_out not in reading.findings
    case, _ = hear(Case(), Utterance("1", text, "report_symptom", reading.mentions), practice())
    assert case.facts.state(ruled_out) is State.ABSENT


def test_a_presence_rules_nothing_out():
    reading = practice().reader.read("it is swollen")
    case, _ = hear(Case(), Utterance("1", "it is swollen", "report_symptom", reading.mentions), practice())
    assert case.facts.state("swelling_not_settling") is State.NOT_ASKED

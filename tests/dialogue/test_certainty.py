"""Only an answer that says nothing else decides about an emergency; asides are nothing else."""

from __future__ import annotations

import pytest

from bot.dialogue.certainty import denies_plainly, is_plain, may_mean_more, refuses
from bot.dialogue.utterance import Choice
from bot.knowledge import files
from bot.knowledge.model import Question
from bot.runtime import settings


@pytest.fixture(scope="module")
def screen() -> Question:
    return files.read(settings.KNOWLEDGE).questions["emergency_screen"]


@pytest.mark.parametrize(
    "text",
    [
        "no", "None of these", "nope, none of those", "no, thanks", "none of these, it's awful", "Noen of tehse",
        "no, but it's no big deal",
        "none of these, it just hurts a lot", "well, let me think, I would say none of these, as far as I can tell",
        "None of these. I'm really scared", "no thank god", "luckily none of them",
    ],
)  # fmt: skip
def test_a_no_with_an_aside_is_plain(screen: Question, text: str) -> None:
    assert is_plain(text, Choice(screen.id, ("none",)), screen)


@pytest.mark.parametrize(
    "text",
    [
        "none.. well a bit cold", "no wait, yes, the cold one", "no to the first three, yes to 4", "no i mean yes",
        "none of these except the numb bit", "no, it's awful and cold", "I don't think so", "no, maybe", "not sure",
        "none, I think", "one of these", "none of my toes",
        "no but my foot is white", "it's awful", "none of these yesterday", "no, it's awful, well the fourth",
    ],
)  # fmt: skip
def test_a_no_that_says_something_else_is_not(screen: Question, text: str) -> None:
    assert not is_plain(text, Choice(screen.id, ("none",)), screen)
    assert not denies_plainly(text)


@pytest.mark.parametrize(
    ("question", "text", "read"),
    [("signs", "There is a bruise on the soel", "bruising"), ("health", "bone of these", "osteoporosis")],
)
def test_a_slip_in_one_option_does_not_choose_another(question: str, text: str, read: str) -> None:
    asked = files.read(settings.KNOWLEDGE).questions[question]
    assert not is_plain(text, Choice(question, (read,)), asked)


@pytest.mark.parametrize(
    "text",
    [
        "definitely not", "no, definitely not", "all no", "god no", "none of that shit",
        "i don't have any of these", "not these things", "0",
        "no, none of them apply to me", "none. its just swollen", "no, just sore", "none of these for fucks sake",
        "no emergency",
    ],
)  # fmt: skip
def test_a_no_in_many_manners_is_plain(text: str) -> None:
    assert denies_plainly(text)


@pytest.mark.parametrize(
    "text",
    [
        "no, well maybe the outer bump", "nothing but the outside one", "no, everything hurts",
        "no I can't reach my foot", "no wait it was the left one", "none that I can be sure of",
    ],
)  # fmt: skip
def test_a_no_with_more_behind_it_may_mean_more(text: str) -> None:
    assert may_mean_more(text)


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("no", True), ("I don't consent", True), ("I'd rather not", True), ("no way", True), ("not ok", True),
        ("absolutely not, don't store anything", True), ("no problem", False), ("no worries", False), ("yes", False),
        ("my ankle hurts", False), ("it's not swollen", False),
    ],
)  # fmt: skip
def test_who_refuses_is_understood(text: str, refused: bool) -> None:
    assert refuses(text) is refused

"""The shell front end."""

import asyncio
import io

import pytest
from rich.console import Console

from bot.channels.shell import Shell, scripted_lines
from bot.dialogue.message import Message
from bot.dialogue.utterance import Choice


def question(kind="single", **fields):
    options = (
        []
        if kind in ("scale", "number")
        else [{"id": "a", "label": "First"}, {"id": "b", "label": "Second"}, {"id": "none", "label": "None"}]
    )
    return Message.of(
        "question", "in full", id="q", kind=kind, options=options, prompt="What is it?", why="Because.", **fields
    )


@pytest.fixture
def screen():
    return io.StringIO()


@pytest.fixture
def shell(screen):
    return Shell(Console(file=screen, no_color=True, width=100), plain=True)


@pytest.mark.parametrize(
    ("kind", "typed", "choice"),
    [
        ("single", "2", Choice("q", ("b",))),
        ("single", "4", None),
        ("single", "0", None),
        ("single", "1 2", None),
        ("single", "2 weeks", None),
        ("single", "Second", None),
        ("multiple", "1 2", Choice("q", ("a", "b"))),
        ("multiple", "1, 2", Choice("q", ("a", "b"))),
        ("multiple", "1 and 2", Choice("q", ("a", "b"))),
        ("multiple", "3", Choice("q", ("none",))),
    ],
)
def test_numbers_stand_for_options(shell, kind, typed, choice):
    shell.show([question(kind)])
    assert shell.choice(typed) == choice


@pytest.mark.parametrize(
    ("typed", "number"), [("7", 7), ("0", 0), ("10", 10), ("11", None), ("7 8", None), ("seven", None)]
)
def test_a_number_answers_a_scale_within_its_limits(shell, typed, number):
    shell.show([question("scale", min=0, max=10)])
    assert shell.choice(typed) == (None if number is None else Choice("q", number=number))


def test_a_number_without_a_question_is_text(shell):
    assert shell.choice("2") is None


def test_help_shows_how_to_check_and_sends_nothing(shell, screen):
    sent = []

    async def answer(typed, choice):
        sent.append((typed, choice))
        return (question(help="Press here."),)

    asyncio.run(shell.run(["my ankle", "help", "quit", "never sent"], answer))
    assert "Press here." in screen.getvalue()
    assert [typed for typed, _ in sent] == ["my ankle"]


def test_a_script_prints_its_lines_and_leaves_out_remarks(screen):
    console = Console(file=screen, no_color=True)
    assert list(scripted_lines(["# remark", "", "  hello ", "7"], console)) == ["  hello ", "7"]
    assert screen.getvalue().split("\n") == ["", "> hello", "", "> 7", ""]


def test_markup_in_what_is_said_is_shown_as_typed(shell, screen):
    shell.show([Message("[bold]not markup[/bold]")])
    assert "[bold]not markup[/bold]" in screen.getvalue()

"""Scripted conversations: the page is the current one, and a script that cannot be played says why."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.channels.base import Reception
from bot.evaluation.conversation_page import page
from bot.evaluation.conversations import OffScript, play
from bot.evaluation.labels import UnreadableFile
from bot.evaluation.scripts import Chosen, Script, Typed, scripts
from bot.runtime import settings

FILE = "data/evaluation/conversations.yml"


@pytest.fixture
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


def test_the_page_is_current(assistant: tuple[Any, Any], loop: asyncio.AbstractEventLoop) -> None:
    """When this fails, run `malleo evaluate conversations FILE --write docs/conversations.md`."""
    played = play(scripts(settings.ROOT / FILE), Reception(*assistant, "evaluation"), loop)
    assert page(played, FILE) == (settings.ROOT / "docs" / "conversations.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ((Chosen(("yes",)),), "no question is open"),
        ((Typed("hello"), Chosen(("maybe",))), "it takes: yes, no"),
        ((Typed("hello"), Chosen(number=3)), "'consent'"),
    ],
)
def test_a_line_that_does_not_fit_says_what_would(
    assistant: tuple[Any, Any], loop: asyncio.AbstractEventLoop, lines: tuple[Typed | Chosen, ...], told: str
) -> None:
    with pytest.raises(OffScript, match=told):
        play([Script("a title", "nothing", lines)], Reception(*assistant, "evaluation"), loop)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("choose: yes", "put it in quotes"),
        ("later: soon", "days such as '6 days'"),
        ("wait: 3", "is not accepted"),
        ("''", "is not accepted"),
    ],
)
def test_a_line_that_is_none_is_refused(tmp_path: Path, line: str, told: str) -> None:
    file = tmp_path / "scripts.yml"
    file.write_text(f"conversations:\n- title: a title\n  shows: nothing\n  lines:\n  - {line}\n", encoding="utf-8")
    with pytest.raises(UnreadableFile, match=told):
        scripts(file)

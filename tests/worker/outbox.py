"""Conversations with what waits in them, written by the code that writes them in a turn."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, insert, select

from bot.storage.models import Conversation, Escalation
from bot.storage.projection import project

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
WORDS = "my poor foot is stone cold"
"""What the person typed: to be found in no notice and no log."""


class Clock:
    """The time, as the test sets it."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def goes_on(self, by: timedelta) -> None:
        self.now += by


def warn(engine: Engine, *conversations: str, level: str = "emergency", at: datetime = NOW) -> None:
    """A conversation of each id, with a warning in it."""
    flags = [{"id": "RF02", "text": "The foot is cold or pale.", "findings": ["cold_or_pale_foot"]}]
    for name in conversations:
        put(engine, name, {"id": f"warning of {name}", "level": level, "flags": flags}, at)


def hand_over(engine: Engine, conversation: str) -> None:
    """A conversation that its person put in the operator's queue."""
    body = {"id": f"hand-off of {conversation}", "kind": "hand_off", "level": "soon", "flags": [], "summary": [WORDS]}
    put(engine, conversation, body, NOW)


def put(engine: Engine, conversation: str, body: dict[str, Any], at: datetime) -> None:
    with engine.begin() as connection:
        row = {"created_at": at, "last_turn_at": at, "turns": 1, "events": 1, "channel": "website"}
        connection.execute(insert(Conversation).values(id=conversation, **row))
        project(connection, conversation, [{"event": "slot", "name": "escalation", "value": body}], [1], at)


def rows(engine: Engine) -> Sequence[Any]:
    """The outbox, the oldest conversation first."""
    with engine.connect() as connection:
        return connection.execute(select(Escalation.__table__).order_by(Escalation.conversation_id)).all()


def url_of(engine: Engine) -> str:
    """The address of a test's database, for another process."""
    if engine.dialect.name == "sqlite":
        return f"sqlite:///{(engine.url.database or '').removeprefix('file:')}"
    return engine.url.render_as_string(hide_password=False)


def malleo(engine: Engine, *arguments: str, **variables: str) -> subprocess.Popen[str]:
    """A command of Malleo's in a process of its own, on that database."""
    return subprocess.Popen(
        [sys.executable, "-m", "bot", *arguments],
        cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "MALLEO_DATABASE_URL": url_of(engine), "PYTHONUNBUFFERED": "1", **variables},
    )  # fmt: skip

"""The same conversations through shell, website, Telegram and Slack: the same levels, conditions and words."""

from __future__ import annotations

import asyncio
import itertools
import uuid
from collections.abc import Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import slack_talk
import telegram_talk
import yaml
from chatting import opened
from doors import Remembering, ShellDoor, SlackDoor, TelegramDoor
from serving import Server
from slack_server import SlackServer
from sqlalchemy import Engine
from telegram_server import TelegramServer

from bot.channels.base import Reception
from bot.dialogue.message import Message
from bot.evaluation import at_server
from bot.evaluation.cases import LabelledCase, cases
from bot.evaluation.personas import PERSONAS
from bot.evaluation.vignettes import play
from bot.knowledge import files
from bot.runtime import settings

CONVERSATIONS = Path(__file__).with_name("parity.yml")
CASES = Path(settings.ROOT, "data", "evaluation", "cases_open.yml")
FEWEST = 40

_written = yaml.safe_load(CONVERSATIONS.read_text(encoding="utf-8"))
_known = {case.id: case for case in (*cases(CONVERSATIONS), *cases(CASES))}
_rules: dict[str, list[str]] = {
    **{one["id"]: one["rules"] for one in _written["vignettes"]},
    **_written["open_cases"],
}


@dataclass(frozen=True)
class FrontEnds:
    """One server that serves the website, Telegram and Slack, and the assistant of this process for the shell."""

    server: Server
    telegram: TelegramServer
    slack: SlackServer
    engine: Engine
    shell: Reception
    loop: asyncio.AbstractEventLoop


@pytest.fixture(scope="module")
def front_ends(assistant: tuple[Any, Any], own_database: Path) -> Iterator[FrontEnds]:
    loop = asyncio.new_event_loop()
    reception = Reception(*assistant, "shell")
    with (
        TelegramServer() as telegram,
        SlackServer() as slack,
        opened(f"sqlite:///{own_database}") as engine,
        telegram_talk.telegram_bot(telegram, slack_talk.as_app(slack)) as server,
    ):
        slack.target = slack_talk.target(server)
        yield FrontEnds(server, telegram, slack, engine, reception, loop)
    loop.close()


_people = itertools.count(1)


async def _said(case: LabelledCase, persona: str, front_ends: FrontEnds) -> dict[str, list[Message]]:
    """All that was said, by front end."""
    number = next(_people)
    phone = telegram_talk.Talk.of(front_ends.telegram, front_ends.engine, 61_000_000_000 + number)
    colleague = slack_talk.Talk(front_ends.slack, front_ends.engine, front_ends.slack.person(f"U7{number:08d}"))
    async with AsyncExitStack() as stack:
        site = await stack.enter_async_context(at_server.reached(f"http://127.0.0.1:{front_ends.server.port}"))
        doors = {
            "website": Remembering(await stack.enter_async_context(site.conversation())),
            "shell": Remembering(ShellDoor(front_ends.shell, uuid.uuid4().hex)),
            "telegram": Remembering(TelegramDoor(phone, front_ends.engine)),
            "slack": Remembering(SlackDoor(colleague, front_ends.engine)),
        }
        await asyncio.gather(*(play(case, PERSONAS[persona], door) for door in doors.values()))
    return {name: door.said for name, door in doors.items()}


@pytest.mark.parametrize("id", sorted(_rules))
def test_every_front_end_says_the_same(id: str, front_ends: FrontEnds) -> None:
    said = front_ends.loop.run_until_complete(_said(_known[id], "plain", front_ends))
    expected = [_substance(message) for message in said["website"]]
    for name, messages in said.items():
        assert [_substance(message) for message in messages] == expected, name
    assert set(_rules[id]) <= {rule for message in said["website"] for rule in _rules_of(message)}


@pytest.mark.parametrize("persona", ["terse", "asks_why", "corrects_twice", "second_language"])
def test_every_front_end_says_the_same_to_people_of_other_manners(persona: str, front_ends: FrontEnds) -> None:
    said = front_ends.loop.run_until_complete(_said(_known["M016"], persona, front_ends))
    expected = [_substance(message) for message in said["website"]]
    for name, messages in said.items():
        assert [_substance(message) for message in messages] == expected, name


def test_there_are_enough_and_every_red_flag_is_among_them() -> None:
    assert len(_rules) >= FEWEST
    flags = {rule.id for rule in files.read(settings.KNOWLEDGE).rules.values() if rule.kind == "red_flag"}
    assert flags <= set(itertools.chain(*_rules.values()))


def _substance(message: Message) -> tuple[object, ...]:
    """What a message comes to: its words, and what a program reads in it but for names of its own."""
    payload = message.payload or {}
    triage = payload.get("triage", {})
    return (
        message.text,
        message.type,
        payload.get("level", triage.get("level")),
        _rules_of(message),
        [(one["id"], one["likelihood"]) for one in payload.get("conditions", ())],
        [one["id"] for one in payload.get("advice", ())],
        [option["id"] for option in payload.get("options", ())],
    )


def _rules_of(message: Message) -> list[str]:
    payload = message.payload or {}
    flags = [flag["id"] for flag in payload.get("flags", ())]
    return [*flags, *(reason["rule"] for reason in payload.get("triage", {}).get("reasons", ()))]

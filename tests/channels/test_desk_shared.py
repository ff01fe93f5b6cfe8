"""Several servers on one PostgreSQL that share the people of Telegram."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from chatting import new_database, quiet, until
from serving import SECRET, Server, serving
from sqlalchemy import Engine
from telegram_server import TelegramServer
from telegram_talk import PATH, Talk

from bot.channels.addresses import secret_of

INJURY = "I rolled my left ankle yesterday, the outside is swollen, I can walk"


@dataclass(frozen=True)
class Shared:
    telegram: TelegramServer
    servers: tuple[Server, Server]
    engine: Engine

    def hears(self, server: Server) -> None:
        """From now on that server gets what Telegram delivers."""
        self.telegram.webhook_to(f"http://127.0.0.1:{server.port}{PATH}", secret_of((SECRET,), "telegram"))


@pytest.fixture(scope="module")
def shared(trained_model: object, shared_database: str) -> Iterator[Shared]:
    with TelegramServer() as telegram, new_database(shared_database) as engine:
        ours = {
            "MALLEO_DATABASE_URL": shared_database,
            "MALLEO_TELEGRAM_TOKEN": telegram.token,
            "MALLEO_TELEGRAM_SERVER": telegram.url,
        }
        with serving(ours) as one, serving(ours) as other:
            yield Shared(telegram, (one, other), engine)


def texts(talk: Talk) -> list[str]:
    return [shown.text for shown in talk.mine]


def test_what_comes_to_different_servers_is_answered_once_and_in_order(shared: Shared) -> None:
    talk = Talk.of(shared.telegram, shared.engine, 71_000_000_001)
    for number, words in enumerate((INJURY, "yes", "none of these", "no")):
        shared.hears(shared.servers[number % 2])
        assert talk.say(words), words
    assert sum("So far I understand" in text for text in texts(talk)) == 1
    assert len(texts(talk)) == len(set(texts(talk))), "nothing came twice"


def test_many_people_at_once_are_each_answered_once(shared: Shared) -> None:
    talks = [Talk.of(shared.telegram, shared.engine, 72_000_000_000 + number) for number in range(20)]
    for number, talk in enumerate(talks):
        shared.hears(shared.servers[number % 2])
        talk.person.say(INJURY)
    until(lambda: quiet(shared.engine, "telegram") and all(len(talk.mine) >= 2 for talk in talks))
    assert {tuple(text[:15] for text in texts(talk)) for talk in talks} == {("So far I unders", "Before we start")}


def test_what_a_server_left_when_it_was_killed_the_other_one_finishes(shared: Shared) -> None:
    dying, staying = shared.servers
    talk = Talk.of(shared.telegram, shared.engine, 73_000_000_001)
    shared.hears(dying)
    shared.telegram.fail_next(10_000, 502, "sendMessage")
    talk.person.say(INJURY)
    shared.telegram.wait_for(lambda: any(call.status == 502 for call in shared.telegram.calls))
    dying.kill()
    shared.telegram._faults.clear()
    until(lambda: quiet(shared.engine, "telegram") and len(talk.mine) >= 2)
    assert [text[:15] for text in texts(talk)] == ["So far I unders", "Before we start"]
    shared.hears(staying)
    assert talk.say("yes")

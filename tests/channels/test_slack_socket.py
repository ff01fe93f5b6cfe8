"""Malleo in Slack without an address of its own: through a socket that it opens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from chatting import opened
from serving import serving
from slack_server import SlackServer
from slack_socket import Sockets
from slack_talk import Talk
from sqlalchemy import Engine

INJURY = "I rolled my left ankle yesterday, the outside is swollen, I can walk"
YES = "Yes, let's start"


@pytest.fixture(scope="module")
def sockets() -> Iterator[Sockets]:
    with Sockets() as one:
        yield one


@pytest.fixture(scope="module")
def slack(sockets: Sockets, trained_model: Path, own_database: Path) -> Iterator[SlackServer]:
    with SlackServer(sockets=sockets) as one:
        ours = {
            "MALLEO_SLACK_TOKEN": one.bot_token,
            "MALLEO_SLACK_APP_TOKEN": one.app_token,
            "MALLEO_SLACK_SERVER": f"{one.url}/api/",
        }
        with serving(ours, "--slack-socket"):
            assert sockets.connected.wait(30)
            yield one


@pytest.fixture(scope="module")
def engine(own_database: Path) -> Iterator[Engine]:
    with opened(f"sqlite:///{own_database}") as one:
        yield one


def test_words_presses_and_commands_come_through_the_socket(slack: SlackServer, engine: Engine) -> None:
    talk = Talk(slack, engine, slack.person("U800000001"))
    assert "So far I understand" in talk.say(INJURY)[0].text
    assert len(talk.press(YES)) >= 1
    assert "/ankle delete" in talk.do(lambda: talk.person.slash("help"))[0].text
    assert not any(shown.user for shown in talk.mine), "no press was too late"


def test_a_command_is_acknowledged_with_words_for_its_sender_alone(slack: SlackServer, engine: Engine) -> None:
    talk = Talk(slack, engine, slack.person("U800000002"))
    status, said = slack.deliver(talk.person.slash("help"))
    assert status == 200
    assert "ephemeral" in said


def test_a_connection_that_ends_is_opened_again(slack: SlackServer, sockets: Sockets, engine: Engine) -> None:
    before = sockets.connections
    sockets.disconnect()
    assert sockets.connected.wait(30)
    talk = Talk(slack, engine, slack.person("U800000003"))
    assert "So far I understand" in talk.say(INJURY)[0].text
    assert sockets.connections > before


def test_a_socket_that_slack_refuses_is_told_by_slacks_reason_and_without_the_token(own_database: Path) -> None:
    with SlackServer() as refusing:
        ours = {
            "MALLEO_SLACK_TOKEN": refusing.bot_token,
            "MALLEO_SLACK_APP_TOKEN": "xapp-a-wrong-one",
            "MALLEO_SLACK_SERVER": f"{refusing.url}/api/",
        }
        with serving(ours, "--slack-socket") as server:
            told = next(line for line in server.process.stdout if "invalid_auth" in line)
            assert "a-wrong-one" not in told + server.stop()

"""Setting the bot up, and asking Telegram for messages where it cannot reach this machine."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from chatting import opened
from serving import SECRET, serving
from telegram_server import TelegramServer
from telegram_talk import Talk

from bot.channels.addresses import secret_of
from bot.channels.telegram.updates import COMMANDS, WANTED
from bot.runtime import settings
from bot.runtime.messengers import MessengerSettings, SlackSettings, TelegramSettings
from bot.runtime.web_settings import SettingRefused

SLACK = {"MALLEO_SLACK_TOKEN": "xoxb-1", "MALLEO_SLACK_SIGNING_SECRET": "s"}


@pytest.fixture
def telegram() -> Iterator[TelegramServer]:
    with TelegramServer() as one:
        yield one


def malleo(telegram: TelegramServer, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    ours = {"MALLEO_SECRET": SECRET, "MALLEO_TELEGRAM_TOKEN": telegram.token, "MALLEO_TELEGRAM_SERVER": telegram.url}
    return subprocess.run(
        [sys.executable, "-m", "bot", "telegram", *arguments],
        cwd=settings.ROOT, env={**os.environ, **ours, **environment}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_register_tells_telegram_where_to_send_and_with_which_secret(telegram: TelegramServer) -> None:
    done = malleo(telegram, "register", "https://ankle.example.org/")
    assert done.returncode == 0, done.stderr
    assert "https://ankle.example.org/webhooks/telegram" in done.stdout
    hook = next(call.parameters for call in telegram.calls if call.method == "setWebhook")
    assert hook["secret_token"] == secret_of((SECRET,), "telegram")
    assert hook["allowed_updates"] == list(WANTED)
    commands = next(call.parameters["commands"] for call in telegram.calls if call.method == "setMyCommands")
    assert [command["command"] for command in commands] == list(COMMANDS)
    assert "https://ankle.example.org" in malleo(telegram, "status").stdout
    assert malleo(telegram, "unregister").returncode == 0
    assert "nowhere" in malleo(telegram, "status").stdout


@pytest.mark.parametrize("url", ["http://ankle.example.org", "ankle.example.org", "https://a b", ""])
def test_an_address_that_telegram_does_not_take_is_refused_here(telegram: TelegramServer, url: str) -> None:
    done = malleo(telegram, "register", url)
    assert done.returncode == 2
    assert not telegram.calls


def test_what_telegram_refuses_is_told_in_its_words_and_without_the_token(telegram: TelegramServer) -> None:
    done = malleo(telegram, "status", MALLEO_TELEGRAM_TOKEN="1234567:some-other-token")
    assert done.returncode == 2
    assert "Unauthorized" in done.stderr
    assert "some-other-token" not in done.stderr
    nobody = malleo(telegram, "status", MALLEO_TELEGRAM_SERVER="http://127.0.0.1:9")
    assert (nobody.returncode, "cannot be reached" in nobody.stderr) == (2, True)


def test_asked_for_updates_come_without_a_webhook_and_none_twice(
    telegram: TelegramServer, own_database: Path, trained_model: Path
) -> None:
    ours = {"MALLEO_TELEGRAM_TOKEN": telegram.token, "MALLEO_TELEGRAM_SERVER": telegram.url}
    first = telegram.person(51_000_000_001).say("I rolled my left ankle yesterday, the outside is swollen")
    with serving(ours, "--telegram-polling") as server:
        telegram.wait_for(lambda: len(telegram.sent) >= 2, 60)
        telegram.fail_next(1, 502, "getUpdates")
        with opened(f"sqlite:///{own_database}") as engine:
            talk = Talk.of(telegram, engine, 51_000_000_002)
            talk.person.say("hello")
            telegram.wait_for(lambda: talk.mine, 60)
        server.stop()
    assert [shown.text[:15] for shown in telegram.sent[:2]] == ["So far I unders", "Before we start"]
    offsets = [call.parameters.get("offset") for call in telegram.calls if call.method == "getUpdates"]
    assert offsets[0] == 0
    assert first["update_id"] + 1 in offsets


@pytest.mark.parametrize(
    ("environment", "word"),
    [
        ({"MALLEO_TELEGRAM_TOKEN": "no token"}, "TELEGRAM_TOKEN"),
        ({"MALLEO_TELEGRAM_TOKEN": "123456:abcdefghijklm", "MALLEO_TELEGRAM_SECRET": "with space"}, "TELEGRAM_SECRET"),
        ({"MALLEO_TELEGRAM_TOKEN": "123456:abcdefghijklm", "MALLEO_TELEGRAM_SERVER": "telegram"}, "TELEGRAM_SERVER"),
        ({"MALLEO_SLACK_TOKEN": "xoxp-1"}, "SLACK_TOKEN"),
        ({"MALLEO_SLACK_TOKEN": "xoxb-1"}, "SLACK_SIGNING_SECRET"),
        (
            {"MALLEO_SLACK_TOKEN": "xoxb-1", "MALLEO_SLACK_SIGNING_SECRET": "s", "MALLEO_SLACK_SERVER": "x"},
            "SLACK_SERVER",
        ),
    ],
)
def test_a_setting_that_makes_no_sense_is_refused_by_name(environment: dict[str, str], word: str) -> None:
    with pytest.raises(SettingRefused, match=word):
        MessengerSettings.read(environment)


def test_what_is_not_set_up_is_not_served() -> None:
    assert MessengerSettings.read({}) == MessengerSettings(None, None)
    with pytest.raises(SettingRefused, match="TELEGRAM_TOKEN"):
        MessengerSettings.read({}, telegram=True)
    with pytest.raises(SettingRefused, match="SLACK_APP_TOKEN"):
        MessengerSettings.read({"MALLEO_SLACK_TOKEN": "xoxb-1"}, slack_socket=True)
    assert TelegramSettings.read({"MALLEO_TELEGRAM_TOKEN": "123456:abcdefghijklm"}).secret == ""
    assert SlackSettings.read(SLACK).app_token == ""

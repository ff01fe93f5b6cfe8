"""What the operator sets up is checked at the start, and an address is never shown: it may hold a password."""

from __future__ import annotations

import logging

import pytest

from bot.runtime.operator import LONGEST_KEPT, Misconfigured, notify_urls, operator, retention
from bot.worker.channels import MOST_CHANNELS, open_channels

SECRET = "quincunx"


@pytest.mark.parametrize("url", [f"nosuchkind://{SECRET}", f"slack://{SECRET}", "mailto://", f"discord://{SECRET}"])
def test_an_address_that_cannot_be_used_is_named_by_its_place(url: str) -> None:
    with pytest.raises(Misconfigured, match=r"MALLEO_NOTIFY: address 2 of 2") as refused:
        open_channels(["json://127.0.0.1:9", url])
    assert SECRET not in str(refused.value)


def test_an_address_without_a_kind_is_refused_before_anything_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MALLEO_NOTIFY", f"json://127.0.0.1:9 me:{SECRET}@example.org")
    with pytest.raises(Misconfigured, match="address 2 of 2") as refused:
        notify_urls()
    assert SECRET not in str(refused.value)


def test_too_many_channels_are_refused() -> None:
    with pytest.raises(Misconfigured, match=f"at most {MOST_CHANNELS}"):
        open_channels([f"json://127.0.0.1:{port}" for port in range(1, MOST_CHANNELS + 2)])


def test_the_same_address_has_the_same_mark_and_no_other_has_it() -> None:
    one, same, other = open_channels(["json://127.0.0.1:9/a", "json://127.0.0.1:9/a", "json://127.0.0.1:9/b"])
    assert one.mark == same.mark != other.mark


def test_nothing_that_a_channel_logs_is_seen(caplog: pytest.LogCaptureFixture) -> None:
    (channel,) = open_channels([f"json://me:{SECRET}@127.0.0.1:9/a"])
    with caplog.at_level(logging.DEBUG):
        assert not channel.send("title", "body", urgent=True)
    assert SECRET not in caplog.text
    assert "127.0.0.1" not in "".join(one.getMessage() for one in caplog.records if one.name == "apprise")


@pytest.mark.parametrize("days", ["0", "-1", "ninety", "1.5", str(LONGEST_KEPT + 1)])
def test_a_time_to_keep_that_makes_no_sense_is_refused(days: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MALLEO_RETENTION_DAYS", days)
    with pytest.raises(Misconfigured, match="MALLEO_RETENTION_DAYS must be a whole number of days"):
        retention()


def test_a_queue_needs_a_channel(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MALLEO_NOTIFY", raising=False)
    monkeypatch.setenv("MALLEO_HANDOFF", "1")
    assert not operator().takes_over
    monkeypatch.setenv("MALLEO_NOTIFY", "json://127.0.0.1:9")
    assert operator().takes_over

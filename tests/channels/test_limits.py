"""What one asks for too often waits, and only that one."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from serving import Client, Server, ask, serving

from bot.channels import limits
from bot.channels.limits import Limit, Rate, household


@dataclass
class Clock:
    now: float = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_burst_is_let_through_and_then_as_much_as_comes_back() -> None:
    clock = Clock()
    limit = Limit(Rate(3, 0.5), clock)
    assert [limit.take("a") for _ in range(3)] == [0, 0, 0]
    assert limit.take("a") == pytest.approx(2)
    assert limit.take("b") == 0
    clock.now = 2
    assert limit.take("a") == 0
    assert limit.take("a") > 0


@given(st.lists(st.floats(0, 5), max_size=60))
def test_never_more_than_the_rate_allows_and_the_wait_is_true(pauses: list[float]) -> None:
    clock, rate = Clock(), Rate(4, 1)
    limit, taken = Limit(rate, clock), 0
    for pause in pauses:
        clock.now += pause
        wait = limit.take("a")
        taken += not wait
        assert taken <= rate.burst + clock.now * rate.per_second + 1e-6
        if wait:
            clock.now += wait + 1e-6
            assert limit.take("a") == 0
            taken += 1


def test_what_is_remembered_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST", 3)
    limit = Limit(Rate(1, 0.001), Clock())
    assert [limit.take(who) for who in "abcd"] == [0, 0, 0, 0]
    assert limit.take("a") == 0, "the one that was silent longest was forgotten"
    assert limit.take("d") > 0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8::1", "[2001:db8::ffff]", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("192.0.2.1", "192.0.2.2", False),
        ("unknown", "unknown", True),
    ],
)
def test_a_household_counts_as_one(one: str, other: str, same: bool) -> None:
    assert (household(one) == household(other)) is same


def test_too_much_is_refused_and_told_for_how_long(trained_model: object, own_database: object) -> None:
    rates = "conversation=5/0.01, session=3/0.01, address=60/0.01"
    with serving({"MALLEO_RATES": rates, "MALLEO_PROXIES": "1"}) as server:
        client = Client(server)
        statuses = [client.send("hello", str(number)) for number in range(6)]
        assert [reply.status for reply in statuses] == [200] * 5 + [429]
        assert statuses[-1].code == "too_many"
        assert 0 < int(statuses[-1].headers["retry-after"]) <= 100
        assert client.send("hello", "0").status == 429, "asking again is asking, too"
        assert Client(server).say("hello"), "another conversation is free"
        opened = [ask(server, "POST", "/webhooks/website/session").status for _ in range(3)]
        assert opened == [201, 429, 429]
        assert_the_last_proxy_names_the_client(server)


def assert_the_last_proxy_names_the_client(server: Server) -> None:
    for number in range(20):
        spoofed = {"X-Forwarded-For": f"10.9.8.{number}, 192.0.2.7"}
        last = ask(server, "POST", "/webhooks/website/session", headers=spoofed)
        assert last.status == (201 if number < 3 else 429)
    other = ask(server, "POST", "/webhooks/website/session", headers={"X-Forwarded-For": "192.0.2.8"})
    assert other.status == 201
    flood = [ask(server, "GET", "/nothing", headers={"X-Forwarded-For": "192.0.2.9"}).status for _ in range(62)]
    assert flood == [404] * 60 + [429] * 2
    assert ask(server, "GET", "/health", headers={"X-Forwarded-For": "192.0.2.9"}).status == 200

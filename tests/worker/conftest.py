"""The texts, a clock, and somebody who takes notices."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from outbox import Clock
from peer import Peer, serving
from sqlalchemy import Engine

from bot.dialogue.texts import Texts
from bot.runtime import settings
from bot.worker.channels import open_channels
from bot.worker.notices import Notices


@pytest.fixture(scope="session")
def texts() -> Texts:
    return Texts.read(settings.TEXTS)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def peers() -> Iterator[Callable[[], Peer]]:
    """Makes peers, and ends them after the test."""
    made = []

    def another() -> Peer:
        peer = Peer()
        made.append((peer, serving(peer)))
        return peer

    yield another
    for peer, server in made:
        peer.may_answer.set()
        server.shutdown()
        server.server_close()


@pytest.fixture
def peer(peers: Callable[[], Peer]) -> Peer:
    return peers()


@pytest.fixture
def notices(people: Engine, texts: Texts) -> Callable[..., Notices]:
    """Makes a worker's part that brings notices, as a worker that has just started has it."""

    def to(*urls: str) -> Notices:
        return Notices(people, open_channels(urls), texts)

    return to

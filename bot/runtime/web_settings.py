"""What an operator sets for the HTTP server, read from the environment and checked before the port opens."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.channels.limits import Rate
from bot.channels.tokens import SHORTEST_KEY, new_key
from bot.runtime import settings

USUAL = {"conversation": Rate(120, 4), "address": Rate(1200, 40), "session": Rate(300, 5)}
"""Messages of one conversation, requests of one address, sessions opened by one address. A person types far less; a
household, a school or a clinic behind one address, or a program that tests the assistant, should not meet these."""

_ORIGIN = re.compile(r"https?://[a-z0-9.-]+(:\d{1,5})?|https?://\[[0-9a-f:]+\](:\d{1,5})?")
_RATE = re.compile(r"(\w+)=(\d+(?:\.\d+)?)/(\d+(?:\.\d+)?)")


class SettingRefused(ValueError):
    """A setting makes no sense, or would be unsafe."""


@dataclass(frozen=True)
class WebSettings:
    """How the server is to behave.

    Attributes:
        keys: sign the sessions, see `bot.channels.tokens.Mint`.
        origins: pages of these origins may use the front ends.
        proxies: how many proxies stand before the server, each of which adds to `X-Forwarded-For`. 0: none is trusted.
        rates: by the names of `USUAL`.
    """

    keys: tuple[str, ...]
    origins: frozenset[str]
    proxies: int
    rates: Mapping[str, Rate]

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ) -> WebSettings:
        """`MALLEO_SECRET`, `MALLEO_ORIGINS`, `MALLEO_PROXIES` and `MALLEO_RATES`. Raises `SettingRefused`."""
        return cls(
            _keys(environment.get("MALLEO_SECRET") or _own_key()),
            frozenset(map(_origin, _words(environment.get("MALLEO_ORIGINS", "")))),
            _proxies(environment.get("MALLEO_PROXIES", "0")),
            USUAL | dict(map(_rate, _words(environment.get("MALLEO_RATES", "")))),
        )


def _keys(written: str) -> tuple[str, ...]:
    keys = tuple(_words(written))
    if not keys or any(len(key) < SHORTEST_KEY for key in keys):
        raise SettingRefused(
            f"MALLEO_SECRET: each key needs at least {SHORTEST_KEY} characters. Several keys are parted by commas: the "
            "first signs, all are good."
        )
    return keys


def _own_key() -> str:
    """A key made once and kept beside the database, readable by the owner alone."""
    path = settings.STATE / "secret"
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        _write_once(path, new_key())
    return path.read_text(encoding="utf-8")


def _write_once(path: Path, key: str) -> None:
    """Writes the key, unless another process does. Whole or not at all: nobody may read half a key."""
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    draft.touch(mode=0o600)
    draft.write_text(key, encoding="utf-8")
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def _origin(written: str) -> str:
    if not _ORIGIN.fullmatch(written.lower()):
        raise SettingRefused(
            f"MALLEO_ORIGINS: '{written}' is no origin. Name each one in full, such as https://www.example.org, parted "
            "by commas. There is no wildcard."
        )
    return written.lower()


def _proxies(written: str) -> int:
    if not written.isascii() or not written.isdigit() or int(written) > 9:
        raise SettingRefused(f"MALLEO_PROXIES: '{written}' is no number of proxies, from 0 to 9.")
    return int(written)


def _rate(written: str) -> tuple[str, Rate]:
    match = _RATE.fullmatch(written)
    if match is None or match[1] not in USUAL or float(match[2]) < 1 or float(match[3]) <= 0:
        raise SettingRefused(
            f"MALLEO_RATES: '{written}' is no rate. One looks like conversation=120/4: 120 at once, then 4 a second. "
            f"There are: {', '.join(USUAL)}."
        )
    return match[1], Rate(float(match[2]), float(match[3]))


def _words(written: str) -> list[str]:
    return written.replace(",", " ").split()

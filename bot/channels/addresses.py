"""Addresses of people in Telegram and Slack: never kept in the clear, never in a log.

A mark stands for an address where somebody is looked up; the address itself is sealed. Both need the server's key.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

Address = Mapping[str, str]
"""What a front end needs to reach somebody: names of its own, such as `chat`."""


class AddressLost(ValueError):
    """An address was sealed with a key that is no longer there."""


@dataclass(frozen=True)
class Addresses:
    """Seals and opens addresses.

    Attributes:
        keys: as in `bot.channels.tokens.Mint`: the first one seals, what any of them sealed can be opened.
    """

    keys: tuple[str, ...]

    def marks(self, channel: str, address: Address) -> tuple[str, ...]:
        """What stands for the address: the mark of today's key first, then those of older ones."""
        written = json.dumps([channel, sorted(address.items())]).encode()
        return tuple(hmac.new(_derived(key, b"mark"), written, hashlib.sha256).hexdigest() for key in self.keys)

    def seal(self, address: Address) -> str:
        return self._box.encrypt(json.dumps(dict(address)).encode()).decode()

    def open(self, sealed: str) -> Address:
        """The address. Raises `AddressLost`."""
        try:
            opened: dict[str, str] = json.loads(self._box.decrypt(sealed.encode()))
        except InvalidToken:
            raise AddressLost("An address cannot be opened: MALLEO_SECRET is another than when it was kept.") from None
        return opened

    @property
    def _box(self) -> MultiFernet:
        return MultiFernet([Fernet(base64.urlsafe_b64encode(_derived(key, b"seal"))) for key in self.keys])


def _derived(key: str, purpose: bytes) -> bytes:
    """A key of its own for each purpose, 32 bytes."""
    return hmac.new(key.encode(), b"malleo address " + purpose, hashlib.sha256).digest()


def secret_of(keys: tuple[str, ...], purpose: str) -> str:
    """A secret for another server to show to ours, the same in every process; letters and digits."""
    return hmac.new(keys[0].encode(), f"malleo secret {purpose}".encode(), hashlib.sha256).hexdigest()

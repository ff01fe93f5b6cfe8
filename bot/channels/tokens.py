"""Session tokens: the server names the conversation, the client only carries the name, signed."""

from __future__ import annotations

import secrets
import time
import uuid
from dataclasses import dataclass

import jwt

LIFETIME = 30 * 24 * 3600
"""Seconds after which a token is refused: a month, so that a person can come back for a check-in."""


class TokenRefused(ValueError):
    """Not a token of this server, or one that has run out."""


@dataclass(frozen=True)
class Mint:
    """Makes and reads tokens with one secret key.

    Attributes:
        key: at least 32 characters, the same for all processes that serve the same people.
    """

    key: str

    def issue(self) -> str:
        """A token for a new conversation."""
        now = int(time.time())
        return jwt.encode({"sub": uuid.uuid4().hex, "iat": now, "exp": now + LIFETIME}, self.key, algorithm="HS256")

    def conversation(self, token: str) -> str:
        """The conversation that a token names. Raises `TokenRefused`."""
        try:
            claims = jwt.decode(token, self.key, algorithms=["HS256"], options={"require": ["sub", "exp"]})
        except jwt.PyJWTError as error:
            raise TokenRefused("The session is not valid or has run out. Start a new one.") from error
        return str(claims["sub"])


def new_key() -> str:
    """A key for `Mint`."""
    return secrets.token_urlsafe(48)

"""Session tokens: the server names the conversation, the client only carries the name, signed."""

from __future__ import annotations

import re
import secrets
import time
import uuid
from dataclasses import dataclass

import jwt

LIFETIME = 30 * 24 * 3600
"""Seconds after which a token is refused: a month, so that a person can come back for a check-in."""

SKEW = 60
"""Seconds by which the clocks of two servers may differ."""

SHORTEST_KEY = 32
"""Characters of a key: fewer than the 32 bytes of its signature would make it easier to guess (RFC 7518, 3.2)."""

_ALGORITHM = "HS256"
_CONVERSATION = re.compile(r"[0-9a-f]{32}")


class TokenRefused(ValueError):
    """Not a token of this server, or one that has run out. `code` is `malformed`, `forged` or `expired`."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True)
class Mint:
    """Makes and reads tokens.

    Attributes:
        keys: the same for all processes that serve the same people. The first one signs, a token signed with any is
            good: a new key is put in front, and the old one is left out when its last token has run out.
    """

    keys: tuple[str, ...]

    def issue(self, conversation: str | None = None) -> str:
        """A token for a conversation, by default for a new one."""
        now = int(time.time())
        claims = {"sub": conversation or uuid.uuid4().hex, "iat": now, "exp": now + LIFETIME}
        return jwt.encode(claims, self.keys[0], algorithm=_ALGORITHM)

    def conversation(self, token: str) -> str:
        """The conversation that a token names. Raises `TokenRefused`."""
        for key in self.keys:
            try:
                return _conversation(token, key)
            except jwt.InvalidSignatureError:
                continue
            except jwt.ExpiredSignatureError:
                raise TokenRefused("expired", "The session has run out. Start a new one.") from None
            except jwt.DecodeError:
                raise _malformed() from None
            except jwt.PyJWTError:
                break
            except (ValueError, TypeError, RecursionError):  # what is no text, no JSON, or nested without end
                raise _malformed() from None
        raise TokenRefused("forged", "This is not a session of this server. Start a new one.")


def _conversation(token: str, key: str) -> str:
    claims = jwt.decode(token, key, algorithms=[_ALGORITHM], leeway=SKEW, options={"require": ["sub", "iat", "exp"]})
    if not _CONVERSATION.fullmatch(claims["sub"]):
        raise jwt.InvalidTokenError("names no conversation of ours")
    return str(claims["sub"])


def _malformed() -> TokenRefused:
    return TokenRefused("malformed", "The session's token cannot be read. Send it as it was given.")


def new_key() -> str:
    """A key for `Mint`."""
    return secrets.token_urlsafe(48)

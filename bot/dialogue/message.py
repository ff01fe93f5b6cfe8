"""A message to the person: text that stands on its own, and at most one structured payload."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

PROTOCOL_VERSION = 1


@dataclass(frozen=True)
class Message:
    """One bot message.

    Attributes:
        text: complete for somebody who sees nothing else.
        payload: `question`, `assessment`, `escalation` … as the message protocol defines them, or nothing.
    """

    text: str
    payload: Mapping[str, Any] | None = None

    @classmethod
    def of(cls, type: str, text: str, **fields: Any) -> Message:
        """A message with a payload of that type."""
        return cls(text, {"type": type, "version": PROTOCOL_VERSION, **fields})

    @property
    def type(self) -> str | None:
        return self.payload["type"] if self.payload else None

"""How Slack writes text: three characters escaped, and names and links in angle brackets."""

from __future__ import annotations

import html
import re

_REFERENCE = re.compile(r"<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>")
_OURSELVES = re.compile(r"<@[A-Z0-9]+>")


def escaped(text: str) -> str:
    """Text as Slack wants it: nothing in it is read as a name, a link or a command."""
    return text.encode("utf-8", "replace").decode().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def as_typed(text: str) -> str:
    """What a person typed, from what Slack made of it."""
    return html.unescape(_REFERENCE.sub(_shown, text))


def without_mention(text: str) -> str:
    """The same without the names at its beginning: whoever speaks to us names us first."""
    return _OURSELVES.sub("", text, count=1).strip()


def _shown(reference: re.Match[str]) -> str:
    kind, target, label = reference.groups()
    if label:
        return str(label)
    return "" if kind in ("@", "!") else re.sub(r"^(mailto|tel):", "", target)

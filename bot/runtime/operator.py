"""What the operator set up: channels for notices, a queue for hand-offs, how long conversations are kept."""

from __future__ import annotations

import os
import re
from datetime import timedelta

from bot.dialogue.operator import Operator

NOTIFY = "MALLEO_NOTIFY"
HAND_OFF = "MALLEO_HANDOFF"
RETENTION = "MALLEO_RETENTION_DAYS"

DAYS_KEPT = 90
LONGEST_KEPT = 3650


class Misconfigured(ValueError):
    """A variable makes no sense. The text names it, and never quotes an address: that may hold a password."""


def operator() -> Operator:
    """The operator as conversations know them. Raises `Misconfigured`."""
    is_told = bool(notify_urls())
    wish = os.environ.get(HAND_OFF, "").strip()
    takes_over = is_told and wish not in ("", "0")
    return Operator(is_told, takes_over, wish if takes_over and wish != "1" else "")


def notify_urls() -> tuple[str, ...]:
    """The addresses in `MALLEO_NOTIFY`, with spaces or new lines between. Whether they can be used, the worker tells.

    Raises:
        Misconfigured: one is no address.
    """
    urls = tuple(os.environ.get(NOTIFY, "").split())
    for number, url in enumerate(urls, start=1):
        if not _ADDRESS.match(url):
            raise Misconfigured(
                f"{NOTIFY}: address {number} of {len(urls)} is not of the form KIND://…, such as mailto://…, slack://… "
                "or jsons://… for a webhook. Put spaces between several; write a space inside one as %20."
            )
    return urls


def retention() -> timedelta:
    """How long a conversation is kept after the last thing said in it. Raises `Misconfigured`."""
    written = os.environ.get(RETENTION) or str(DAYS_KEPT)
    if not written.isdecimal() or not 1 <= int(written) <= LONGEST_KEPT:
        raise Misconfigured(f"{RETENTION} must be a whole number of days from 1 to {LONGEST_KEPT}.")
    return timedelta(days=int(written))


_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://.", re.IGNORECASE)

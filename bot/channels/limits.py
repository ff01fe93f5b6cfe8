"""How much one conversation, or one address, may ask for: token buckets."""

from __future__ import annotations

import ipaddress
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

MOST = 50_000
"""So many are remembered. Beyond that the one that was silent longest is forgotten."""


@dataclass(frozen=True)
class Rate:
    """At most `burst` at once, and `per_second` in the long run."""

    burst: float
    per_second: float


class Limit:
    """Counts what each asks for. In one process: several of them allow as much each."""

    def __init__(self, rate: Rate, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, who: str) -> float:
        """Takes one, and gives 0; or the seconds after which there will be one."""
        now = self._clock()
        left, at = self._left.pop(who, (self._rate.burst, now))
        left = min(self._rate.burst, left + (now - at) * self._rate.per_second)
        enough = left >= 1
        self._left[who] = (left - 1 if enough else left, now)
        if len(self._left) > MOST:
            self._left.popitem(last=False)
        return 0.0 if enough else (1 - left) / self._rate.per_second


def household(address: str) -> str:
    """What counts as one address: of IPv6 the network of a household, 64 bits."""
    try:
        read = ipaddress.ip_address(address.strip("[]").split("%")[0])
    except ValueError:
        return address
    return str(ipaddress.ip_network((read, 64), strict=False)) if read.version == 6 else str(read)

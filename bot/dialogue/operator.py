"""Who runs this Malleo, as far as a conversation may say so."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Operator:
    """What stands behind the conversation besides the program.

    Attributes:
        is_told: warnings are brought to a channel that somebody reads.
        takes_over: a person may ask to be put in a queue there.
        promise: what happens then, in the operator's own words; empty when they gave none.
    """

    is_told: bool = False
    takes_over: bool = False
    promise: str = ""

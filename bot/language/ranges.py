"""Numbers within limits, for phrases such as "temp #38-43"."""

from __future__ import annotations

from dataclasses import dataclass

from bot.language.words import NUMBER, Word


@dataclass(frozen=True, slots=True)
class Range:
    """A range of numbers, both ends included.

    Attributes:
        decimal: only numbers that are written with a decimal point.
    """

    low: float
    high: float
    decimal: bool

    @classmethod
    def parse(cls, sign: str) -> Range:
        """From `#38-43`; with decimal points in both limits only decimals are meant."""
        low, _, high = sign.removeprefix(NUMBER).partition("-")
        return cls(float(low), float(high), "." in low and "." in high)

    def __str__(self) -> str:
        """The key under which a phrase looks for it."""
        return f"{NUMBER}{self.low:g}-{self.high:g}{' decimal' if self.decimal else ''}"

    def has(self, word: Word) -> bool:
        """Whether a word is a number, and all of it lies within."""
        if word.number is None or (self.decimal and "." not in word.text):
            return False
        return self.low <= word.number.low and word.number.high <= self.high

    @classmethod
    def of_key(cls, key: str) -> Range | None:
        """The inverse of `str`; nothing for any other key."""
        limits, _, decimal = key.partition(" ")
        if not limits.startswith(NUMBER) or limits == NUMBER:
            return None
        low, _, high = limits.removeprefix(NUMBER).partition("-")
        return cls(float(low), float(high), bool(decimal))

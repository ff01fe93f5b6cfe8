"""How much work reading is, counted so that it is the same on any machine."""

import sys

from bot.language import Reader


def calls(reader: Reader, text: str) -> int:
    """How many Python and C calls reading takes."""
    count = 0

    def counted(frame, event, argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        reader.read(text)
    finally:
        sys.setprofile(None)
    return count

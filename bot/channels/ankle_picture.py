"""The picture of the ankle for front ends that show a file: its numbers are those of the question beside it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Literal, cast

from bot.dialogue.texts import Texts
from bot.picture import drawing
from bot.picture.places import numbered
from bot.picture.png import png
from bot.picture.sheet import Side, Titles, sheet
from bot.runtime import settings

VIEWS: tuple[Literal["outer", "inner", "front", "back"], ...] = ("outer", "inner", "front", "back")


def ankle_picture(question: Mapping[str, Any], side: object, texts: Texts) -> bytes:
    """A PNG of the places that the question offers.

    Args:
        side: which ankle, where that is known; the right one stands for both otherwise.
    """
    known = side if side in ("left", "right") else "either"
    options = tuple((option["id"], option["label"]) for option in question["options"])
    views = tuple(texts(f"picture.view.{view}") for view in VIEWS)
    foot = cast(Side, "right" if known == "either" else known)
    return _drawn(options, foot, texts(f"picture.name.{known}"), texts(f"picture.heading.{known}"), views)


@lru_cache(maxsize=16)
def _drawn(options: tuple[tuple[str, str], ...], side: Side, name: str, heading: str, views: tuple[str, ...]) -> bytes:
    titles = Titles(name, heading, dict(zip(VIEWS, views, strict=True)))
    return png(sheet(drawing.read(settings.PICTURE), numbered(dict(options)), titles, side))

"""An SVG text as PNG. Only the font beside this file is used: the bytes are the same on every machine."""

from __future__ import annotations

from pathlib import Path

import resvg_py

FONT = Path(__file__).with_name("DejaVuSans-Bold.ttf")

WIDTH = 1280
"""Pixels: what Telegram keeps of a photo."""


def png(svg: str, width: int = WIDTH) -> bytes:
    """The picture, `width` pixels wide. Raises `ValueError` when the text is no SVG."""
    drawn = resvg_py.svg_to_bytes(svg_string=svg, width=width, skip_system_fonts=True, font_files=[str(FONT)])
    return bytes(drawn)

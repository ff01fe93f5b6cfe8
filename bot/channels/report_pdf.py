"""A report as PDF: A4, with headings to jump to. Only the fonts of the project are used."""

from __future__ import annotations

import logging
from io import BytesIO
from typing import cast

from fpdf import FPDF
from fpdf.enums import XPos, YPos
from fpdf.fonts import TTFFont

from bot.dialogue.report import Report
from bot.runtime import settings

MARGIN = 18.0
"""Millimetres, as all lengths here."""

LINE = 5.0
CHART_WIDTH = 150.0
NO_GLYPH = "□"
"""Stands for a character that the font does not have, such as an emoji."""

logging.getLogger("fontTools").setLevel(logging.WARNING)  # it tells at length what it takes from a font


def report_pdf(report: Report, chart: bytes = b"") -> bytes:
    """The file.

    Args:
        chart: a PNG of the course of the pain, for the last section; empty for none.
    """
    paper = _Paper(report)
    paper.title_page()
    for section in report.sections:
        paper.section(section.heading, section.lines)
    if chart:
        paper.chart(chart, report.sections[-1].heading)
    return bytes(paper.output())


class _Paper(FPDF):
    def __init__(self, report: Report) -> None:
        super().__init__(format="A4")
        self._report = report
        self.set_margins(MARGIN, MARGIN, MARGIN)
        self.set_auto_page_break(True, MARGIN)
        self.add_font("DejaVu", "", settings.FONT)
        self.add_font("DejaVu", "B", settings.BOLD_FONT)
        self._has = frozenset(cast(TTFFont, self.fonts["dejavu"]).cmap)
        self.set_lang("en")
        self.set_title(report.title)
        self.set_author("Malleo")

    def title_page(self) -> None:
        self.add_page()
        self._write(self._report.title, 18, "B")
        self._write(self._report.made, 9)

    def section(self, heading: str, lines: tuple[str, ...]) -> None:
        self.ln(LINE)
        if self.will_page_break(4 * LINE):  # no heading stands alone at the foot of a page
            self.add_page()
        self.start_section(heading)
        self._write(heading, 12, "B")
        for line in lines:
            self._write(f"• {line}", 10)

    def chart(self, png: bytes, described: str) -> None:
        self.ln(LINE)
        self.image(BytesIO(png), w=CHART_WIDTH, alt_text=described)

    def footer(self) -> None:
        self.set_y(-MARGIN + LINE)
        self.set_font("DejaVu", "", 8)
        self.cell(0, LINE, f"{self._report.title} · {self.page_no()}/{{nb}}", align="R")

    def _write(self, text: str, size: int, style: str = "") -> None:
        """A paragraph. What the font lacks is replaced here: the library would log the very characters."""
        self.set_font("DejaVu", style, size)
        shown = "".join(char if ord(char) in self._has else NO_GLYPH for char in " ".join(text.split()))
        self.multi_cell(0, size * 0.5, shown, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.ln(1)

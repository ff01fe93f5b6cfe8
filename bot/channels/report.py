"""The report of a conversation as files to send: a PDF, and a picture of the pain over time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Engine

from bot.dialogue.practice import Practice
from bot.dialogue.report import Told, Warning, fact, report
from bot.runtime import settings
from bot.storage.history import History, history

REPORT = "ankle-report.pdf"
CHART = "ankle-pain.png"
"""Names of the files as a person sees them: nothing in them says whose they are."""


@dataclass(frozen=True)
class Files:
    """What is sent.

    Attributes:
        chart: a PNG; empty where the pain was named only once.
    """

    pdf: bytes
    chart: bytes


def report_files(engine: Engine, conversation: str, practice: Practice) -> Files | None:
    """The files as of now; `None` when there is nothing to report. Takes about a second. Raises `StorageTrouble`."""
    # What draws and prints is loaded when somebody wants it: most people never do.
    from bot.channels.report_pdf import report_pdf
    from bot.picture import drawing
    from bot.picture.pain_chart import pain_chart
    from bot.picture.png import png

    told = _told(history(engine, conversation), practice)
    written = report(told, datetime.now(UTC), practice)
    if written is None:
        return None
    chart = b""
    if written.has_course:
        colours = drawing.read(settings.PICTURE).palettes["light"]
        chart = png(pain_chart(told.pain, practice.texts("report.pain"), colours))
    return Files(report_pdf(written, chart), chart)


def _told(kept: History, practice: Practice) -> Told:
    return Told(
        facts=tuple(fact(one.id, one.value, one.said, one.turn, practice) for one in kept.known),
        result=kept.result,
        result_at=kept.result_at,
        warnings=tuple(Warning(one.level, one.flags, one.at) for one in kept.warned),
        pain=kept.pain,
    )

"""What the operator reads: level, ids of the rules, when, and a reference. Nothing of the person."""

from __future__ import annotations

from dataclasses import dataclass

from bot.dialogue.texts import Texts
from bot.storage.notices import Notice


@dataclass(frozen=True)
class NoticeText:
    title: str
    body: str


def notice_text(notice: Notice, texts: Texts) -> NoticeText:
    """The notice in words; from the second attempt on it says that it may have come before."""
    level = texts(f"notice.level.{notice.level}")
    lines = texts(
        "notice.body",
        level=level,
        rules=", ".join(flag["id"] for flag in notice.flags) or texts("notice.no_rules"),
        when=f"{notice.created_at:%Y-%m-%d %H:%M} UTC",
        reference=notice.reference,
        said=texts(f"notice.said.{notice.kind}", reference=notice.reference),
        again=texts("notice.again") if notice.attempts > 1 else "",
    )
    return NoticeText(texts(f"notice.title.{notice.kind}", level=level), lines.strip())

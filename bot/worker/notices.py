"""Bringing what waits in the outbox to the operator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine

from bot.dialogue.texts import Texts
from bot.storage.notices import Notice, claim_notice, finish_notice, next_notice_at, note_reached, put_off_notice
from bot.storage.threads import in_thread
from bot.worker.channels import Channel
from bot.worker.notice_text import notice_text

MOST_AT_ONCE = 20
"""Notices of one round, so that a flood of them, or a slow channel, holds nothing else up for long."""


@dataclass(frozen=True)
class Notices:
    """Takes notices that are due to the channels. Without channels they wait."""

    engine: Engine
    channels: Sequence[Channel]
    texts: Texts

    async def round(self, clock: Callable[[], datetime], stopping: Callable[[], bool]) -> Counter[str]:
        """Brings what is due. A notice that some channel did not take is put off, and the next one gets its turn."""
        done: Counter[str] = Counter()
        while self.channels and not stopping() and done.total() < MOST_AT_ONCE:
            notice = await in_thread(claim_notice, self.engine, clock())
            if notice is None:
                break
            done[await in_thread(self.bring, notice, clock)] += 1
        return done

    def next_at(self) -> datetime | None:
        return next_notice_at(self.engine) if self.channels else None

    def bring(self, notice: Notice, clock: Callable[[], datetime]) -> str:
        """Brings a claimed notice to the channels that have not taken it. Returns how that went, for the log."""
        text = notice_text(notice, self.texts)
        missing = False
        for channel in self.channels:
            if channel.mark in notice.reached:
                continue
            if not channel.send(text.title, text.body, urgent=notice.level == "emergency"):
                missing = True
                continue
            noted = note_reached(self.engine, notice, channel.mark)
            if noted is None:
                return "notices no longer wanted"  # acknowledged, erased, or another worker's by now
            notice = noted
        if missing:
            put_off_notice(self.engine, notice, clock())
            return "notices put off"
        finish_notice(self.engine, notice, clock())
        return "notices delivered"

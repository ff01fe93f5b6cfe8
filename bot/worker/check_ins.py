"""Looking in again with people whose check-in is due."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Engine

from bot.channels.courier import Courier
from bot.dialogue.check_in import check_in_message
from bot.dialogue.texts import Texts
from bot.storage.check_ins import (
    DueCheckIn,
    claim_check_ins,
    finish_check_in,
    last_turn_before,
    next_check_in_at,
    put_off_check_in,
)
from bot.storage.threads import in_thread
from bot.storage.trouble import Busy
from bot.storage.turn_lock import TurnLock

logger = logging.getLogger(__name__)

QUIET = timedelta(minutes=30)
"""Nobody is asked how it is now while they talk: so long after their last message."""

WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=6)
MOST_ATTEMPTS = 12
"""After a courier that could not deliver: the first wait, which doubles, the longest, and when to give up."""

LOCK_SECONDS = 30
"""How long to wait for a turn of the person."""

MOST_AT_ONCE = 8
"""Check-ins of one round: so many waits for a turn still end before the lease of the last one does."""


@dataclass(frozen=True)
class CheckIns:
    """Sends check-ins that are due, each by the front end that the person came by."""

    engine: Engine
    couriers: Mapping[str, Courier]
    turns: TurnLock
    texts: Texts

    async def round(self, clock: Callable[[], datetime], stopping: Callable[[], bool]) -> Counter[str]:
        """Sends what is due. One that fails is put off, and the next one gets its turn."""
        done: Counter[str] = Counter()
        for due in await in_thread(claim_check_ins, self.engine, clock(), limit=MOST_AT_ONCE):
            if stopping():
                await in_thread(put_off_check_in, self.engine, due.id, clock())
            else:
                done[await self._send(due, clock)] += 1
        return done

    def next_at(self) -> datetime | None:
        return next_check_in_at(self.engine)

    async def _send(self, due: DueCheckIn, clock: Callable[[], datetime]) -> str:
        try:
            async with self.turns.turn(due.conversation_id, LOCK_SECONDS):
                return await self._send_in_turn(due, clock)
        except Busy:
            return await self._put_off(due, clock())
        except Exception as error:  # one conversation that cannot be read must not keep the others from their turn
            logger.error("A check-in failed: %s", type(error).__name__)
            await self._put_off(due, clock())
            return "failures"

    async def _send_in_turn(self, due: DueCheckIn, clock: Callable[[], datetime]) -> str:
        spoke_at = await in_thread(last_turn_before, self.engine, due.id)
        if spoke_at is None:
            return "check-ins no longer wanted"
        if spoke_at + QUIET > clock():
            await in_thread(put_off_check_in, self.engine, due.id, spoke_at + QUIET)
            return "check-ins put off"
        courier = self.couriers.get(due.channel or "")
        message = check_in_message(due.assessment_id, self.texts)
        outcome = await courier.push(due.conversation_id, message) if courier else "no_way"
        if outcome == "try_again":
            return await self._put_off(due, clock())
        sent = outcome == "sent"
        await in_thread(finish_check_in, self.engine, due.id, "sent" if sent else "failed")
        return "check-ins sent" if sent else "check-ins without a way"

    async def _put_off(self, due: DueCheckIn, now: datetime) -> str:
        if due.attempts >= MOST_ATTEMPTS:
            await in_thread(finish_check_in, self.engine, due.id, "failed")
            return "check-ins given up"
        wait = min(WAIT * (1 << min(due.attempts, MOST_ATTEMPTS) - 1), LONGEST_WAIT)
        await in_thread(put_off_check_in, self.engine, due.id, now + wait)
        return "check-ins put off"

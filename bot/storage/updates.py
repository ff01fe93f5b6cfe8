"""Deliveries that may come twice, such as Telegram's: each is taken in once, whichever process sees it."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Engine, delete

from bot.storage.database import writing
from bot.storage.models import ProcessedUpdate
from bot.storage.once import insert_once


def claim_update(engine: Engine, channel: str, update_id: str, conversation_id: str) -> bool:
    """True for the first caller with that update, and false for every other. Raises `StorageTrouble`.

    Args:
        channel: name of the front end.
        update_id: its number for the delivery.
        conversation_id: whom it is from, so that erasing the person removes this row.
    """
    with writing(engine, "take in a delivery") as connection:
        return insert_once(
            connection,
            ProcessedUpdate,
            channel=channel,
            update_id=update_id,
            conversation_id=conversation_id,
            received_at=datetime.now(UTC),
        )


def release_update(engine: Engine, channel: str, update_id: str) -> None:
    """Gives a claimed update back: its turn failed, and the next delivery may try again. Raises `StorageTrouble`."""
    this = (ProcessedUpdate.channel == channel, ProcessedUpdate.update_id == update_id)
    with writing(engine, "give back a delivery") as connection:
        connection.execute(delete(ProcessedUpdate).where(*this))


def forget_updates(engine: Engine, before: datetime) -> int:
    """Removes updates taken in before that moment: nobody delivers them any more. Returns how many."""
    with writing(engine, "remove old deliveries") as connection:
        return connection.execute(delete(ProcessedUpdate).where(ProcessedUpdate.received_at < before)).rowcount

"""The command `malleo worker`."""

from __future__ import annotations

import asyncio
import signal
from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.worker.worker import Worker

EXIT_PROBLEMS = 1


def worker(
    once: Annotated[bool, typer.Option("--once", help="Do what is due now, then end. For cron.")] = False,
) -> None:
    """Bring warnings and hand-offs to the operator, send check-ins that are due, erase what is past its time.

    Several may run at once; each notice goes out once. Ends on SIGTERM when what is under way is done. With --once the
    exit code is 1 when something could not be done; it is tried again by the next.
    """
    from bot.worker.start import start

    done = asyncio.run(_work(start(_tell), once=once))
    if once and (done["failures"] or done["notices put off"]):
        raise typer.Exit(EXIT_PROBLEMS)


async def _work(worker: Worker, *, once: bool) -> Counter[str]:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, worker.stop)
    if once:
        return await worker.once()
    await worker.run()
    _tell("Malleo's worker has stopped.")
    return Counter()


def _tell(line: str) -> None:
    typer.echo(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} {line}")

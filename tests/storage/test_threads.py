"""Work that was begun is brought to its end, whoever goes away."""

from __future__ import annotations

import asyncio
import threading

import pytest

from bot.storage.threads import in_thread


async def test_result_and_error_come_through() -> None:
    assert await in_thread(int, "7") == 7
    with pytest.raises(ValueError, match="invalid literal"):
        await in_thread(int, "seven")


async def test_event_loop_goes_on_meanwhile() -> None:
    go = threading.Event()
    waiting = asyncio.ensure_future(in_thread(go.wait))
    await asyncio.sleep(0)
    assert not waiting.done()
    go.set()
    assert await waiting


@pytest.mark.parametrize("times", [1, 3])
async def test_cancelled_caller_waits_for_the_work(times: int) -> None:
    begun, go, done = threading.Event(), threading.Event(), []

    def work() -> None:
        begun.set()
        go.wait()
        done.append(True)

    caller = asyncio.ensure_future(in_thread(work))
    await asyncio.to_thread(begun.wait)
    for _ in range(times):
        caller.cancel()
        await asyncio.sleep(0)
    assert not caller.done()
    go.set()
    with pytest.raises(asyncio.CancelledError):
        await caller
    assert done == [True]


async def test_error_of_the_work_does_not_hide_the_cancellation() -> None:
    begun, go = threading.Event(), threading.Event()

    def work() -> None:
        begun.set()
        go.wait()
        raise ValueError

    caller = asyncio.ensure_future(in_thread(work))
    await asyncio.to_thread(begun.wait)
    caller.cancel()
    await asyncio.sleep(0)
    go.set()
    with pytest.raises(asyncio.CancelledError):
        await caller

"""How fast and how small: start-up, memory, turns, long conversations, ten users at once.

Each measure runs on a fresh SQLite database in a folder of its own. Wall-clock times on a shared machine are noisy:
compare figures of one run, and ratios across runs.
"""

from __future__ import annotations

import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bot.evaluation.messages import labelled
from bot.runtime import settings

MESSAGES = settings.ROOT / "data" / "evaluation" / "messages_open.yml"

CONVERSATION = (
    "rolled my ankle on a kerb yesterday, outside is swollen, hurts to walk on",
    "yes",
    "none of these",
    "it's the left one",
    "6 out of 10",
    "why do you ask?",
    "I could walk straight after",
    "yes I can take four steps now, with a limp",
    "none of these",
    "no",
    "actually it is the right one",
    "how long will it take to heal?",
    "not sure",
    "no",
    "thanks",
)
"""Lines of a usual conversation; the bench cares for the work they make, not for the answers."""


@dataclass(frozen=True)
class Measure:
    """One figure.

    Attributes:
        target: what we aim for; `None` for a figure that is only reported.
        lower_is_better: whether the value should stay below the target.
        n: how many observations it comes from.
    """

    name: str
    value: float
    unit: str
    n: int
    target: float | None = None
    lower_is_better: bool = True

    @property
    def met(self) -> bool | None:
        if self.target is None:
            return None
        return self.value <= self.target if self.lower_is_better else self.value >= self.target


def run(progress: Callable[[str], Any], repeats: int = 5) -> list[Measure]:
    """All measures.

    Args:
        progress: called with a line before each part.
        repeats: starts of a process, and conversations of the long measure.
    """
    measures: list[Measure] = []
    progress(f"Start to first reply, {repeats} processes")
    measures += _start(repeats)
    with tempfile.TemporaryDirectory() as folder, _state(Path(folder)):
        progress("Understanding of labelled messages")
        measures += asyncio.run(_understanding(rounds=3))
        progress("Turns in this process")
        measures += asyncio.run(_turns(conversations=30))
        progress("A conversation of 155 turns")
        measures += asyncio.run(_long_conversation(repeats=max(2, repeats // 2)))
    progress("Ten users at one server")
    with tempfile.TemporaryDirectory() as folder:
        measures += asyncio.run(_ten_users(Path(folder), messages=20))
    return measures


def as_json(measures: list[Measure]) -> str:
    """One object per measure, by name."""
    return json.dumps(
        {m.name: {k: v for k, v in asdict(m).items() if k != "name"} | {"met": m.met} for m in measures}, indent=2
    )


FIRST_REPLY = """
import asyncio, resource
from pathlib import Path
from bot.runtime.rasa_ready import prepare
prepare()
from bot.runtime.assistant import load_assistant
from bot.channels.base import Incoming, Reception
agent, practice = load_assistant()
messages = asyncio.run(Reception(agent, practice, "bench").receive(Incoming("bench-start", "my ankle hurts")))
assert messages
status = Path("/proc/self/status")  # on Linux ru_maxrss also counts what the starting process had
if status.exists():
    peak = int(status.read_text().split("VmHWM:")[1].split()[0]) * 1024
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(peak, flush=True)
"""


def _start(repeats: int) -> list[Measure]:
    """Seconds from starting Python until the first reply is there, and the peak memory of that process."""
    seconds, peaks = [], []
    for _ in range(repeats):
        with tempfile.TemporaryDirectory() as folder:
            environment = _environment(Path(folder))
            _build_knowledge(environment)
            began = time.perf_counter()
            done = subprocess.run(  # noqa: S603  our own interpreter and code
                [sys.executable, "-c", FIRST_REPLY],
                env=environment,
                cwd=settings.ROOT,
                capture_output=True,
                text=True,
                check=True,
            )
            seconds.append(time.perf_counter() - began)
            peaks.append(int(done.stdout.split()[-1]) / 1e6)
    return [
        Measure("start_to_first_reply", round(statistics.median(seconds), 2), "s", repeats, target=2.5),
        Measure("peak_memory", round(max(peaks), 1), "MB", repeats, target=220),
    ]


async def _understanding(rounds: int) -> list[Measure]:
    """The model's graph alone: words, mentions, kind of turn."""
    agent, _ = _assistant()
    texts = [message.text for message in labelled(MESSAGES)]
    milliseconds = []
    for text in texts[:20] + texts * rounds:
        began = time.perf_counter()
        await agent.parse_message(text)
        milliseconds.append((time.perf_counter() - began) * 1000)
    cuts = statistics.quantiles(milliseconds[20:], n=100)
    return [
        Measure("understanding_p50", round(cuts[49], 2), "ms", len(milliseconds) - 20, target=6),
        Measure("understanding_p99", round(cuts[98], 2), "ms", len(milliseconds) - 20, target=20),
    ]


async def _turns(conversations: int) -> list[Measure]:
    reception = _reception()
    await _converse(reception, "bench-warm-up")
    milliseconds = [ms for number in range(conversations) for ms in await _converse(reception, f"bench-turns-{number}")]
    cuts = statistics.quantiles(milliseconds, n=100)
    return [
        Measure("turn_p50", round(cuts[49], 1), "ms", len(milliseconds), target=15),
        Measure("turn_p99", round(cuts[98], 1), "ms", len(milliseconds), target=60),
    ]


async def _long_conversation(repeats: int) -> list[Measure]:
    """Ratio of a late turn to an early one of the same kind: the same two messages over and over."""
    reception = _reception()
    early, late = [], []
    for number in range(repeats):
        milliseconds = []
        for turn in range(155):
            text = "it is the left one" if turn % 2 else "sorry, it is the right one"
            milliseconds.append(await _timed(reception, f"bench-long-{number}", text))
        early += milliseconds[3:9]
        late += milliseconds[147:153]
    ratio = statistics.median(late) / statistics.median(early)
    return [Measure("turn_150_to_turn_5", round(ratio, 2), "times", len(late), target=1.5)]


async def _ten_users(folder: Path, messages: int) -> list[Measure]:
    import aiohttp

    environment = _environment(folder)
    _build_knowledge(environment)
    port = _free_port()
    base = f"http://127.0.0.1:{port}"
    server = subprocess.Popen(  # noqa: S603  our own interpreter and code
        [sys.executable, "-m", "bot", "serve", "--port", str(port), "--model", str(settings.MODEL)],
        env=environment, cwd=settings.ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    latencies: list[float] = []

    async def user(client: aiohttp.ClientSession) -> None:
        async with client.post(f"{base}/webhooks/website/session") as answer:
            token = (await answer.json())["token"]
        for number in range(messages):
            began = time.perf_counter()
            body = {"id": str(number), "text": CONVERSATION[number % len(CONVERSATION)]}
            async with client.post(
                f"{base}/webhooks/website/messages", json=body, headers={"Authorization": f"Bearer {token}"}
            ) as answer:
                answer.raise_for_status()
                await answer.read()
            latencies.append((time.perf_counter() - began) * 1000)

    try:
        async with aiohttp.ClientSession() as client:
            await _until_ready(client, base)
            began = time.perf_counter()
            await asyncio.gather(*(user(client) for _ in range(10)))
            seconds = time.perf_counter() - began
    finally:
        server.terminate()
        server.wait(timeout=30)
    count = 10 * messages
    return [
        Measure("messages_a_second_at_10_users", round(count / seconds, 1), "1/s", count, lower_is_better=False),
        Measure("latency_p50_at_10_users", round(statistics.median(latencies), 1), "ms", count),
    ]


def _reception() -> Any:
    from bot.channels.base import Reception

    return Reception(*_assistant(), "bench")


def _assistant() -> tuple[Any, Any]:
    from bot.runtime.assistant import load_assistant
    from bot.runtime.readiness import build_knowledge

    build_knowledge()
    return load_assistant()


async def _converse(reception: Any, conversation: str) -> list[float]:
    return [await _timed(reception, conversation, text) for text in CONVERSATION]


async def _timed(reception: Any, conversation: str, text: str) -> float:
    from bot.channels.base import Incoming

    began = time.perf_counter()
    await reception.receive(Incoming(conversation, text))
    return (time.perf_counter() - began) * 1000


async def _until_ready(client: Any, base: str) -> None:
    import aiohttp

    for _ in range(600):
        try:
            async with client.get(f"{base}/ready") as answer:
                if answer.status == 200:
                    return
        except aiohttp.ClientConnectionError:
            pass
        await asyncio.sleep(0.1)
    raise RuntimeError("The server did not become ready within a minute.")


def _environment(folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "MALLEO_DATABASE_URL": f"sqlite:///{folder / 'bench.db'}",
        "MALLEO_STATE": str(settings.STATE),
    }


def _build_knowledge(environment: dict[str, str]) -> None:
    subprocess.run(
        [sys.executable, "-m", "bot", "knowledge", "build"],
        env=environment,
        cwd=settings.ROOT,
        capture_output=True,
        check=True,
    )


@contextmanager
def _state(folder: Path) -> Iterator[None]:
    """A database of the bench's own for this process."""
    from bot.runtime import practice

    before = os.environ.get("MALLEO_DATABASE_URL")
    os.environ["MALLEO_DATABASE_URL"] = f"sqlite:///{folder / 'bench.db'}"
    practice.forget()
    try:
        yield
    finally:
        practice.forget()
        if before is None:
            del os.environ["MALLEO_DATABASE_URL"]
        else:
            os.environ["MALLEO_DATABASE_URL"] = before


def _free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port

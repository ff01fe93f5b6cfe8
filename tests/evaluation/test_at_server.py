"""Cases go at a running server as they do in this process; where they cannot be played, one sentence says why."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from typer.testing import CliRunner

from bot.channels.base import Reception
from bot.cli_evaluate import app
from bot.dialogue.message import Message
from bot.evaluation import persistence
from bot.evaluation.at_server import reached
from bot.evaluation.case_scores import Played
from bot.evaluation.cases import LabelledCase, cases
from bot.evaluation.door import Door, DoorShut, Place
from bot.evaluation.in_process import InProcess
from bot.evaluation.personas import PERSONAS, Reply
from bot.evaluation.vignettes import evaluate, play
from bot.runtime import practice, settings
from bot.storage.models import Conversation
from tests.channels.serving import Server, serving
from tests.widget.faulty_line import FaultyLine

FILE = Path(__file__).with_name("cases.yml")
HOME = cases(FILE)[0]
OPEN = cases(settings.ROOT / "data" / "evaluation" / "cases_open.yml")
ONE_OF_EACH_LEVEL = {case.levels[0]: case for case in reversed(OPEN)}.values()


@pytest.fixture(scope="module")
def server(trained_model: Path, own_database: Path) -> Iterator[Server]:
    with serving({}) as one:
        yield one


@pytest.fixture
def here(assistant: tuple[Any, Any]) -> InProcess:
    return InProcess(Reception(*assistant, "evaluation"))


def address(server: Server) -> str:
    return f"http://127.0.0.1:{server.port}"


@dataclass
class Overheard:
    """A door at which the flags of all warnings are written down."""

    door: Door
    flags: list[str] = field(default_factory=list)

    async def send(self, reply: Reply) -> Sequence[Message]:
        messages = await self.door.send(reply)
        warnings = [message.payload for message in messages if message.type == "escalation"]
        self.flags += [flag["id"] for warning in warnings if warning for flag in warning["flags"]]
        return messages


async def played(case: LabelledCase, place: Place, persona: str = "plain") -> tuple[Played, list[str]]:
    async with place.conversation() as door:
        overheard = Overheard(door)
        return await play(case, PERSONAS[persona], overheard), overheard.flags


@pytest.mark.parametrize("case", ONE_OF_EACH_LEVEL, ids=lambda case: case.levels[0])
async def test_a_case_goes_as_it_does_in_this_process(server: Server, here: InProcess, case: LabelledCase) -> None:
    async with reached(address(server)) as there:
        one, flags = await played(case, there)
        assert (one, flags) == await played(case, here)
    assert one.level
    assert flags or one.conditions, "an emergency has its flags, any other case its conditions"


async def test_words_and_slips_come_through_as_well(server: Server, here: InProcess) -> None:
    async with reached(f"{address(server)}/webhooks/website/") as there:
        for persona in ("typos", "corrects_twice"):
            assert await played(HOME, there, persona) == await played(HOME, here, persona)


async def test_a_line_that_breaks_changes_nothing(server: Server, here: InProcess) -> None:
    with FaultyLine(server.port) as line:
        line.faults += ["cut", "lost", "refused", "twice", "dripped", "cut"]
        async with reached(line.address) as there:
            assert await played(HOME, there) == await played(HOME, here)
        assert not line.faults


async def test_a_server_that_takes_few_messages_is_given_the_time_it_asks_for(
    trained_model: Path, own_database: Path, here: InProcess
) -> None:
    with serving({"MALLEO_RATES": "conversation=4/4, address=6/6"}) as slow:
        async with reached(address(slow)) as there:
            assert await played(HOME, there) == await played(HOME, here)


async def test_nothing_stays_at_the_server(server: Server) -> None:
    def kept() -> int:
        with practice.engine().connect() as connection:
            return connection.execute(select(func.count()).select_from(Conversation)).scalar_one()

    before = kept()
    async with reached(address(server)) as there:
        await played(HOME, there)
        with pytest.raises(KeyboardInterrupt):
            async with there.conversation() as door:
                await door.send(Reply("my ankle hurts"))
                assert kept() == before + 1
                raise KeyboardInterrupt
    assert kept() == before


async def test_a_server_that_stays_away_is_told_of(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(persistence, "PATIENCE", 0.5)
    with FaultyLine(server.port) as line:
        async with reached(line.address) as there:
            with pytest.raises(DoorShut, match=f"The server at {line.address} does not answer any more"):
                async with there.conversation() as door:
                    line.down = True
                    await door.send(Reply("my ankle hurts"))


async def test_conditions_of_another_base_are_not_scored(assistant: tuple[Any, Any], here: InProcess) -> None:
    other = replace(assistant[1].knowledge, version="another")
    aliases = {"ankle_sprain": ("lateral_ankle_sprain",)}
    report = (await evaluate([HOME], [PERSONAS["plain"]], here, other, aliases, str))["plain"]
    assert report.scores["exact_triage"].value == 1
    assert report.scores["condition_top1"].value is report.scores["brier"].value is None
    assert report.notes["not_measured"].startswith(
        "conditions and probabilities: they come from another knowledge base"
    )


def test_the_report_tells_where_the_cases_were_played(server: Server, tmp_path: Path) -> None:
    out = tmp_path / "scores.json"
    ran = CliRunner().invoke(app, ["vignettes", str(FILE), "--server", address(server), "--json", str(out)])
    assert ran.exit_code == 0, ran.output
    assert f"played: at {address(server)}\n" in ran.stdout
    written = json.loads(out.read_text(encoding="utf-8"))
    version = practice.practice().knowledge.version
    assert written["notes"] == {"played": f"at {address(server)}", "knowledge_base": version}
    assert written["coverage"]["value"] == 1


def refused(at: str) -> str:
    """What the command says when it cannot play there."""
    ran = CliRunner().invoke(app, ["vignettes", str(FILE), "--server", at])
    assert ran.exit_code == 2, ran.output
    (sentence,) = [line for line in ran.stderr.splitlines() if not line.endswith("…")]
    return sentence


def test_where_nobody_answers_that_is_said() -> None:
    with somebody_else(200) as at:
        pass
    assert refused(at) == f"Nobody answers at {at}. Does `malleo serve` run there?"


def test_what_only_seems_safe_to_talk_to_is_told_of() -> None:
    with somebody_else(200) as at:
        safe = at.replace("http://", "https://")
        assert refused(safe) == f"{safe} is not safe to talk to: its certificate is not good, or it has none."


@pytest.mark.parametrize(
    "retry_after", ["0", "-1", "Wed, 21 Oct 2015 07:28:00 GMT", "Fri, 21 Oct 2101 07:28:00", "9" * 400]
)
def test_nobody_is_asked_for_ever(monkeypatch: pytest.MonkeyPatch, retry_after: str) -> None:
    monkeypatch.setattr(persistence, "PATIENCE", 1.0)
    with somebody_else(500, retry_after=retry_after) as at:
        assert refused(at) == f"The server at {at} fails (500). The cases that were played so far are not scored."


@pytest.mark.parametrize(
    ("status", "body", "sentence"),
    [
        (200, b"<h1>It works!</h1>", "There is no website channel of Malleo at {at} (200)."),
        (201, b"[]", "There is no website channel of Malleo at {at} (201)."),
        (404, b"", "There is no website channel of Malleo at {at} (404)."),
        (307, b"", "{at} sends on to another address (307)."),
        (
            401,
            b'{"error": {"code": "no_token"}}',
            "The server at {at} wants a key, or does not take its own any more (401",
        ),
        (403, b"", "The server at {at} does not take what the protocol allows (403)."),
        (503, b'{"status": "not ready"}', "The server at {at} is not ready: see {at}/ready."),
        (
            201,
            b'{"token": "x", "config": {"protocol": 2}}',
            "The server at {at} speaks version 2 of the protocol, not 1.",
        ),
    ],
)
def test_what_is_no_server_of_ours_is_told_of(status: int, body: bytes, sentence: str) -> None:
    with somebody_else(status, body) as at:
        assert refused(at).startswith(sentence.format(at=at))


@pytest.mark.parametrize(
    "written", ["", "localhost", "ftp://host", "http://", "http://[", "http://me:secret@host", "http://h?x"]
)
def test_what_is_no_address_is_not_repeated(written: str) -> None:
    assert refused(written).startswith("--server: give an address such as http://127.0.0.1:5005")


OPENED = json.dumps({"token": "x", "config": {"protocol": 1}}).encode()
FAILED = b'{"t": "msg", "seq": 1, "text": "Sorry."}\n{"t": "error", "code": "turn", "message": "Sorry."}\n'
UNKNOWN_LEVEL = b'{"t": "msg", "seq": 1, "text": "x", "custom": {"type": "assessment", "triage": {"level": "later"}}}\n'


async def test_a_turn_that_fails_again_and_again_is_how_the_case_went(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(persistence, "PATIENCE", 0.5)
    with somebody_else(201, OPENED, FAILED) as at:
        async with reached(at) as there:
            one, _ = await played(HOME, there)
    assert one.level == ""
    assert one.conversation.endswith("Sorry.")


async def test_a_level_that_there_is_not_is_no_result() -> None:
    with somebody_else(201, OPENED, UNKNOWN_LEVEL) as at:
        async with reached(at) as there:
            with pytest.raises(DoorShut, match="sends a message of type assessment that is not as agreed"):
                await played(HOME, there)


@contextmanager
def somebody_else(status: int, body: bytes = b"", stream: bytes = b"", retry_after: str = "") -> Iterator[str]:
    """A web server that answers all requests alike, but messages and erasures as the protocol says; its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.rfile.read(int(self.headers.get("content-length") or 0))
            if stream and self.path.endswith("/messages"):
                self.answer(200, stream, "application/x-ndjson")
            elif stream and self.command == "DELETE":
                self.answer(204, b"")
            else:
                self.answer(status, body)

        do_POST = do_DELETE = do_GET  # noqa: N815

        def answer(self, status: int, body: bytes, kind: str = "application/json") -> None:
            self.send_response_only(status)
            self.send_header("content-type", kind)
            self.send_header("retry-after", retry_after)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_arguments: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()

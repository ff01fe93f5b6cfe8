"""The command line: chat, serve, worker, escalations, train, knowledge, picture, evaluate, bench, rasa."""

from __future__ import annotations

import asyncio
import sys
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.markup import escape

from bot import cli_escalations, cli_evaluate, cli_knowledge, cli_picture, cli_telegram, cli_worker
from bot.cli_knowledge import EXIT_PROBLEMS
from bot.runtime import settings

if TYPE_CHECKING:
    from bot.channels.base import Reception
    from bot.dialogue.message import Message
    from bot.dialogue.utterance import Choice

EXIT_USAGE = 2
EXIT_MODEL = 3
EXIT_DATABASE = 4
EXIT_KNOWLEDGE = 5

app = typer.Typer(
    name="malleo",
    help="An ankle-pain assistant for runners. Start with: malleo chat",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(cli_knowledge.app, name="knowledge")
app.add_typer(cli_evaluate.app, name="evaluate")
app.add_typer(cli_escalations.app, name="escalations")
app.add_typer(cli_telegram.app, name="telegram")
app.command()(cli_worker.worker)
app.command()(cli_picture.picture)

errors = Console(stderr=True, highlight=False)

ModelOption = Annotated[Path, typer.Option("--model", help="The trained model to use.", show_default=False)]


def main() -> None:
    """Runs the command line and turns known failures into one clear line and an exit code."""
    from bot.runtime.rasa_ready import prepare

    if sys.argv[1:2] == ["rasa"]:
        sys.exit(_rasa(sys.argv[2:]))
    prepare()
    with _failures_said_plainly():
        app()


@app.command()
def chat(
    plain: Annotated[bool, typer.Option("--plain", help="No colours, no boxes: for screen readers and pipes.")] = False,
    script: Annotated[
        Path | None,
        typer.Option("--script", exists=True, dir_okay=False, readable=True, help="Play the lines of this file."),
    ] = None,
    model: ModelOption = settings.MODEL,
) -> None:
    """Talk to Malleo here in the terminal.

    Answer with a number, or in your own words. Builds the knowledge base and trains the model first where needed.
    Type help for how to check something, quit to leave.
    """
    from bot.channels.shell import Shell, scripted_lines, typed_lines
    from bot.dialogue.message import Message
    from bot.dialogue.texts import Texts
    from bot.runtime.readiness import make_ready

    plain = plain or not sys.stdout.isatty()
    console = Console(no_color=plain, highlight=False)
    if model == settings.MODEL:
        make_ready(progress)
    lines = script.read_text(encoding="utf-8").splitlines() if script else None
    shell = Shell(console, plain=plain)
    shell.show([Message(Texts.read(settings.TEXTS)("greeting"))])
    loading = _Loading(model)
    spoken = scripted_lines(lines, console) if lines is not None else typed_lines(console)
    asyncio.run(shell.run(spoken, loading.answer))


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.", min=0, max=65535)] = 5005,
    show: Annotated[bool, typer.Option("--open", help="Open the page with the widget in a browser.")] = False,
    telegram_polling: Annotated[
        bool, typer.Option("--telegram-polling", help="Ask Telegram for messages: where it cannot reach this machine.")
    ] = False,
    slack_socket: Annotated[
        bool, typer.Option("--slack-socket", help="Open a socket to Slack (Socket Mode), for the same reason.")
    ] = False,
    model: ModelOption = settings.MODEL,
) -> None:
    """Serve the front ends over HTTP: a page with the web widget at /, for phones at /chat, /health and /ready.

    Telegram is served as well when MALLEO_TELEGRAM_TOKEN is set, Slack when MALLEO_SLACK_TOKEN is.
    """
    from bot.runtime.readiness import make_ready
    from bot.runtime.server import run

    if model == settings.MODEL:
        make_ready(progress)
    run(host, port, model, show, ask_telegram=telegram_polling, ask_slack=slack_socket)


@app.command()
def train(
    force: Annotated[bool, typer.Option("--force", help="Train even when nothing changed.")] = False,
) -> None:
    """Train the model, if the training data changed."""
    from bot.runtime import model
    from bot.runtime.readiness import build_knowledge, knowledge_is_current

    if not force and model.is_current():
        typer.echo(f"{settings.MODEL} is up to date.")
        return
    if not knowledge_is_current():
        build_knowledge()
    with progress("Training the model"):
        path = model.train()
    typer.echo(f"Trained {path}.")


@app.command()
def bench(
    json_out: Annotated[
        Path | None, typer.Option("--json", dir_okay=False, help="Also write the figures to this file.")
    ] = None,
    repeats: Annotated[int, typer.Option(help="Processes to start, and long conversations to hold.", min=1)] = 5,
) -> None:
    """Measure start-up, memory, turns, long conversations and ten users at once. Takes about a minute."""
    from rich.table import Table

    from bot.evaluation import bench as measuring
    from bot.runtime.readiness import make_ready

    make_ready(progress)
    measures = measuring.run(lambda line: errors.print(f"{line} …"), repeats)
    table = Table("measure", "value", "unit", "target", "met", "n")
    for measure in measures:
        met = {True: "yes", False: "no", None: "–"}[measure.met]
        target = (
            "–"
            if measure.target is None
            else f"≤ {measure.target}"
            if measure.lower_is_better
            else f"≥ {measure.target}"
        )
        table.add_row(measure.name, str(measure.value), measure.unit, target, met, str(measure.n))
    Console().print(table)
    if json_out:
        json_out.write_text(measuring.as_json(measures), encoding="utf-8")


@app.command("rasa", context_settings={"allow_extra_args": True, "ignore_unknown_options": True}, add_help_option=False)
def rasa_command() -> None:
    """Run any command of Rasa's own CLI in Malleo's runtime, for example: malleo rasa shell, malleo rasa test."""


def _rasa(arguments: list[str]) -> int:
    from bot.runtime.rasa_cli import run

    with _failures_said_plainly():
        return run(arguments)
    return EXIT_PROBLEMS


class _Loading:
    """Loads the assistant while the person types the first message."""

    def __init__(self, model: Path) -> None:
        self._conversation = uuid.uuid4().hex
        self._reception: Reception | None = None
        self._failure: Exception | None = None
        self._thread = threading.Thread(target=self._load, args=(model,), daemon=True)
        self._thread.start()

    def _load(self, model: Path) -> None:
        from bot.channels.base import Reception
        from bot.runtime.assistant import load_assistant

        try:
            agent, practice = load_assistant(model)
            self._reception = Reception(agent, practice, "shell")
        except Exception as error:  # raised again in the main thread
            self._failure = error

    async def answer(self, typed: str, choice: Choice | None) -> tuple[Message, ...]:
        """The answer to what was typed; waits for the assistant. Raises what loading it raised."""
        from bot.channels.base import Incoming

        self._thread.join()
        if self._failure or self._reception is None:
            raise self._failure or RuntimeError("The assistant did not load.")
        text = self._reception.label(choice) if choice else typed
        return await self._reception.receive(Incoming(self._conversation, text, choice))


@contextmanager
def progress(what: str) -> Iterator[None]:
    """Shows that something long goes on."""
    with errors.status(f"{what} …"):
        if not errors.is_terminal:
            errors.print(f"{what} …")
        yield


@contextmanager
def _failures_said_plainly() -> Iterator[None]:
    """Known failures: one line on what is wrong and what to do, and an exit code for scripts."""
    try:
        yield
    except Exception as error:
        if (code := _exit_code(error)) is None:
            raise
        errors.print(f"[red]malleo:[/red] {escape(str(error))}")
        sys.exit(code)


def _exit_code(error: Exception) -> int | None:
    """The exit code of a known failure. What it is known by is imported only now: a start should not wait for it."""
    from bot.channels.telegram.api import TelegramRefused
    from bot.dialogue.texts import TextsError
    from bot.knowledge.files import KnowledgeError
    from bot.knowledge.queries import KnowledgeMissing
    from bot.picture.drawing import DrawingError
    from bot.runtime.configuration import ComponentLeftOut
    from bot.runtime.model import ModelMissing, ModelRefused
    from bot.runtime.operator import Misconfigured
    from bot.runtime.web_settings import SettingRefused
    from bot.storage.trouble import DatabaseUnavailable

    codes: dict[tuple[type[Exception], ...], int] = {
        (Misconfigured, SettingRefused, TelegramRefused): EXIT_USAGE,
        (ModelMissing, ModelRefused, ComponentLeftOut): EXIT_MODEL,
        (DatabaseUnavailable,): EXIT_DATABASE,
        (KnowledgeError, KnowledgeMissing, TextsError, DrawingError): EXIT_KNOWLEDGE,
    }
    return next((code for kinds, code in codes.items() if isinstance(error, kinds)), None)


if __name__ == "__main__":
    main()

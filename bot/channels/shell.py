"""The shell front end: numbered answers, free text, plain mode, and scripts.

It talks to the assistant in the same process, without a server.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text

from bot.dialogue.message import Message
from bot.dialogue.utterance import Choice
from bot.language.options import only_numbers

Answering = Callable[[str, Choice | None], Awaitable[tuple[Message, ...]]]
"""Takes what was typed (and the option it stands for) and gives the answer."""

LEAVE = frozenset({"quit", "exit", "bye", ":q"})


class Shell:
    """One conversation on a terminal."""

    def __init__(self, console: Console, *, plain: bool) -> None:
        self._console = console
        self._plain = plain
        self._question: dict[str, Any] | None = None

    async def run(self, lines: Iterable[str], answer: Answering) -> None:
        """Reads lines until they end or one says goodbye, and prints the answers."""
        for line in lines:
            typed = line.strip()
            if typed.lower() in LEAVE:
                return
            if typed.lower() == "help" and self._question:
                self._help()
                continue
            self.show(await answer(typed, self.choice(typed)))

    def show(self, messages: Iterable[Message]) -> None:
        """Prints messages; the last question among them is what numbers refer to."""
        for message in messages:
            if message.payload and message.type == "question":
                self._question = dict(message.payload)
                self._ask(self._question)
            else:
                self._say(message)

    def choice(self, typed: str) -> Choice | None:
        """The option that a typed number stands for; nothing for free text or a number that no option has."""
        question = self._question
        numbers = only_numbers(typed)
        if question is None or not numbers:
            return None
        if question["kind"] in ("scale", "number"):
            fits = len(numbers) == 1 and question.get("min", 0) <= numbers[0] <= question.get("max", numbers[0])
            return Choice(question["id"], number=numbers[0]) if fits else None
        options = [option["id"] for option in question["options"]]
        if not all(1 <= number <= len(options) for number in numbers):
            return None
        if len(numbers) > 1 and question["kind"] not in ("multiple", "regions"):
            return None
        return Choice(question["id"], tuple(options[number - 1] for number in numbers))

    def _ask(self, question: dict[str, Any]) -> None:
        self._line(question["prompt"], style="bold")
        for number, option in enumerate(question["options"], start=1):
            self._line(f"  {number}. {option['label']}")
        if question["kind"] in ("multiple", "regions"):
            self._line("  (one or more numbers, or your own words)", style="dim")
        if question["kind"] in ("scale", "number"):
            self._line(f"  (a number from {question.get('min', 0)} to {question.get('max', '')})", style="dim")
        if question.get("help"):
            self._line("  (type help to see how to check)", style="dim")

    def _help(self) -> None:
        self._line((self._question or {}).get("help") or (self._question or {}).get("why", ""))

    def _say(self, message: Message) -> None:
        if message.type == "escalation" and not self._plain:
            self._console.print(Panel(Text(message.text), border_style="red", title="!"))
        else:
            self._line(message.text)

    def _line(self, text: str, style: str = "") -> None:
        if self._plain:
            self._console.print(text, markup=False, highlight=False, soft_wrap=True)
        else:
            self._console.print(Padding(Text(text, style=style), (0, 0, 0, 2)))


def typed_lines(console: Console) -> Iterator[str]:
    """Lines from the keyboard, until end of input or Ctrl-C."""
    while True:
        try:
            yield console.input("\n> ")
        except (EOFError, KeyboardInterrupt):
            console.print()
            return


def scripted_lines(lines: Iterable[str], console: Console) -> Iterator[str]:
    """Lines of a file, each printed before it is played. Empty lines and lines that start with # are left out."""
    for line in lines:
        if line.strip() and not line.startswith("#"):
            console.print(f"\n> {line.strip()}", markup=False, highlight=False)
            yield line

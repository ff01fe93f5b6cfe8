"""What a person sent: words that were read, or an option that was chosen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bot.language.reading import Mention


@dataclass(frozen=True)
class Choice:
    """An answer by control: the options (or the number) chosen for a question."""

    question: str
    options: tuple[str, ...] = ()
    number: int | None = None


@dataclass(frozen=True)
class Asked:
    """A part of a message that asks something, while the rest tells: what kind of turn it is, and where it stands."""

    intent: str
    start: int
    end: int


@dataclass(frozen=True)
class Utterance:
    """One message of a person.

    Attributes:
        id: message id, unique in the conversation.
        text: as typed; the label of the option for a choice.
        intent: what kind of turn it is, or nothing when that is unclear.
        mentions: what the words say.
        names: what they speak of by name, such as conditions; no fact comes of these.
        asks: the parts that ask something besides.
        foreign: it is in another language than English, or in none.
        day: when it was written, where Malleo runs; `None` when that is not known.
    """

    id: str
    text: str
    intent: str | None = None
    mentions: tuple[Mention, ...] = ()
    choice: Choice | None = None
    names: tuple[Mention, ...] = ()
    asks: tuple[Asked, ...] = ()
    foreign: bool = False
    day: date | None = None

    def part(self, asked: Asked) -> Utterance:
        """That part as a message of its own."""

        def within(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
            return tuple(one for one in mentions if asked.start <= one.start and one.end <= asked.end)

        return replace(
            self,
            text=self.text[asked.start : asked.end],
            intent=asked.intent,
            mentions=within(self.mentions),
            names=within(self.names),
            asks=(),
        )

    @property
    def rest(self) -> Utterance:
        """The message without the parts that ask. What kind of turn that is, nobody has said."""
        kept, at = [], 0
        for asked in self.asks:
            kept.append(self.text[at : asked.start])
            at = asked.end
        kept.append(self.text[at:])

        def outside(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
            return tuple(
                one for one in mentions if all(one.end <= asked.start or asked.end <= one.start for asked in self.asks)
            )

        return replace(
            self,
            text=" ".join("".join(kept).split()),
            intent=None,
            mentions=outside(self.mentions),
            names=outside(self.names),
            asks=(),
        )

"""What a person sent: words that were read, or an option that was chosen."""

from __future__ import annotations

from dataclasses import dataclass

from bot.language.reading import Mention


@dataclass(frozen=True)
class Choice:
    """An answer by control: the options (or the number) chosen for a question."""

    question: str
    options: tuple[str, ...] = ()
    number: int | None = None


@dataclass(frozen=True)
class Utterance:
    """One message of a person.

    Attributes:
        id: message id, unique in the conversation.
        text: as typed; the label of the option for a choice.
        intent: what kind of turn it is, or nothing when that is unclear.
        mentions: what the words say.
        names: what they speak of by name, such as conditions; no fact comes of these.
    """

    id: str
    text: str
    intent: str | None = None
    mentions: tuple[Mention, ...] = ()
    choice: Choice | None = None
    names: tuple[Mention, ...] = ()

"""From an answer to a question to facts."""

from __future__ import annotations

from bot.dialogue.utterance import Choice
from bot.knowledge.model import Option, Question, State
from bot.language.answers import Answer, AnswerFrame
from bot.triage.facts import Fact, Value

WHO = frozenset({"age", "sex", "side", "subject"})


class NotAnOption(ValueError):
    """A choice names an option that the question does not have, or a number outside its limits."""


def frame(question: Question) -> AnswerFrame:
    """The question as `bot.language` needs it to read an answer."""
    return AnswerFrame(
        id=question.id,
        kind=question.kind,
        about=question.about,
        options=tuple((option.id, option.label) for option in question.options),
        minimum=question.minimum,
        maximum=question.maximum,
    )


def chosen(answer: Answer, question: Question) -> Choice | None:
    """The choice that words stand for; nothing when they are no choice."""
    match answer.kind, answer.value:
        case "choice", str(option):
            return Choice(question.id, (option,))
        case "choices", tuple(options):
            return Choice(question.id, tuple(str(option) for option in options))
        case "none", _:
            return Choice(question.id, ("none",))
        case "number", int(number):
            return Choice(question.id, number=number)
    return None


def settle(question: Question, choice: Choice, said: str, turn: int) -> tuple[Fact, ...]:
    """The facts of a choice. In a group question what was not chosen is absent.

    Raises:
        NotAnOption: the choice does not fit the question.
    """
    if choice.number is not None:
        return (Fact(question.about[0], _within(question, choice.number), said, turn, asked=True),)
    picked = [_option(question, id) for id in choice.options]
    if not picked or (len(picked) > 1 and question.kind not in ("multiple", "regions")):
        raise NotAnOption(f"'{question.id}' takes {'one option' if picked else 'an option'}.")
    if len(picked) > 1 and any(option.id == "none" for option in picked):
        raise NotAnOption(f"'{question.id}': 'none' cannot go with other options.")
    values: dict[str, Value] = {}
    if question.kind == "multiple":
        values = {id: State.ABSENT for option in question.options for id in option.settles if id in question.about}
    for option in picked:
        for id, value in option.settles.items():
            merged = _value(value)
            known = values.get(id)
            values[id] = known + merged if isinstance(known, tuple) and isinstance(merged, tuple) else merged
    return tuple(Fact(id, value, said, turn, asked=True) for id, value in values.items())


def settle_unknown(question: Question, said: str, turn: int) -> tuple[Fact, ...]:
    """The facts of "I don't know": each thing asked about is unknown. Who somebody is stays open: that is no sign."""
    return tuple(Fact(id, State.UNKNOWN, said, turn, asked=True) for id in question.about if id not in WHO)


def _option(question: Question, id: str) -> Option:
    for option in question.options:
        if option.id == id:
            return option
    accepted = ", ".join(option.id for option in question.options)
    raise NotAnOption(f"'{question.id}' has no option '{id}'. It takes: {accepted}.")


def _within(question: Question, number: int) -> int:
    low, high = question.minimum, question.maximum
    if (low is not None and number < low) or (high is not None and number > high):
        raise NotAnOption(f"'{question.id}' takes a number from {low} to {high}.")
    return number


def _value(value: str | int | tuple[str, ...]) -> Value:
    return State(value) if isinstance(value, str) and value in set(State) else value

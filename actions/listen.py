"""The first step of every turn, before any policy: hear the message, keep its facts, warn if it must be."""

from datetime import date, datetime
from typing import Any

from rasa_sdk.events import SlotSet

from actions.hand_off import put_in_queue
from actions.step import Events, Step, Turn, remember
from bot.dialogue.case import Case
from bot.dialogue.escalation import escalation_message
from bot.dialogue.general import answer_besides
from bot.dialogue.granting import said_to_request
from bot.dialogue.hearing import hear
from bot.dialogue.interruptions import ASKING, takes_over
from bot.dialogue.message import Message
from bot.dialogue.questions import welcome_back
from bot.dialogue.returning import returned
from bot.dialogue.running.talk import talk
from bot.dialogue.spoken_of import DANGER, dangers_spoken_of, what_to_do
from bot.dialogue.utterance import Asked, Choice, Utterance
from bot.dialogue.volunteered import tells_nothing_besides
from bot.nlu.intent_classifier import ALSO_ASKS, FOREIGN
from bot.nlu.reader import ENTITY, NAMED, mention
from bot.triage.facts import Facts


class Listen(Step):
    """Fills the slots of the form from the facts, so that nothing but an answer can become one."""

    keeps_quiet = False

    def name(self) -> str:
        return "action_validate_slot_mappings"

    def take(self, turn: Turn) -> Events:
        if turn.message_id and turn.message_id == turn.case.message:
            return []  # a form that opens runs this step a second time
        case, flags = hear(turn.case, utterance(turn), turn.practice)
        of_running = talk(turn.case, case, utterance(turn), turn.practice, today())
        case = of_running.case
        events = [remember(case)]
        if flags:
            warning = escalation_message(flags, turn.tracker.sender_id, case, turn.practice)
            turn.say(warning)
            events.append(SlotSet("escalation", dict(warning.payload or {})))
        elif case.away:
            aged = returned(turn.case, today(), turn.practice)
            turn.say(welcome_back(turn.case, aged, case, turn.practice))
        elif case.comforted and not turn.case.comforted and turn.intent != "distress":
            turn.say_text("warmth.afraid")
        turn.say(*of_running.messages)
        if case.queued == case.turn:
            events += put_in_queue(turn, case)
        if (turn.tracker.latest_message.get("metadata") or {}).get("cut"):
            turn.say_text("long.cut")
        if case.erased:
            turn.say(Message.of("privacy", turn.practice.texts("erase.done"), erased=True))
            events.append(SlotSet("erase", True))
        if case.request == DANGER:
            turn.say(what_to_do(dangers_spoken_of(utterance(turn), case, turn.practice), turn.practice))
        elif case.request and (answer := said_to_request(case, turn.practice)):
            turn.say(Message(answer))
        if case.request or (case.answered and not takes_over(turn.intent, case)):
            quiet = (
                case.request
                or flags
                or case.running.took == case.turn
                or tells_nothing_besides(turn.case, utterance(turn), turn.practice)
            )
            if not quiet and (turn.form_is_open or turn.intent not in ASKING):
                _answer_besides(turn, case)
            # Setting a slot of the form is what makes it take the turn; otherwise the rules do.
            events.append(SlotSet("detail", f"{turn.case.open or 'told'} ({case.turn})"))
            events += _slots(case.facts, case.consent)
        return events


def _answer_besides(turn: Turn, case: Case) -> None:
    """The form takes this turn, so what the message asks besides is answered here."""
    answer = answer_besides(utterance(turn), case, turn.practice)
    if answer is not None:
        turn.say(answer)


def today() -> date:
    """The day where Malleo runs; plans count real days."""
    return datetime.now().astimezone().date()


def utterance(turn: Turn) -> Utterance:
    """The latest message, as the reader and the classifier understood it."""
    latest = turn.tracker.latest_message
    entities: list[dict[str, Any]] = latest.get("entities") or []
    return Utterance(
        id=turn.message_id,
        day=today(),
        text=latest.get("text") or "",
        intent=turn.intent,
        mentions=tuple(mention(entity) for entity in entities if entity["entity"] == ENTITY),
        names=tuple(mention(entity) for entity in entities if entity["entity"] == NAMED),
        asks=tuple(
            Asked(entity["value"], entity["start"], entity["end"])
            for entity in entities
            if entity["entity"] == ALSO_ASKS
        ),
        foreign=any(entity["entity"] == FOREIGN for entity in entities),
        choice=next((_choice(entity["value"]) for entity in entities if entity["entity"] == "choice"), None),
    )


def _choice(value: dict[str, Any]) -> Choice:
    return Choice(value["question"], tuple(value.get("options") or ()), value.get("number"))


def _slots(facts: Facts, consent: str) -> Events:
    """The slots that stories and people who know Rasa look at. The facts stay the truth."""
    values = {
        "consent": consent if consent != "unasked" else None,
        "location": list(facts.location()) or None,
        "onset": facts.text("onset"),
        "severity": facts.number("severity"),
    }
    return [SlotSet(name, value) for name, value in values.items()]

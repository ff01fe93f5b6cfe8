"""A small domain, turns as Rasa writes them, and random conversations of such turns."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from hypothesis import strategies as st
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActionExecutionRejected,
    ActionReverted,
    ActiveLoop,
    AllSlotsReset,
    BotUttered,
    ConversationPaused,
    ConversationResumed,
    DefinePrevUserUtteredFeaturization,
    EntitiesAdded,
    Event,
    FollowupAction,
    LoopInterrupted,
    Restarted,
    SessionStarted,
    SlotSet,
    UserUtteranceReverted,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

DOMAIN = Domain.from_yaml(
    """
    version: "3.1"
    intents: [greet, answer, faq]
    entities: [place]
    slots:
      case: {type: any, influence_conversation: false, mappings: [{type: custom}]}
      assessment: {type: any, influence_conversation: false, mappings: [{type: custom}]}
      escalation: {type: any, influence_conversation: false, mappings: [{type: custom}]}
      erase: {type: any, influence_conversation: false, mappings: [{type: custom}]}
      mood: {type: text, mappings: [{type: custom}]}
      swollen: {type: bool, initial_value: false, mappings: [{type: custom}]}
    forms:
      interview: {required_slots: [mood, swollen]}
      diary: {required_slots: [mood]}
    actions: [action_reply, action_assess, utter_greet]
    responses:
      utter_greet: [{text: Hello}]
    """
)


def new(conversation_id: str) -> DialogueStateTracker:
    """A conversation in which nothing was said."""
    return DialogueStateTracker(conversation_id, DOMAIN.slots)


def told(tracker: DialogueStateTracker, events: Iterable[Event]) -> DialogueStateTracker:
    """The tracker, after these events."""
    for event in events:
        tracker.update(event, DOMAIN)
    return tracker


def copies(events: Iterable[Event]) -> list[Event]:
    """The same events once more, so that two trackers do not share them."""
    return [Event.from_parameters(event.as_dict()) for event in events]


def said(text: str, *events: Event, intent: str = "answer", reply: str = "I see.") -> list[Event]:
    """A message, what it led to, and the answer."""
    return [*message(text, intent), *events, *action("action_reply"), BotUttered(reply), *action("action_listen")]


def session_start() -> list[Event]:
    return [*action("action_session_start"), SessionStarted(), *action("action_listen")]


def message(text: str, intent: str = "answer", entities: tuple[dict[str, Any], ...] = ()) -> list[Event]:
    return [
        UserUttered(text, {"name": intent, "confidence": 0.9}, list(entities), input_channel="website"),
        DefinePrevUserUtteredFeaturization(False),
    ]


def action(name: str, hidden: bool = False) -> list[Event]:
    return [ActionExecuted(name, "RulePolicy", 1.0, hide_rule_turn=hidden)]


def fact(id: str, value: Any, turn: int, said: str = "so I say") -> dict[str, Any]:
    return {"id": id, "value": value, "kind": "state", "said": said, "turn": turn, "asked": False}


def case(*facts: dict[str, Any]) -> Event:
    return SlotSet("case", {"facts": list(facts), "turn": 1})


def assessment(id: str, level: str = "self_care", in_days: float | None = None) -> Event:
    recheck = None if in_days is None else {"in_days": in_days, "expect": "less pain"}
    return SlotSet(
        "assessment", {"id": id, "level": level, "turn": 1, "knowledge_version": "2026.1", "recheck": recheck}
    )


def escalation(id: str, level: str = "emergency") -> Event:
    return SlotSet(
        "escalation", {"id": id, "level": level, "flags": [{"id": "RF02", "findings": ["cold_or_pale_foot"]}]}
    )


# Random conversations. Each kind of turn is written as Rasa's processor and policies write it.

_HIDDEN = st.booleans()
_FORM = st.sampled_from(["interview", "diary"])
_INTENT = st.sampled_from(["greet", "answer", "faq"])
_PLACES = st.lists(
    st.sampled_from(["heel", "shin"]).map(lambda place: {"entity": "place", "value": place}), max_size=2
).map(tuple)
_SLOTS = st.lists(
    st.one_of(
        st.builds(SlotSet, st.just("mood"), st.sampled_from(["low", "high", None])),
        st.builds(SlotSet, st.just("swollen"), st.sampled_from([True, False, None])),
        st.builds(SlotSet, st.just("requested_slot"), st.sampled_from(["mood", "swollen", None])),
        st.builds(AllSlotsReset),
    ),
    max_size=3,
)
_MESSAGE = st.builds(message, st.sampled_from(["hm", "my ankle", "no"]), _INTENT, _PLACES)
_LISTEN = _HIDDEN.map(lambda hidden: action("action_listen", hidden))
_REPLY = st.builds(action, st.sampled_from(["action_reply", "utter_greet", "action_assess"]), _HIDDEN)


def _turn(*parts: Any) -> st.SearchStrategy[list[Event]]:
    """Parts in order; each a strategy for events, or a function that makes an event."""
    strategies = [
        part if isinstance(part, st.SearchStrategy) else st.builds(lambda make=part: [make()]) for part in parts
    ]
    return st.tuples(*strategies).map(lambda chosen: [event for events in chosen for event in events])


def _in_form(build: Callable[[str], st.SearchStrategy[list[Event]]]) -> st.SearchStrategy[list[Event]]:
    return _FORM.flatmap(build)


def _runs(form: str) -> st.SearchStrategy[list[Event]]:
    return _HIDDEN.map(lambda hidden: action(form, hidden))


_SMALL_TALK = _turn(_MESSAGE, _SLOTS, _REPLY, lambda: BotUttered("Yes."), _LISTEN)
_TWO_ACTIONS = _turn(_MESSAGE, _REPLY, _SLOTS, _REPLY, _LISTEN)
_OPENS_FORM = _in_form(
    lambda form: _turn(_MESSAGE, _runs(form), lambda: ActiveLoop(form), _SLOTS, lambda: BotUttered("Where?"), _LISTEN)
)
_ANSWERS = _in_form(lambda form: _turn(_MESSAGE, _SLOTS, _runs(form), _SLOTS, _LISTEN))
_ASKS_BACK = _in_form(lambda form: _turn(_MESSAGE, _REPLY, lambda: LoopInterrupted(True), _runs(form), _SLOTS, _LISTEN))
_REJECTED = _in_form(
    lambda form: _turn(_MESSAGE, lambda: ActionExecutionRejected(form), _REPLY, st.just([]) | _runs(form), _LISTEN)
)
_CLOSES_FORM = _in_form(lambda form: _turn(_MESSAGE, _runs(form), _SLOTS, lambda: ActiveLoop(None), _REPLY, _LISTEN))
_FORM_FAILS = _in_form(lambda form: _turn(_MESSAGE, _runs(form), _MESSAGE, _REPLY, _LISTEN))  # no listen in between
_FALLBACK = _turn(_MESSAGE, _SLOTS, lambda: ActionExecuted("action_default_fallback"), UserUtteranceReverted, _LISTEN)
_UNDONE = _turn(_MESSAGE, _REPLY, _SLOTS, ActionReverted, _REPLY, _LISTEN)
_FOLLOWED_UP = _turn(_MESSAGE, _REPLY, lambda: FollowupAction("action_assess"), _REPLY, _LISTEN)
_STARTS_AGAIN = _turn(_MESSAGE, lambda: ActionExecuted("action_restart"), Restarted, st.builds(session_start))
_WHILE_PAUSED = _turn(_MESSAGE, st.sampled_from([ConversationPaused, ConversationResumed]).map(lambda kind: [kind()]))
_SEEN_LATER = _turn(_MESSAGE, lambda: EntitiesAdded([{"entity": "place", "value": "toe"}]), _REPLY, _LISTEN)
_NEW_SESSION = st.builds(session_start)

TURNS = st.one_of(
    _SMALL_TALK,
    _TWO_ACTIONS,
    _OPENS_FORM,
    _ANSWERS,
    _ANSWERS,
    _ASKS_BACK,
    _REJECTED,
    _CLOSES_FORM,
    _FORM_FAILS,
    _FALLBACK,
    _UNDONE,
    _FOLLOWED_UP,
    _STARTS_AGAIN,
    _WHILE_PAUSED,
    _SEEN_LATER,
    _NEW_SESSION,
)

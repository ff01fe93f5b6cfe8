"""A conversation that was taken up from a recap behaves like one that was loaded whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rasa.shared.core.events import ActiveLoop, Event, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker
from talk import DOMAIN, TURNS, action, copies, message, new, said, session_start, told

from bot.storage import recap as recap_module
from bot.storage import turns as turns_module
from bot.storage.rasa_stores import recap_of, tracker_of
from bot.storage.recap import Recap, Recorded, recap
from bot.storage.turns import Stored

ACTIONS = 6
HISTORY_TURNS = 2

Turn = list[Event]


@settings(max_examples=400, deadline=None, derandomize=True)
@given(turns=st.lists(TURNS, max_size=30))
@example(turns=[said("again", intent="faq")] * 20)
def test_recap_and_recent_turns_are_as_good_as_the_whole_conversation(turns: list[Turn]) -> None:
    whole, stored, recaps = new("whole"), [], []
    for turn in [session_start(), *turns]:  # as Rasa's processor begins each conversation
        told(whole, copies(turn))
        loaded = _go_on(stored, recaps, turn)
        assert _what_actions_see(loaded) == _what_actions_see(whole)
        for hidden_turns_too in (False, True):
            assert _what_policies_see(loaded, hidden_turns_too) == _what_policies_see(whole, hidden_turns_too)


@settings(max_examples=100, deadline=None)
@given(turns=st.lists(TURNS, max_size=30))
def test_recap_of_a_recap_is_the_recap_of_the_whole(turns: list[Turn]) -> None:
    tracker = told(new("whole"), [event for turn in turns for event in copies(turn)])
    applied = [Recorded(seq, event.as_dict()) for seq, event in enumerate(tracker.applied_events())]
    once = recap(applied, [], ACTIONS)
    again = recap([event for event in applied if event.seq in once.events], [], ACTIONS)
    assert set(again.events) <= set(once.events)


@settings(max_examples=25, deadline=None)
@given(pattern=st.lists(TURNS, min_size=1, max_size=4))
def test_recap_does_not_grow_with_the_conversation(pattern: list[Turn]) -> None:
    stored: list[dict[str, Any]] = []
    recaps: list[tuple[Recap, int]] = []
    for turn in pattern * (200 // len(pattern)):
        _go_on(stored, recaps, turn, actions=2)
    sizes = [len(recap.events) for recap, _ in recaps]
    assert max(sizes[100:]) <= max(sizes[:100])


def test_recap_does_not_grow_with_the_answers_to_a_form() -> None:
    stored: list[dict[str, Any]] = []
    recaps: list[tuple[Recap, int]] = []
    _go_on(stored, recaps, [*message("hello"), *action("interview"), ActiveLoop("interview"), *action("action_listen")])
    for number in range(100):
        answer = [SlotSet("mood", str(number)), *action("interview"), SlotSet("requested_slot", "mood")]
        _go_on(stored, recaps, [*message("yes"), *answer, *action("action_listen")])
    assert len(recaps[-1][0].events) == len(recaps[1][0].events)


def test_policies_of_this_project_look_back_less_far_than_a_recap_reaches() -> None:
    config = yaml.safe_load((Path(__file__).parents[2] / "config.yml").read_text(encoding="utf-8"))
    farthest = max(policy.get("max_history", 0) for policy in config["policies"])
    assert farthest <= recap_module.HISTORY_ACTIONS - turns_module.HISTORY_TURNS


def test_events_of_an_unknown_kind_are_never_left_out() -> None:
    applied = [Recorded(seq, {"event": "something_new"}) for seq in range(50)]
    assert recap(applied, []).events == tuple(range(50))


def _go_on(
    stored: list[dict[str, Any]], recaps: list[tuple[Recap, int]], turn: Turn, actions: int = ACTIONS
) -> DialogueStateTracker:
    """Loads what the turn needs and adds the turn. `stored` and `recaps` grow as they would in a store."""
    tracker, places = _loaded(stored, recaps)
    told(tracker, copies(turn))
    places = (*places, *range(len(stored), len(stored) + len(turn)))
    stored.extend(event.as_dict() for event in turn)
    recaps.append((recap_of(tracker, places, actions), len(stored)))
    return tracker


def _loaded(
    stored: list[dict[str, Any]], recaps: list[tuple[Recap, int]]
) -> tuple[DialogueStateTracker, tuple[int | None, ...]]:
    """Everything, or a recap from some turns ago and all that was said since."""
    if not stored:
        return new("loaded"), ()
    older, reach = recaps[-HISTORY_TURNS] if len(recaps) >= HISTORY_TURNS else (Recap((), ()), 0)
    events = (Recorded(seq, body) for seq, body in enumerate(stored) if seq >= reach or seq in older.events)
    tracker = tracker_of("loaded", Stored(tuple(events), older.loops, 0), DOMAIN)
    return tracker, tracker.malleo_known.places


def _what_actions_see(tracker: DialogueStateTracker) -> dict[str, Any]:
    loop = tracker.active_loop
    return {
        "slots": {name: (slot.value, slot.has_been_set) for name, slot in tracker.slots.items()},
        "loop": loop and (loop.name, loop.is_interrupted, loop.rejected),
        "latest_action": tracker.latest_action,
        "latest_message": tracker.latest_message.text,
        "latest_reply": tracker.latest_bot_utterance.text,
        "followup": tracker.followup_action,
        "paused": tracker.is_paused(),
    }


def _what_policies_see(tracker: DialogueStateTracker, hidden_turns_too: bool) -> list[Any]:
    """The situations before the last actions, as stories (without hidden turns) or rules are compared with them."""
    states = tracker.past_states(DOMAIN, ignore_rule_only_turns=not hidden_turns_too)
    kept = ACTIONS - HISTORY_TURNS  # each turn may take back an action
    return [DialogueStateTracker.freeze_current_state(state) for state in states[-kept:]]

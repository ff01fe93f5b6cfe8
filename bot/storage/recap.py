"""Which events of a conversation must be loaded so that it goes on as if all of them had been.

A tracker of Rasa is nothing but its events replayed, and its policies look at what came just before. So a long
conversation is taken up from a recap: the few older events that still have an effect, then everything said since. The
events of a recap are the real ones, named by their place; nothing is stored twice.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

ACTION_LISTEN = "action_listen"

HISTORY_ACTIONS = 10
"""Actions whose situation is kept exactly as it was, twice over: the last ones, and the last ones that stories know.

The turns that are loaded in full may each take back an action, so `max_history` of the memoization policy must be
smaller by their number. Taking back more than this in a row (rewind, undo) ends at the edge of the recap.
"""


@dataclass(frozen=True)
class Recorded:
    """One event, as Rasa writes it, and its place in the conversation."""

    seq: int
    body: Mapping[str, Any]

    @property
    def type(self) -> str:
        return str(self.body["event"])

    @property
    def name(self) -> str | None:
        """Of an action, a slot or a loop."""
        name = self.body.get("name") or self.body.get("action_text")
        return None if name is None else str(name)


@dataclass(frozen=True)
class Recap:
    """What to load.

    Attributes:
        events: places of the older events that still matter, ascending.
        loops: names of all forms that were ever active: Rasa folds the turns of a form that it has seen.
    """

    events: tuple[int, ...]
    loops: tuple[str, ...]


def recap(applied: Sequence[Recorded], loops: Iterable[str], actions: int = HISTORY_ACTIONS) -> Recap:
    """The recap of a conversation.

    Args:
        applied: its events without those that were taken back, as `DialogueStateTracker.applied_events` gives them.
            They may come from a recap themselves.
        loops: names of all forms that were ever active.
        actions: see `HISTORY_ACTIONS`.
    """
    reduced = _reduced(applied, _only_effects_matter(applied, actions))
    return Recap(tuple(sorted({event.seq for event in _without_overridden(reduced)})), tuple(sorted(set(loops))))


_FARTHEST = 8
"""A recap ends at so many times `actions`, even where no turn begins that it could end at."""


@dataclass(frozen=True)
class _Step:
    """An action among the applied events.

    Attributes:
        hidden: stories do not know it: Rasa leaves the situation before it out of what it compares with stories.
        opens: it is a listen that a message of the person follows.
    """

    position: int
    hidden: bool
    opens: bool


def _only_effects_matter(applied: Sequence[Recorded], actions: int) -> set[int]:
    """Positions of the events that need not be replayed as turns: their slots and loops are enough."""
    steps = _steps(applied)
    openings = [number for number, step in enumerate(steps) if step.opens]
    recent = max((number for number in openings if len(steps) - number >= actions), default=0)
    old: set[int] = set()
    for opening, closing in pairwise(openings):
        if closing < recent and all(step.hidden for step in steps[opening + 1 : closing + 1]):
            old.update(range(steps[opening].position + 1, steps[closing].position + 1))
    seen = shown = 0
    for number in range(len(steps) - 1, -1, -1):
        step = steps[number]
        if step.position in old:
            continue
        seen += 1
        shown += not step.hidden
        if seen >= _FARTHEST * actions or (number <= recent and shown >= actions and _can_begin(steps, number)):
            old.update(range(step.position))
            break
    return old


def _steps(applied: Sequence[Recorded]) -> list[_Step]:
    """The actions, with the same bookkeeping as `Domain.states_for_tracker_history`."""
    steps: list[_Step] = []
    hidden, previous, loop, followup = False, None, None, ACTION_LISTEN
    for position, event in enumerate(applied):
        if event.type == "action":
            if not followup and previous != loop:
                hidden = bool(event.body.get("hide_rule_turn"))
            steps.append(_Step(position, hidden, event.name == ACTION_LISTEN and _message_follows(applied, position)))
            previous, followup = event.name, ""
        elif event.type == "user":
            followup = ""
        elif event.type == "followup":
            followup = event.name or ""
        elif event.type == "active_loop":
            loop = event.name
    return steps


def _can_begin(steps: Sequence[_Step], number: int) -> bool:
    """Whether all situations after a step look the same when nothing before it is known.

    A turn begins there, and stories know it from its first action on: Rasa describes what comes after a hidden action
    by what came before it.
    """
    return steps[number].opens and not steps[number].hidden and not steps[number + 1].hidden


def _message_follows(applied: Sequence[Recorded], position: int) -> bool:
    following = (event.type for event in applied[position + 1 :] if event.type in ("action", "user"))
    return next(following, None) == "user"


_OF_ITS_MOMENT = ("action", "user", "user_featurization", "entities", "loop_interrupted")
"""Events that have no effect once an action after them was taken."""


def _reduced(applied: Sequence[Recorded], old: set[int]) -> list[Recorded]:
    kept: list[Recorded] = []
    for position, event in enumerate(applied):
        if position not in old or event.type not in _OF_ITS_MOMENT:
            kept.append(event)
        elif event.type == "action":  # a form that runs again is no longer rejected
            kept = [one for one in kept if (one.type, one.name) != ("action_execution_rejected", event.name)]
    return kept


_WITHOUT_EFFECT = ("agent", "reminder", "cancel_reminder", "export")


def _without_overridden(events: Sequence[Recorded]) -> list[Recorded]:
    """Leaves out what a later event settles anew before the next action looks at it."""
    kept: list[Recorded] = []
    settled: set[Hashable] = set()
    for event in reversed(events):
        if event.type == "action":
            settled &= {"last words"}
        elif event.type in _WITHOUT_EFFECT or not settled.isdisjoint(_counts_unless(event)):
            continue
        kept.append(event)
        settled.add(_settles(event))
    return kept


_SETTLES = {
    "bot": "last words",
    "reset_slots": "slots",
    "loop_interrupted": "interruption",
    "pause": "pause",
    "resume": "pause",
    "followup": "followup",
    "user": "message",
    "user_featurization": "featurization",
}


def _settles(event: Recorded) -> Hashable:
    """What an event decides. Of an unknown kind: itself, so that it is never left out."""
    if event.type in ("slot", "active_loop", "action_execution_rejected"):
        return event.type, event.name
    return _SETTLES.get(event.type, event.seq)


def _counts_unless(event: Recorded) -> set[Hashable]:
    """An event counts unless any of this is settled after it."""
    if event.type == "slot":
        return {_settles(event), "slots"}
    if event.type in ("user_featurization", "entities"):
        return {_settles(event), "message"}
    return {_settles(event)}

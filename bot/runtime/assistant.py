"""The assistant of one process: Rasa's agent with Malleo's model, stores and actions."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

from rasa.core.agent import Agent
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.events import ActionExecuted

from bot.dialogue.practice import Practice
from bot.runtime import model, rasa_patches, settings
from bot.runtime.in_process_actions import InProcessActions
from bot.runtime.practice import engine, practice
from bot.storage import migrations
from bot.storage.rasa_stores import MalleoLockStore, MalleoTrackerStore


def load_assistant(model_path: Path = settings.MODEL) -> tuple[Any, Practice]:
    """Loads the agent and the practice it works with.

    Raises:
        ModelMissing, ModelRefused: see `bot.runtime.model`.
        KnowledgeMissing: the knowledge base was not built.
        DatabaseUnavailable: the database cannot be reached.
    """
    model.verify(model_path)
    rasa_patches.apply_all()
    migrations.migrate(engine())
    at_hand = practice()
    agent = Agent.load(
        model_path=str(model_path),
        tracker_store=MalleoTrackerStore(engine=engine()),
        lock_store=MalleoLockStore(engine=engine()),
        action_endpoint=InProcessActions("actions"),
    )
    gc.collect()
    gc.freeze()  # what was loaded stays for good: the collector need not walk it in the middle of a turn
    agent.processor.on_circuit_break = _hand_the_turn_back
    model.canary(agent, model_path)
    return agent, at_hand


def _hand_the_turn_back(tracker: Any, *_where: object) -> None:
    """Ends a turn that Rasa cut off after too many steps, which would else count against every later turn."""
    tracker.update(ActionExecuted(ACTION_LISTEN_NAME))

"""Rasa's own policies decide the same on a conversation that was taken up from a recap as on the whole one."""

from __future__ import annotations

import asyncio
import uuid
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.model_training import train
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy import Engine

from bot.runtime import rasa_patches
from bot.storage.rasa_stores import MalleoLockStore, MalleoTrackerStore
from bot.storage.turns import HISTORY_TURNS

CONFIG = """
recipe: default.v1
assistant_id: test
language: en
policies:
  - {name: MemoizationPolicy, max_history: 4}
  - {name: RulePolicy, core_fallback_threshold: 0.3, core_fallback_action_name: utter_lost}
"""

DOMAIN = """
version: "3.1"
intents: [begin, answer, why, stop, thanks, nonsense]
slots:
  first: {type: bool, mappings: [{type: from_intent, intent: answer, value: true,
    conditions: [{active_loop: interview, requested_slot: first}]}]}
  second: {type: bool, mappings: [{type: from_intent, intent: answer, value: true,
    conditions: [{active_loop: interview, requested_slot: second}]}]}
  third: {type: bool, influence_conversation: true, mappings: [{type: from_intent, intent: answer, value: true,
    conditions: [{active_loop: interview, requested_slot: third}]}]}
forms:
  interview: {required_slots: [first, second, third]}
responses:
  utter_ask_first: [{text: "First?"}]
  utter_ask_second: [{text: "Second?"}]
  utter_ask_third: [{text: "Third?"}]
  utter_why: [{text: Because.}]
  utter_result: [{text: Rest.}]
  utter_stopped: [{text: As you wish.}]
  utter_welcome: [{text: You are welcome.}]
  utter_welcome_back: [{text: Again at your service.}]
  utter_lost: [{text: I did not understand.}]
session_config: {session_expiration_time: 0, carry_over_slots_to_new_session: false}
"""

TRAINING = """
version: "3.1"
rules:
  - rule: open
    steps: [{intent: begin}, {action: interview}, {active_loop: interview}]
  - rule: close
    condition: [{active_loop: interview}]
    steps: [{action: interview}, {active_loop: null}, {slot_was_set: [{requested_slot: null}]}, {action: utter_result}]
  - rule: explain
    steps: [{intent: why}, {action: utter_why}]
  - rule: stop
    condition: [{active_loop: interview}]
    steps: [{intent: stop}, {action: action_deactivate_loop}, {active_loop: null}, {action: utter_stopped}]
stories:
  - story: thanks
    steps: [{intent: thanks}, {action: utter_welcome}]
  - story: thanks twice
    steps: [{intent: thanks}, {action: utter_welcome}, {intent: thanks}, {action: utter_welcome_back}]
"""


class WholeTrackerStore(MalleoTrackerStore):
    """Loads everything every time."""

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        return await self.retrieve_full_tracker(sender_id)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rasa_patches.apply_all()
    folder = tmp_path_factory.mktemp("model")
    for name, content in {"config": CONFIG, "domain": DOMAIN, "training": TRAINING}.items():
        (folder / f"{name}.yml").write_text(content, encoding="utf-8")
    files = (str(folder / f"{name}.yml") for name in ("domain", "config", "training"))
    return Path(train(*files, output=str(folder)).model)


INTENTS = st.sampled_from(["begin", "answer", "answer", "answer", "why", "stop", "thanks", "nonsense"])


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(intents=st.lists(INTENTS, min_size=10, max_size=40))
def test_answers_are_the_same_as_with_the_whole_conversation(
    sqlite_people: Engine, model: Path, intents: list[str]
) -> None:
    kinds = (MalleoTrackerStore, WholeTrackerStore)
    assert len({tuple(asyncio.run(play(kind, sqlite_people, model, intents))) for kind in kinds}) == 1


def test_long_way_round_comes_back_to_where_it_left(sqlite_people: Engine, model: Path) -> None:
    detour = ["why"] * (HISTORY_TURNS * 10)
    said = asyncio.run(play(MalleoTrackerStore, sqlite_people, model, ["begin", "answer", *detour, "answer", "answer"]))
    assert said[-2:] == ["Third?", "Rest."]


async def play(kind: type[MalleoTrackerStore], engine: Engine, model: Path, intents: list[str]) -> list[Any]:
    """What the bot says to these intents, by a store of that kind."""
    agent = Agent.load(str(model), tracker_store=kind(engine=engine), lock_store=MalleoLockStore(engine=engine))
    conversation, said = uuid.uuid4().hex, []
    for intent in intents:
        channel = CollectingOutputChannel()
        await agent.handle_message(UserMessage(f"/{intent}", channel, conversation))
        said += [message["text"] for message in channel.messages]
    return said

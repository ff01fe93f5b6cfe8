"""Each patch is still needed, and does what it says."""

import subprocess
import sys

import pytest

from bot.runtime import rasa_patches, settings

STILL_NEEDED = """
from bot.runtime.rasa_ready import prepare
prepare()
from bot.runtime.rasa_patches import PATCHES
patch = next(patch for patch in PATCHES if patch.name == {name!r})
assert patch.needed(), "the fault has gone: drop this patch"
"""


@pytest.mark.parametrize("name", [patch.name for patch in rasa_patches.PATCHES])
def test_the_fault_is_still_there(name):
    """Fails when a patch can be dropped. Looks at unpatched code, so in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", STILL_NEEDED.format(name=name)],
        capture_output=True,
        text=True,
        cwd=settings.ROOT,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-1000:]


def test_each_patch_says_why():
    assert all(patch.why and patch.upstream for patch in rasa_patches.PATCHES)


def test_another_version_of_rasa_is_not_patched(monkeypatch):
    import rasa.version

    monkeypatch.setattr(rasa.version, "__version__", "3.7.0")
    with pytest.raises(RuntimeError, match=r"for Rasa 3\.6\.21, found 3\.7\.0"):
        rasa_patches.apply_all()


def test_event_types_are_found_as_before():
    rasa_patches.apply_all()
    from rasa.shared.core.events import BotUttered, Event, SlotSet

    assert Event.resolve_by_type("slot") is SlotSet
    assert Event.resolve_by_type("bot") is BotUttered
    assert Event.resolve_by_type("topic") is None
    assert Event.resolve_by_type("no such", default=SlotSet) is SlotSet
    with pytest.raises(ValueError, match="Unknown event name 'no such'"):
        Event.resolve_by_type("no such")


def test_an_answer_of_an_action_is_still_checked():
    rasa_patches.apply_all()
    from jsonschema import ValidationError
    from rasa.core.actions.action import RemoteAction

    action = RemoteAction("action_x", None)
    assert action._validate_action_result({"events": [], "responses": []})
    with pytest.raises(ValidationError):
        action._validate_action_result({"events": [], "responses": "none"})


def test_the_agent_uses_the_store_as_it_is():
    rasa_patches.apply_all()
    from rasa.core.agent import Agent
    from rasa.core.tracker_store import InMemoryTrackerStore
    from rasa.shared.core.domain import Domain

    store = InMemoryTrackerStore(Domain.empty())
    assert Agent._create_tracker_store(store, Domain.empty()) is store

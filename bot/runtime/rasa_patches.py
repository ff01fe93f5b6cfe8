"""Changes to Rasa 3.6.21 while it runs: few, listed, and each with the fault it mends.

A patch is applied only to the version it was written for. `needed` looks at the unpatched code and tells whether the
fault is still there; a test calls it, so that a patch that has become pointless is noticed.
"""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

RASA_VERSION = "3.6.21"


@dataclass(frozen=True)
class Patch:
    """One change.

    Attributes:
        name: what is replaced, as `module:attribute`.
        why: the fault.
        upstream: where it is known, if anywhere.
        needed: true while the unpatched code has the fault.
        apply: makes the change.
    """

    name: str
    why: str
    upstream: str
    needed: Callable[[], bool]
    apply: Callable[[], None]


def apply_all() -> None:
    """Applies every patch once. Raises `RuntimeError` on another version of Rasa than the one they were written for."""
    import rasa.version

    if rasa.version.__version__ != RASA_VERSION:
        raise RuntimeError(
            f"The patches are for Rasa {RASA_VERSION}, found {rasa.version.__version__}: "
            "read bot/runtime/rasa_patches.py first."
        )
    for patch in PATCHES:
        if patch.name not in _applied:
            patch.apply()
            _applied.add(patch.name)


_applied: set[str] = set()


def _schema_is_checked_on_every_call() -> bool:
    from rasa.core.actions.action import RemoteAction

    return "from jsonschema import validate" in inspect.getsource(RemoteAction._validate_action_result)


def _build_validator_once() -> None:
    from jsonschema.validators import validator_for
    from rasa.core.actions.action import RemoteAction

    schema = RemoteAction.action_response_format_spec()
    whole = validator_for(schema)(schema)
    one_of = schema["properties"]["events"]["items"]["oneOf"]
    by_type = {kind["properties"]["event"]["const"]: validator_for(kind)(kind) for kind in one_of}

    def validate_action_result(_self: Any, result: dict[str, Any]) -> bool:
        """An event is held against the form of its own type; only what fits none goes the long way to a full error."""
        events = result.get("events", [])
        fits = isinstance(result.get("responses", []), list) and all(
            isinstance(event, dict) and event.get("event") in by_type and by_type[event["event"]].is_valid(event)
            for event in events
        )
        if not fits or not all(isinstance(response, dict) for response in result.get("responses", [])):
            whole.validate(result)
        return True

    RemoteAction._validate_action_result = validate_action_result


def _event_types_are_searched() -> bool:
    from rasa.shared.core.events import Event

    return "all_subclasses" in inspect.getsource(Event.resolve_by_type)


def _look_event_types_up() -> None:
    import rasa.core.tracker_store  # noqa: F401  all event classes exist once this is imported
    from rasa.shared.core.events import Event
    from rasa.shared.utils.common import all_subclasses

    search = Event.resolve_by_type
    classes: dict[str, type[Event]] = {}
    for cls in reversed(all_subclasses(Event)):
        classes[cls.type_name] = cls

    def resolve_by_type(type_name: str, default: type[Event] | None = None) -> type[Event] | None:
        return classes.get(type_name) or search(type_name, default)

    Event.resolve_by_type = staticmethod(resolve_by_type)


def _store_errors_are_hidden() -> bool:
    from rasa.core.agent import Agent

    return "FailSafeTrackerStore(" in inspect.getsource(Agent._create_tracker_store)


def _let_store_errors_rise() -> None:
    from rasa.core.agent import Agent
    from rasa.core.tracker_store import InMemoryTrackerStore

    def create_tracker_store(store: Any, domain: Any) -> Any:
        store = store or InMemoryTrackerStore(domain)
        store.domain = domain
        return store

    Agent._create_tracker_store = staticmethod(create_tracker_store)


def _sanic_starts_worker_processes() -> bool:
    from sanic import Sanic

    return inspect.signature(Sanic.run).parameters["single_process"].default is False


def _run_sanic_in_this_process() -> None:
    from sanic import Sanic

    run = Sanic.run

    def run_here(self: Any, *args: Any, **options: Any) -> Any:
        if not options.get("dev") and not options.get("auto_reload"):
            options = {**options, "single_process": True, "workers": 1}
        return run(self, *args, **options)

    Sanic.run = run_here  # type: ignore[method-assign]


def _sanic_has_lost_its_stream() -> bool:
    import sanic.response

    return not hasattr(sanic.response, "stream")


def _give_sanic_its_stream_back() -> None:
    import sanic.response

    def stream(streaming: Callable[..., Any], **options: Any) -> Any:
        return sanic.response.ResponseStream(streaming, **options)

    sanic.response.stream = stream  # type: ignore[attr-defined]


PATCHES: tuple[Patch, ...] = (
    Patch(
        "rasa.core.actions.action:RemoteAction._validate_action_result",
        "jsonschema checks its own schema on each call: 19 ms of every custom action",
        "not reported",
        _schema_is_checked_on_every_call,
        _build_validator_once,
    ),
    Patch(
        "rasa.shared.core.events:Event.resolve_by_type",
        "walks the whole class tree for each event of a conversation that is loaded",
        "RasaHQ/rasa#11313",
        _event_types_are_searched,
        _look_event_types_up,
    ),
    Patch(
        "rasa.core.agent:Agent._create_tracker_store",
        "FailSafeTrackerStore hides an outage and goes on from an empty conversation",
        "RasaHQ/rasa#3243",
        _store_errors_are_hidden,
        _let_store_errors_rise,
    ),
    Patch(
        "sanic:Sanic.run",
        "since 22.9 Sanic starts workers that import rasa afresh, without stubs, and fail",
        "not reported; rasa pins sanic 21.12",
        _sanic_starts_worker_processes,
        _run_sanic_in_this_process,
    ),
    Patch(
        "sanic.response:stream",
        "gone since Sanic 22.6; `rasa shell` answers through it",
        "not reported; rasa pins sanic 21.12",
        _sanic_has_lost_its_stream,
        _give_sanic_its_stream_back,
    ),
)

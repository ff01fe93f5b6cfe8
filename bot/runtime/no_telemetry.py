"""Stands in for `rasa.telemetry`, which reports use to Rasa's maker: nothing is collected and nothing is sent."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def track_model_training(*_arguments: Any, **_options: Any) -> Iterator[None]:
    """Goes around a training."""
    yield


def is_telemetry_enabled() -> bool:
    return False


def __getattr__(name: str) -> Callable[..., None]:
    """Every other function of the module: does nothing."""
    if name.startswith("__"):
        raise AttributeError(name)
    return _nothing


def _nothing(*_arguments: Any, **_options: Any) -> None:
    return None

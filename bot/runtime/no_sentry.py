"""Stands in for `structlog_sentry`, which Rasa puts into its log pipeline: nothing is reported anywhere."""

from collections.abc import MutableMapping
from typing import Any


class SentryProcessor:
    """Passes each log event on unchanged."""

    def __init__(self, **_options: object) -> None:
        pass

    def __call__(self, _logger: object, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        return event

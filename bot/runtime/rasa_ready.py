"""Makes Rasa importable. `prepare()` runs before the first import of rasa or rasa_sdk, in every entry point."""

import gc
import logging
import os
import warnings
from collections.abc import Mapping, MutableMapping
from typing import Any

from bot.runtime import stubs


def prepare(*, rasa_cli: bool = False) -> None:
    """Installs the stubs and settles what Rasa reads from its environment at import time. Safe to call twice.

    Args:
        rasa_cli: Rasa's own command line is about to run; see `stubs.install`.
    """
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")
    gc.set_threshold(50_000, 20, 20)  # a tenth of a start is the collector walking modules that are there to stay
    _give_numpy_its_old_names()
    stubs.install(rasa_cli=rasa_cli)
    warnings.filterwarnings("ignore", message="pkg_resources is deprecated")
    warnings.filterwarnings("ignore", message="Slot auto-fill has been removed")  # said whether it is used or not
    warnings.filterwarnings("ignore", category=DeprecationWarning, module=r"(rasa|rasa_sdk|sanic|pkg_resources)(\..*)?")
    if not rasa_cli:
        os.environ.setdefault("LOG_LEVEL", "ERROR")  # or Rasa shows a bar for each of twenty short loops
        _quieten()


def _give_numpy_its_old_names() -> None:
    """Rasa names `np.VisibleDeprecationWarning`, which numpy 2 moved."""
    import numpy as np

    if not hasattr(np, "VisibleDeprecationWarning"):
        np.VisibleDeprecationWarning = np.exceptions.VisibleDeprecationWarning  # type: ignore[attr-defined]


def _quieten() -> None:
    """Unconfigured, structlog prints every debug event of Rasa, the person's words included."""
    import structlog

    structlog.configure(
        processors=[_without_words, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )


def _without_words(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> Mapping[str, Any]:
    """Keeps the name of an event of Rasa and drops its values: some carry the text of a message."""
    return {"event": event.get("event", "")}

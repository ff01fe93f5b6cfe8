"""Rasa's own command line in Malleo's runtime, for people who know Rasa."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from bot.runtime import settings
from bot.runtime.rasa_ready import prepare


def run(arguments: list[str]) -> int:
    """Runs `rasa ARGUMENTS` from the project's folder and gives its exit code.

    Raises:
        ComponentLeftOut: config.yml names a part of Rasa that Malleo leaves out.
    """
    prepare(rasa_cli=True)
    from bot.runtime import rasa_patches
    from bot.runtime.configuration import check_components

    os.chdir(settings.ROOT)
    os.environ.setdefault("MALLEO_DATABASE_URL", settings.database_url())
    rasa_patches.apply_all()
    check_components(_config_of(arguments))
    _run_actions_in_this_process(arguments)
    import rasa.__main__

    sys.argv = ["rasa", *arguments]
    try:
        rasa.__main__.main()
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    return 0


def _config_of(arguments: list[str]) -> Path:
    for flag in ("--config", "-c"):
        if flag in arguments[:-1]:
            return Path(arguments[arguments.index(flag) + 1])
    return settings.ROOT / "config.yml"


def _run_actions_in_this_process(arguments: list[str]) -> None:
    """`malleo rasa shell` should answer without a second terminal: without --endpoints, actions run in process."""
    if (
        not {"shell", "run", "test", "interactive"} & set(arguments[:1])
        or "--endpoints" in arguments
        or "actions" in arguments
    ):
        return
    from rasa.core.utils import AvailableEndpoints

    from bot.runtime.in_process_actions import InProcessActions

    read = AvailableEndpoints.read_endpoints

    def read_endpoints(endpoint_file: str) -> AvailableEndpoints:
        endpoints = read(endpoint_file)
        endpoints.action = InProcessActions("actions")
        return endpoints

    AvailableEndpoints.read_endpoints = staticmethod(read_endpoints)

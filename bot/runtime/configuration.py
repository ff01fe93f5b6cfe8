"""Checks Rasa's configuration for parts that Malleo leaves out, before Rasa trips over them."""

from pathlib import Path
from typing import Any

import yaml

from bot.runtime.stubs import component_names


class ComponentLeftOut(ValueError):
    """A configuration names a component that is not part of Malleo."""


def check_components(config: Path) -> None:
    """Raises `ComponentLeftOut` when the pipeline or the policies name a stand-in."""
    content: dict[str, Any] = yaml.safe_load(config.read_text(encoding="utf-8")) or {}
    left_out = component_names()
    for section in ("pipeline", "policies"):
        for entry in content.get(section) or []:
            name = str(entry.get("name", "") if isinstance(entry, dict) else entry).rsplit(".", 1)[-1]
            if stub := left_out.get(name):
                raise ComponentLeftOut(
                    f"{config}: {section} names '{name}', which is not part of Malleo ({stub.why}). "
                    f"Take it out, or use the components of the shipped config.yml."
                )

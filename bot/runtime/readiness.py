"""Brings the knowledge base and the model up to date, and only when something changed since the last time."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from bot.runtime import model, settings

Progress = Callable[[str], AbstractContextManager[object]]
"""Shows that something long goes on, for as long as the context lasts."""


def make_ready(progress: Progress) -> None:
    """Builds the knowledge base and trains the model where they are missing or out of date.

    Raises:
        KnowledgeError: the files of the base do not hold together.
        DatabaseUnavailable: the database cannot be reached.
        ModelRefused: training failed.
    """
    if not knowledge_is_current():
        with progress("Building the knowledge base"):
            build_knowledge()
    if not model.is_current():
        with progress("Training the model (about half a minute, only when the training data changed)"):
            model.train()


def knowledge_is_current() -> bool:
    """Whether the database was built from the files as they are now, going by their content."""
    try:
        stamp = json.loads(_stamp_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    if stamp != _stamp():
        return False
    from bot.knowledge import queries
    from bot.runtime.practice import engine

    return queries.active_version(engine()) is not None


def build_knowledge() -> bool:
    """Builds the database from `data/knowledge`. True when something was written."""
    from bot.knowledge import build, check
    from bot.runtime.practice import engine
    from bot.storage import migrations

    migrations.migrate(engine())
    written: bool = build.build(engine(), check.read_checked(settings.KNOWLEDGE))
    stamp = _stamp_file()
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(json.dumps(_stamp()), encoding="utf-8")
    return written


def _stamp_file() -> Path:
    """One stamp for each database that was built from here."""
    database = hashlib.sha256(settings.database_url().encode()).hexdigest()
    return settings.STATE / f"knowledge-{database[:12]}.json"


def _stamp() -> dict[str, str]:
    digest = hashlib.sha256()
    for file in _files(settings.KNOWLEDGE):
        digest.update(str(file.relative_to(settings.KNOWLEDGE)).encode())
        digest.update(file.read_bytes())
    code = Path(__file__).parents[1] / "knowledge"
    for file in (*_files(code, "*.py"), *_files(code)):
        digest.update(file.read_bytes())
    return {"files": digest.hexdigest()}


def _files(folder: Path, pattern: str = "*.yml") -> list[Path]:
    return sorted(folder.rglob(pattern))

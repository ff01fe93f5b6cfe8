"""The small base, as files and as value objects."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_base import SMALL, Folder

from bot.knowledge import files
from bot.knowledge.model import Knowledge


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "knowledge")


@pytest.fixture
def knowledge() -> Knowledge:
    return files.read(SMALL)

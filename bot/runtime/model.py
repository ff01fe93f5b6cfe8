"""The trained model: when it must be trained again, and when it must not be trusted.

A model archive names classes that loading it imports, so it is code: it is loaded only if it is the file that training
here wrote, and served only if it understands a sentence that it was trained on.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bot.runtime import settings

CANARY = "my ankle hurts"
"""Every trained model must find an intent in this."""


class ModelMissing(RuntimeError):
    """There is no trained model at that path."""


class ModelRefused(RuntimeError):
    """There is a model, and it is damaged, not ours, or understands nothing."""


@dataclass(frozen=True)
class Seal:
    """What training leaves beside the archive: SHA-256 of the archive and of what it was trained from."""

    archive: str
    training: str


def train(path: Path = settings.MODEL) -> Path:
    """Trains with the project's configuration and writes the archive and its seal.

    Raises:
        ModelRefused: training ended without a model; the text is what Rasa said.
    """
    from rasa.model_training import train as train_with_rasa

    from bot.runtime import rasa_patches
    from bot.runtime.configuration import check_components

    rasa_patches.apply_all()
    root = settings.ROOT
    check_components(root / "config.yml")
    before = fingerprint(root)
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        result = train_with_rasa(
            domain=str(root / "domain.yml"),
            config=str(root / "config.yml"),
            training_files=[str(root / "data" / "nlu"), str(root / "data" / "stories")],
            output=str(path.parent),
            fixed_model_name=path.name.removesuffix(".tar.gz"),
            force_training=True,
        )
    if not result.model or not path.is_file():
        raise ModelRefused(f"Training ended without a model (code {result.code}): {said.getvalue().strip()}")
    _seal_path(path).write_text(json.dumps(asdict(Seal(_sha256(path), before))), encoding="utf-8")
    return path


def is_current(path: Path = settings.MODEL) -> bool:
    """Whether the model was trained from the training data, configuration and components as they are now."""
    try:
        return path.is_file() and _seal(path).training == fingerprint(settings.ROOT)
    except ModelRefused:
        return False


def verify(path: Path) -> None:
    """Checks that the archive is the one that training wrote.

    Raises:
        ModelMissing: there is none.
        ModelRefused: it has no seal, or another content than its seal says.
    """
    if not path.is_file():
        raise ModelMissing(f"There is no trained model at {path}. Run `malleo train` first.")
    if _seal(path).archive != _sha256(path):
        raise ModelRefused(
            f"{path} is not the file that training wrote: it is damaged or was replaced. Run `malleo train`."
        )


def canary(agent: Any, path: Path) -> None:
    """Raises `ModelRefused` when the loaded model understands nothing."""
    if not understands(agent):
        raise ModelRefused(f"{path} loads but understands nothing. Run `malleo train`.")


def understands(agent: Any) -> bool:
    """Whether the loaded model finds an intent in one sentence."""
    from rasa.core.channels.channel import UserMessage

    parsed = agent.processor._parse_message_with_graph(UserMessage(CANARY), tracker=None)
    return bool((parsed.get("intent") or {}).get("name"))


def fingerprint(root: Path) -> str:
    """SHA-256 over everything that a model is made from."""
    digest = hashlib.sha256()
    for file in _made_from(root):
        digest.update(str(file.relative_to(root)).encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _made_from(root: Path) -> Iterator[Path]:
    yield root / "config.yml"
    yield root / "domain.yml"
    for folder, pattern in (
        ("data/nlu", "*.yml"),
        ("data/stories", "*.yml"),
        ("bot/nlu", "*.py"),
        ("bot/language", "*.py"),
        ("bot/language", "*.txt"),
        ("bot/language", "*.yml"),
    ):
        yield from sorted((root / folder).rglob(pattern))
    yield root / "data" / "knowledge" / "lexicon.yml"
    yield root / "uv.lock"


def _seal_path(path: Path) -> Path:
    return path.with_name(path.name.removesuffix(".tar.gz") + ".seal.json")


def _seal(path: Path) -> Seal:
    try:
        return Seal(**json.loads(_seal_path(path).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise ModelRefused(
            f"{path} has no readable seal, so nobody knows where it is from. Run `malleo train`."
        ) from error


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

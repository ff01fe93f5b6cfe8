"""Stands in for `rasa.utils.plotting`: `malleo rasa test` writes its reports, and draws no pictures of them."""

from typing import Any


def plot_confusion_matrix(*_arguments: Any, **_options: Any) -> None:
    """Draws nothing."""


def plot_paired_histogram(*_arguments: Any, **_options: Any) -> None:
    """Draws nothing."""


def plot_curve(*_arguments: Any, **_options: Any) -> None:
    """Draws nothing."""

"""What assistive technology is given, as golden files.

To write them anew: `MALLEO_GOLDEN=1 pytest tests/widget/test_trees.py`.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from browsing import Person
from conftest import NewPerson
from fixed import ASSESSMENT, ESCALATION, QUESTIONS, say

TREES = Path(__file__).parent / "trees"
GREETING = {"text": "Hello. Tell me what is wrong."}
STATES: dict[str, list[dict[str, Any]]] = {
    "greeting": [GREETING],
    **{kind: [GREETING, question] for kind, question in QUESTIONS.items()},
    "result": [GREETING, ASSESSMENT],
    "emergency": [GREETING, ESCALATION],
}


@pytest.mark.parametrize("state", STATES)
def test_the_accessible_tree_is_as_it_was_agreed(new_person: NewPerson, state: str) -> None:
    person = new_person(timezone_id="Europe/London")
    person.page.clock.set_fixed_time("2026-06-01T10:00:00Z")
    say(person, *STATES[state])
    if state == "regions":
        person.widget.locator(".map svg").wait_for()
    # Whether a long result came before or after the view was at the end is a matter of milliseconds.
    news = person.widget.locator(".news")
    if news.is_visible():
        news.click()
    assert_golden(person, state)


@pytest.mark.parametrize("state", ["closed", "opened"])
def test_the_launcher_is_as_it_was_agreed(new_person: NewPerson, state: str) -> None:
    person = new_person(timezone_id="Europe/London")
    person.visit("/")
    if state == "opened":
        person.page.route("**/webhooks/**", lambda route: route.abort())
        person.launcher.click()
        person.widget.locator(".banner").wait_for()
    assert_golden(person, state)


def assert_golden(person: Person, name: str) -> None:
    tree = person.widget.aria_snapshot() + "\n"
    file = TREES / f"{name}.yml"
    if os.environ.get("MALLEO_GOLDEN"):
        file.write_text(tree, encoding="utf-8")
    assert tree == file.read_text(encoding="utf-8")

"""No finding of axe in any state, in any theme, by all rules of WCAG 2.2 A and AA and good practice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from browsing import Person
from conftest import PHONE, NewPerson
from states import emergency_states, states

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
TAGS = [
    *("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"),
    "best-practice",
]
NARROW = PHONE | {"viewport": {"width": 320, "height": 568}}

LOOKS: dict[str, tuple[str, dict[str, Any]]] = {
    "light, beside a page": ("/", {}),
    "dark, on a phone": ("/chat", PHONE | {"color_scheme": "dark"}),
    "high contrast, narrow": ("/", NARROW | {"contrast": "more"}),
    "forced colours": ("/chat", {"forced_colors": "active"}),
}


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_in_any_state_and_nothing_needs_scrolling_sideways(new_person: NewPerson, look: str) -> None:
    path, options = LOOKS[look]
    found = []
    for walk in (states, emergency_states):
        person = new_person(reduced_motion="reduce", bypass_csp=True, **options)
        for name in walk(person, path):
            found += [f"{name}: {finding}" for finding in findings(person)]
            found += [f"{name}: too wide"] * person.page.evaluate(_TOO_WIDE)
    assert not found


def findings(person: Person) -> list[str]:
    if not person.page.evaluate("'axe' in window"):
        person.page.evaluate(AXE.read_text(encoding="utf-8"))
    result = person.page.evaluate("tags => axe.run({ runOnly: tags, resultTypes: ['violations'] })", TAGS)
    return [
        f"{violation['id']} {node['target']} {node['any'][:1] and node['any'][0]['message']}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]


_TOO_WIDE = """() => {
  const root = document.querySelector('malleo-chat').shadowRoot;
  const log = root.querySelector('.log');
  return document.documentElement.scrollWidth > innerWidth || Boolean(log && log.scrollWidth > log.clientWidth + 1);
}"""

"""Contrast of what axe does not measure: edges of controls, the ring of the focus, places on the picture, bars."""

from __future__ import annotations

from typing import Any

import pytest
from browsing import Person
from conftest import NewPerson
from fixed import ASSESSMENT, EMERGENCY_RESULT, ESCALATION, QUESTIONS, say

THEMES: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "high contrast": {"contrast": "more"},
    "high contrast, dark": {"contrast": "more", "color_scheme": "dark"},
}
EDGES = {
    "single": {"button.option": "border-top-color", ".send": "background-color"},
    "multiple": {"label.option": "border-top-color", "textarea": "border-top-color"},
    "scale": {".step": "border-top-color", ".number input": "border-top-color"},
    "regions": {".region": "stroke", ".switch [aria-pressed=true]": "background-color"},
}


@pytest.mark.parametrize("theme", THEMES)
def test_edges_of_controls_stand_out(new_person: NewPerson, theme: str) -> None:
    person = new_person(**THEMES[theme])
    for kind, edges in EDGES.items():
        say(person, QUESTIONS[kind])
        for selector, colour in edges.items():
            edge = colour_of(person, selector, colour)
            assert contrast(edge, behind(person, selector)) >= 3, selector


@pytest.mark.parametrize("theme", THEMES)
def test_a_chosen_place_stands_out_from_the_others(new_person: NewPerson, theme: str) -> None:
    person = new_person(**THEMES[theme])
    say(person, QUESTIONS["regions"])
    person.widget.locator(".map svg").wait_for()
    person.choose("lateral")
    chosen = colour_of(person, ".region.chosen", "fill")
    other = colour_of(person, ".region:not(.chosen)", "fill")
    assert contrast(chosen, other) >= 3
    assert contrast(colour_of(person, ".drawing text.chosen", "fill"), chosen) >= 4.5
    assert contrast(colour_of(person, ".drawing text:not(.chosen)", "fill"), other) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_the_focus_is_seen_on_every_ground(new_person: NewPerson, theme: str) -> None:
    person = new_person(**THEMES[theme])
    say(person, QUESTIONS["single"])
    for selector in ("button.option", "textarea", ".numbers-button"):
        assert_the_focus_is_seen(person, selector)
    say(person, ESCALATION)
    person.emergency.locator("summary").click()
    for selector in (" a.call", " summary", " details button", " .read button"):
        assert_the_focus_is_seen(person, f"section.emergency{selector}")
    say(person, EMERGENCY_RESULT)
    for selector in (".card > header h3", ".card summary"):
        assert_the_focus_is_seen(person, selector)


@pytest.mark.parametrize("theme", THEMES)
def test_bars_of_conditions_are_seen(new_person: NewPerson, theme: str) -> None:
    person = new_person(**THEMES[theme])
    say(person, ASSESSMENT)
    for selector in (".bar i.full", ".bar i:not(.full)"):
        assert contrast(colour_of(person, selector, "border-top-color"), behind(person, selector)) >= 3


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_theme_can_be_chosen_by_the_page(new_person: NewPerson, theme: str) -> None:
    person = new_person(color_scheme="dark" if theme == "light" else "light")
    say(person, QUESTIONS["single"])
    person.widget.evaluate("(one, theme) => one.setAttribute('theme', theme)", theme)
    ground = luminance(colour_of(person, ".panel", "background-color"))
    assert (ground > 0.5) == (theme == "light")


def test_targets_are_large_enough_for_a_thumb(new_person: NewPerson) -> None:
    person = new_person(viewport={"width": 320, "height": 700})
    small = []
    for message in (*QUESTIONS.values(), ESCALATION):
        say(person, message)
        small += person.widget.evaluate(_SMALL_TARGETS)
    assert not small


def assert_the_focus_is_seen(person: Person, selector: str) -> None:
    one = person.widget.locator(selector).first
    one.focus()
    person.page.keyboard.press("Shift")
    assert one.evaluate("one => one.matches(':focus-visible')"), selector
    assert one.evaluate("one => parseFloat(getComputedStyle(one).outlineWidth)") >= 2, selector
    assert contrast(colour_of(person, selector, "outline-color"), behind(person, selector)) >= 3, selector


def colour_of(person: Person, selector: str, name: str) -> tuple[float, float, float]:
    return rgb(
        person,
        person.widget.locator(selector).first.evaluate(f"one => getComputedStyle(one).getPropertyValue('{name}')"),
    )


def behind(person: Person, selector: str) -> tuple[float, float, float]:
    """The colour of the ground that an element stands on."""
    return rgb(person, person.widget.locator(selector).first.evaluate(_GROUND))


def rgb(person: Person, colour: str) -> tuple[float, float, float]:
    red, green, blue = person.page.evaluate(_AS_RGB, colour)
    return red, green, blue


def contrast(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """The ratio of WCAG 2, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: tuple[float, float, float]) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [part / 255 for part in colour]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


_AS_RGB = """colour => {
  const canvas = document.createElement('canvas').getContext('2d');
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
}"""

_GROUND = """one => {
  for (let up = one.parentElement; up; up = up.parentElement) {
    const colour = getComputedStyle(up).backgroundColor;
    if (!/^rgba\\(.*, 0\\)$|transparent/.test(colour)) return colour;
  }
  return 'white';
}"""

_SMALL_TARGETS = """host => [...host.shadowRoot.querySelectorAll(
    'button, a.call, .option, .step, summary, textarea, .number input')]
  .filter((one) => one.checkVisibility())
  .map((one) => [one.className || one.tagName, one.getBoundingClientRect()])
  .filter(([, box]) => box.height < 44 || (box.width < 30))
  .map(([name, box]) => `${name} ${box.width} x ${box.height}`)"""

"""A person in front of a browser: opens the widget, answers with mouse or words, and sees what is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page, expect

INJURY = "I rolled my left ankle yesterday and the outside is swollen"
UNCLEAR = "My ankle hurts since yesterday"


@dataclass
class Person:
    """Somebody at a page with the widget."""

    page: Page
    address: str

    def visit(self, path: str = "/chat") -> None:
        self.page.goto(self.address + path)
        if path == "/chat":
            expect(self.widget.locator(".says").first).to_be_visible()

    @property
    def widget(self) -> Locator:
        return self.page.locator("malleo-chat")

    @property
    def launcher(self) -> Locator:
        return self.widget.locator(".launcher")

    @property
    def question(self) -> Locator:
        """The one that waits for an answer."""
        return self.widget.locator(".transcript > li > form.question").last

    @property
    def question_id(self) -> str:
        return self.question.get_attribute("data-question") or ""

    @property
    def kind(self) -> str:
        return self.question.get_attribute("data-kind") or ""

    @property
    def card(self) -> Locator:
        return self.widget.locator(".card")

    @property
    def emergency(self) -> Locator:
        return self.widget.locator("section.emergency")

    @property
    def composer(self) -> Locator:
        return self.widget.locator("textarea")

    @property
    def at_rest(self) -> bool:
        return bool(self.page.evaluate(_AT_REST))

    def rests(self) -> None:
        """Waits until nothing is under way."""
        self.page.wait_for_function(_AT_REST)

    def say(self, text: str) -> None:
        self.composer.fill(text)
        self.composer.press("Enter")
        self.rests()

    def consent(self) -> None:
        self.say(INJURY)
        self.answer("yes")

    def choose(self, *options: str) -> None:
        """Ticks or types the answer, without sending it."""
        for option in options:
            if self.kind in ("scale", "number"):
                self.question.locator("input[type=text]").fill(option)
            else:
                self.question.locator(f"input[value='{option}']").check()

    def answer(self, *options: str) -> None:
        button = self.question.locator(f"button.option[value='{options[0]}']")
        if button.count():
            button.click()
        else:
            self.choose(*options)
            self.question.locator("button.primary").click()
        self.rests()

    def answer_mildly(self) -> None:
        """The answer that raises the least concern."""
        offered = self.question.locator("[value]").evaluate_all("all => all.map(one => one.value)")
        if self.kind in ("scale", "number"):
            return self.answer("4" if self.kind == "scale" else "34")
        mild = ("none", "absent", "yes", "no", "lateral")
        wanted = ("present",) if "walk" in self.question_id or "steps" in self.question_id else mild
        return self.answer(next((one for one in (*wanted, *mild) if one in offered), offered[0]))

    def to_result(self) -> None:
        for _ in range(30):
            if self.card.count():
                return
            self.answer_mildly()
        raise AssertionError("No result after thirty answers.")

    def to_emergency(self) -> None:
        """An answer that calls for help at once."""
        self.consent()
        for _ in range(10):
            if self.question.locator("input[value='cold_or_pale_foot']").count():
                return self.answer("cold_or_pale_foot")
            self.answer_mildly()
        raise AssertionError("The signs of an emergency were not asked.")

    def bubbles(self) -> list[str]:
        """What the person said, as shown."""
        return self.widget.locator(".bubble").all_inner_texts()

    def shown(self) -> list[str]:
        """All that was said, as shown, from the top."""
        found: list[str] = self.widget.locator(".bubble, .says, h3").all_inner_texts()
        return found

    def focused(self) -> str:
        """What has the focus, inside the widget where it is there."""
        said: str = self.page.evaluate(_FOCUSED)
        return said

    def kept(self) -> dict[str, Any]:
        """What the browser keeps of the conversation."""
        found: dict[str, Any] = self.page.evaluate(_KEPT)
        return found


_AT_REST = """() => {
  const root = document.querySelector('malleo-chat').shadowRoot;
  const status = root.querySelector('.status');
  return status?.hidden === true && !root.querySelector('.bubble.sending');
}"""

_FOCUSED = """() => {
  const one = document.querySelector('malleo-chat')?.shadowRoot.activeElement ?? document.activeElement;
  return `${one.tagName.toLowerCase()} ${one.getAttribute('aria-label') || one.value || one.textContent || ''}`.trim();
}"""

_KEPT = """() => {
  const key = Object.keys(localStorage).find((one) => one.startsWith('malleo:'));
  return JSON.parse(localStorage.getItem(key) ?? 'null');
}"""

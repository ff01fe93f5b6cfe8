"""Everything the widget can look like, in the order of a conversation: for checks and for pictures."""

from __future__ import annotations

from collections.abc import Iterator

from browsing import UNCLEAR, Person


def states(person: Person, path: str = "/chat") -> Iterator[str]:
    """Takes a person through a conversation. Gives a name whenever there is something new to look at."""
    yield from _beginning(person, path)
    yield from _questions(person)
    yield from _result(person)
    yield from _offline(person)


def emergency_states(person: Person, path: str = "/chat") -> Iterator[str]:
    person.visit(path)
    if path != "/chat":
        person.launcher.click()
    person.to_emergency()
    yield "emergency"
    person.emergency.locator(".aside summary").click()
    yield "emergency-wrong"
    person.emergency.get_by_role("button", name="I have read this").click()
    yield "emergency-small"
    person.page.context.set_offline(True)
    person.widget.locator(".banner").wait_for()
    yield "emergency-offline"
    person.page.context.set_offline(False)


def _beginning(person: Person, path: str) -> Iterator[str]:
    person.visit(path)
    if path != "/chat":
        yield "closed"
        person.launcher.click()
        person.widget.locator(".says").first.wait_for()
    yield "greeting"
    person.say(UNCLEAR)


def _questions(person: Person) -> Iterator[str]:
    seen = set()
    for _ in range(30):
        if person.card.count():
            return
        name = {"consent": "consent", "summary": "summary"}.get(person.question_id, person.kind)
        if name not in seen:
            seen.add(name)
            yield from _one_question(person, name)
        person.answer_mildly()


def _one_question(person: Person, name: str) -> Iterator[str]:
    if name == "regions":
        person.widget.locator(".map svg").wait_for()
        person.choose("lateral")
        person.question.evaluate("one => one.scrollIntoView()")
    yield name
    if name == "number":
        person.question.locator("button.primary").click()
        yield "number-wanted"
        for aside in person.question.locator("summary").all():
            aside.click()
        yield "why"
    if name == "scale":
        person.choose("7")
        yield "scale-chosen"
    if name == "summary":
        person.widget.locator(".facts button.link").first.click()
        yield "summary-changing"
        person.widget.locator(".facts .quiet").first.click()


def _result(person: Person) -> Iterator[str]:
    yield "result"
    person.widget.locator(".menu > summary").click()
    yield "menu"
    person.widget.get_by_role("button", name="Your answers").click()
    yield "your-answers"
    person.widget.locator(".sheet button.link").last.click()
    yield "changing"
    person.widget.locator("form.question button.quiet").last.click()
    person.widget.locator(".numbers-button").click()
    yield "numbers"
    person.widget.locator(".sheet > .actions .quiet").click()
    person.widget.locator(".menu > summary").click()
    person.widget.get_by_role("button", name="Delete my conversation").click()
    yield "delete"
    person.widget.locator(".sheet > .actions .quiet").last.click()


def _offline(person: Person) -> Iterator[str]:
    person.page.context.set_offline(True)
    person.widget.locator(".banner").wait_for()
    person.composer.fill("Can I run tomorrow?")
    person.composer.press("Enter")
    person.widget.locator(".problem button").first.wait_for()
    yield "offline"
    person.page.context.set_offline(False)
    person.rests()

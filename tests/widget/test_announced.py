"""Who hears the page is told each thing once: aloud, or by the focus that goes to it."""

from __future__ import annotations

from browsing import INJURY, Person
from conftest import NewPerson
from faulty_line import FaultyLine
from playwright.sync_api import expect

LISTEN = """() => {
  window.heard = [];
  const place = document.querySelector('[data-malleo-announcer]');
  new MutationObserver((changes) => {
    for (const change of changes)
      for (const node of change.addedNodes) window.heard.push([change.target.getAttribute('role'), node.textContent]);
  }).observe(place, { childList: true, subtree: true });
}"""


def heard(person: Person) -> list[list[str]]:
    said: list[list[str]] = person.page.evaluate("window.heard.splice(0)")
    return said


def test_what_answers_typed_words_is_said_aloud_once(person: Person) -> None:
    person.visit()
    person.page.evaluate(LISTEN)
    person.say(INJURY)
    texts = [entry["text"] for entry in person.kept()["entries"] if entry["from"] == "bot"][1:]
    assert heard(person) == [["status", "\n".join(texts)]]


def test_a_question_that_takes_the_focus_is_not_said_aloud_as_well(person: Person) -> None:
    person.visit()
    person.consent()
    person.page.evaluate(LISTEN)
    person.answer("none")
    assert person.focused().startswith("h3")
    assert heard(person) == []


def test_an_emergency_interrupts_once(person: Person) -> None:
    person.visit()
    person.consent()
    person.page.evaluate(LISTEN)
    person.answer("cold_or_pale_foot")
    said = heard(person)
    assert [role for role, _ in said] == ["alert"]
    assert "emergency number now" in said[0][1]


def test_losing_the_connection_is_said_once(person: Person) -> None:
    person.visit()
    person.page.evaluate(LISTEN)
    person.page.context.set_offline(True)
    expect(person.widget.locator(".banner")).to_be_visible()
    person.composer.fill("hello")
    person.composer.press("Enter")
    expect(person.widget.locator(".problem")).to_be_visible()
    said = heard(person)
    assert [role for role, _ in said] == ["status", "status"]
    assert said[0][1].startswith("No connection")
    assert said[1][1] == "Not sent: there is no connection."
    person.page.context.set_offline(False)


def test_a_missing_answer_is_said_once(person: Person) -> None:
    person.visit()
    person.consent()
    person.page.evaluate(LISTEN)
    person.question.get_by_role("button", name="Answer").click()
    assert heard(person) == []
    expect(person.question.locator("input").first).to_have_accessible_description(
        "Choose an answer first. If you are not sure, say so."
    )


def test_what_is_said_aloud_is_gone_a_moment_later(person: Person) -> None:
    person.visit()
    person.say(INJURY)
    expect(person.page.locator("[data-malleo-announcer] p")).to_have_count(0)


def test_what_came_twice_over_a_bad_line_is_said_once(new_person: NewPerson, line: FaultyLine) -> None:
    person = new_person(line.address)
    person.visit()
    person.page.evaluate(LISTEN)
    line.faults = ["cut", "twice"]
    person.say(INJURY)
    said = "\n".join(text for _, text in heard(person))
    texts = [entry["text"] for entry in person.kept()["entries"] if entry["from"] == "bot"][1:]
    assert [said.count(text) for text in texts] == [1] * len(texts)

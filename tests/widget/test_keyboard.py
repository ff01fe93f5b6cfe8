"""Everything by keys alone, with the focus always in a place that makes sense."""

from __future__ import annotations

from browsing import INJURY, Person
from conftest import NewPerson
from playwright.sync_api import expect

MOST_TABS = 60


def tab_to(person: Person, wanted: str, back: bool = False) -> None:
    """Presses Tab until something of that name has the focus."""
    for _ in range(MOST_TABS):
        if wanted in person.focused():
            return
        person.page.keyboard.press("Shift+Tab" if back else "Tab")
    raise AssertionError(f"{wanted} cannot be reached by Tab; the focus is on {person.focused()}")


def answer_by_keys(person: Person) -> None:
    """From the question's heading, where the focus is, to the answer."""
    if person.kind in ("scale", "number"):
        name = "input"
        while not person.page.evaluate(_IN_NUMBER_FIELD):
            person.page.keyboard.press("Tab")
        person.page.keyboard.type("4" if person.kind == "scale" else "34")
        assert name in person.focused()
        person.page.keyboard.press("Enter")
    elif person.question.locator("input[type=checkbox]").count():
        options = person.question.locator("input[type=checkbox]").evaluate_all("all => all.map(one => one.value)")
        tab_to(person, f"input {'none' if 'none' in options else options[0]}")
        person.page.keyboard.press("Space")
        tab_to(person, "button Answer")
        person.page.keyboard.press("Enter")
    elif person.question.locator("input[type=radio]").count():
        person.page.keyboard.press("Tab")
        person.page.keyboard.press("Space")
        person.page.keyboard.press("ArrowDown")
        person.page.keyboard.press("Enter")
    else:
        offered = person.question.locator("button.option").all_inner_texts()
        wanted = next((one for one in offered if one.startswith(("Yes, ", "No"))), offered[0])
        for _ in range(1 + offered.index(wanted)):
            person.page.keyboard.press("Tab")
        person.page.keyboard.press("Enter")
    person.rests()


def test_goes_from_the_launcher_to_the_result_by_keys(person: Person) -> None:
    person.visit("/")
    tab_to(person, "Check my ankle")
    person.page.keyboard.press("Enter")
    expect(person.widget.locator(".says").first).to_be_visible()
    tab_to(person, "textarea")
    person.page.keyboard.type(INJURY)
    person.page.keyboard.press("Enter")
    person.rests()
    assert person.focused().startswith("textarea"), "the focus stays where somebody types"
    tab_to(person, "button yes", back=True)
    person.page.keyboard.press("Enter")
    person.rests()
    while not person.card.count():
        answer_by_keys(person)
        assert person.focused().startswith("h3"), f"after an answer the focus is on {person.focused()}"
    assert person.focused() == f"h3 {person.card.locator('h3').first.inner_text()}"


def test_tab_goes_through_the_panel_and_out_of_it(person: Person) -> None:
    person.visit("/")
    person.launcher.click()
    expect(person.widget.locator(".says").first).to_be_visible()
    person.page.evaluate("document.body.append(Object.assign(document.createElement('button'), { id: 'after' }))")
    for _ in range(MOST_TABS):
        person.page.keyboard.press("Tab")
        if person.page.evaluate("document.activeElement.id") == "after":
            return
    raise AssertionError("Tab does not leave the panel.")


def test_escape_closes_and_the_focus_goes_back_to_the_launcher(person: Person) -> None:
    person.visit("/")
    person.launcher.click()
    person.composer.focus()
    person.page.keyboard.press("Escape")
    expect(person.widget.locator(".panel")).to_be_hidden()
    expect(person.launcher).to_be_focused()


def test_escape_closes_the_menu_before_the_panel(person: Person) -> None:
    person.visit("/")
    person.launcher.click()
    person.widget.locator(".menu > summary").click()
    person.page.keyboard.press("Escape")
    expect(person.widget.locator(".menu ul")).to_be_hidden()
    expect(person.widget.locator(".panel")).to_be_visible()
    assert person.focused() == "summary More"


def test_an_answer_that_lacks_brings_the_focus_to_the_field_with_the_reason(person: Person) -> None:
    person.visit()
    person.consent()
    person.question.get_by_role("button", name="Answer").click()
    field = person.question.locator("input").first
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description("Choose an answer first. If you are not sure, say so.")


def test_cancelling_a_change_gives_the_focus_back(person: Person) -> None:
    person.visit()
    person.consent()
    person.answer("none")
    change = person.widget.locator("[data-change]").last
    name = change.get_attribute("aria-label")
    change.focus()
    person.page.keyboard.press("Enter")
    assert person.focused().startswith("h3")
    tab_to(person, "button Cancel")
    person.page.keyboard.press("Enter")
    assert person.focused() == f"button {name}"


def test_arrows_move_in_a_list_and_send_nothing(person: Person) -> None:
    person.visit()
    person.consent()
    while person.kind != "scale":
        person.answer_mildly()
    asked, said = person.question_id, person.bubbles()
    person.question.locator(".step input").first.focus()
    for key, value in (("Space", "0"), ("ArrowRight", "1"), ("ArrowDown", "2"), ("ArrowLeft", "1")):
        person.page.keyboard.press(key)
        expect(person.question.locator("input[type=text]")).to_have_value(value)
    person.question.locator("input[type=range]").focus()
    for key, value in (("ArrowRight", "2"), ("End", "10"), ("Home", "0"), ("PageUp", "1")):
        person.page.keyboard.press(key)
        expect(person.question.locator("input[type=text]")).to_have_value(value)
    assert (person.question_id, person.bubbles()) == (asked, said)


def test_enter_that_ends_an_input_method_sends_nothing(person: Person) -> None:
    person.visit()
    person.composer.fill("にほん")
    for options in ("{ isComposing: true }", "{ keyCode: 229 }"):
        person.composer.evaluate(
            f"one => one.dispatchEvent(new KeyboardEvent('keydown', {{ key: 'Enter', bubbles: true, ...{options} }}))"
        )
    assert person.bubbles() == []
    person.composer.press("Shift+Enter")
    assert person.bubbles() == []


def test_who_reads_further_up_is_not_pulled_down(new_person: NewPerson) -> None:
    person = new_person(viewport={"width": 390, "height": 600})
    person.visit()
    person.consent()
    while person.widget.locator(".transcript > li").count() < 8:
        person.answer_mildly()
    person.composer.fill("it also clicks")
    log = person.widget.locator(".log")
    person.page.evaluate(_SLOW)
    person.composer.press("Enter")
    log.evaluate("one => new Promise(done => requestAnimationFrame(() => { one.scrollTop = 0; done() }))")
    person.rests()
    expect(person.widget.get_by_role("button", name="New messages")).to_be_visible()
    assert log.evaluate("one => one.scrollTop") == 0
    person.widget.get_by_role("button", name="New messages").click()
    expect(person.widget.get_by_role("button", name="New messages")).to_be_hidden()


_IN_NUMBER_FIELD = "() => document.querySelector('malleo-chat').shadowRoot.activeElement?.inputMode === 'numeric'"
_SLOW = """() => {
  const ask = fetch;
  window.fetch = (...all) => new Promise(done => setTimeout(() => done(ask(...all)), 300));
}"""

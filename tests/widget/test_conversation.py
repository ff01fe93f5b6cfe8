"""From the first word to the result, with the real server."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from browsing import INJURY, Person
from conftest import PHONE, NewPerson
from playwright.sync_api import Route, expect


def test_leads_from_the_first_word_to_a_result(person: Person) -> None:
    person.visit()
    person.say(INJURY)
    person.to_result()
    expect(person.card.locator("header h3")).to_be_visible()
    titles = person.card.locator("h4").all_inner_texts()
    assert "What to do now" in titles
    assert "What it may be" in titles
    assert "%" not in person.card.inner_text()


def test_says_why_with_what_the_person_said(person: Person) -> None:
    person.visit()
    person.consent()
    while person.question.locator("[value=unknown]").count() == 0:
        person.answer_mildly()
    while not person.card.count():
        worst = "absent" if "step" in person.question_id or "walk" in person.question_id else ""
        if worst and person.question.locator(f"[value={worst}]").count():
            person.answer(worst)
        else:
            person.answer_mildly()
    expect(person.card).to_contain_text("You said")


def test_every_question_can_be_answered_in_own_words(person: Person) -> None:
    person.visit()
    person.consent()
    asked = person.question_id
    person.say("none of these")
    assert person.question_id != asked


def test_every_question_tells_why_it_is_asked(person: Person) -> None:
    person.visit()
    person.say(INJURY)
    while not person.card.count():
        expect(person.question.get_by_text("Why do you ask?")).to_be_visible()
        person.answer_mildly()


def test_an_answer_is_changed_where_it_stands(person: Person) -> None:
    person.visit()
    person.consent()
    while person.kind != "scale":
        person.answer_mildly()
    person.answer("4")
    item = person.widget.locator(".transcript > li", has_text="How bad was the pain").last
    item.get_by_role("button", name="Change your answer").click()
    item.locator("input[type=text]").fill("8")
    item.get_by_role("button", name="Save the change").click()
    person.rests()
    expect(item.locator(".bubble")).to_have_text("8")
    person.to_result()
    told = person.card.locator("details", has_text="What you told me")
    told.locator("summary").first.click()
    expect(told.locator("dd", has_text="8").first).to_be_visible()


def test_what_is_known_is_checked_and_changed_before_the_result(person: Person) -> None:
    person.visit()
    person.consent()
    while person.question_id != "summary":
        person.answer_mildly()
    line = person.widget.locator(".facts li", has_text="the left").first
    line.get_by_role("button", name="Change").click()
    line.locator("[value=right]").click()
    save = line.locator("button.primary")
    if save.count():
        save.click()
    person.rests()
    assert person.question_id == "summary"
    expect(person.widget.locator(".facts li", has_text="the right").first).to_be_visible()


def test_start_again_asks_first(person: Person) -> None:
    person.visit()
    person.consent()
    person.widget.locator(".menu > summary").click()
    person.widget.get_by_role("button", name="Start again").click()
    person.rests()
    assert person.question_id == "restart"


def test_deleting_erases_the_conversation_here_and_on_the_server(person: Person) -> None:
    person.visit()
    person.consent()
    before = person.kept()
    person.widget.locator(".menu > summary").click()
    person.widget.get_by_role("button", name="Delete my conversation").click()
    person.widget.get_by_role("button", name="Yes, delete it").click()
    expect(person.widget.locator(".note")).to_have_text("Your conversation is deleted.")
    person.rests()
    assert INJURY not in json.dumps(person.kept())
    answer = person.page.request.get(
        f"{person.address}/webhooks/website/transcript", headers={"Authorization": f"Bearer {before['token']}"}
    )
    assert answer.status == 401


@pytest.mark.parametrize(("label", "kind"), [("Download as text", "txt"), ("Download as data (JSON)", "json")])
def test_takes_the_conversation_along(person: Person, label: str, kind: str) -> None:
    person.visit()
    person.consent()
    person.widget.locator(".menu > summary").click()
    with person.page.expect_download() as download:
        person.widget.get_by_role("button", name=label).click()
    path = Path(download.value.path())
    assert download.value.suggested_filename.endswith(kind)
    assert INJURY in path.read_text(encoding="utf-8")


def test_prints_the_result_without_the_page_around_it(person: Person) -> None:
    person.page.add_init_script("window.print = () => { window.printed = true }")
    person.visit("/")
    person.launcher.click()
    person.say(INJURY)
    person.to_result()
    person.widget.locator(".menu > summary").click()
    person.widget.get_by_role("button", name="Print").click()
    assert person.page.evaluate("window.printed") is True
    person.page.emulate_media(media="print")
    expect(person.composer).to_be_hidden()
    expect(person.card).to_be_visible()
    hidden = person.page.locator("main h1").evaluate("one => getComputedStyle(one).visibility")
    assert hidden == "hidden"


def test_a_host_page_hears_that_there_is_a_result_but_not_which(person: Person) -> None:
    person.page.add_init_script(
        "window.heard = []; for (const name of ['malleo-open', 'malleo-result', 'malleo-close'])"
        " addEventListener(name, (event) => heard.push([name, event.detail ?? null]))"
    )
    person.visit("/")
    person.launcher.click()
    person.say(INJURY)
    person.to_result()
    person.widget.get_by_role("button", name="Close").click()
    heard = person.page.evaluate("window.heard")
    assert heard == [["malleo-open", None], ["malleo-result", None], ["malleo-close", None]]


def test_covers_a_phone_and_gives_the_page_back(new_person: NewPerson) -> None:
    person = new_person(**PHONE)
    person.visit("/")
    person.launcher.tap()
    box = person.widget.locator(".panel").bounding_box()
    assert box == {"x": 0, "y": 0, "width": 390, "height": 844}
    person.widget.get_by_role("button", name="Close").tap()
    expect(person.launcher).to_be_focused()


def test_speaks_german_and_marks_what_is_english(new_person: NewPerson) -> None:
    person = new_person(locale="de-DE")
    person.page.route("**/chat", lambda route: _changed(route, '<html lang="en">', '<html lang="de">'))
    person.visit()
    expect(person.widget.get_by_role("button", name="Notrufnummern")).to_be_visible()
    expect(person.widget.locator(".panel")).to_have_attribute("lang", "de")
    expect(person.widget.locator(".says").first).to_have_attribute("lang", "en")


def test_mirrors_for_languages_from_right_to_left(new_person: NewPerson) -> None:
    person = new_person()
    person.page.route("**/chat", lambda route: _changed(route, "<malleo-chat ", '<malleo-chat dir="rtl" '))
    person.visit()
    send = person.widget.locator(".send").bounding_box()
    field = person.composer.bounding_box()
    assert send and field and send["x"] < field["x"]


def _changed(route: Route, old: str, new: str) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace(old, new))

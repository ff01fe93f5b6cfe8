"""Nothing is lost and nothing comes twice, whatever the network, the device or the server does."""

from __future__ import annotations

import json

import pytest
from browsing import INJURY, Person
from conftest import NewPerson
from faulty_line import Fault, FaultyLine
from playwright.sync_api import expect

from tests.channels.serving import Server, serving


def said(person: Person) -> list[tuple[str, str]]:
    """The conversation as the widget keeps it."""
    return [(entry["from"], entry["text"]) for entry in person.kept()["entries"] if entry["from"] != "note"]


def in_storage(person: Person) -> list[tuple[str, str]]:
    """The conversation as the server keeps it."""
    answer = person.page.request.get(
        f"{person.address}/webhooks/website/transcript",
        headers={"Authorization": f"Bearer {person.kept()['token']}", "Accept": "application/json"},
    )
    who = {"person": "you"}
    return [(who.get(line["who"], "bot"), line["text"]) for line in answer.json()["lines"]]


def agrees(person: Person) -> None:
    """Both keep the same, in the same order, but for the greeting, which is no turn."""
    assert said(person)[1:] == in_storage(person)


@pytest.mark.parametrize("fault", ["cut", "lost", "refused", "502", "twice", "dripped"])
def test_a_message_over_a_bad_line_is_answered_once(new_person: NewPerson, line: FaultyLine, fault: Fault) -> None:
    person = new_person(line.address)
    person.visit()
    person.say(INJURY)
    line.faults = [fault]
    person.answer("yes")
    assert person.bubbles() == [INJURY, "Yes, let's start"]
    agrees(person)


def test_a_server_that_is_away_gets_what_was_written_when_it_is_back(new_person: NewPerson, line: FaultyLine) -> None:
    person = new_person(line.address)
    person.page.clock.install()
    person.visit()
    line.down = True
    person.composer.fill(INJURY)
    person.composer.press("Enter")
    for _ in range(20):
        person.page.clock.run_for(1000)
        if person.widget.locator(".problem").count():
            break
    expect(person.widget.locator(".banner")).to_contain_text("No connection")
    expect(person.widget.locator(".banner a").first).to_have_attribute("href", "tel:999")
    line.down = False
    person.widget.get_by_role("button", name="Try again").click()
    person.rests()
    expect(person.widget.locator(".banner")).to_be_hidden()
    agrees(person)


def test_what_was_written_offline_goes_out_by_itself(person: Person) -> None:
    person.visit()
    person.page.context.set_offline(True)
    person.composer.fill(INJURY)
    person.composer.press("Enter")
    expect(person.widget.locator(".problem")).to_contain_text("Not sent")
    person.page.context.set_offline(False)
    expect(person.question).to_be_visible()
    person.rests()
    agrees(person)


def test_what_was_written_offline_can_be_thrown_away(person: Person) -> None:
    person.visit()
    person.page.context.set_offline(True)
    person.composer.fill("I did not mean this")
    person.composer.press("Enter")
    person.widget.get_by_role("button", name="Discard").click()
    person.page.context.set_offline(False)
    person.say(INJURY)
    assert person.bubbles() == [INJURY]
    assert "I did not mean this" not in json.dumps(in_storage(person))


def test_a_reload_shows_the_same_and_goes_on(person: Person) -> None:
    person.visit()
    person.consent()
    before, asked = person.shown(), person.question_id
    person.page.reload()
    person.rests()
    assert (person.shown(), person.question_id) == (before, asked)
    person.answer("none")
    agrees(person)


def test_a_reload_while_the_answer_is_under_way_loses_nothing(new_person: NewPerson, line: FaultyLine) -> None:
    person = new_person(line.address)
    person.visit()
    line.faults = ["lost"]
    with person.page.expect_request("**/messages"):
        person.composer.fill(INJURY)
        person.composer.press("Enter")
    person.page.reload()
    expect(person.question).to_be_visible()
    person.rests()
    agrees(person)


def test_the_next_page_of_a_site_goes_on_where_the_last_one_was(person: Person) -> None:
    person.visit("/")
    person.launcher.click()
    person.consent()
    asked = person.question_id
    person.page.goto(person.address + "/?another=page")
    expect(person.question).to_be_visible()
    assert person.question_id == asked


def test_two_tabs_are_one_conversation(person: Person) -> None:
    person.visit()
    other = Person(person.page.context.new_page(), person.address)
    other.visit()
    person.say(INJURY)
    expect(other.question).to_be_visible()
    other.answer("yes")
    other.answer("none")
    expect(person.widget.locator(".bubble")).to_have_count(3)
    person.rests()
    assert person.shown() == other.shown()
    assert person.question_id == other.question_id
    agrees(person)


def test_two_tabs_that_write_at_once_lose_nothing(person: Person) -> None:
    person.visit()
    other = Person(person.page.context.new_page(), person.address)
    other.visit()
    person.consent()
    for one, text in ((person, "it clicks"), (other, "I am 34")):
        one.composer.fill(text)
    person.composer.press("Enter")
    other.composer.press("Enter")
    for one in (person, other):
        one.rests()
        expect(one.widget.locator(".bubble", has_text="it clicks")).to_have_count(1)
        expect(one.widget.locator(".bubble", has_text="I am 34")).to_have_count(1)
    assert sorted(said(person)[1:]) == sorted(in_storage(person))


def test_deleting_in_one_tab_empties_the_other(person: Person) -> None:
    person.visit()
    other = Person(person.page.context.new_page(), person.address)
    other.visit()
    person.consent()
    person.widget.locator(".menu > summary").click()
    person.widget.get_by_role("button", name="Delete my conversation").click()
    person.widget.get_by_role("button", name="Yes, delete it").click()
    expect(other.widget.locator(".note")).to_have_text("Your conversation is deleted.")
    expect(other.widget.locator(".bubble")).to_have_count(0)


def test_goes_on_when_the_server_is_killed_and_another_takes_over(
    new_person: NewPerson, widget_environment: dict[str, str], server: Server
) -> None:
    with serving(widget_environment) as first, FaultyLine(first.port) as line:
        person = new_person(line.address)
        person.visit()
        person.consent()
        first.kill()
        line.upstream = server.port
        person.answer("none")
        agrees(person)


@pytest.mark.parametrize("days", [-400, 400])
def test_a_clock_that_is_wrong_changes_nothing(person: Person, days: int) -> None:
    person.page.add_init_script(f"const now = Date.now; Date.now = () => now() + {days} * 86400000")
    person.visit()
    person.consent()
    person.answer("none")
    agrees(person)


def test_a_phone_that_slept_for_long_catches_up(person: Person) -> None:
    person.visit()
    person.consent()
    kept = person.kept()
    person.page.request.post(
        f"{person.address}/webhooks/website/messages",
        headers={"Authorization": f"Bearer {kept['token']}"},
        data={"id": "elsewhere", "text": "it clicks"},
    )
    person.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    person.page.wait_for_function(
        "n => JSON.parse(localStorage[Object.keys(localStorage).find(k => k.startsWith('malleo:'))]).seq > n",
        arg=kept["seq"],
    )
    bot = [text for who, text in in_storage(person) if who == "bot"]
    assert [text for who, text in said(person)[1:] if who == "bot"] == bot


def test_a_session_that_ended_is_told_and_the_words_go_to_a_new_one(person: Person) -> None:
    person.visit()
    person.consent()
    person.page.request.delete(
        f"{person.address}/webhooks/website/session", headers={"Authorization": f"Bearer {person.kept()['token']}"}
    )
    person.say("my heel hurts")
    expect(person.widget.locator(".note")).to_contain_text("A new one begins here")
    assert person.bubbles()[-1] == "my heel hurts"
    assert ("you", "my heel hurts") in in_storage(person)


def test_works_where_nothing_may_be_kept(person: Person) -> None:
    person.page.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage'])"
        " Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError') } })"
    )
    person.visit()
    person.consent()
    person.answer("none")
    expect(person.question).to_be_visible()


def test_an_emergency_is_there_after_a_reload_without_a_connection(person: Person) -> None:
    person.visit()
    person.to_emergency()
    expect(person.emergency.locator("a.call")).to_have_attribute("href", "tel:999")
    person.page.route("**/webhooks/**", lambda route: route.abort())
    person.page.reload()
    expect(person.emergency.locator("a.call")).to_be_visible()
    expect(person.emergency).to_contain_text("Call your emergency number now")


def test_an_emergency_opens_the_panel_on_the_next_page(person: Person) -> None:
    person.visit("/")
    person.launcher.click()
    person.to_emergency()
    person.widget.get_by_role("button", name="Close").click()
    expect(person.launcher).to_have_text("Emergency advice (chatbot)")
    person.page.reload()
    expect(person.emergency.locator("a.call")).to_be_visible()


def test_an_emergency_stays_in_view_when_it_was_read(person: Person) -> None:
    person.visit()
    person.to_emergency()
    person.emergency.get_by_role("button", name="I have read this").click()
    expect(person.emergency.locator("a.call")).to_be_visible()
    person.say("ok")
    expect(person.emergency.locator("a.call")).to_be_visible()
    person.emergency.get_by_role("button", name="Read the advice").click()
    expect(person.emergency.get_by_role("button", name="I have read this")).to_be_visible()

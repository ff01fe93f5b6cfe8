"""Malleo as an app in Slack, against a stand-in that refuses what Slack refuses."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from chatting import new_database, opened, pdf_text, quiet, until
from serving import SECRET, Server
from slack_server import JSON, Delivery, Shown, SlackServer
from slack_talk import Talk, slack_app
from sqlalchemy import Engine

from bot.channels.addresses import Addresses
from bot.channels.slack.spelling import as_typed, escaped
from bot.runtime import settings
from bot.storage import contacts
from bot.storage.updates import Arrived, take_in

INJURY = "I rolled my left ankle yesterday, the outside is swollen, I can walk"
YES = "Yes, let's start"
USUAL = ("Yes, that is right", "None of", "No", "4")
"""What somebody with a harmless ankle answers, the first of these that there is."""


@pytest.fixture(scope="module")
def engine(trained_model: Path, own_database: Path) -> Iterator[Engine]:
    with opened(f"sqlite:///{own_database}") as engine:
        yield engine


@pytest.fixture(scope="module")
def slack() -> Iterator[SlackServer]:
    with SlackServer() as one:
        yield one


@pytest.fixture(scope="module")
def server(slack: SlackServer, engine: Engine) -> Iterator[Server]:
    with slack_app(slack) as one:
        yield one


people = (f"U{number:09d}" for number in range(1, 1000))


@pytest.fixture
def talk(server: Server, slack: SlackServer, engine: Engine) -> Talk:
    """Somebody new."""
    return Talk(slack, engine, slack.person(next(people)))


def texts(talk: Talk) -> list[str]:
    return [shown.text for shown in talk.mine]


def refused(talk: Talk) -> list[Shown]:
    """Messages that were sent again without their blocks, as Slack did not take those."""
    return [shown for shown in talk.mine if not shown.blocks and not shown.user]


def test_an_interview_by_pressing_ends_in_a_result_and_nothing_is_refused(talk: Talk) -> None:
    talk.say(INJURY)
    said = talk.press(YES)
    for _ in range(25):
        if any("/ankle report" in shown.text for shown in said):
            break
        labels = said[-1].labels
        usual = next((one for start in USUAL for one in labels if one.startswith(start)), "")
        said = talk.press(usual or labels[0]) if len(labels) > 1 else talk.say("34")
        if said and said[-1].user:
            said = talk.press("Done", labels[0])
    assert "/ankle report" in said[-1].text
    assert not refused(talk)
    assert not talk.labels, "no question is left open"
    closed = [block for shown in talk.mine for block in shown.blocks if block["type"] == "context"]
    assert len(closed) >= 5
    assert all(block["elements"][0]["text"].startswith("You chose: ") for block in closed)


def test_the_report_comes_as_a_file_with_the_words_of_the_person(talk: Talk) -> None:
    assert "nothing to put into a report" in talk.do(lambda: talk.person.slash("report"))[0].text
    talk.say(INJURY)
    talk.do(lambda: talk.person.slash("report"))
    (file,) = [file for file in talk.slack.files if file.get("channel") == talk.person.channel]
    assert (file["name"], file["title"][:11]) == ("ankle-report.pdf", "Your report")
    read = pdf_text(file["content"])
    assert "there is no result yet" in read
    assert "the foot rolled inwards (“rolled my left ankle”, message 1)" in read
    assert talk.person.id not in read


def test_an_answer_pressed_the_moment_it_appears_counts(talk: Talk) -> None:
    talk.person.say(INJURY)
    asked = talk.slack.wait_for(lambda: [one for one in talk.mine if YES in one.labels])
    talk.do(lambda: talk.person.press(asked[0], YES))
    assert not any(shown.user for shown in talk.mine), "nothing was whispered of a closed question"


def test_several_ticks_are_given_together_and_alone_do_nothing(talk: Talk) -> None:
    talk.say(INJURY)
    talk.press(YES)
    before = texts(talk)
    talk.do(lambda: talk.person.tick(talk.mine[-1], "It bleeds and will not stop"))
    assert texts(talk) == before
    said = talk.press("Done", "It bleeds and will not stop")
    assert "emergency" in said[-1].text
    assert said[-1].blocks[0]["text"]["text"].startswith("*")


def test_done_without_a_tick_says_what_to_do_to_that_person_alone(talk: Talk) -> None:
    talk.say(INJURY)
    talk.press(YES)
    (said,) = talk.press("Done")
    assert said.text.startswith("Choose what fits first")
    assert said.user == talk.person.id


def test_a_press_on_a_closed_question_changes_nothing(talk: Talk) -> None:
    talk.say(INJURY)
    question = talk.mine[-1]
    talk.press(YES)
    (said,) = talk.do(lambda: talk.person.press(question, "No"))
    assert said.text.startswith("That question is closed")
    assert said.user == talk.person.id


def test_why_is_answered_and_the_question_comes_again(talk: Talk) -> None:
    talk.say(INJURY)
    said = talk.press("Why do you ask?")
    assert "I work with what you tell me" in said[0].text
    assert talk.labels.count(YES) == 1


def test_what_slack_escapes_is_read_as_it_was_typed_and_written_back_escaped(talk: Talk) -> None:
    talk.say("hello")
    talk.say("my left ankle hurts > 5/10 & it's <b>swollen</b>, since 3 days, /intent{}")
    assert not refused(talk)
    assert any("5" in text for text in texts(talk))


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("pain &gt; 5 &amp; swelling &lt; 2", "pain > 5 & swelling < 2"),
        ("see <https://a.example|a.example> or <mailto:x@y.example|x@y.example>", "see a.example or x@y.example"),
        ("<@U123> in <#C1|runners> <!here>", " in runners "),
        ("<https://a.example/x>", "https://a.example/x"),
    ],
)
def test_names_and_links_are_read_as_they_were_typed(written: str, typed: str) -> None:
    assert as_typed(written) == typed


def test_what_is_escaped_is_read_back() -> None:
    assert as_typed(escaped("a < b & c > d, <@U1>, &lt;")) == "a < b & c > d, <@U1>, &lt;"


def test_a_mention_in_a_channel_is_answered_in_private(talk: Talk) -> None:
    said = talk.do(lambda: talk.person.mention(INJURY, "C1RUNNERS"))
    assert "left ankle" in said[0].text
    (public,) = talk.slack.shown("C1RUNNERS")
    assert public.text.startswith("I've written to you")
    assert public.thread
    assert "ankle" not in public.text


def test_a_slash_command_is_answered_at_once_and_then_in_private(talk: Talk) -> None:
    said = talk.do(lambda: talk.person.slash(INJURY))
    assert "left ankle" in said[0].text
    assert "/ankle delete" in talk.do(lambda: talk.person.slash("help"))[0].text
    answers = talk.slack.deliver(replace(talk.person.slash("stop")))
    assert json.loads(answers[1]) == {"response_type": "ephemeral", "text": talk_text("slack.private")}
    until(lambda: quiet(talk.engine, "slack"))


def test_a_slash_command_of_somebody_new_begins(talk: Talk) -> None:
    assert talk.do(lambda: talk.person.slash(""))[0].text.startswith("Hello, I'm Malleo")


def test_files_and_edits_are_told_and_our_own_changes_are_not(talk: Talk) -> None:
    assert "I can only read words" in talk.do(talk.person.upload)[0].text
    said = talk.do(lambda: talk.person.upload("twisted my left ankle today, it is swollen on the outside"))
    assert "I can't open what you sent" in said[0].text
    assert "left ankle" in said[1].text
    assert "you changed an earlier message" in talk.do(lambda: talk.person.edit("a", "b"))[0].text
    before = texts(talk)
    talk.do(lambda: talk.person.edit("same", "same"))
    talk.do(lambda: talk.person.say("I am a bot", bot_id="B1"))
    talk.do(lambda: talk.person.say("", subtype="message_deleted"))
    talk.do(
        lambda: talk.slack.event(talk.person.id, {"type": "app_home_opened", "user": talk.person.id, "tab": "home"})
    )
    talk.do(lambda: talk.slack.event(talk.person.id, {"type": "tokens_revoked", "tokens": {"bot": ["U0"]}}))
    assert texts(talk) == before


def test_forged_old_and_unsigned_requests_are_refused(talk: Talk) -> None:
    delivery = Delivery("events", b'{"type": "event_callback"}', JSON, True)
    assert talk.slack.deliver(delivery, secret="another")[0] == 401
    assert talk.slack.deliver(delivery, age=301)[0] == 401
    assert talk.slack.deliver(delivery, age=-301)[0] == 401
    assert talk.slack.deliver(delivery, X_Slack_Signature="v0=ü")[0] == 401


@pytest.mark.parametrize(
    ("path", "body", "kind", "status"),
    [
        ("events", b"{", JSON, 400), ("events", b"[]", JSON, 422), ("events", b"{}", JSON, 200),
        ("events", b'{"type": "event_callback"}', JSON, 422),
        ("events", b'{"type": "event_callback", "team_id": "T", "event": {"type": "message"}}', JSON, 422),
        ("events", b'{"type": "event_callback", "team_id": "T", "event": {"type": "new_kind"}}', JSON, 200),
        ("events", b'{"type": "app_rate_limited"}', JSON, 200), ("events", b"{}", "text/plain", 415),
        ("events", b"{}", "application/json; charset=utf-8", 200), ("events", b" " * 600_000, JSON, 413),
        ("interactions", b"payload=7", "application/x-www-form-urlencoded", 422),
        ("interactions", b"", "application/x-www-form-urlencoded", 400),
        ("interactions", b"payload={}", "application/x-www-form-urlencoded", 422),
        ("interactions", b'payload={"type":"view_submission"}', "application/x-www-form-urlencoded", 200),
        ("commands", b"text=x", "application/x-www-form-urlencoded", 422),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_and_what_is_new_is_not(
    talk: Talk, path: str, body: bytes, kind: str, status: int
) -> None:
    assert talk.slack.deliver(Delivery(path, body, kind, False))[0] == status


def test_the_address_is_verified(talk: Talk) -> None:
    asked = json.dumps({"type": "url_verification", "challenge": "3eZbrw1a"}).encode()
    status, said = talk.slack.deliver(Delivery("events", asked, JSON, False))
    assert (status, json.loads(said)) == (200, {"challenge": "3eZbrw1a"})


def test_repetitions_for_whatever_reason_and_at_the_same_time_are_answered_once(talk: Talk) -> None:
    delivery = talk.person.say(INJURY)
    again = json.loads(delivery.body)
    as_mention = {**again, "event_id": "EvOther"}
    others = [delivery] * 8 + [replace(delivery, body=json.dumps(as_mention).encode())] * 2
    with ThreadPoolExecutor(5) as pool:
        reasons = ("http_timeout", "connection_failed", "http_error", "ssl_error", "unknown_error") * 2
        answers = pool.map(lambda one: talk.slack.deliver(one[0], X_Slack_Retry_Num="1", X_Slack_Retry_Reason=one[1]),
                           zip(others, reasons, strict=True))  # fmt: skip
        assert {status for status, _ in answers} == {200}
    until(lambda: talk.is_answered(delivery))
    assert sum("So far I understand" in text for text in texts(talk)) == 1


def test_what_arrives_out_of_order_before_it_is_answered_is_answered_in_order(
    tmp_path: Path, trained_model: Path
) -> None:
    address = f"sqlite:///{tmp_path / 'malleo.db'}"
    with SlackServer() as slack, new_database(address) as engine:
        person, seals, who = (
            slack.person("U000000007"),
            Addresses((SECRET,)),
            {"team": slack.team, "user": "U000000007"},
        )
        for place, text in (("2.000002", "yes"), ("1.000001", INJURY)):  # kept by a process that died
            mark = seals.marks("slack", who)[0]
            take_in(engine, Arrived("slack", place, mark, seals.seal(who), place, {"kind": "text", "text": text}))
        with slack_app(slack, {"MALLEO_DATABASE_URL": address}):
            until(lambda: quiet(engine, "slack"))
            said = [shown.text for shown in slack.shown(person.channel)]
        assert "So far I understand" in said[0]
        assert "cannot wait" in said[-1]


def test_a_process_killed_between_receipt_and_reply_replies_once_it_is_back(
    tmp_path: Path, trained_model: Path
) -> None:
    address = f"sqlite:///{tmp_path / 'malleo.db'}"
    with (
        SlackServer() as slack,
        new_database(address) as engine,
        slack_app(slack, {"MALLEO_DATABASE_URL": address}) as server,
    ):
        talk = Talk(slack, engine, slack.person("U000000008"))
        slack.fail_next(1000)
        delivery = talk.person.say(INJURY)
        slack.wait_for(lambda: any(call.method == "chat.postMessage" for call in slack.calls))
        server.kill()
        slack._refuse.clear()
        server.start()
        until(lambda: talk.is_answered(delivery))
        assert [text[:11] for text in texts(talk)] == ["So far I un", "Before we s"]


def test_too_many_calls_are_tried_again_after_the_time_that_slack_names(talk: Talk) -> None:
    before = len(talk.slack.calls)
    talk.slack.rate_limit(1, 1)
    said = [text[:11] for text in (shown.text for shown in talk.say(INJURY))]
    assert said == ["So far I un", "Before we s"]
    posts = [call for call in talk.slack.calls[before:] if call.method == "chat.postMessage"]
    assert posts[1].at - posts[0].at >= 1


def test_a_lost_answer_repeats_one_piece_at_most(talk: Talk) -> None:
    talk.slack.drop_next(1)
    said = [shown.text[:11] for shown in talk.say(INJURY)]
    assert said == ["So far I un", "So far I un", "Before we s"]


def test_blocks_that_slack_refuses_are_sent_as_text(talk: Talk) -> None:
    talk.slack.fail_next(1, "invalid_blocks")
    said = talk.say(INJURY)
    assert "So far I understand" in said[0].text
    assert said[0].blocks == []


def test_an_account_that_was_closed_stops_nothing(talk: Talk) -> None:
    talk.slack.leaves(talk.person)
    assert talk.say(INJURY) == []


def test_delete_removes_everything_and_whoever_writes_again_is_new(talk: Talk, engine: Engine) -> None:
    talk.say(INJURY)
    talk.press(YES)
    mark = Addresses((SECRET,)).marks("slack", {"team": talk.slack.team, "user": talk.person.id})[0]
    assert contacts.find(engine, "slack", mark)
    talk.do(lambda: talk.person.slash("delete"))
    talk.press("Yes, delete it")
    talk.slack.wait_for(lambda: any(text.startswith("Done. Everything you told me") for text in texts(talk)))
    assert contacts.find(engine, "slack", mark) is None
    assert "Before we start" in talk.say("my right ankle hurts")[-1].text


def test_no_name_of_a_person_is_kept(talk: Talk, own_database: Path) -> None:
    talk.say(INJURY)
    talk.do(lambda: talk.person.mention("hello again", "C7PUBLIC"))
    for path in own_database.parent.glob("malleo.db*"):
        kept = path.read_bytes()
        assert talk.person.id.encode() not in kept
        assert b"C7PUBLIC" not in kept


def test_the_manifest_names_our_addresses_and_asks_for_no_more_than_is_used(slack: SlackServer) -> None:
    manifest = yaml.safe_load((settings.ROOT / "deploy" / "slack-manifest.yml").read_text(encoding="utf-8"))
    hooks = manifest["settings"]
    assert hooks["event_subscriptions"]["request_url"].endswith("/webhooks/slack/events")
    assert hooks["interactivity"]["request_url"].endswith("/webhooks/slack/interactions")
    (command,) = manifest["features"]["slash_commands"]
    assert command["url"].endswith("/webhooks/slack/commands")
    assert sorted(hooks["event_subscriptions"]["bot_events"]) == ["app_mention", "message.im"]
    needed = {"app_mention": "app_mentions:read", "message.im": "im:history", "chat": "chat:write", "slash": "commands",
              "conversations.open": "im:write", "files": "files:write"}  # fmt: skip
    assert sorted(manifest["oauth_config"]["scopes"]["bot"]) == sorted(needed.values())


def talk_text(id: str) -> str:
    from bot.dialogue.texts import Texts

    return Texts.read(settings.TEXTS)(id)

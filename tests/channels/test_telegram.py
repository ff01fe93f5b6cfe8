"""Malleo as a bot in Telegram, against a stand-in that refuses what Telegram refuses."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from chatting import new_database, opened, pdf_text, quiet, taken_in, until
from rasa.shared.core.domain import Domain
from serving import SECRET, Reply, Server, ask
from sqlalchemy import Engine, insert, select, update
from telegram import InlineKeyboardMarkup
from telegram import Message as TelegramMessage
from telegram_server import Call, Shown, TelegramServer
from telegram_talk import PATH, Talk, telegram_bot

from bot.channels.addresses import Addresses, secret_of
from bot.channels.courier import Shelf
from bot.dialogue.message import Message
from bot.runtime import settings
from bot.storage import contacts, database
from bot.storage.models import Assessment, CheckIn, Contact, Conversation
from bot.storage.rasa_stores import MalleoTrackerStore
from bot.storage.updates import Arrived, take_in

INJURY = "I rolled my left ankle yesterday, the outside is swollen, I can walk"
YES = "Yes, let's start"
NONE = "None of these"
USUAL = ("Yes, that is right", "None of", "No", "1")
"""What somebody with a harmless ankle answers, the first of these that there is."""


@pytest.fixture(scope="module")
def engine(trained_model: Path, own_database: Path) -> Iterator[Engine]:
    with opened(f"sqlite:///{own_database}") as engine:
        yield engine


@pytest.fixture(scope="module")
def telegram() -> Iterator[TelegramServer]:
    with TelegramServer() as one:
        yield one


@pytest.fixture(scope="module")
def server(telegram: TelegramServer, engine: Engine) -> Iterator[Server]:
    with telegram_bot(telegram) as one:
        yield one


people = iter(range(41_000_000_001, 42_000_000_000))


@pytest.fixture
def talk(server: Server, telegram: TelegramServer, engine: Engine) -> Talk:
    """Somebody new."""
    return Talk.of(telegram, engine, next(people))


def refused(talk: Talk) -> list[Call]:
    return [call for method in ("sendMessage", "sendPhoto", "editMessageText") for call in calls(talk, method)
            if call.status == 400]  # fmt: skip


def calls(talk: Talk, method: str) -> list[Call]:
    return [one for one in talk.telegram.calls if one.parameters.get("chat_id") == talk.person.chat["id"]
            and one.method == method]  # fmt: skip


def texts(talk: Talk) -> list[str]:
    return [shown.text for shown in talk.mine]


def interviewed(talk: Talk) -> list[Shown]:
    """What was said last in an interview of somebody with a harmless ankle, who taps wherever they can."""
    talk.say(INJURY)
    answers = {"How bad is the pain": "4", "best describes": "Suddenly"}
    said = talk.tap(YES)
    for _ in range(25):
        if any("Send /report" in shown.text for shown in said):
            break
        if not said[-1].keyboard or "How old" in said[-1].text:
            said = talk.say("34")
            continue
        labels = [button["text"] for row in said[-1].keyboard for button in row]
        wanted = next((label for words, label in answers.items() if words in said[-1].text), "")
        usual = next((one for start in USUAL for one in labels if one.startswith(start)), labels[0])
        said = talk.tap(wanted if wanted in labels else usual)
        if labels[0] == "1" and usual == "1" and "Done" in labels:
            said = talk.tap("Done")
    return said


def test_an_interview_by_tapping_ends_in_a_result_and_nothing_is_refused(talk: Talk) -> None:
    said = interviewed(talk)
    assert "Send /report" in said[-1].text
    assert not refused(talk)
    assert not talk.telegram.unanswered, "every tap was told that it arrived"
    assert talk.buttons == [], "no question is left open"
    chose = [text for text in texts(talk) if "You chose: " in text]
    assert len(chose) >= 5
    assert calls(talk, "sendChatAction")


def test_what_is_sent_is_read_by_an_independent_client(talk: Talk) -> None:
    talk.say(INJURY)
    talk.tap(YES)
    for call in calls(talk, "sendMessage"):
        if markup := call.parameters.get("reply_markup"):
            read = InlineKeyboardMarkup.de_json(markup, None)
            assert read.to_dict() == markup
    raw = talk.telegram._messages[talk.mine[-1].chat_id, talk.mine[-1].message_id]
    assert TelegramMessage.de_json(raw, None).text == talk.mine[-1].text


def test_several_answers_are_marked_and_given_together(talk: Talk) -> None:
    talk.say(INJURY)
    talk.tap(YES)
    talk.tap("9")
    talk.tap("10")
    talk.tap("✅ 10")
    assert "✅ 9" in talk.buttons
    assert "10" in talk.buttons
    talk.tap("Done")
    assert any("You chose: I hit my head, or I passed out" in text for text in texts(talk))
    assert "call" in texts(talk)[-1].lower()
    assert calls(talk, "sendMessage")[-1].parameters["text"].startswith("<b>")


def test_done_with_nothing_chosen_says_what_to_do(talk: Talk) -> None:
    talk.say(INJURY)
    talk.tap(YES)
    before = texts(talk)
    talk.tap("Done")
    assert texts(talk) == before
    notes = [call.parameters.get("text") for call in talk.telegram.calls if call.method == "answerCallbackQuery"]
    assert notes[-1].startswith("Choose what fits first")


def test_why_is_answered_and_the_question_comes_again(talk: Talk) -> None:
    talk.say(INJURY)
    said = talk.tap("Why do you ask?")
    assert "I work with what you tell me" in said[0].text
    assert YES in talk.buttons
    assert talk.buttons.count(YES) == 1, "of the same question asked twice, one can be answered"


def test_a_tap_on_a_closed_question_changes_nothing(talk: Talk) -> None:
    talk.say(INJURY)
    shown = talk.mine[-1]
    talk.tap(YES)
    before = texts(talk)
    data = shown.keyboard[1][0]["callback_data"]
    talk.do(lambda: talk.person.press(shown.message_id, data))
    talk.do(lambda: talk.person.press(shown.message_id, "made up"))
    talk.do(lambda: talk.person.press(shown.message_id, "ffffffo0"))
    assert texts(talk) == before
    note = [call.parameters.get("text") for call in talk.telegram.calls if call.method == "answerCallbackQuery"][-1]
    assert note.startswith("That question is closed")


def test_typing_an_answer_closes_the_buttons(talk: Talk) -> None:
    talk.say(INJURY)
    talk.say("yes")
    assert YES not in talk.buttons
    assert not any("You chose" in text for text in texts(talk))


def test_an_emergency_comes_first_and_in_bold(talk: Talk) -> None:
    said = talk.say("my foot is cold & white after a fall <now>, 9/10")
    assert "emergency" in said[0].text
    first = next(call for call in calls(talk, "sendMessage") if "emergency" in call.parameters["text"])
    assert first.parameters["text"].startswith("<b>")


def test_what_a_person_typed_is_shown_as_they_typed_it(talk: Talk) -> None:
    talk.say("hello")
    talk.say('my ankle <b>hurts</b> & it\'s > 5/10, /intent{"x":1} */drop*')
    assert not refused(talk)


@pytest.mark.parametrize("secret", ["", "wrong", "\xfc"])
def test_a_forged_update_is_refused_and_leaves_nothing(server: Server, engine: Engine, secret: str) -> None:
    forged = {"update_id": 5, "message": {"message_id": 1, "chat": {"id": 42, "type": "private"}, "text": "hello"}}
    reply = post(server, json.dumps(forged).encode(), secret)
    assert (reply.status, reply.code) == (401, "secret")
    assert not taken_in(engine, "telegram", "5")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400), (b"{", 400), (b"[]", 422), (b"7", 422), (b"{}", 422), (b'{"update_id": "7"}', 422),
        (b'{"update_id": 7, "message": 3}', 422), (b'{"update_id": 8, "message": {"chat": {}}}', 422),
        (b'{"update_id": 9, "callback_query": {"message": {"chat": {"type": "private"}}}}', 422),
        (b'{"update_id": 10}', 200), (b'{"update_id": 11, "poll": {}}', 200), (b"[" * 100_000, 400),
        (b" " * 300_000, 413),
    ],
)  # fmt: skip
def test_what_is_no_update_is_refused_and_what_is_unknown_is_not(server: Server, body: bytes, status: int) -> None:
    assert post(server, body, secret_of((SECRET,), "telegram")).status == status


def test_a_delivery_that_comes_often_is_answered_once(talk: Talk) -> None:
    sent = talk.person.say(INJURY)
    with ThreadPoolExecutor(6) as pool:
        statuses = list(pool.map(lambda _: talk.telegram.deliver(sent), range(12)))
    assert set(statuses) == {200}
    until(lambda: talk.is_answered(sent))
    assert sum("So far I understand" in text for text in texts(talk)) == 1


def test_messages_of_one_person_are_answered_in_their_order(talk: Talk) -> None:
    updates = [talk.person.say(text) for text in ("hello", INJURY, "yes", "why do you ask?")]
    until(lambda: talk.is_answered(updates[-1]))
    answers = " | ".join(texts(talk))
    order = [answers.index(words) for words in ("Before we start", "So far I understand", "cannot wait")]
    assert order == sorted(order)


def test_people_do_not_see_each_other(server: Server, telegram: TelegramServer, engine: Engine) -> None:
    some = {number: Talk.of(telegram, engine, next(people)) for number in range(2, 6)}
    told = "I rolled my {} ankle {} days ago, the outside is swollen and bruised"
    sides = dict(zip(some, ("left", "right", "left", "right"), strict=True))
    updates = {number: one.person.say(told.format(sides[number], number)) for number, one in some.items()}
    until(lambda: all(one.is_answered(updates[number]) for number, one in some.items()))
    for number, one in some.items():
        assert f"{sides[number]} ankle" in texts(one)[0]
        assert f"{number} days" in texts(one)[0]


def test_too_many_calls_are_tried_again_after_the_time_that_telegram_names(talk: Talk) -> None:
    talk.telegram.rate_limit(1, 1, talk.person.chat["id"])
    talk.say(INJURY)
    first, second, *_ = calls(talk, "sendMessage")
    assert (first.status, second.status) == (429, 200)
    assert second.at - first.at >= 1
    assert first.parameters["text"] == second.parameters["text"]


def test_a_gateway_that_fails_loses_nothing_and_keeps_the_order(talk: Talk) -> None:
    talk.telegram.fail_next(2, 502, "sendMessage")
    said = [shown.text for shown in talk.say(INJURY)]
    assert "So far I understand" in said[0]
    assert "Before we start" in said[1]


def test_a_lost_answer_repeats_one_piece_at_most(talk: Talk) -> None:
    talk.telegram.drop_next(1, "sendMessage")
    said = [shown.text for shown in talk.say(INJURY)]
    assert [text[:12] for text in said] in (
        ["So far I und", "So far I und", "Before we st"],
        ["So far I und", "Before we st"],
    )


def test_who_blocked_the_bot_is_left_alone_and_answered_when_they_write_again(talk: Talk) -> None:
    talk.say(INJURY)
    talk.do(talk.person.block)
    before = len(calls(talk, "sendMessage"))
    talk.do(talk.person.unblock)
    assert len(calls(talk, "sendMessage")) == before
    assert "cannot wait" in talk.say("yes")[-1].text


def test_somebody_who_blocks_in_the_middle_of_an_answer_stops_nothing(talk: Talk) -> None:
    talk.telegram._shut[talk.person.chat["id"]] = "bot was blocked by the user"
    assert talk.say(INJURY) == []
    talk.do(talk.person.unblock)
    assert "Before we start" in texts(talk)[-1], "what was not sent then is sent now"


def test_media_edits_groups_and_unknown_updates(talk: Talk) -> None:
    for deed in (talk.person.photo, talk.person.voice, talk.person.sticker, talk.person.document, talk.person.location,
                 talk.person.contact):  # fmt: skip
        said = talk.do(deed)
        assert "I can only read words" in said[0].text
        assert "999" in said[0].text
    said = talk.do(lambda: talk.person.photo("this is my swollen left ankle, twisted it today"))
    assert "I can't open what you sent" in said[0].text
    assert "left ankle" in said[1].text
    first = talk.person.say("hello")
    until(lambda: talk.is_answered(first))
    talk.seen = len(talk.mine)
    said = talk.do(lambda: talk.person.edit(first["message"]["message_id"], "hello!"))
    assert "you changed an earlier message" in said[0].text
    group = Talk(talk.telegram, talk.engine, talk.telegram.group(talk.person))
    said = group.say(f"@{talk.telegram.username} my ankle hurts")
    assert [shown.text[:30] for shown in said] == ["What is wrong with your ankle "]
    for one in (group.person.say("nice run today"), talk.telegram.channel_post(), talk.telegram.unknown_update()):
        until(lambda one=one: any(id == one["update_id"] for id, _ in talk.telegram.deliveries))
    assert len(group.mine) == 1
    assert {status for _, status in talk.telegram.deliveries[-3:]} == {200}


def test_commands(talk: Talk) -> None:
    assert talk.say("/start")[0].text.startswith("Hello, I'm Malleo")
    assert "/delete" in talk.say("/help")[0].text
    talk.say(INJURY)
    talk.tap(YES)
    assert len(talk.say("/start")) >= 1
    assert "stop" in talk.say("/stop@ankle_test_bot")[0].text.lower()
    said = talk.say("/unheard_of my ankle hurts")
    assert said, "what is no command of ours is read as words"


def test_delete_removes_everything_and_whoever_writes_again_is_new(talk: Talk, engine: Engine) -> None:
    talk.say(INJURY)
    talk.tap(YES)
    mark = Addresses((SECRET,)).marks("telegram", {"chat": str(talk.person.chat["id"])})[0]
    before = contacts.find(engine, "telegram", mark)
    talk.say("/delete")
    talk.tap("Yes, delete it")
    talk.telegram.wait_for(lambda: any(text.startswith("Done. Everything you told me") for text in texts(talk)))
    assert contacts.find(engine, "telegram", mark) is None
    assert "Before we start" in talk.say("my right ankle hurts")[-1].text
    after = contacts.find(engine, "telegram", mark)
    assert before is not None
    assert after is not None
    assert before.conversation != after.conversation


def test_the_picture_for_the_place_is_numbered_like_the_answers(talk: Talk) -> None:
    talk.say("my left ankle hurts when I run, since three weeks")
    talk.tap(YES)
    for _ in range(8):
        if any(shown.photo for shown in talk.mine):
            break
        labels = talk.buttons
        talk.tap(next(label for label in (NONE, "No", "Not sure", labels[0]) if label in labels))
    picture, question = talk.mine[-2:]
    assert picture.photo == "ankle.png"
    assert picture.text == "The numbers are those of the answers below."
    assert "1. " in question.text
    content = calls(talk, "sendPhoto")[0].files["photo"][1]
    assert content.startswith(b"\x89PNG")


def test_the_report_comes_as_a_file_with_the_words_of_the_person(talk: Talk) -> None:
    assert "nothing to put into a report" in talk.say("/report")[0].text
    interviewed(talk)
    (sent,) = talk.say("/report")
    assert (sent.document, sent.text[:11]) == ("ankle-report.pdf", "Your report")
    read = pdf_text(calls(talk, "sendDocument")[-1].files["document"][1])
    assert "How soon to be seen" in read
    assert "the foot rolled inwards (“rolled my left ankle”, message 1)" in read
    assert str(talk.person.chat["id"]) not in read
    talk.say("the pain is 7 out of 10 now")
    report, chart = talk.say("/report")
    assert (report.document, chart.document) == ("ankle-report.pdf", "ankle-pain.png")


def test_a_delivery_that_cannot_be_read_is_told_and_stops_no_other(talk: Talk, engine: Engine) -> None:
    talk.say(INJURY)
    seals, address = Addresses((SECRET,)), {"chat": str(talk.person.chat["id"])}
    mark = seals.marks("telegram", address)[0]
    broken = Arrived("telegram", f"broken {mark}", mark, seals.seal(address), "0", {"kind": "text"})
    take_in(engine, broken)
    texts_said = [shown.text for shown in talk.say("no, it was the day before yesterday")]
    assert any("went wrong on my side" in text for text in texts_said)
    assert any("the day before yesterday" in text or "2 days" in text for text in texts_said)


def test_a_payload_that_cannot_be_shown_is_told_in_words_and_stops_nothing(talk: Talk, engine: Engine) -> None:
    talk.say(INJURY)
    mark = Addresses((SECRET,)).marks("telegram", {"chat": str(talk.person.chat["id"])})[0]
    reached = contacts.find(engine, "telegram", mark)
    assert reached is not None
    store = MalleoTrackerStore(Domain.load(str(settings.ROOT / "domain.yml")), engine=engine)
    strange = Message.of("question", "Where is it now?", id="from another version", kind="regions")
    assert asyncio.run(Shelf(store).push(reached.conversation, strange)) == "sent"
    talk.telegram.wait_for(lambda: texts(talk)[-1] == "Where is it now?")
    talk.seen = len(talk.mine)
    assert talk.say("no, it was the day before yesterday")


def test_an_answer_tapped_the_moment_it_appears_counts(talk: Talk) -> None:
    talk.person.say(INJURY)
    asked = talk.telegram.wait_for(lambda: [one for one in talk.mine if one.keyboard])
    talk.do(lambda: talk.person.tap(asked[0], YES))
    assert any(f"You chose: {YES}" in shown.text for shown in talk.mine)


def test_who_was_given_a_result_is_asked_later_how_it_is(talk: Talk, engine: Engine) -> None:
    interviewed(talk)
    mark = Addresses((SECRET,)).marks("telegram", {"chat": str(talk.person.chat["id"])})[0]
    reached = contacts.find(engine, "telegram", mark)
    assert reached is not None
    days_ago = datetime.now(UTC) - timedelta(days=1)
    with database.writing(engine, "let days go by") as connection:
        given = select(Assessment.id).where(Assessment.conversation_id == reached.conversation).scalar_subquery()
        due = {"conversation_id": reached.conversation, "assessment_id": given, "due_at": days_ago}
        connection.execute(insert(CheckIn).values(**due, state="waiting", attempts=0))
        this = update(Conversation).where(Conversation.id == reached.conversation)
        connection.execute(this.values(last_turn_at=days_ago))
    done = subprocess.run([sys.executable, "-m", "bot", "worker", "--once"], cwd=settings.ROOT, check=True)
    assert done.returncode == 0
    asked = talk.telegram.wait_for(lambda: [one for one in talk.mine if "How is it now?" in one.text and one.keyboard])
    talk.seen = len(talk.mine)
    label = asked[-1].keyboard[0][0]["text"]
    assert talk.tap(label), "it is answered like any other question"


def test_no_number_of_a_chat_is_kept_or_logged(server: Server, talk: Talk, own_database: Path, engine: Engine) -> None:
    talk.say(INJURY)
    talk.tap(YES)
    number = str(talk.person.chat["id"]).encode()
    for path in own_database.parent.glob("malleo.db*"):
        assert number not in path.read_bytes()
    with database.reading(engine, "look") as connection:
        sealed = connection.scalars(select(Contact.address)).all()
    assert Addresses((SECRET,)).open(sealed[-1])["chat"].isdigit()


def test_what_was_kept_before_a_crash_is_answered_by_the_next_process(tmp_path: Path, trained_model: Path) -> None:
    with TelegramServer() as telegram, new_database(f"sqlite:///{tmp_path / 'malleo.db'}") as engine:
        person, seals = telegram.person(4711), Addresses((SECRET,))
        address = {"chat": "4711"}
        mark = seals.marks("telegram", address)[0]
        for number, text in enumerate((INJURY, "yes")):  # a process kept them, acknowledged them, and died
            body = {"kind": "text", "text": text}
            take_in(engine, Arrived("telegram", str(number), mark, seals.seal(address), f"{number:020d}", body))
        with telegram_bot(telegram, {"MALLEO_DATABASE_URL": f"sqlite:///{tmp_path / 'malleo.db'}"}):
            until(lambda: quiet(engine, "telegram"))
        said = [shown.text for shown in telegram.sent]
        assert ["So far I understand" in said[0], "Before we start" in said[1]] == [True, True]
        assert "cannot wait" in said[-1]
        assert person


def test_a_process_killed_between_receipt_and_reply_replies_once_it_is_back(
    tmp_path: Path, trained_model: Path
) -> None:
    with TelegramServer() as telegram, new_database(f"sqlite:///{tmp_path / 'malleo.db'}") as engine:
        address = {"MALLEO_DATABASE_URL": f"sqlite:///{tmp_path / 'malleo.db'}"}
        with telegram_bot(telegram, address) as server:
            talk = Talk.of(telegram, engine, 4711)
            telegram.fail_next(1000, 502, "sendMessage")
            sent = talk.person.say(INJURY)
            telegram.wait_for(lambda: any(call.method == "sendMessage" for call in telegram.calls))
            server.kill()
            telegram._faults.clear()
            server.start()
            until(lambda: talk.is_answered(sent))
            assert [text[:12] for text in texts(talk)] == ["So far I und", "Before we st"]


def test_storage_that_fails_is_told_once_and_the_message_is_answered_when_it_is_back(
    tmp_path: Path, trained_model: Path
) -> None:
    address = f"sqlite:///{tmp_path / 'malleo.db'}"
    with (
        TelegramServer(second=0.2) as telegram,
        new_database(address) as engine,
        telegram_bot(telegram, {"MALLEO_DATABASE_URL": address}),
    ):
        talk = Talk.of(telegram, engine, 4711)
        holder = sqlite3.connect(tmp_path / "malleo.db", isolation_level=None, timeout=30)
        holder.execute("BEGIN IMMEDIATE")
        sent = talk.person.say("my foot is cold and white after a fall")
        telegram.wait_for(lambda: any("could not save" in shown.text for shown in telegram.sent), 60)
        assert "emergency number" in telegram.sent[0].text, "the warning needs no storage"
        holder.execute("ROLLBACK")
        holder.close()
        until(lambda: talk.is_answered(sent))
        assert sum("could not save" in text for text in texts(talk)) == 1
        assert any(status == 503 for _, status in telegram.deliveries)


def post(server: Server, body: bytes, secret: str) -> Reply:
    headers = {"Content-Type": "application/json", "X-Telegram-Bot-Api-Secret-Token": secret}
    return ask(server, "POST", PATH, body, headers)

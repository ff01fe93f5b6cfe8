"""The stand-in for Telegram, judged by a client that was written for the real one."""

from __future__ import annotations

import asyncio
import json
import threading
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.error import BadRequest, Conflict, EndPointNotFound, Forbidden, InvalidToken, NetworkError, RetryAfter
from telegram_server import SECRET_HEADER, TelegramServer, units

RUNNER = 4711
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) + b"\r\n--\r\n"


@pytest.fixture
def telegram() -> Iterator[TelegramServer]:
    with TelegramServer() as server:
        server.person(RUNNER)
        yield server


@pytest.fixture
async def bot(telegram: TelegramServer) -> AsyncIterator[Bot]:
    async with Bot(telegram.token, base_url=f"{telegram.url}/bot") as one:
        yield one


def keys(*rows: list[str]) -> InlineKeyboardMarkup:
    """A keyboard whose labels are its data."""
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=label) for label in row] for row in rows])


@contextmanager
def webhook(*answers: int, said: bytes = b"") -> Iterator[tuple[str, list[tuple[str, Any]]]]:
    """The address of a webhook that answers with these statuses, then with 200; and the secret and update of each."""
    left, got = list(answers), []

    class Hook(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            update = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            got.append((self.headers.get(SECRET_HEADER, ""), update))
            self.send_response(left.pop(0) if left else 200)
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Hook) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/hook?of=us", got
        server.shutdown()


async def test_the_client_can_send_and_change_everything(telegram: TelegramServer, bot: Bot) -> None:
    assert (await bot.get_me()).username == telegram.username
    asked = await bot.send_message(RUNNER, " <b>Where</b> &lt;is&gt; it? ", "HTML", reply_markup=keys(["heel", "toe"]))
    assert asked.text == "Where <is> it?"
    assert [(one.type, asked.parse_entity(one)) for one in asked.entities] == [("bold", "Where")]
    assert asked.from_user == bot.bot
    photo = await bot.send_photo(RUNNER, PNG, caption="Numbered", filename="fuß.png")
    again = await bot.send_photo(RUNNER, photo.photo[-1].file_id)
    assert again.photo[-1].file_unique_id == photo.photo[-1].file_unique_id
    letter = await bot.send_document(RUNNER, PNG, filename="letter.pdf")
    assert letter.document.file_name == "letter.pdf"
    assert await bot.send_chat_action(RUNNER, "typing")
    changed = await bot.edit_message_text("Which toe?", RUNNER, asked.message_id, reply_markup=keys(["big"], ["none"]))
    assert isinstance(changed, Message)
    assert changed.edit_date
    await bot.edit_message_reply_markup(RUNNER, asked.message_id)
    await bot.edit_message_caption(RUNNER, photo.message_id, caption="In numbers")
    assert await bot.delete_message(RUNNER, letter.message_id)
    seen = [(one.text, one.keyboard, one.photo) for one in telegram.sent]
    assert seen == [("Which toe?", [], ""), ("In numbers", [], "fuß.png"), ("", [], "fuß.png")]
    sent = next(call for call in telegram.calls if call.method == "sendPhoto")
    assert (sent.parameters["chat_id"], sent.files) == (RUNNER, {"photo": ("fuß.png", PNG)})


async def test_the_client_can_set_up_the_bot(telegram: TelegramServer, bot: Bot) -> None:
    url = "https://bot.example/hook"
    assert await bot.set_webhook(url, secret_token="x" * 256, allowed_updates=["message"])
    known = await bot.get_webhook_info()
    assert (known.url, known.allowed_updates, known.pending_update_count) == (url, ("message",), 0)
    with pytest.raises(Conflict, match="webhook is active"):
        await bot.get_updates()
    assert await bot.delete_webhook(drop_pending_updates=True)
    assert not (await bot.get_webhook_info()).url
    assert await bot.set_my_commands([("start", "Begin anew")])
    assert await bot.set_my_description("Asks about your ankle")
    assert await bot.set_my_short_description("Ankle pain")
    group = telegram.group(telegram.person(RUNNER)).chat["id"]
    assert await bot.leave_chat(group)
    with pytest.raises(Forbidden, match="not a member"):
        await bot.send_message(group, "Still here?")
    assert telegram.calls[-3].parameters["short_description"] == "Ankle pain"
    assert {call.status for call in telegram.calls[:-1]} == {200, 409}


def say(text: str, **more: Any) -> Callable[[Bot], Any]:
    return lambda bot: bot.send_message(RUNNER, text, **more)


def show(markup: InlineKeyboardMarkup) -> Callable[[Bot], Any]:
    return say("Where?", reply_markup=markup)


def link(url: str) -> Callable[[Bot], Any]:
    return show(InlineKeyboardMarkup([[InlineKeyboardButton("Read", url=url)]]))


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (say(""), "Message text is empty"),
        (say(" \n"), "Text must be non-empty"),
        (say("<b></b>", parse_mode="HTML"), "Text must be non-empty"),
        (say("a" * 4097), "Message is too long"),
        (say("🦶" * 2049), "Message is too long"),
        (say("a", parse_mode="MarkdownV3"), "Unsupported parse_mode"),
        (say("<b>a", parse_mode="HTML"), 'end tag corresponding to start tag "b"'),
        (say("<b><i>a</b></i>", parse_mode="HTML"), 'byte offset 7, expected "</i>", found "</b>"'),
        (say("a</b>", parse_mode="HTML"), "Unexpected end tag at byte offset 1"),
        (say("über <br> a", parse_mode="HTML"), 'Unsupported start tag "br" at byte offset 6'),
        (say("a < b", parse_mode="HTML"), "Unclosed start tag at byte offset 2"),
        (say("<3", parse_mode="HTML"), "Unclosed start tag at byte offset 0"),
        (say("run & rest", parse_mode="HTML"), "Unexpected '&' at byte offset 4"),
        (say("a&nbsp;b", parse_mode="HTML"), "Unexpected '&' at byte offset 1"),
        (show(keys(["ü" * 33])), "Button_data_invalid"),
        (show(InlineKeyboardMarkup([[InlineKeyboardButton("a", callback_data="")]])), "Text buttons are unallowed"),
        (show(InlineKeyboardMarkup([[InlineKeyboardButton("", callback_data="a")]])), "Button_text_invalid"),
        (show(keys(list("abcdefghi"))), "Reply_markup_too_long"),
        (show(keys(*[["a"]] * 101)), "Reply_markup_too_long"),
        (link("tel:112"), "Wrong HTTP URL"),
        (link("ftp://runner.example"), "Unsupported URL protocol"),
        (lambda bot: bot.send_photo(RUNNER, PNG, caption="a" * 1025), "Message caption is too long"),
        (lambda bot: bot.send_photo(RUNNER, b"no picture"), "Image_process_failed"),
        (lambda bot: bot.send_document(RUNNER, "no-file-id"), "Wrong file identifier"),
        (lambda bot: bot.send_message(1, "Anybody?"), "Chat not found"),
        (lambda bot: bot.send_chat_action(RUNNER, "dancing"), "Wrong parameter action"),
        (lambda bot: bot.edit_message_text("a", RUNNER, 1), "Message to edit not found"),
        (lambda bot: bot.delete_message(RUNNER, 1), "Message to delete not found"),
        (lambda bot: bot.answer_callback_query("12"), "query ID is invalid"),
        (lambda bot: bot.answer_callback_query("12", "a" * 201), "Message_too_long"),
        (lambda bot: bot.set_webhook("http://bot.example"), "An HTTPS URL must be provided"),
        (lambda bot: bot.set_webhook("https://bot.example:5005"), "only on ports 80, 88, 443 or 8443"),
        (lambda bot: bot.set_webhook("https://bot.example", secret_token="a+b"), "unallowed characters"),
        (lambda bot: bot.set_webhook("https://bot.example", secret_token="a" * 257), "token is too long"),
        (lambda bot: bot.set_webhook("https://bot.example", allowed_updates="message"), "allowed updates"),
        (lambda bot: bot.set_my_commands([("Start", "Begin")]), "Bot_command_invalid"),
        (lambda bot: bot.set_my_description("a" * 513), "description is too long"),
        (lambda bot: bot.leave_chat(RUNNER), "private chats"),
    ],
)
async def test_what_telegram_refuses_is_refused(bot: Bot, act: Callable[[Bot], Any], why: str) -> None:
    with pytest.raises(BadRequest) as refused:
        await act(bot)
    assert why.lower() in refused.value.message.lower()


async def test_the_most_that_telegram_takes_is_taken(bot: Bot) -> None:
    html = f"<b>{'🦶' * 2048}</b>" + "<i></i>" * 100
    assert units((await bot.send_message(RUNNER, html, "HTML")).text) == 4096
    await bot.send_message(RUNNER, "Where?", reply_markup=keys(*[list("abcdefgh")] * 12, ["ü" * 32, "i", "j", "k"]))
    nested = await bot.send_message(RUNNER, '<a href="https://a.example/?b&amp;c">d <s>e</s></a>&#102;', "HTML")
    assert [(one.type, one.url) for one in nested.entities] == [
        ("text_link", "https://a.example/?b&c"),
        ("strikethrough", None),
    ]
    assert nested.text == "d ef"


async def test_a_message_is_changed_to_something_else_only(bot: Bot) -> None:
    sent = await bot.send_message(RUNNER, "Where?", reply_markup=keys(["heel"]))
    with pytest.raises(BadRequest, match="Message is not modified"):
        await sent.edit_text("Where?", reply_markup=keys(["heel"]))
    await sent.edit_text("Where?")
    with pytest.raises(BadRequest, match="Message is not modified"):
        await sent.edit_reply_markup()
    assert await sent.edit_text("<i>Where?</i>", "HTML")


async def test_who_blocked_the_bot_hears_nothing(telegram: TelegramServer, bot: Bot) -> None:
    runner = telegram.person(RUNNER)
    runner.block()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(RUNNER, "Are you well?")
    runner.unblock()
    await bot.send_message(RUNNER, "Are you well?")


async def test_troubles_reach_the_client_as_what_they_are(telegram: TelegramServer, bot: Bot) -> None:
    telegram.person(12)
    telegram.rate_limit(1, 7, chat_id=RUNNER)
    await bot.send_message(12, "to somebody else")
    with pytest.raises(RetryAfter, match="Retry in 7 seconds"):
        await bot.send_message(RUNNER, "limited")
    telegram.fail_next(1)
    with pytest.raises(NetworkError, match="Bad Gateway"):
        await bot.send_message(RUNNER, "failed")
    telegram.drop_next(1, "sendMessage")
    await bot.get_me()
    with pytest.raises(NetworkError, match="disconnected"):
        await bot.send_message(RUNNER, "done, not answered")
    assert [one.text for one in telegram.sent] == ["to somebody else", "done, not answered"]
    assert [call.status for call in telegram.calls[-5:]] == [200, 429, 502, 200, 0]
    with pytest.raises(EndPointNotFound):
        await bot.do_api_request("sendThought")
    with pytest.raises(InvalidToken):
        await Bot("1:wrong", base_url=f"{telegram.url}/bot").initialize()


def test_every_form_of_a_body_is_read(telegram: TelegramServer) -> None:
    bodies = {
        "application/json": json.dumps({"chat_id": RUNNER, "text": "Hi", "reply_markup": {"inline_keyboard": []}}),
        "application/x-www-form-urlencoded": f"chat_id={RUNNER}&text=Hi&reply_markup=%7B%22inline_keyboard%22:[]%7D",
    }
    for kind, body in bodies.items():
        address = f"{telegram.url}/bot{telegram.token}/sendmessage"
        urllib.request.urlopen(urllib.request.Request(address, body.encode(), {"Content-Type": kind})).close()
    assert telegram.calls[0].parameters == telegram.calls[1].parameters
    telegram.rate_limit(1, 3)
    with pytest.raises(urllib.error.HTTPError) as limited:
        urllib.request.urlopen(f"{telegram.url}/bot{telegram.token}/sendMessage?chat_id={RUNNER}&text=Hi")
    assert limited.value.headers["Retry-After"] == "3"
    assert json.load(limited.value) == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 3",
        "parameters": {"retry_after": 3},
    }


async def test_what_people_do_comes_as_the_client_knows_it(telegram: TelegramServer, bot: Bot) -> None:
    runner = telegram.person(RUNNER, username="robin", language_code="de")
    there = telegram.group(runner)
    await bot.send_message(RUNNER, "Where?", reply_markup=keys(["heel", "toe"]))
    [asked] = telegram.sent
    said = runner.say("🦶 /start@ankle_test_bot now")
    made = [
        said,
        runner.edit(said["message"]["message_id"], "/stop"),
        runner.tap(asked, "toe"),
        *(runner.photo("My heel"), runner.voice(), runner.sticker(), runner.document()),
        *(runner.location(), runner.contact(), runner.block(), runner.unblock()),
        there.say(f"@{telegram.username} hello"),
        telegram.channel_post(),
        telegram.unknown_update(),
    ]
    got = await bot.get_updates(timeout=50)
    assert got == tuple(Update.de_json(one, bot) for one in made)
    assert [one.update_id for one in got] == sorted(one["update_id"] for one in made)
    message, edited, tapped, photo, voice, sticker, document, place, contact, blocked, back, grouped, post, new = got
    command = message.message.entities[0]
    assert message.message.parse_entity(command) == "/start@ankle_test_bot"
    assert (message.effective_user.language_code, message.effective_chat.username) == ("de", "robin")
    assert (edited.edited_message.text, edited.edited_message.message_id) == ("/stop", message.message.message_id)
    assert (tapped.callback_query.data, tapped.callback_query.message.reply_markup) == ("toe", keys(["heel", "toe"]))
    assert (photo.message.caption, photo.message.photo[-1].width) == ("My heel", 1280)
    assert (voice.message.voice.duration, sticker.message.sticker.emoji) == (4, "🦶")
    assert (document.message.document.mime_type, contact.message.contact.user_id) == ("application/pdf", RUNNER)
    assert place.message.location.latitude == 52.52
    assert blocked.my_chat_member.new_chat_member.status == back.my_chat_member.old_chat_member.status == "kicked"
    assert grouped.message.parse_entity(grouped.message.entities[0]) == "@ankle_test_bot"
    assert (grouped.effective_chat.type, grouped.effective_user.id) == ("supergroup", RUNNER)
    assert post.channel_post.from_user is None
    assert new.effective_chat is None


async def test_a_callback_query_is_answered_once_and_in_time(telegram: TelegramServer, bot: Bot) -> None:
    runner = telegram.person(RUNNER)
    sent = await bot.send_message(RUNNER, "Where?", reply_markup=keys(["heel", "toe"]))
    [asked] = telegram.sent
    first = runner.tap(asked, "heel")["callback_query"]["id"]
    assert await bot.answer_callback_query(first, "Thank you")
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query(first)
    late = runner.tap(asked, "toe")["callback_query"]["id"]
    assert telegram.unanswered == [late]
    telegram.expire_queries()
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query(late)
    await sent.delete()
    assert not Update.de_json(runner.tap(asked, "toe"), bot).callback_query.message.is_accessible
    with pytest.raises(LookupError, match="heel"):
        runner.tap(asked, "knee")


async def test_a_poll_waits_and_ends_for_the_next_one(telegram: TelegramServer, bot: Bot) -> None:
    runner = telegram.person(RUNNER)
    telegram.second = 1
    async with Bot(telegram.token, base_url=f"{telegram.url}/bot") as twin:
        poll = asyncio.create_task(bot.get_updates(timeout=50))
        await asyncio.to_thread(telegram.wait_for, lambda: telegram._polls == 1)
        other = asyncio.create_task(twin.get_updates(timeout=50))
        with pytest.raises(Conflict, match="terminated by other getUpdates"):
            await poll
        first, second = runner.say("one"), runner.say("two")
        assert (await other)[0].update_id == first["update_id"]
    third = runner.say("three")
    left = [second["update_id"], third["update_id"]]
    assert [one.update_id for one in await bot.get_updates(second["update_id"])] == left
    assert [one.update_id for one in await bot.get_updates(-1)] == left[1:]
    assert (await bot.get_webhook_info()).pending_update_count == 1


async def test_only_wanted_kinds_come(telegram: TelegramServer, bot: Bot) -> None:
    await bot.get_updates(allowed_updates=["callback_query"])
    telegram.person(RUNNER).say("unwanted")
    telegram.unknown_update()
    await bot.get_updates(allowed_updates=[])
    wanted = telegram.person(RUNNER).say("wanted")
    assert [one.update_id for one in await bot.get_updates()] == [wanted["update_id"] - 1, wanted["update_id"]]


def test_a_chat_waits_until_its_first_update_is_accepted(telegram: TelegramServer) -> None:
    runner, other = telegram.person(RUNNER), telegram.person(12)
    with webhook(500, 503, 404, 410) as (url, got):
        first, second = runner.say("one"), runner.say("two")
        telegram.webhook_to(url, "shared-secret")
        telegram.wait_for(lambda: (second["update_id"], 200) in telegram.deliveries)
        third = other.say("three")
        telegram.wait_for(lambda: (third["update_id"], 200) in telegram.deliveries)
        assert telegram.deliveries == [
            *((first["update_id"], status) for status in (500, 503, 404, 410, 200)),
            (second["update_id"], 200),
            (third["update_id"], 200),
        ]
        assert got == [("shared-secret", first)] * 5 + [("shared-secret", second), ("shared-secret", third)]


def test_the_first_failure_is_tried_again_at_once_and_the_next_later(telegram: TelegramServer) -> None:
    telegram.second = 3600
    runner, other = telegram.person(RUNNER), telegram.person(12)
    with webhook(500, 500) as (url, got):
        telegram.webhook_to(url)
        first = runner.say("one")
        telegram.wait_for(lambda: len(telegram.deliveries) == 2)
        # Another chat does not wait for this one.
        second = other.say("two")
        telegram.wait_for(lambda: len(telegram.deliveries) == 3)
        assert [one["update_id"] for _, one in got] == [first["update_id"]] * 2 + [second["update_id"]]
        telegram.webhook_to(url)
        telegram.wait_for(lambda: telegram.deliveries[3:] == [(first["update_id"], 200)])


def test_an_update_can_come_twice_and_be_forged(telegram: TelegramServer) -> None:
    with webhook(200, 200, 401) as (url, got):
        telegram.webhook_to(url, "shared-secret")
        update = telegram.person(RUNNER).say("one")
        telegram.wait_for(lambda: telegram.deliveries)
        assert telegram.deliver(update) == 200
        assert telegram.deliver(update, secret="guess") == 401
        assert telegram.deliver(update, secret="") == 200
        assert [secret for secret, _ in got] == ["shared-secret", "shared-secret", "guess", ""]


async def test_a_webhook_that_is_not_there_is_an_error_of_its_info(telegram: TelegramServer, bot: Bot) -> None:
    await bot.set_webhook("https://bot.example/hook")
    update = telegram.person(RUNNER).say("one")
    await asyncio.to_thread(telegram.wait_for, lambda: (update["update_id"], 0) in telegram.deliveries)
    known = await bot.get_webhook_info()
    assert (known.pending_update_count, bool(known.last_error_message)) == (1, True)


def test_a_method_in_the_answer_of_a_webhook_is_called(telegram: TelegramServer) -> None:
    answer = {"method": "sendMessage", "chat_id": RUNNER, "text": "Hi"}
    with webhook(said=json.dumps(answer).encode()) as (url, _):
        telegram.webhook_to(url)
        telegram.person(RUNNER).say("one")
        assert telegram.wait_for(lambda: telegram.sent)[0].text == "Hi"

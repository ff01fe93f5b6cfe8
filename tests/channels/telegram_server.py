"""A stand-in for Telegram: its Bot API on this machine, as strict as the real one, and the people who write to the bot.

The rules and the words of refusals are those of tdlib/telegram-bot-api (Client.cpp, WebhookActor.cpp) and tdlib/td
(MessageEntity.cpp). Stricter on purpose: an `&` that begins no entity, a ninth button in a row, `allowed_updates` that
are no list. Left out: Markdown, files behind URLs, updates older than a day, a webhook that answers 410 for long.
"""

from __future__ import annotations

import copy
import html
import http.client
import itertools
import json
import re
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

Json = dict[str, Any]
Files = dict[str, tuple[str, bytes]]

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"

_first_update_ids = itertools.count(700_000_001, 1_000_000)
"""No two bots of one process share a number: their tests may share a database."""


@dataclass(frozen=True)
class Call:
    """One call of the bot.

    Attributes:
        parameters: with JSON decoded, however they came.
        files: name and content by parameter.
        at: when it came, in seconds of a monotonic clock.
        status: what it was answered with; 0 when the answer was lost.
    """

    method: str
    parameters: Json
    files: Files
    at: float
    status: int


@dataclass(frozen=True)
class Shown:
    """A message of the bot as its reader sees it; photo and document are names of files."""

    message_id: int
    chat_id: int
    text: str
    keyboard: list[list[Json]]
    photo: str = ""
    document: str = ""


@dataclass(frozen=True)
class Person:
    """Somebody in a chat with the bot. Every deed returns its update, which is on its way by then."""

    server: TelegramServer
    user: Json
    chat: Json

    def say(self, text: str) -> Json:
        return self._write(text=text, **_found_entities(text))

    def tap(self, shown: Shown, choice: str) -> Json:
        """Presses a button of a message, by its label or its data. Raises `LookupError` when it is not there."""
        buttons = [button for row in shown.keyboard for button in row if "callback_data" in button]
        for button in buttons:
            if choice in (button["text"], button["callback_data"]):
                return self.press(shown.message_id, button["callback_data"])
        raise LookupError(f"no button {choice!r}, only {[button['text'] for button in buttons]}")

    def press(self, message_id: int, data: str) -> Json:
        """Sends data of a button, whether there is one or not: a changed app can do that."""
        return self._happened("callback_query", self.server._ask(self, message_id, data))

    def edit(self, message_id: int, text: str) -> Json:
        edited = {"entities": None, "text": text, **_found_entities(text), "edit_date": _now()}
        return self._happened("edited_message", self.server._change(self.chat["id"], message_id, edited))

    def photo(self, caption: str | None = None) -> Json:
        sizes = [{**_file("photo"), "width": side, "height": side * 3 // 4} for side in (320, 1280)]
        return self._write(photo=sizes, caption=caption)

    def voice(self) -> Json:
        return self._write(voice={**_file("voice"), "duration": 4, "mime_type": "audio/ogg"})

    def sticker(self) -> Json:
        kind = {"type": "regular", "is_animated": False, "is_video": False, "emoji": "🦶", "set_name": "feet"}
        return self._write(sticker={**_file("sticker"), "width": 512, "height": 512, **kind})

    def document(self) -> Json:
        return self._write(document={**_file("document"), "file_name": "letter.pdf", "mime_type": "application/pdf"})

    def location(self) -> Json:
        return self._write(location={"latitude": 52.52, "longitude": 13.405})

    def contact(self) -> Json:
        name = {"first_name": self.user["first_name"], "user_id": self.user["id"]}
        return self._write(contact={"phone_number": "+15550100", **name})

    def block(self) -> Json:
        """Stops the bot; in a group, removes it."""
        private = self.chat["type"] == "private"
        return self._let("kicked", "blocked by the user" if private else "kicked from the supergroup chat")

    def unblock(self) -> Json:
        return self._let("member", "")

    def _write(self, **content: Any) -> Json:
        return self._happened("message", self.server._keep(self.user, self.chat, content))

    def _let(self, status: str, why: str) -> Json:
        """Changes what the bot is in the chat."""
        self.server._shut[self.chat["id"]] = why and f"bot was {why}"
        before = "member" if why else "kicked"
        was, now = ({"user": self.server.bot, "status": one, "until_date": 0} for one in (before, status))
        change = {"chat": self.chat, "from": self.user, "date": _now(), "old_chat_member": was, "new_chat_member": now}
        return self._happened("my_chat_member", change)

    def _happened(self, kind: str, content: Json) -> Json:
        return self.server._happened(kind, content, self.chat["id"])


class TelegramServer:
    """Telegram, for the time of a `with`.

    Args:
        https_only: refuse the addresses of webhooks that Telegram refuses.
        second: how many seconds one of Telegram's takes, in long polls and between deliveries.
        answer_within: seconds that a webhook has for its answer.

    Attributes:
        url: where a bot calls `{url}/bot{token}/{method}`.
        calls: the bot's, in the order in which they ended.
        deliveries: update and status of each attempt; status 0 when no answer came.
        unanswered: callback queries whose buttons still show that they wait.
    """

    def __init__(self, *, https_only: bool = True, second: float = 0.02, answer_within: float = 60.0) -> None:
        self.https_only, self.second, self.answer_within = https_only, second, answer_within
        self.token, self.username = "987654321:a-token-for-tests-only", "ankle_test_bot"
        self.bot: Json = {"id": 987654321, "is_bot": True, "first_name": "Ankle", "username": self.username}
        self._changed = threading.Condition()
        self.calls: list[Call] = []
        self.deliveries: list[tuple[int, int]] = []
        self.unanswered: list[str] = []
        self._chats: dict[int, Json] = {}
        self._shut: dict[int, str] = {}
        self._messages: dict[tuple[int, int], Json] = {}
        self._files: dict[str, tuple[str, str]] = {}
        self._pending: dict[int, deque[Json]] = {}
        self._webhook: _Webhook | None = None
        self._allowed: list[str] = []
        self._faults: list[_Fault] = []
        self._message_ids, self._update_ids = itertools.count(101), itertools.count(next(_first_update_ids))
        self._polls, self._closing = 0, False
        self._http = _Http(("127.0.0.1", 0), _Handler)
        self._http.telegram = self
        self.url = f"http://127.0.0.1:{self._http.server_port}"

    def __enter__(self) -> TelegramServer:
        threading.Thread(target=self._http.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._http.shutdown()
        self._http.server_close()

    @property
    def sent(self) -> list[Shown]:
        """The bot's messages as they are seen now, the first one first."""
        with self._changed:
            return [self._shown(one) for one in self._messages.values() if one["from"] == self.bot]

    def wait_for(self, predicate: Callable[[], Any], seconds: float = 20) -> Any:
        """What a predicate finds, as soon as it finds something. Raises `AssertionError` when it never does."""
        with self._changed:
            found = self._changed.wait_for(predicate, seconds)
            last = [(call.method, call.parameters, call.status) for call in self.calls[-5:]]
            assert found, f"not within {seconds} s; deliveries {self.deliveries[-5:]}, calls {last}"
            return found

    def rate_limit(self, count: int, retry_after: int, chat_id: int | None = None) -> None:
        """Refuses the next sends, of one chat or of all, as too many."""
        self._faults.append(_Fault(count, 429, ("sendMessage", "sendPhoto", "sendDocument"), chat_id, retry_after))

    def fail_next(self, count: int, status: int = 502, method: str = "") -> None:
        """Answers the next calls, of one method or of all, with the page of a gateway that did not get through."""
        self._faults.append(_Fault(count, status, (method,) if method else ()))

    def drop_next(self, count: int, method: str = "") -> None:
        """Does the next calls, of one method or of all, and loses the answers."""
        self._faults.append(_Fault(count, 0, (method,) if method else ()))

    def expire_queries(self) -> None:
        """From now on it is too late to answer the callback queries of before."""
        with self._changed:
            self.unanswered.clear()

    def person(self, id: int, **fields: Any) -> Person:
        """Somebody who has started the bot; fields are those of a Telegram user."""
        user = {"id": id, "is_bot": False, "first_name": "Robin", "language_code": "en", **fields}
        chat: Json = {key: user[key] for key in ("id", "first_name", "last_name", "username") if key in user}
        self._chats[id] = {**chat, "type": "private"}
        return Person(self, user, self._chats[id])

    def group(self, person: Person, id: int = -1001234567890, title: str = "Sunday runners") -> Person:
        """A person as member of a group that the bot is in."""
        self._chats[id] = {"id": id, "title": title, "type": "supergroup"}
        return Person(self, person.user, self._chats[id])

    def channel_post(self, text: str = "Run on Sunday") -> Json:
        chat: Json = {"id": -1009876543210, "title": "Running news", "type": "channel"}
        post = {"message_id": next(self._message_ids), "sender_chat": chat, "chat": chat, "date": _now(), "text": text}
        return self._happened("channel_post", post, chat["id"])

    def unknown_update(self, kind: str = "thought_reading", content: Json | None = None) -> Json:
        """Something new. It comes whatever `allowed_updates` says, as updates of before that choice do."""
        return self._happened(kind, content or {"date": _now()}, 0, wanted=True)

    def webhook_to(self, url: str, secret: str = "") -> None:
        """Sets the webhook without asking whether Telegram would."""
        with self._changed:
            self._webhook = _Webhook(url, secret)
            self._changed.notify_all()

    def deliver(self, update: Json, secret: str | None = None) -> int:
        """Posts an update to the webhook now, once more or forged, and gives the status; "" leaves the secret out."""
        assert self._webhook, "no webhook is set"
        status, _ = self._post(_Webhook(self._webhook.url, self._webhook.secret if secret is None else secret), update)
        with self._changed:
            self.deliveries.append((update["update_id"], status))
            self._changed.notify_all()
        return status

    # What people do, and how the bot hears of it.

    def _keep(self, sender: Json, chat: Json, content: Json) -> Json:
        with self._changed:
            message = {"message_id": next(self._message_ids), "from": sender, "chat": chat, "date": _now(), **content}
            return self._messages.setdefault((chat["id"], message["message_id"]), _without_nothing(message))

    def _change(self, chat_id: int, message_id: int, content: Json) -> Json:
        with self._changed:
            message = self._messages[chat_id, message_id]
            self._messages[chat_id, message_id] = _without_nothing({**message, **content})
            return self._messages[chat_id, message_id]

    def _ask(self, person: Person, message_id: int, data: str) -> Json:
        """A callback query, with the message as it is now."""
        chat = person.chat
        with self._changed:
            self.unanswered.append(str(person.user["id"] << 32 | next(self._message_ids)))
            gone = {"chat": chat, "message_id": message_id, "date": 0}
            message = self._messages.get((chat["id"], message_id), gone)
            asked = {"id": self.unanswered[-1], "from": person.user, "message": message, "data": data}
            return {**asked, "chat_instance": str(abs(chat["id"]) * 8_191)}

    def _happened(self, kind: str, content: Json, chat_id: int, wanted: bool = False) -> Json:
        """Puts an update into the queue of its chat, if the bot wants this kind."""
        with self._changed:
            update = {"update_id": next(self._update_ids), kind: copy.deepcopy(content)}
            if wanted or (kind in self._allowed if self._allowed else kind not in _NOT_UNASKED):
                if chat_id not in self._pending:
                    self._pending[chat_id] = deque()
                    threading.Thread(target=self._carry, args=(self._pending[chat_id],), daemon=True).start()
                self._pending[chat_id].append(update)
                self._changed.notify_all()
            return copy.deepcopy(update)

    def _carry(self, queue: deque[Json]) -> None:
        """Posts the updates of one chat, each only when the one before it was accepted."""
        failures = 0
        while True:
            with self._changed:
                hook = self._changed.wait_for(lambda: self._closing or (queue and self._webhook))
                if not isinstance(hook, _Webhook):
                    return
                update = queue[0]
            status, retry_after = self._post(hook, update)
            with self._changed:
                self.deliveries.append((update["update_id"], status))
                taken = 200 <= status < 300
                failures = 0 if taken else failures + 1
                hook.error = "" if taken else f"Wrong response from the webhook: {status}"
                if taken and queue and queue[0] is update:
                    queue.popleft()
                self._changed.notify_all()
                pause = min(retry_after, 3600) or (min(2 ** (failures - 1), 60) if failures > 1 else 0)
                if failures and self._rest(hook, pause * self.second):
                    failures = 0

    def _rest(self, hook: _Webhook, seconds: float) -> bool:
        """Waits, and tells whether the webhook was set anew meanwhile: then the bot is asked at once."""
        return bool(self._changed.wait_for(lambda: self._closing or self._webhook is not hook, seconds))

    def _post(self, hook: _Webhook, update: Json) -> tuple[int, int]:
        """Status, and how many seconds to wait if the webhook says so. A method in the answer is called."""
        address, status, said, wait = urlsplit(hook.url), 0, b"", ""
        headers = {"Content-Type": "application/json", **({SECRET_HEADER: hook.secret} if hook.secret else {})}
        # Nothing leaves this machine: an address elsewhere is one that does not answer.
        if address.scheme == "http" and address.hostname in ("127.0.0.1", "localhost"):
            connection = http.client.HTTPConnection(address.hostname, address.port or 80, timeout=self.answer_within)
            with suppress(OSError, http.client.HTTPException):
                target = address._replace(scheme="", netloc="").geturl() or "/"
                connection.request("POST", target, json.dumps(update).encode(), headers)
                answer = connection.getresponse()
                said, status, wait = answer.read(), answer.status, answer.headers.get("Retry-After", "")
            connection.close()
        with suppress(ValueError):
            asked: Any = json.loads(said) if 200 <= status < 300 else {}
            method = str(asked.get("method", "")) if isinstance(asked, dict) else ""
            if method and not re.match("get|setwebhook|deletewebhook|close|logout", method, re.IGNORECASE):
                self._answer(method, {name: value for name, value in asked.items() if name != "method"}, {})
        return status, int(wait) if wait.isdigit() else 0

    # The Bot API.

    def _answer(self, method: str, parameters: Json, files: Files) -> tuple[int, Json | str]:
        """Does a call; its status, 0 to give no answer, and what to say."""
        at, name = time.monotonic(), _NAMES.get(method.lower(), method)
        parameters = _typed(parameters)
        with self._changed:
            fits = (fault for fault in self._faults if fault.fits(name, parameters.get("chat_id")))
            if fault := next(fits, None):
                fault.left -= 1
            status, said = self._do(name, {**parameters, **files}, fault)
            status = 0 if self._closing or (fault and not fault.status) else status
            self.calls.append(Call(name, parameters, files, at, status))
            self._changed.notify_all()
        return status, said

    def _do(self, name: str, asked: Json, fault: _Fault | None) -> tuple[int, Json | str]:
        try:
            if name not in _METHODS:
                raise _Refusal(404, "Not Found: method not found")
            if fault and fault.status == 429:
                wait = fault.retry_after
                raise _Refusal(429, f"Too Many Requests: retry after {wait}", {"retry_after": wait})
            if fault and fault.status:
                return fault.status, f"<html><h1>{fault.status}</h1><hr>nginx</html>"
            return 200, {"ok": True, "result": copy.deepcopy(_METHODS[name](self, asked))}
        except _Refusal as refusal:
            return refusal.code, refusal.body

    def _shown(self, message: Json) -> Shown:
        photo = self._files[message["photo"][-1]["file_id"]][1] if "photo" in message else ""
        text = message.get("text") or message.get("caption") or ""
        keyboard = copy.deepcopy(message.get("reply_markup", {}).get("inline_keyboard", []))
        document = message.get("document", {}).get("file_name", "")
        return Shown(message["message_id"], message["chat"]["id"], text, keyboard, photo, document)

    def _chat(self, asked: Json) -> Json:
        if asked.get("chat_id") in (None, ""):
            raise _bad("chat_id is empty")
        if (chat := self._chats.get(asked["chat_id"])) is None:
            raise _bad("chat not found")
        if why := self._shut.get(chat["id"]):
            raise _Refusal(403, f"Forbidden: {why}")
        return chat

    def _message(self, asked: Json, deed: str) -> Json:
        chat = self._chat(asked)
        if not asked.get("message_id"):
            raise _bad("message identifier is not specified")
        if (message := self._messages.get((chat["id"], asked["message_id"]))) is None:
            raise _bad(f"message to {deed} not found")
        return message

    def _send(self, asked: Json, content: Json) -> Json:
        markup, chat = _markup(asked), self._chat(asked)
        return self._keep(self.bot, chat, {**content, "reply_markup": markup})

    def _send_file(self, asked: Json, kind: str) -> Json:
        """An upload, or a file that the server has."""
        caption, given = _caption(asked), asked.get(kind)
        if isinstance(given, str) and given.startswith("attach://"):
            given = asked.get(given.removeprefix("attach://"))
        if not given:
            raise _bad(f"there is no {kind} in the request")
        if isinstance(given, str):
            if given not in self._files:
                raise _bad("wrong file identifier/HTTP URL specified")
            was, name = self._files[given]
            if was != kind:
                raise _bad(f"can't use file of type {was.capitalize()} as {kind.capitalize()}")
            kept: Json = {"file_id": given, "file_unique_id": given[-8:]}
        else:
            name, content = given
            if not content:
                raise _bad("file must be non-empty")
            if kind == "photo" and not content.startswith((b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"RIFF")):
                raise _bad("IMAGE_PROCESS_FAILED")
            kept = {**_file(kind), "file_size": len(content)}
            self._files[kept["file_id"]] = kind, name
        shown: Any = [{**kept, "width": 800, "height": 600}] if kind == "photo" else {**kept, "file_name": name}
        return self._send(asked, {kind: shown, **caption})

    def _send_chat_action(self, asked: Json) -> bool:
        if not re.fullmatch("typing|choose_sticker|find_location|(record|upload)_[a-z_]+", asked.get("action") or ""):
            raise _bad("wrong parameter action in request")
        return bool(self._chat(asked))

    def _edit(self, asked: Json, content: Json) -> Json:
        """Changes a message. Without a keyboard, it loses the one it has."""
        markup, message = _markup(asked, inline=True), self._message(asked, "edit")
        if message["from"] != self.bot:
            raise _bad("message can't be edited")
        if ("text" in content and "text" not in message) or ("caption" in content and "text" in message):
            raise _bad(f"there is no {next(iter(content))} in the message to edit")
        content = {**content, "reply_markup": markup}
        if _without_nothing({**message, **content}) == message:
            same = "specified new message content and reply markup are exactly the same as a current content and reply"
            raise _bad(f"message is not modified: {same} markup of the message")
        return self._change(message["chat"]["id"], message["message_id"], {**content, "edit_date": _now()})

    def _delete_message(self, asked: Json) -> bool:
        message = self._message(asked, "delete")
        return bool(self._messages.pop((message["chat"]["id"], message["message_id"])))

    def _answer_callback_query(self, asked: Json) -> bool:
        if units(asked.get("text") or "") > 200:
            raise _bad("MESSAGE_TOO_LONG")
        if (query := asked.get("callback_query_id")) not in self.unanswered:
            raise _bad("query is too old and response timeout expired or query ID is invalid")
        self.unanswered.remove(query)
        return True

    def _set_webhook(self, asked: Json) -> bool:
        url, secret = asked.get("url") or "", asked.get("secret_token") or ""
        if url and self.https_only and urlsplit(url).scheme != "https":
            raise _bad("bad webhook: An HTTPS URL must be provided for webhook")
        if url and self.https_only and urlsplit(url).port not in (None, 80, 88, 443, 8443):
            raise _bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
        if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", secret):
            raise _bad(
                "secret token is too long" if len(secret) > 256 else "secret token contains unallowed characters"
            )
        self._choose_kinds(asked)
        if asked.get("drop_pending_updates"):
            self._confirm(lambda _: True)
        self._webhook = _Webhook(url, secret) if url else None
        return True

    def _get_webhook_info(self, _: Json) -> Json:
        hook = self._webhook or _Webhook("")
        error = {"last_error_date": _now(), "last_error_message": hook.error} if hook.error else {}
        state = {"has_custom_certificate": False, "pending_update_count": len(self._waiting()), **error}
        return {"url": hook.url, **state, "max_connections": 40, "allowed_updates": self._allowed}

    def _get_updates(self, asked: Json) -> list[Json]:
        if self._webhook:
            how = "use deleteWebhook to delete the webhook first"
            raise _Refusal(409, f"Conflict: can't use getUpdates method while webhook is active; {how}")
        self._choose_kinds(asked)
        offset, most = asked.get("offset") or 0, min(max(asked.get("limit") or 100, 1), 100)
        first = self._waiting()[offset:][0]["update_id"] if offset < 0 and self._waiting() else offset
        self._confirm(lambda update: update["update_id"] < first)
        this = self._polls = self._polls + 1
        self._changed.notify_all()
        self._changed.wait_for(
            lambda: self._closing or self._webhook or self._polls != this or self._waiting(),
            min(max(asked.get("timeout") or 0, 0), 50) * self.second,
        )
        if self._webhook or self._polls != this:
            who = "setWebhook" if self._webhook else "other getUpdates"
            raise _Refusal(409, f"Conflict: terminated by {who} request")
        return self._waiting()[:most]

    def _choose_kinds(self, asked: Json) -> None:
        if (kinds := asked.get("allowed_updates")) is not None:
            if not isinstance(kinds, list) or not all(isinstance(kind, str) for kind in kinds):
                raise _bad("can't parse allowed updates JSON object")
            self._allowed = kinds

    def _waiting(self) -> list[Json]:
        return sorted(itertools.chain(*self._pending.values()), key=lambda update: update["update_id"])

    def _confirm(self, done: Callable[[Json], bool]) -> None:
        for queue in self._pending.values():
            kept = [update for update in queue if not done(update)]
            queue.clear()
            queue.extend(kept)

    def _set_my_commands(self, asked: Json) -> bool:
        commands = asked.get("commands")
        if not isinstance(commands, list) or not commands:
            raise _bad("can't parse commands JSON object")
        if len(commands) > 100:
            raise _bad("BOT_COMMANDS_TOO_MUCH")
        for command in commands:
            if not re.fullmatch("[a-z0-9_]{1,32}", command.get("command", "")):
                raise _bad("BOT_COMMAND_INVALID")
            if not 1 <= units(command.get("description", "")) <= 256:
                raise _bad("BOT_COMMAND_DESCRIPTION_INVALID")
        return True

    def _describe(self, asked: Json, name: str, most: int) -> bool:
        if units(asked.get(name) or "") > most:
            raise _bad(f"{name.replace('_', ' ')} is too long")
        return True

    def _leave_chat(self, asked: Json) -> bool:
        chat = self._chat(asked)
        if chat["type"] == "private":
            raise _bad("chat member status can't be changed in private chats")
        self._shut[chat["id"]] = "bot is not a member of the supergroup chat"
        return True


def units(text: str) -> int:
    """Length as Telegram counts it: UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def _parse_html(source: str) -> tuple[str, list[Json]]:
    """The text that is seen, and its entities. Raises `_Refusal`."""
    text, entities, opened, position = "", [], [], 0
    while mark := _MARK.search(source, position):
        text += source[position : mark.start()]
        where = f"at byte offset {len(source[: mark.start()].encode())}"
        found = (_TAG if mark[0] == "<" else _REFERENCE).match(source, mark.start())
        if found is None:
            raise _unparsed(f"Unclosed start tag {where}" if mark[0] == "<" else f"Unexpected '&' {where}")
        position = found.end()
        if mark[0] == "&":
            text += html.unescape(found[0])
            continue
        name = found["name"].lower()
        if not found["end"]:
            if name not in _TAGS:
                raise _unparsed(f'Unsupported start tag "{name}" {where}')
            opened.append((name, units(text), found["href"]))
            continue
        if not opened:
            raise _unparsed(f"Unexpected end tag {where}")
        begun, offset, href = opened.pop()
        if name != begun:
            raise _unparsed(f'Unmatched end tag {where}, expected "</{begun}>", found "</{name}>"')
        entity = {"type": _TAGS[name], "offset": offset, "length": units(text) - offset}
        entities.append({**entity, "url": html.unescape(href)} if href else entity)
    if opened:
        raise _unparsed(f'Can\'t find end tag corresponding to start tag "{opened[-1][0]}"')
    # A link without an address is text.
    kept = [entity for entity in entities if entity["length"] and (entity["type"] != "text_link" or "url" in entity)]
    return text + source[position:], sorted(kept, key=lambda entity: (entity["offset"], -entity["length"]))


def _words(asked: Json, name: str, entities_name: str, most: int, too_long: str) -> Json:
    """A text of the bot and its entities, as fields of a message. Raises `_Refusal`."""
    source, mode = str(asked.get(name) or "").strip(), str(asked.get("parse_mode") or "").lower()
    if mode not in ("", "html"):
        raise _bad("unsupported parse_mode")
    text, entities = _parse_html(source) if mode else (source, asked.get(entities_name))
    if units(text) > most:
        raise _bad(too_long)
    return {name: text, entities_name: entities}


def _text(asked: Json) -> Json:
    if not asked.get("text"):
        raise _bad("message text is empty")
    words = _words(asked, "text", "entities", 4096, "message is too long")
    if not words["text"].strip():
        raise _bad("text must be non-empty")
    return words


def _caption(asked: Json) -> Json:
    return _words(asked, "caption", "caption_entities", 1024, "message caption is too long")


def _markup(asked: Json, inline: bool = False) -> Json | None:
    """The keyboard that a message will show. Raises `_Refusal`."""
    markup = {} if asked.get("reply_markup") is None else asked["reply_markup"]
    if not isinstance(markup, dict):
        raise _bad("object expected as reply markup")
    kind = "inline_keyboard" if inline or "inline_keyboard" in markup else "keyboard"
    rows = markup.get(kind, [])
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise _bad(f'field "{kind}" must be of type Array')
    for button in itertools.chain(*rows):
        _check_button(button, kind)
    if any(len(row) > 8 for row in rows) or sum(map(len, rows)) > 100:
        raise _bad("REPLY_MARKUP_TOO_LONG")
    return {"inline_keyboard": rows} if kind == "inline_keyboard" and any(rows) else None


def _check_button(button: Any, kind: str) -> None:
    unreadable = f"can't parse {kind.replace('_', ' ')} button"
    button = {"text": button} if kind == "keyboard" and isinstance(button, str) else button
    if not isinstance(button, dict) or "text" not in button:
        raise _bad(f'{unreadable}: Can\'t find field "text"')
    if not button["text"]:
        raise _bad("BUTTON_TEXT_INVALID")
    if kind == "inline_keyboard" and not any(value for name, value in button.items() if name != "text"):
        raise _bad(f"{unreadable}: Text buttons are unallowed in the inline keyboard")
    if len(button.get("callback_data", "").encode()) > 64:
        raise _bad("BUTTON_DATA_INVALID")
    if (url := button.get("url")) and not url.startswith("tg:"):
        address = urlsplit(url if "://" in url else f"http://{url}")
        if address.scheme not in ("http", "https"):
            raise _bad(f"inline keyboard button URL '{url}' is invalid: Unsupported URL protocol")
        if "." not in (address.hostname or ""):
            raise _bad(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


@dataclass(eq=False)
class _Webhook:
    url: str
    secret: str = ""
    error: str = ""


@dataclass
class _Fault:
    """Something that goes wrong a number of times; status 0 loses the answer, no methods means all of them."""

    left: int
    status: int
    methods: tuple[str, ...] = ()
    chat_id: int | None = None
    retry_after: int = 0

    def fits(self, method: str, chat_id: Any) -> bool:
        return self.left > 0 and method in (self.methods or (method,)) and self.chat_id in (None, chat_id)


@dataclass
class _Refusal(Exception):
    """An answer of Telegram that is no result."""

    code: int
    description: str
    parameters: Json = field(default_factory=dict)

    @property
    def body(self) -> Json:
        said = {"ok": False, "error_code": self.code, "description": self.description}
        return {**said, "parameters": self.parameters} if self.parameters else said


class _Http(ThreadingHTTPServer):
    telegram: TelegramServer
    request_queue_size = 128


class _Handler(BaseHTTPRequestHandler):
    server: _Http
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def handle(self) -> None:
        """As ever, but a bot that was killed is no error of this server."""
        with suppress(ConnectionError):
            super().handle()

    def do_POST(self) -> None:
        address, telegram = urlsplit(self.path), self.server.telegram
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        _, bot, method = [*address.path.split("/", 2), "", ""][:3]
        if len(body) < length:
            self._say(0, "")
        elif "chunked" in self.headers.get("Transfer-Encoding", ""):
            self.close_connection = True
            self._say(411, _Refusal(411, "Length Required").body)
        elif bot != f"bot{telegram.token}":
            self._say(401, _Refusal(401, "Unauthorized").body)
        else:
            parameters, files = _read(self.headers.get("Content-Type") or "", body)
            self._say(*telegram._answer(method, {**dict(parse_qsl(address.query)), **parameters}, files))

    do_GET = do_POST  # noqa: N815

    def _say(self, status: int, said: Json | str) -> None:
        if not status:
            self.close_connection = True
            return
        raw = said.encode() if isinstance(said, str) else json.dumps(said).encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html" if isinstance(said, str) else "application/json")
        self.send_header("Content-Length", str(len(raw)))
        if isinstance(said, dict) and "retry_after" in said.get("parameters", {}):
            self.send_header("Retry-After", str(said["parameters"]["retry_after"]))
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, *_: Any) -> None:
        """Says nothing: a test's output is its own."""


def _read(content_type: str, body: bytes) -> tuple[Json, Files]:
    """Parameters and files of a body in any of the forms that Telegram takes."""
    if content_type.startswith("application/json"):
        return json.loads(body or b"{}"), {}
    if not content_type.startswith("multipart/form-data"):
        return dict(parse_qsl(body.decode(), keep_blank_values=True)), {}
    parameters: Json = {}
    files: Files = {}
    boundary = content_type.partition("boundary=")[2].split(";")[0].strip('"').encode()
    for part in body.split(b"--" + boundary)[1:-1]:
        head, _, content = part.removesuffix(b"\r\n").partition(b"\r\n\r\n")
        named = dict(re.findall(r'\b(name|filename)="([^"]*)"', head.decode()))
        if "filename" in named:
            files[named["name"]] = named["filename"], content
        else:
            parameters[named["name"]] = content.decode()
    return parameters, files


def _typed(parameters: Mapping[str, Any]) -> Json:
    """Parameters as JSON has them, however they came; what cannot be read stays text."""
    typed = dict(parameters)
    for name in typed.keys() & _NO_TEXT:
        if isinstance(typed[name], str):
            with suppress(ValueError):
                typed[name] = json.loads(typed[name])
    return typed


def _found_entities(text: str) -> Json:
    """Commands and mentions that Telegram finds in what a person writes."""
    found = [
        {"type": kind, "offset": units(text[: one.start()]), "length": units(one[0])}
        for kind, pattern in (("bot_command", r"/[a-zA-Z0-9_]{1,32}(?:@\w+)?\b"), ("mention", r"@\w{5,32}\b"))
        for one in re.finditer(rf"(?<![\w/@]){pattern}", text)
    ]
    return {"entities": sorted(found, key=lambda entity: entity["offset"])} if found else {}


def _file(kind: str) -> Json:
    number = f"{next(_FILE_NUMBERS):08}"
    return {"file_id": f"{kind}-{number}", "file_unique_id": number, "file_size": 20_480}


def _without_nothing(message: Json) -> Json:
    return {name: value for name, value in message.items() if value not in (None, "", [])}


def _now() -> int:
    return int(time.time())


def _bad(why: str) -> _Refusal:
    return _Refusal(400, f"Bad Request: {why}")


def _unparsed(why: str) -> _Refusal:
    return _bad(f"can't parse entities: {why}")


_FILE_NUMBERS = itertools.count(1)
_NOT_UNASKED = ("chat_member", "message_reaction", "message_reaction_count")
_NO_TEXT = frozenset(
    "chat_id message_id offset limit timeout max_connections drop_pending_updates show_alert disable_notification"
    " protect_content reply_markup reply_parameters link_preview_options entities caption_entities allowed_updates"
    " commands scope".split()
)
_TAGS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "s": "strikethrough",
         "a": "text_link", "code": "code", "pre": "pre", "blockquote": "blockquote",
         "tg-spoiler": "spoiler"}  # fmt: skip
_MARK = re.compile("[<&]")
_REFERENCE = re.compile("&(?:lt|gt|amp|quot|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});")
_TAG = re.compile(
    r"""<(?P<end>/?)(?P<name>[^\s<>/]*)(?:\s+href=["'](?P<href>[^"']*)["'])?"""
    r"""(?:\s+[\w-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[\w.-]+))?)*\s*>"""
)
_METHODS: dict[str, Callable[[TelegramServer, Json], Any]] = {
    "getMe": lambda server, _: server.bot,
    "sendMessage": lambda server, asked: server._send(asked, _text(asked)),
    "sendPhoto": lambda server, asked: server._send_file(asked, "photo"),
    "sendDocument": lambda server, asked: server._send_file(asked, "document"),
    "sendChatAction": TelegramServer._send_chat_action,
    "editMessageText": lambda server, asked: server._edit(asked, _text(asked)),
    "editMessageCaption": lambda server, asked: server._edit(asked, _caption(asked)),
    "editMessageReplyMarkup": lambda server, asked: server._edit(asked, {}),
    "deleteMessage": TelegramServer._delete_message,
    "answerCallbackQuery": TelegramServer._answer_callback_query,
    "setWebhook": TelegramServer._set_webhook,
    "deleteWebhook": lambda server, asked: server._set_webhook({**asked, "url": ""}),
    "getWebhookInfo": TelegramServer._get_webhook_info,
    "getUpdates": TelegramServer._get_updates,
    "setMyCommands": TelegramServer._set_my_commands,
    "setMyDescription": lambda server, asked: server._describe(asked, "description", 512),
    "setMyShortDescription": lambda server, asked: server._describe(asked, "short_description", 120),
    "leaveChat": TelegramServer._leave_chat,
}
_NAMES = {name.lower(): name for name in _METHODS}

"""Slack on this machine: its Web API as strict as Slack's own, and people whose deeds it delivers, signed and repeated.

Blocks are judged by Slack's own client, and by what that leaves out: how many there are, how long they are together,
and whether text is escaped.
"""

from __future__ import annotations

import itertools
import json
import re
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Protocol, TypeVar
from urllib.parse import parse_qsl, urlencode, urlsplit

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block
from slack_sdk.signature import SignatureVerifier

Json = dict[str, Any]
Found = TypeVar("Found")

RETRIES = (0, 60, 300)
"""Seconds after which Slack delivers an event again, each after the one before."""

MOST_BLOCKS = 50
LONGEST_BLOCKS = 13_200
LONGEST_TEXT = 40_000
ANSWER_WITHIN = 3.0

_MARKUP = re.compile(r"<(?:[@#!][^<>]+|https?://[^<>]+|mailto:[^<>]+)>")
_ENTITY = re.compile(r"&(?:amp|lt|gt);")


class Refusal(Exception):
    """An answer with `ok: false`."""


@dataclass(frozen=True)
class Call:
    method: str
    parameters: Json
    at: float


@dataclass(frozen=True)
class Shown:
    """A message of the app as people see it now; `user` is the only one who sees it, if not everybody does."""

    ts: str
    channel: str
    thread: str
    text: str
    blocks: list[Json]
    user: str = ""

    @property
    def elements(self) -> list[tuple[str, Json]]:
        """What can be pressed or chosen, each with the block that it is in."""
        return [(block.get("block_id", ""), one) for block in self.blocks if block["type"] == "actions"
                for one in block["elements"]]  # fmt: skip

    @property
    def labels(self) -> list[str]:
        buttons = [one["text"]["text"] for _, one in self.elements if one["type"] == "button"]
        return buttons + [option["text"]["text"] for _, one in self.elements for option in one.get("options", ())]


class Socket(Protocol):
    """Socket Mode: see `slack_socket`."""

    url: str

    def deliver(self, delivery: Delivery) -> tuple[int, str]: ...


@dataclass(frozen=True)
class Delivery:
    """A request of Slack's, before it is signed."""

    path: str
    body: bytes
    kind: str
    is_repeated: bool


@dataclass(frozen=True)
class Person:
    """Somebody in the workspace. Each deed is delivered in the background, as often as Slack would."""

    slack: SlackServer
    id: str

    @property
    def channel(self) -> str:
        return f"D{self.id}"

    def say(self, text: str, **more: Any) -> Delivery:
        return self.slack.event(self.id, {"type": "message", "channel": self.channel, "channel_type": "im",
                                          "user": self.id, "text": _as_slack_writes(text), **more})  # fmt: skip

    def mention(self, text: str, channel: str = "C0RUNNERS", **more: Any) -> Delivery:
        words = f"<@{self.slack.bot_user}> {_as_slack_writes(text)}"
        return self.slack.event(
            self.id, {"type": "app_mention", "channel": channel, "user": self.id, "text": words, **more}
        )

    def edit(self, before: str, after: str) -> Delivery:
        was, now = ({"type": "message", "user": self.id, "text": text, "ts": _ts()} for text in (before, after))
        return self.slack.event(self.id, {"type": "message", "subtype": "message_changed", "channel": self.channel,
                                          "channel_type": "im", "message": now, "previous_message": was})  # fmt: skip

    def upload(self, text: str = "") -> Delivery:
        return self.say(text, subtype="file_share", files=[{"id": "F1", "name": "ankle.jpg"}])

    def press(self, shown: Shown, label: str, ticked: tuple[str, ...] = ()) -> Delivery:
        """Presses a button, or chooses from a list. Raises `LookupError` when there is no such thing."""
        for block, one in shown.elements:
            if one["type"] == "button" and one["text"]["text"] == label:
                return self.act(shown, {"type": "button", "block_id": block, **one}, ticked)
            chosen = [option for option in one.get("options", ()) if option["text"]["text"] == label]
            if one["type"] == "static_select" and chosen:
                action = {"type": "static_select", "action_id": one["action_id"], "selected_option": chosen[0]}
                return self.act(shown, action, ticked)
        raise LookupError(f"no {label!r} among {shown.labels}")

    def tick(self, shown: Shown, label: str) -> Delivery:
        """Ticks a box: Slack tells of that as well."""
        boxes = (one for _, one in shown.elements if one["type"] == "checkboxes")
        chosen = [option for one in boxes for option in one["options"] if option["text"]["text"] == label]
        return self.act(shown, {"type": "checkboxes", "action_id": "ticks0", "selected_options": chosen}, (label,))

    def act(self, shown: Shown, action: Json, ticked: tuple[str, ...] = ()) -> Delivery:
        values: Json = {}
        for block, one in shown.elements:
            if one["type"] == "checkboxes":
                chosen = [option for option in one["options"] if option["text"]["text"] in ticked]
                values[block or "b"] = {one["action_id"]: {"type": "checkboxes", "selected_options": chosen}}
        payload = {
            "type": "block_actions", "team": {"id": self.slack.team},
            "user": {"id": self.id, "team_id": self.slack.team},
            "channel": {"id": shown.channel}, "message": {"ts": shown.ts, "text": shown.text, "blocks": shown.blocks},
            "container": {"type": "message", "message_ts": shown.ts}, "state": {"values": values},
            "actions": [{**action, "action_ts": _ts()}], "trigger_id": _ts(),
        }  # fmt: skip
        return self.slack.deliver_later(
            self.id, Delivery("interactions", _form(payload=json.dumps(payload)), FORM, False)
        )

    def slash(self, text: str, channel: str = "C0RUNNERS") -> Delivery:
        form = _form(command="/ankle", text=_as_slack_writes(text), user_id=self.id, team_id=self.slack.team,
                     channel_id=channel, trigger_id=_ts(), response_url=f"{self.slack.url}/respond")  # fmt: skip
        return self.slack.deliver_later(self.id, Delivery("commands", form, FORM, False))


FORM = "application/x-www-form-urlencoded"
JSON = "application/json"


@dataclass
class SlackServer:
    """Slack, for the time of a `with`.

    Attributes:
        second: how many seconds one of Slack's takes between repetitions.
        deliveries: path and status of each attempt; 0 when no answer came in time.
        sockets: where deliveries go in Socket Mode; `None` for requests.
    """

    second: float = 0.002
    bot_token: str = "xoxb-for-tests-only"
    app_token: str = "xapp-for-tests-only"
    signing_secret: str = "a-signing-secret-for-tests-only"
    team: str = "T0TEAM"
    bot_user: str = "U0MALLEO"
    target: str = ""
    calls: list[Call] = field(default_factory=list)
    deliveries: list[tuple[Delivery, int]] = field(default_factory=list)
    files: list[Json] = field(default_factory=list)
    sockets: Socket | None = None

    def __post_init__(self) -> None:
        self._changed = threading.Condition()
        self._messages: dict[tuple[str, str], Shown] = {}
        self._refuse: list[tuple[int, Json, dict[str, str]]] = []
        self._drop = 0
        self._gone: set[str] = set()
        self._queues: dict[str, threading.Lock] = {}
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        self._http.slack = self
        self.url = f"http://127.0.0.1:{self._http.server_port}"

    def __enter__(self) -> SlackServer:
        threading.Thread(target=self._http.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()

    def person(self, id: str) -> Person:
        return Person(self, id)

    def shown(self, channel: str) -> list[Shown]:
        with self._changed:
            return [one for one in self._messages.values() if one.channel == channel]

    def wait_for(self, predicate: Callable[[], Found], seconds: float = 30) -> Found:
        with self._changed:
            found = self._changed.wait_for(predicate, seconds)
            assert found, f"it never came to hold; last {[(one.method, one.parameters) for one in self.calls[-3:]]}"
            return found

    def rate_limit(self, count: int, retry_after: int) -> None:
        self._refuse += [(429, {"ok": False, "error": "ratelimited"}, {"Retry-After": str(retry_after)})] * count

    def fail_next(self, count: int, error: str = "internal_error") -> None:
        self._refuse += [(200, {"ok": False, "error": error}, {})] * count

    def drop_next(self, count: int) -> None:
        """Does the next calls, and loses the answers."""
        self._drop += count

    def event(self, who: str, event: Json) -> Delivery:
        stamped = {"ts": _ts(), "event_ts": _ts(), **event}
        envelope = {"token": "x", "team_id": self.team, "api_app_id": "A0", "type": "event_callback", "event": stamped,
                    "event_id": f"Ev{next(_count)}", "event_time": int(time.time())}  # fmt: skip
        return self.deliver_later(who, Delivery("events", json.dumps(envelope).encode(), JSON, True))

    def deliver_later(self, who: str, delivery: Delivery) -> Delivery:
        """One person's deeds arrive in their order here; Slack does not promise that, and tests that need disorder
        deliver themselves."""
        line = self._queues.setdefault(who, threading.Lock())
        line_taken = threading.Event()

        def carry() -> None:
            with line:
                line_taken.set()
                self._carry(delivery)

        threading.Thread(target=carry, daemon=True).start()
        line_taken.wait(20)
        return delivery

    def deliver(self, delivery: Delivery, secret: str = "", age: float = 0, **headers: str) -> tuple[int, str]:
        """Delivers once; the status and the body of the answer, status 0 for none."""
        if self.sockets:
            status, said = self.sockets.deliver(delivery)
        else:
            status, said = self._post(delivery, secret, age, headers)
        with self._changed:
            self.deliveries.append((delivery, status))
            self._changed.notify_all()
        return status, said

    def _post(self, delivery: Delivery, secret: str, age: float, headers: Mapping[str, str]) -> tuple[int, str]:
        moment = str(int(time.time() - age))
        signature = SignatureVerifier(secret or self.signing_secret).generate_signature(
            timestamp=moment, body=delivery.body
        )
        named = {
            "Content-Type": delivery.kind,
            "X-Slack-Request-Timestamp": moment,
            "X-Slack-Signature": signature or "",
        }
        named |= {name.replace("_", "-"): value for name, value in headers.items()}
        request = urllib.request.Request(f"{self.target}/{delivery.path}", delivery.body, named)
        try:
            with urllib.request.urlopen(request, timeout=ANSWER_WITHIN) as answer:
                status, said = answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            status, said = error.code, error.read().decode()
        except OSError:
            status, said = 0, ""
        return status, said

    def _carry(self, delivery: Delivery) -> None:
        status, _ = self.deliver(delivery)
        for number, wait in enumerate(RETRIES if delivery.is_repeated else (), start=1):
            if 200 <= status < 300:
                return
            threading.Event().wait(wait * self.second)
            reason = "http_error" if status else "http_timeout"
            status, _ = self.deliver(delivery, X_Slack_Retry_Num=str(number), X_Slack_Retry_Reason=reason)

    def answer(self, method: str, token: str, given: Json) -> tuple[int, Json, dict[str, str]] | None:
        """The answer to a call of the Web API; nothing when it gets lost."""
        with self._changed:
            self.calls.append(Call(method, given, time.monotonic()))
            try:
                wanted = self.app_token if method == "apps.connections.open" else self.bot_token
                if token != f"Bearer {wanted}":
                    raise Refusal("invalid_auth")
                if self._refuse and method.startswith("chat."):
                    return self._refuse.pop(0)
                done = getattr(self, f"_{method.replace('.', '_')}", None)
                if done is None:
                    raise Refusal("unknown_method")
                said = {"ok": True, **done(given)}
            except Refusal as refusal:
                return 200, {"ok": False, "error": str(refusal)}, {}
            finally:
                self._changed.notify_all()
            if self._drop and method == "chat.postMessage":
                self._drop -= 1
                return None
            return 200, said, {}

    def _apps_connections_open(self, given: Json) -> Json:
        if self.sockets is None:
            raise Refusal("not_allowed_token_type")
        return {"url": self.sockets.url}

    def _conversations_open(self, given: Json) -> Json:
        if given["users"] in self._gone:
            raise Refusal("user_disabled")
        return {"channel": {"id": f"D{given['users']}"}}

    def _chat_postMessage(self, given: Json) -> Json:  # noqa: N802
        _check(given)
        self._reachable(given["channel"])
        shown = Shown(_ts(), given["channel"], given.get("thread_ts", ""), given["text"], given.get("blocks") or [])
        self._messages[shown.channel, shown.ts] = shown
        return {"ts": shown.ts, "channel": shown.channel}

    def _chat_postEphemeral(self, given: Json) -> Json:  # noqa: N802
        _check(given)
        shown = Shown(_ts(), given["channel"], "", given["text"], given.get("blocks") or [], given["user"])
        self._messages[shown.channel, shown.ts] = shown
        return {"message_ts": shown.ts}

    def _chat_update(self, given: Json) -> Json:
        _check(given)
        key = given["channel"], given["ts"]
        if key not in self._messages:
            raise Refusal("message_not_found")
        self._messages[key] = replace(self._messages[key], text=given["text"], blocks=given.get("blocks") or [])
        return {"ts": given["ts"], "channel": given["channel"]}

    def _files_getUploadURLExternal(self, given: Json) -> Json:  # noqa: N802
        id = f"F{next(_count)}"
        self.files.append({"id": id, "name": given["filename"], "alt": given.get("alt_txt", ""), "content": b""})
        return {"upload_url": f"{self.url}/upload/{id}", "file_id": id}

    def upload(self, id: str, content: bytes) -> None:
        next(one for one in self.files if one["id"] == id)["content"] = content

    def _files_completeUploadExternal(self, given: Json) -> Json:  # noqa: N802
        for one in given["files"]:
            kept = next((file for file in self.files if file["id"] == one["id"]), None)
            if not kept or not kept["content"]:
                raise Refusal("file_not_found")
            kept.update(title=one.get("title", ""), channel=given.get("channel_id", ""))
        return {"files": [{"id": one["id"]} for one in given["files"]]}

    def _reachable(self, channel: str) -> None:
        if channel[1:] in self._gone:
            raise Refusal("account_inactive")

    def leaves(self, person: Person) -> None:
        """The account is closed."""
        self._gone.add(person.id)


def _check(message: Mapping[str, Any]) -> None:
    """Raises `Refusal` for what Slack would not take."""
    text, blocks = message.get("text") or "", message.get("blocks") or []
    if not text and not blocks:
        raise Refusal("no_text")
    if len(text) > LONGEST_TEXT:
        raise Refusal("msg_too_long")
    if len(blocks) > MOST_BLOCKS:
        raise Refusal("invalid_blocks")
    if sum(len(words) for words in _texts(blocks)) > LONGEST_BLOCKS:
        raise Refusal("msg_blocks_too_long")
    named = [block["block_id"] for block in blocks if "block_id" in block]
    if len(named) != len(set(named)):
        raise Refusal("invalid_blocks")
    for block in blocks:
        if block["type"] == "actions":
            ids = [one["action_id"] for one in block["elements"]]
            if len(ids) != len(set(ids)):
                raise Refusal("invalid_blocks")
        try:
            Block.parse(block).validate_json()
        except SlackObjectFormationError:
            raise Refusal("invalid_blocks") from None
    for words in (text, *(one["text"]["text"] for one in blocks if one["type"] == "section")):
        bare = _ENTITY.sub("", _MARKUP.sub("", words))
        if "<" in bare or "&" in bare:
            raise Refusal("unescaped")


def _texts(value: object) -> list[str]:
    """Every text in blocks."""
    if isinstance(value, dict):
        return [found for name, one in value.items() if name != "type" for found in _texts(one)]
    if isinstance(value, list):
        return [found for one in value for found in _texts(one)]
    return [value] if isinstance(value, str) else []


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        slack: SlackServer = self.server.slack
        path, query = urlsplit(self.path)[2:4]
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if path.startswith("/upload/"):
            slack.upload(path.rsplit("/", 1)[1], body)
            self._say(200, {"ok": True}, {})
            return
        given = self._given(query, body)
        answer = slack.answer(path.removeprefix("/api/"), self.headers.get("Authorization", ""), given)
        if answer is None:
            self.close_connection = True
            self.connection.close()
            return
        self._say(*answer)

    def _given(self, query: str, body: bytes) -> Json:
        if self.headers.get("Content-Type", "").startswith(JSON):
            return dict(json.loads(body or b"{}"))
        given: Json = dict(parse_qsl(f"{query}&{body.decode()}", keep_blank_values=True))
        return {name: json.loads(value) if name in ("blocks", "files") else value for name, value in given.items()}

    def _say(self, status: int, said: Json, headers: Mapping[str, str]) -> None:
        written = json.dumps(said).encode()
        self.send_response(status)
        for name, value in {"Content-Type": JSON, "Content-Length": str(len(written)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(written)

    def log_message(self, *_: Any) -> None:
        pass


def _as_slack_writes(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _form(**fields: str) -> bytes:
    return urlencode(fields).encode()


def _ts() -> str:
    """A moment, another one each time."""
    return f"{int(time.time())}.{next(_count):06d}"


_count = itertools.count(100)

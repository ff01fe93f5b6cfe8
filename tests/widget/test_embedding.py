"""The widget on a page of another site, which allows what docs/embedding.md tells it to and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from browsing import INJURY, Person
from playwright.sync_api import Browser

from bot.channels.widget_pages import embedding
from bot.runtime import settings
from tests.channels.serving import Server

GUIDE = settings.ROOT / "docs" / "embedding.md"


def test_the_lines_to_copy_work_under_the_policy_of_the_guide(
    browser: Browser, widget_environment: dict[str, str]
) -> None:
    with another_site() as site:
        server = Server({**widget_environment, "MALLEO_ORIGINS": f"http://127.0.0.1:{site.server_port}"}).start()
        address = f"http://127.0.0.1:{server.port}"
        site.RequestHandlerClass = partial(Page, embedding(address), policy(address))  # type: ignore[assignment]
        page = browser.new_context(locale="en-GB").new_page()
        troubles: list[str] = []
        page.on("console", lambda line: troubles.append(line.text) if line.type == "error" else None)
        person = Person(page, f"http://127.0.0.1:{site.server_port}")
        person.visit("/")
        person.launcher.click()
        person.widget.locator(".says").first.wait_for()
        person.say(INJURY)
        assert person.question_id == "consent"
        assert not troubles
        page.context.close()
        server.stop()


def test_the_guide_names_all_that_can_be_styled() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    scripts = "".join(path.read_text(encoding="utf-8") for path in (settings.ROOT / "bot" / "widget").rglob("*.js"))
    assert set(re.findall(r"var\((--malleo-[\w-]+)", scripts)) == set(re.findall(r"`(--malleo-[\w-]+)`", text))
    parts = set(re.findall(r'part: "(\w+)"', scripts))
    assert parts and all(f"`{part}`" in text for part in parts)


def policy(address: str) -> str:
    """What the guide says a page must allow."""
    found = re.search(r"^script-src .*$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)
    assert found
    allowed = found[0].replace("https://chat.example.org", address)
    return f"default-src 'none'; img-src data:; {allowed}; require-trusted-types-for 'script'; trusted-types 'none'"


class Page(BaseHTTPRequestHandler):
    def __init__(self, lines: str, policy: str, *request: Any) -> None:
        self.lines, self.policy = lines, policy
        super().__init__(*request)

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Security-Policy", self.policy)
        self.end_headers()
        self.wfile.write(f'<!doctype html><html lang="en"><link rel="icon" href="data:,">{self.lines}</html>'.encode())

    def log_message(self, *_: Any) -> None:
        """A test that passes says nothing."""


@contextmanager
def another_site() -> Iterator[ThreadingHTTPServer]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Page) as site:
        Thread(target=site.serve_forever, daemon=True).start()
        yield site
        site.shutdown()

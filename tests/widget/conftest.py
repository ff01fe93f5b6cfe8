"""A real server, a real browser, and what holds for every test: no error, no breach of the policy, no other host."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import Person
from faulty_line import FaultyLine
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from bot.runtime import practice
from bot.runtime.readiness import build_knowledge
from tests.channels.serving import Server, serving

RATES = {"MALLEO_RATES": "conversation=1000/100,address=9000/900,session=900/90"}

NewPerson = Callable[..., Person]


@pytest.fixture(scope="session")
def widget_environment(trained_model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """A database for the servers of these tests, with the knowledge base in it."""
    address = f"sqlite:///{tmp_path_factory.mktemp('widget') / 'malleo.db'}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MALLEO_DATABASE_URL", address)
        practice.forget()
        build_knowledge()
    practice.forget()
    yield {"MALLEO_DATABASE_URL": address, **RATES}


@pytest.fixture(scope="session")
def server(widget_environment: dict[str, str]) -> Iterator[Server]:
    with serving(widget_environment) as one:
        yield one


@pytest.fixture(scope="session")
def address(server: Server) -> str:
    return f"http://127.0.0.1:{server.port}"


@pytest.fixture
def line(server: Server) -> Iterator[FaultyLine]:
    """A way to the server that can be disturbed."""
    with FaultyLine(server.port) as one:
        yield one


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    found = os.environ.get("MALLEO_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    one = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
    yield one
    one.close()


@pytest.fixture
def new_person(browser: Browser, address: str) -> Iterator[NewPerson]:
    """Makes persons, each with a browser profile of their own; whatever is wrong on their pages fails the test."""
    contexts: list[BrowserContext] = []
    troubles: list[str] = []

    def make(at: str = address, **options: Any) -> Person:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, "locale": "en-GB", **options})
        context.set_default_timeout(15_000)
        contexts.append(context)
        context.on("page", lambda page: watch(page, at, troubles))
        return Person(context.new_page(), at)

    yield make
    for context in contexts:
        context.close()
    assert not troubles


@pytest.fixture
def person(new_person: NewPerson) -> Person:
    return new_person()


PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def watch(page: Page, address: str, troubles: list[str]) -> None:
    page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
    page.on("console", lambda line: line.type == "error" and _tells(line.text) and troubles.append(line.text))
    page.on("request", lambda request: _is_elsewhere(request.url, address) and troubles.append(request.url))


def _tells(line: str) -> bool:
    """A failed request is what some tests are about; anything else is a fault."""
    return "Failed to load resource" not in line and "net::" not in line


def _is_elsewhere(url: str, address: str) -> bool:
    return not url.startswith((address, "blob:", "data:"))

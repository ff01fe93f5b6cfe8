"""The web widget over HTTP: its files, a page that shows it, and a page with nothing but the conversation, for phones.

GET /                          the widget on a page, with what to copy to embed it
GET /chat                      the conversation alone
GET /widget/malleo-chat.js     the newest launcher, asked for again each time
GET /widget/VERSION/…          the files of one version, kept by browsers for ever
"""

from __future__ import annotations

import html
from collections.abc import Callable, Coroutine, Mapping
from string import Template
from typing import Any

from sanic import Blueprint, HTTPResponse, Request

from bot.channels.refusal import Refused
from bot.channels.widget_files import LAUNCHER, WIDGET, WidgetFile, version, widget_files
from bot.dialogue.escalation import NUMBERS_IN_TEXT, calls
from bot.dialogue.practice import Practice

PAGES = {"/": "demo.html", "/chat": "chat.html"}

CSP = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
"""What the pages allow. Nothing of the widget needs more than this."""

FOR_EVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"


def widget_pages(practice: Practice) -> Blueprint:
    """The routes. Raises `NotJoinable` when the widget cannot be put together."""
    widget_files()
    without_script = _without_script(practice)

    def page(name: str) -> Callable[[Request], Coroutine[Any, Any, HTTPResponse]]:
        async def answer(request: Request) -> HTTPResponse:
            return _page(request, name, without_script)

        return answer

    routes = Blueprint("widget")
    for path, name in PAGES.items():
        routes.add_route(page(name), path, name=name.removesuffix(".html"))
    routes.add_route(_style, "/widget/page.css", name="style")
    routes.add_route(_newest, f"/widget/{LAUNCHER}", name="newest")
    routes.add_route(_versioned, "/widget/<wanted:str>/<name:path>", name="versioned")
    return routes


def embedding(server: str) -> str:
    """What a page needs to show the widget."""
    launcher = widget_files()[LAUNCHER]
    source = f"{server}/widget/{version()}/{LAUNCHER}"
    return (
        f'<script type="module" src="{source}"\n  integrity="{launcher.integrity}" crossorigin="anonymous"></script>\n'
        "<malleo-chat></malleo-chat>"
    )


def _without_script(practice: Practice) -> str:
    """What somebody reads whose browser runs no scripts, as HTML: whom to call, by region."""
    lines = (line for line in calls(practice.knowledge) if line["region"] in NUMBERS_IN_TEXT)
    links = ", ".join(f'{line["region"]}: <a href="tel:{line["number"]}">{line["number"]}</a>' for line in lines)
    return html.escape(practice.texts("widget.without_script", numbers="{numbers}")).replace("{numbers}", links)


def _page(request: Request, name: str, without_script: str) -> HTTPResponse:
    text = (WIDGET / "pages" / name).read_text(encoding="utf-8")
    server = f"{request.scheme}://{request.host}"
    values = {
        "source": f"/widget/{version()}/{LAUNCHER}",
        "integrity": widget_files()[LAUNCHER].integrity,
        "without_script": without_script,
        "embedding": html.escape(embedding(server)),
    }
    headers = {"Content-Security-Policy": CSP, "Cache-Control": ASK_AGAIN}
    return HTTPResponse(Template(text).substitute(values), content_type="text/html; charset=utf-8", headers=headers)


async def _style(_request: Request) -> HTTPResponse:
    text = (WIDGET / "pages" / "page.css").read_text(encoding="utf-8")
    return HTTPResponse(text, content_type="text/css; charset=utf-8", headers={"Cache-Control": ASK_AGAIN})


async def _newest(request: Request) -> HTTPResponse:
    return _sent(request, widget_files()[LAUNCHER], {"Cache-Control": ASK_AGAIN})


async def _versioned(request: Request, wanted: str, name: str) -> HTTPResponse:
    """A page loaded before an update asks for files of the version before: it gets the newest, not an error."""
    file = widget_files().get(name)
    if file is None:
        raise Refused(404, "not_found", "There is no such file of the widget.")
    return _sent(request, file, {"Cache-Control": FOR_EVER if wanted == version() else ASK_AGAIN})


def _sent(request: Request, file: WidgetFile, headers: Mapping[str, str]) -> HTTPResponse:
    """Files are the same for everybody, so any page may have them."""
    common = {
        "Access-Control-Allow-Origin": "*",
        "Cross-Origin-Resource-Policy": "cross-origin",
        "Vary": "Accept-Encoding",
    }
    smaller = "gzip" in request.headers.get("accept-encoding", "")
    encoding = {"Content-Encoding": "gzip"} if smaller else {}
    return HTTPResponse(
        file.compressed if smaller else file.text,
        content_type="text/javascript; charset=utf-8",
        headers={**common, **encoding, **headers},
    )

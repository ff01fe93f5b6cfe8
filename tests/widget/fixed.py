"""Messages that stay as they are whatever the knowledge base says, for what must look or read the same for ever."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from browsing import Person
from playwright.sync_api import Route

YES_NO = [{"id": "present", "label": "Yes"}, {"id": "absent", "label": "No"}, {"id": "unknown", "label": "Not sure"}]
SIGNS = [
    {"id": "bruising", "label": "A bruise"},
    {"id": "clicking", "label": "Clicks"},
    {"id": "none", "label": "None"},
]
PLACES = [
    {"id": "lateral", "label": "Outer side"},
    {"id": "anterior", "label": "Front"},
    {"id": "medial", "label": "Inner side"},
]


def question(id: str, kind: str, options: Sequence[dict[str, str]] = (), **more: Any) -> dict[str, Any]:
    custom = {
        "type": "question",
        "version": 1,
        "id": id,
        "about": [id],
        "kind": kind,
        "options": list(options),
        "prompt": f"About {id}?",
        "why": "It changes what I advise.",
        "progress": {"asked": 2, "about_left": 3},
        **more,
    }
    return {"text": f"About {id}? In full.", "custom": custom}


QUESTIONS = {
    "single": question("swelling", "single", YES_NO, help="Look at both ankles."),
    "multiple": question("signs", "multiple", SIGNS),
    "scale": question("severity", "scale", min=0, max=10),
    "number": question("age", "number", min=1, max=110, unit="years"),
    "regions": question("location", "regions", PLACES),
}

ESCALATION = {
    "text": "This could be an emergency. Call now.",
    "custom": {
        "type": "escalation",
        "version": 1,
        "id": "e1",
        "level": "emergency",
        "action": "Call your number now",
        "flags": [{"id": "RF02", "text": "The foot is cold.", "findings": ["cold_or_pale_foot"]}],
        "call": [{"region": "UK", "number": "999"}, {"region": "EU", "number": "112"}],
    },
}

ASSESSMENT: dict[str, Any] = {
    "text": "Have it looked at today.",
    "custom": {
        "type": "assessment",
        "version": 1,
        "id": "a1",
        "knowledge_version": "1",
        "findings": {},
        "plan": {
            "id": "p1",
            "type": "return_to_run",
            "name": "Back to running",
            "plain": "Three steps, each when the one before went well.",
            "stages": [
                {"id": "s1", "text": "Walk for 30 minutes."},
                {"id": "s2", "text": "Walk and run in turns."},
            ],
        },
        "triage": {
            "level": "same_day",
            "reasons": [
                {"rule": "r", "text": "You cannot walk. (You said: “no”.)", "findings": [], "sources": ["nice_2016"]}
            ],
            "would_change": [{"level": "emergency", "if": [], "text": "if your foot is cold"}],
        },
        "conditions": [
            {"id": "sprain", "name": "Sprain", "likelihood": "likely", "supports": [], "against": [], "sources": []},
            {
                "id": "break",
                "name": "Broken bone",
                "likelihood": "possible",
                "supports": [],
                "against": [],
                "sources": [],
            },
        ],
        "advice": [{"id": "rest", "title": "Rest", "text": "Keep weight off it.", "sources": ["nice_2016"]}],
        "recheck": {"in_days": 5, "expect": "Less pain.", "get_help_if": ["it gets worse"]},
    },
}

EMERGENCY_RESULT = {
    **ASSESSMENT,
    "custom": {**ASSESSMENT["custom"], "triage": {"level": "emergency", "reasons": [], "would_change": []}},
}


def say(person: Person, *messages: dict[str, Any]) -> None:
    """A conversation that begins with these messages."""
    numbered = [{"seq": place + 1, "who": "malleo", "custom": None, **one} for place, one in enumerate(messages)]
    opened = {
        "token": "t",
        "expires_in": 999,
        "known": False,
        "config": {"protocol": 1},
        "messages": numbered,
        "seq": 9,
    }

    def answer(route: Route) -> None:
        if route.request.url.endswith("/session"):
            route.fulfill(status=201, content_type="application/json", body=json.dumps(opened))
        else:
            route.fulfill(content_type="application/x-ndjson", body='{"t": "end", "seq": 9}\n')

    if person.page.url.startswith(person.address):
        person.page.evaluate("localStorage.clear()")
    person.page.route("**/webhooks/website/**", answer)
    person.page.goto(person.address + "/chat")
    person.widget.locator(".transcript > li").last.wait_for()
    person.rests()

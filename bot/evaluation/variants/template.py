"""Frames in which people tell of an ankle: a text with slots, and what it says of each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

SLOT = re.compile(r"\{(\w+)\.(\w+)\}")
CHOICE = re.compile(r"\(([^()]*)\)")

FINDING_SLOTS = ("a", "b", "c")
TOLD_SLOTS = ("side", "place", "injury", "pace", "time", "score")
SENTENCE_SLOTS = ("one", "two")
SLOTS = (*FINDING_SLOTS, *TOLD_SLOTS, *SENTENCE_SLOTS, "relative", "neutral")

OF_FINDINGS = ("present", "absent", "unknown", "silent")
OF_OTHERS = ("said", "silent")
FIXED = ("side", "onset", "mechanism")
FIELDS = frozenset(("name", "family", "text", "gold", "labels", "alone", "keep_marks", "closed"))


class TemplateError(ValueError):
    """A template that cannot be used; says which and why."""


@dataclass(frozen=True)
class Template:
    """One frame.

    Attributes:
        text: with slots `{a.noun}` and choices `(is|was)`.
        gold: of each slot that tells something, what the text says of it: `present`, `absent`, `unknown` or
            `silent` of a finding, `said` or `silent` of anything else.
        labels: what the frame itself says: `side`, `onset`, `mechanism`.
        alone: it can stand beside another sentence and neither changes the other.
        keep_marks: its meaning hangs on its punctuation.
        closed: for measuring only; its misses are not looked at while rules are written.
    """

    name: str
    family: str
    text: str
    gold: Mapping[str, str]
    labels: Mapping[str, str] = field(default_factory=dict)
    alone: bool = False
    keep_marks: bool = False
    closed: bool = False


@dataclass(frozen=True)
class TemplateFile:
    """A file of templates.

    Attributes:
        tables: what slots are filled with, by the name of the table.
    """

    templates: tuple[Template, ...]
    tables: Mapping[str, Any]


def read(path: Path) -> TemplateFile:
    """The templates of a file and the tables that fill them.

    Raises:
        TemplateError: a field, slot or gold value that is not known, a slot without gold, or a name used twice.
    """
    written = yaml.safe_load(path.read_text(encoding="utf-8"))
    templates = tuple(_template(entry) for entry in written["templates"])
    names = [template.name for template in templates]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise TemplateError(f"{twice[0]}: there are two templates of this name.")
    return TemplateFile(templates, {name: table for name, table in written.items() if name != "templates"})


def _template(fields: Mapping[str, Any]) -> Template:
    name = str(fields.get("name", "a template without a name"))
    if unknown := sorted(fields.keys() - FIELDS):
        raise TemplateError(f"{name}: unknown field '{unknown[0]}'; there are {', '.join(sorted(FIELDS))}.")
    template = Template(**fields)
    slots = {slot for slot, _ in SLOT.findall(template.text)}
    if unknown := sorted(slots - set(SLOTS)):
        raise TemplateError(f"{name}: unknown slot '{unknown[0]}'; there are {', '.join(SLOTS)}.")
    telling = slots & {*FINDING_SLOTS, *TOLD_SLOTS}
    if different := sorted(telling ^ template.gold.keys()):
        raise TemplateError(
            f"{name}: '{different[0]}' stands in the text without gold, or has gold and no place there."
        )
    for slot, value in template.gold.items():
        known = OF_FINDINGS if slot in FINDING_SLOTS else OF_OTHERS
        if value not in known:
            raise TemplateError(f"{name}: gold of '{slot}' is '{value}'; it can be {', '.join(known)}.")
    if unknown := sorted(template.labels.keys() - set(FIXED)):
        raise TemplateError(f"{name}: unknown label '{unknown[0]}'; there are {', '.join(FIXED)}.")
    return template

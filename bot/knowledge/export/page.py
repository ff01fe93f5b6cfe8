"""One HTML page with everything the base says. It needs no network and nothing beside it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, StrictUndefined, Template

from bot.knowledge.entry_lines import entries_by_kind, phrases_by_concept
from bot.knowledge.model import Knowledge
from bot.knowledge.show import lines_of_entry

_TEMPLATE = Path(__file__).with_name("page.html")


def page(knowledge: Knowledge) -> str:
    """The page: a search box, a list of kinds, each entry with what it rests on and what names it, and the lexicon."""
    kinds = [
        (kind, [(id, lines_of_entry(knowledge, kind, entry, id)) for id, entry in entries.items()])
        for kind, entries in entries_by_kind(knowledge).items()
    ]
    kinds.append(("lexicon", list(phrases_by_concept(knowledge).items())))
    return _template().render(version=knowledge.version, kinds=kinds)


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(_TEMPLATE.read_text(encoding="utf-8"))

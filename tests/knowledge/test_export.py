"""The base on paper."""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser

from small_base import Folder

from bot.knowledge.entry_lines import entries_by_kind
from bot.knowledge.export.page import page
from bot.knowledge.export.table import COLUMNS, table
from bot.knowledge.files import draft_of
from bot.knowledge.model import Knowledge


class Reading(HTMLParser):
    """Ids and text of a page, and the addresses that it would fetch."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name == "href" and tag == "a":
                self.links.append(value or "")
            elif name in ("href", "src", "srcset"):
                self.fetched.append(value or "")

    def handle_data(self, data: str) -> None:
        self.text += data


def rows_of(folder: Folder) -> list[dict[str, str]]:
    draft = draft_of(folder.path)
    return list(csv.DictReader(io.StringIO(table(draft.knowledge, draft.places))))


def test_the_page_has_every_entry_once(knowledge: Knowledge) -> None:
    ids = Reading(page(knowledge)).ids
    assert len(ids) == len(set(ids))
    for kind, entries in entries_by_kind(knowledge).items():
        assert {f"{kind.replace(' ', '-')}-{id}" for id in entries} <= set(ids)


def test_the_page_needs_nothing_beside_it(knowledge: Knowledge) -> None:
    html = page(knowledge)
    read = Reading(html)
    assert read.fetched == []
    assert all(link.removeprefix("#") in read.ids for link in read.links)
    assert not re.search(r"@import|url\(", html)


def test_what_stands_in_an_entry_cannot_become_a_part_of_the_page(folder: Folder) -> None:
    folder.edit("articles/general.yml", "text: The bands are stretched. It swells.", "text: <script>alert(1)</script>")
    html = page(folder.read())
    assert "<script>alert" not in html
    assert "<script>alert(1)</script>" in Reading(html).text


def test_the_table_has_every_text_with_its_grounds_and_its_place(folder: Folder) -> None:
    rows = rows_of(folder)
    (row,) = (row for row in rows if (row["id"], row["heading"]) == ("ease_in", "text"))
    assert tuple(row) == COLUMNS
    assert row["text"] == "Walk as far as it feels fine."
    assert (row["sources"], row["strength"], row["reviewed"]) == ("studied", "trial", "2026-11-22")
    assert (row["file"], row["line"]) == ("advice/moving.yml", "5")


def test_the_table_has_the_lexicon(folder: Folder) -> None:
    assert ("lexicon", "onset:sudden", "all of a sudden") in [
        (row["kind"], row["id"], row["text"]) for row in rows_of(folder)
    ]


def test_no_cell_of_the_table_is_computed_by_a_spreadsheet(folder: Folder) -> None:
    folder.edit("articles/general.yml", "text: The bands are stretched. It swells.", 'text: "=1+1 is two"')
    assert "'=1+1 is two" in [row["text"] for row in rows_of(folder)]

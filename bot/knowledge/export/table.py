"""One CSV table with a row for each thing that an entry says, to sort, filter and comment on in a spreadsheet."""

from __future__ import annotations

import csv
import io

from bot.knowledge.entry_lines import entries_by_kind, lines_of, phrases_by_concept, provenance_of
from bot.knowledge.model import Knowledge
from bot.knowledge.problems import Places

COLUMNS = ("kind", "id", "heading", "text", "sources", "strength", "reviewed", "file", "line")

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins with one of these is computed by spreadsheets, so it gets an apostrophe in front."""


def table(knowledge: Knowledge, places: Places) -> str:
    """The table, with commas and a heading row.

    Args:
        places: where entries stand, for the last two columns.
    """
    written = io.StringIO()
    rows = csv.writer(written)
    rows.writerow(COLUMNS)
    for kind, entries in entries_by_kind(knowledge).items():
        for id, entry in entries.items():
            grounds = provenance_of(entry)
            place = places.of(kind, id)
            cited = (", ".join(grounds.sources), grounds.strength, grounds.reviewed) if grounds else ("", "", "")
            for heading, text in lines_of(kind, entry):
                row = (kind, id, heading, text, *cited, place.file if place else "", place.line if place else "")
                rows.writerow([_cell(str(value)) for value in row])
    for concept, phrases in phrases_by_concept(knowledge).items():
        rows.writerows(("lexicon", concept, heading, _cell(text), "", "", "", "", "") for heading, text in phrases)
    return written.getvalue()


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text

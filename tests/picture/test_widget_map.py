"""The module with the drawing for the website's widget."""

from __future__ import annotations

import gzip
import json
import re

from bot.picture.drawing import Drawing
from bot.picture.places import Place
from bot.picture.widget_map import widget_map
from bot.runtime import settings

LARGEST = 4096
"""Bytes after gzip: the share of the drawing in the widget's 30 KB."""


def test_the_file_in_the_tree_is_what_the_command_writes(drawing: Drawing, places: dict[str, Place]) -> None:
    assert settings.WIDGET_MAP.read_text(encoding="utf-8") == widget_map(drawing, places)


def test_it_is_small() -> None:
    assert len(gzip.compress(settings.WIDGET_MAP.read_bytes())) <= LARGEST


def test_it_holds_the_drawing_and_is_data_alone(drawing: Drawing, places: dict[str, Place]) -> None:
    head, text = widget_map(drawing, places).split("export const VIEWS = ")
    assert [line for line in head.splitlines() if not line.startswith("//")] == ["const f = Object.freeze;"]
    views = json.loads(re.sub(r"(\w+): ", r'"\1": ', text.strip().removesuffix(";").replace("f(", "").replace(")", "")))
    assert [view["id"] for view in views] == [view.id for view in drawing.views]
    for written, view in zip(views, drawing.views, strict=True):
        assert written["viewBox"] == f"0 0 {view.size[0]} {view.size[1]}"
        assert written["outline"] == [view.skin, *view.lines]
        assert [(one["id"], one["number"], tuple(one["at"]), one["d"]) for one in written["regions"]] == [
            (region.id, places[region.id].number, region.at, region.d) for region in view.regions
        ]


def test_every_list_and_object_is_frozen(drawing: Drawing, places: dict[str, Place]) -> None:
    text = widget_map(drawing, places)
    assert not re.findall(r"(?<!f\()[\[{]", text.split("VIEWS")[1])

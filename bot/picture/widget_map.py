"""The drawing as the plain ES module that the website's widget imports: `bot/widget/ankle-map.js`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from bot.picture.drawing import Drawing, View
from bot.picture.places import Place

HEAD = """\
// The ankle from four sides, a right foot. Written by `malleo picture --widget` from data/picture/ankle.yml.
// `outline` holds the skin first, then the lines on top; `at` is the middle of a number.
const f = Object.freeze;
export const VIEWS = """


def widget_map(drawing: Drawing, places: Mapping[str, Place]) -> str:
    """The text of the module: frozen data only, one line for each view, outline and region."""
    return f"{HEAD}{_frozen([_view(view, places) for view in drawing.views])};\n"


def _view(view: View, places: Mapping[str, Place]) -> dict[str, Any]:
    width, height = view.size
    return {
        "id": view.id,
        "viewBox": f"0 0 {width} {height}",
        "outline": [view.skin, *view.lines],
        "regions": [
            {"id": region.id, "number": places[region.id].number, "at": list(region.at), "d": region.d}
            for region in view.regions
            if region.id in places
        ],
    }


def _frozen(value: Any) -> str:
    if isinstance(value, dict):
        return "f({ " + ", ".join(f"{name}: {_frozen(part)}" for name, part in value.items()) + " })"
    if isinstance(value, list):
        gap = "\n" if any(not isinstance(part, int | float) for part in value) else ""
        return "f([" + gap + f",{gap or ' '}".join(_frozen(part) for part in value) + gap + "])"
    return json.dumps(value, ensure_ascii=False)

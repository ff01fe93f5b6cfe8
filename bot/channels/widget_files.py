"""The files of the web widget as they go over the line: joined, without remarks, compressed, named by their content.

The modules in bot/widget also work as they are. Joining them saves a browser some thirty requests, one after another.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rjsmin import jsmin

WIDGET = Path(__file__).parent.parent / "widget"
LAUNCHER = "malleo-chat.js"
PARTS = (LAUNCHER, "panel.js", "ankle-map.js", "words/de.js")
"""What is fetched by itself: the launcher, then the rest when it is opened, and what not everybody needs."""


class NotJoinable(ValueError):
    """A module uses a form of import or export that the modules of the widget do not need."""


@dataclass(frozen=True)
class WidgetFile:
    """One file.

    Attributes:
        text: the script.
        compressed: the same, by gzip.
    """

    text: bytes
    compressed: bytes

    @property
    def integrity(self) -> str:
        """The value for a script's `integrity` attribute."""
        return "sha384-" + base64.b64encode(hashlib.sha384(self.text).digest()).decode()


@cache
def widget_files() -> Mapping[str, WidgetFile]:
    """All of them by name. Raises `NotJoinable`."""
    return {name: _file(WIDGET / name) for name in PARTS if (WIDGET / name).exists()}


@cache
def version() -> str:
    """Another one whenever any file changes."""
    return hashlib.sha256(b"".join(file.text for file in widget_files().values())).hexdigest()[:12]


def _file(path: Path) -> WidgetFile:
    text = str(jsmin(joined(path))).encode()
    return WidgetFile(text, gzip.compress(text, 9, mtime=0))


def joined(entry: Path) -> str:
    """A module with all that it imports, in the order in which they depend. They share one scope, so names differ."""
    modules = list(_in_order(entry, set()))
    if len(modules) == 1:
        return entry.read_text(encoding="utf-8")
    _check_names(modules)
    return "\n".join([*map(_bare, modules), f"export {{ {', '.join(_exports(entry))} }};"])


def _in_order(path: Path, seen: set[Path]) -> Iterator[Path]:
    if path in seen:
        return
    seen.add(path)
    for imported in _imports(path):
        yield from _in_order(imported, seen)
    yield path


def _imports(path: Path) -> list[Path]:
    text = path.read_text(encoding="utf-8")
    found = [(path.parent / match[1]).resolve() for match in _IMPORT.finditer(text)]
    if len(found) != len(re.findall(r"^import\b", text, re.MULTILINE)):
        raise NotJoinable(f'{path.name}: write each import on one line, as `import {{ name }} from "./file.js";`.')
    return found


def _exports(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    names = [match[1] for match in _EXPORT.finditer(text)]
    if len(names) != len(re.findall(r"^export (?!\{\};)", text, re.MULTILINE)):
        raise NotJoinable(f"{path.name}: export constants, functions and classes by name, where they are made.")
    return names


def _check_names(paths: list[Path]) -> None:
    """Raises `NotJoinable` when two modules make the same name."""
    made: dict[str, Path] = {}
    for path in paths:
        _exports(path)
        for name in _MADE.findall(path.read_text(encoding="utf-8")):
            if name in made:
                raise NotJoinable(
                    f"{path.name}: {made[name].name} makes a `{name}` too. Call one of them something else."
                )
            made[name] = path


def _bare(path: Path) -> str:
    """The text of a module without its imports and exports."""
    text = _IMPORT.sub("", path.read_text(encoding="utf-8")).replace("export {};", "")
    return re.sub(r"^export ", "", text, flags=re.MULTILINE)


_IMPORT = re.compile(r'^import \{[^}"]+\} from "([^"]+)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?:const|class|(?:async )?function\*?) (\w+)", re.MULTILINE)
_MADE = re.compile(r"^(?:export )?(?:const|let|class|(?:async )?function\*?) (\w+)", re.MULTILINE)

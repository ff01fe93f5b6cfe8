"""YAML as plain values that remember their lines.

Scalars stay text as written: `No`, `000` and `2026-11-22` mean what the field they stand in wants, so nobody has to
know which words YAML takes for true or false. Only an empty value or `null` is `None`.
"""

from __future__ import annotations

import yaml

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML without libyaml: the same, slower
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

_NULL = "tag:yaml.org,2002:null"


class Block(dict[str, object]):
    """A mapping. `line` is where it begins, `lines` has the line of each key, `repeated` the keys written twice."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}
        self.repeated: list[str] = []


class Series(list[object]):
    """A list. `line` is where it begins, `lines` has the line of each item."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: list[int] = []


class Unreadable(ValueError):
    """Not YAML, or more than one document. `line` is from 1."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(why)
        self.line = line


def parse(text: str) -> Block | Series | str | None:
    """The one document in `text`; `None` when it is empty.

    Raises:
        Unreadable: the text is no YAML.
    """
    try:
        loader = _Loader(text)
        try:
            node = loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        why = getattr(error, "problem", None) or str(error)
        raise Unreadable(mark.line + 1 if mark else 1, str(why)) from error
    return None if node is None else _value(node)


def lines_of(block: Block) -> dict[str, int]:
    """Line of each field, and of each item of a list as `field[0]`."""
    lines = dict(block.lines)
    for name, value in block.items():
        if isinstance(value, Series):
            lines.update((f"{name}[{index}]", line) for index, line in enumerate(value.lines))
    return lines


def _value(node: yaml.Node) -> Block | Series | str | None:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        block = Block(line)
        for key, value in node.value:
            name = str(key.value)
            if name in block:
                block.repeated.append(name)
            block.lines[name] = key.start_mark.line + 1
            block[name] = _value(value)
        return block
    if isinstance(node, yaml.SequenceNode):
        series = Series(line)
        for item in node.value:
            series.lines.append(item.start_mark.line + 1)
            series.append(_value(item))
        return series
    return None if node.tag == _NULL else str(node.value)

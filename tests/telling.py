"""Facts in few words, for tables of cases."""

from __future__ import annotations

from collections.abc import Iterable

from bot.knowledge.model import State
from bot.triage.facts import Fact, Facts, Value

_STATES = {"not": State.ABSENT, "unsure": State.UNKNOWN}


def told(findings: str | Iterable[str] = (), location: str | Iterable[str] = (), **attributes: str | int) -> Facts:
    """Facts as somebody gave them when asked.

    Args:
        findings: ids; `not hop` is denied, `unsure hop` not known for sure. In one text: with commas between.
        location: regions. In one text: with spaces between.
        attributes: `onset="sudden"`, `severity=6` …
    """
    values: dict[str, Value] = dict(attributes)
    places = location.split() if isinstance(location, str) else location
    if regions := tuple(places):
        values["location"] = regions
    written = filter(None, findings.split(",")) if isinstance(findings, str) else findings
    for one in written:
        *state, finding = one.split()
        values[finding] = _STATES[state[0]] if state else State.PRESENT
    return Facts.of(Fact(about, value, "", 1, asked=True) for about, value in values.items())

"""Questions: what the files may leave out because it follows from the rest is filled in here.

about      of a question that carries the id of a finding, or a reserved one
options    present, absent and unknown for a question about one finding; all regions for a question of that kind
label      the usual word for present, absent, unknown and none; the finding's or region's own label
settles    what the option's id says: a state, a finding of a group, `none` of them, a value of the attribute
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.knowledge.fields import Fields, called
from bot.knowledge.marked import Block
from bot.knowledge.model import Finding, Option, Question, Region, State
from bot.knowledge.vocabulary import vocabulary
from bot.knowledge.wording import usual_labels

KINDS = ("single", "multiple", "scale", "regions", "number", "text")
STAGES = ("intake", "screen", "safety", "detail")

Settled = str | int | tuple[str, ...]


@dataclass(frozen=True)
class Named:
    """What options can be called after."""

    findings: Mapping[str, Finding]
    regions: Mapping[str, Region]

    def label(self, id: str) -> str | None:
        if id in self.findings:
            return self.findings[id].label
        return self.regions[id].label if id in self.regions else usual_labels().get(id)


def question(fields: Fields, named: Named) -> Question:
    id = fields.id()
    kind = fields.word("kind", KINDS)
    about = fields.texts("about", required=False) or _about(id, named)
    options = tuple(_option(block, fields, kind, about, named) for block in fields.blocks("options"))
    return Question(
        id=id,
        about=about,
        kind=kind,
        stage=fields.word("stage", STAGES),
        wording=fields.text("wording"),
        why=fields.text("why"),
        options=options or _usual_options(kind, about, named),
        help=fields.optional_text("help"),
        minimum=fields.optional_integer("min"),
        maximum=fields.optional_integer("max"),
        unit=fields.optional_text("unit"),
        seconds=fields.integer("seconds", Question.seconds),
        ask_when=fields.optional_clause("ask_when"),
        never_when=fields.optional_clause("never_when"),
        provenance=fields.provenance(),
    )


def _about(id: str, named: Named) -> tuple[str, ...]:
    if id in vocabulary().questions:
        return (vocabulary().questions[id],)
    return (id,) if id in named.findings else ()


def _option(block: Block, question: Fields, kind: str, about: tuple[str, ...], named: Named) -> Option:
    fields = Fields(block, question.report, f"{question.name}, {called('option', block)}")
    id = fields.text("id")
    settles = fields.mapping("settles")
    option = Option(
        id=id,
        label=fields.text("label", named.label(id)),
        settles=_written(settles, fields) if settles else _implied(id, kind, about, named),
    )
    if id and about and not option.settles and not settles:
        fields.wrong("id", f"{fields.name}: it is not clear what it settles.", "Add settles: {finding: present}.")
    fields.finish()
    return option


def _written(settles: Block, option: Fields) -> dict[str, Settled]:
    values: dict[str, Settled] = {}
    for about, value in settles.items():
        if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
            values[about] = tuple(value)
        elif isinstance(value, str) and value:
            values[about] = int(value) if value.isdecimal() else value
        else:
            option.report.add(
                settles.lines[about],
                f"{option.name}: 'settles' has no value for '{about}'.",
                "Write a state, a value, a number or a list of regions.",
            )
    return values


def _implied(id: str, kind: str, about: tuple[str, ...], named: Named) -> dict[str, Settled]:
    attributes = vocabulary().attributes
    alone = about[0] if len(about) == 1 else ""
    if kind == "regions" and id in named.regions:
        return {alone or "location": (id,)}
    if alone in attributes and id in attributes[alone].values:
        return {alone: id}
    if id == "none":
        return {finding: State.ABSENT.value for finding in about if finding not in attributes}
    if id in (State.ABSENT, State.UNKNOWN) or (id == State.PRESENT and alone):
        return dict.fromkeys(about, id)
    return {id: State.PRESENT.value} if id in named.findings else {}


def _usual_options(kind: str, about: tuple[str, ...], named: Named) -> tuple[Option, ...]:
    if kind == "regions":
        return tuple(Option(region.id, region.label, {"location": (region.id,)}) for region in named.regions.values())
    if kind != "single" or len(about) != 1 or about[0] not in named.findings:
        return ()
    states = (State.PRESENT, State.ABSENT, State.UNKNOWN)
    return tuple(Option(state.value, usual_labels()[state.value], {about[0]: state.value}) for state in states)

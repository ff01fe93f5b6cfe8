"""Every text of the base that a person may read, with where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.knowledge.model import Knowledge


@dataclass(frozen=True)
class Text:
    """A text that people read.

    Attributes:
        kind, id: the entry it belongs to.
        field: which text of the entry: `plain`, `option.label`.
        part: where it stands in the entry: `plain`, `options[2]`.
    """

    kind: str
    id: str
    field: str
    part: str
    words: str


def texts(knowledge: Knowledge) -> Iterator[Text]:
    """All texts, in the order of the base. Not among them: phrases of the lexicon, titles of sources, and figures."""
    for region in knowledge.regions.values():
        yield Text("region", region.id, "label", "label", region.label)
    for finding in knowledge.findings.values():
        for field in ("label", "present", "absent", "meaning"):
            yield Text("finding", finding.id, field, field, getattr(finding, field))
    for rule in knowledge.rules.values():
        yield Text("rule", rule.id, "text", "text", rule.text)
        if rule.until_help:
            yield Text("rule", rule.id, "until_help", "until_help", rule.until_help)
    for question in knowledge.questions.values():
        yield Text("question", question.id, "wording", "wording", question.wording)
        yield Text("question", question.id, "why", "why", question.why)
        if question.help:
            yield Text("question", question.id, "help", "help", question.help)
        for index, option in enumerate(question.options):
            yield Text("question", question.id, "option.label", f"options[{index}]", option.label)
    for condition in knowledge.conditions.values():
        for field in ("name", "plain", "escalate"):
            yield Text("condition", condition.id, field, field, getattr(condition, field))
        yield Text("condition", condition.id, "course.expect", "course", condition.course.expect)
        for sign in condition.course.get_help_if:
            yield Text("condition", condition.id, "course.get_help_if", "course", sign)
    for advice in knowledge.advice.values():
        yield Text("advice", advice.id, "title", "title", advice.title)
        yield Text("advice", advice.id, "text", "text", advice.text)
        if advice.instead:
            yield Text("advice", advice.id, "instead", "instead", advice.instead)
    for measure in knowledge.measures.values():
        yield Text("measure", measure.id, "label", "label", measure.label)
    for tissue in knowledge.tissues.values():
        yield Text("tissue", tissue.id, "name", "name", tissue.name)
        yield Text("tissue", tissue.id, "text", "text", tissue.text)
    for plan in knowledge.plans.values():
        for field in ("name", "plain", "afterwards"):
            yield Text("plan", plan.id, field, field, getattr(plan, field))
        for field in ("gate", "stages", "progress", "step_back", "stop"):
            for index, item in enumerate(getattr(plan, field)):
                yield Text("plan", plan.id, field, f"{field}[{index}]", item.text)
    for article in knowledge.articles.values():
        yield Text("article", article.id, "title", "title", article.title)
        yield Text("article", article.id, "text", "text", article.text)
        if article.differs:
            yield Text("article", article.id, "differs", "differs", article.differs)
    for line in knowledge.help_lines.values():
        yield Text("help line", line.region, "name", "name", line.name)

"""Every question can be answered, and every rule that needs an answer has its question."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.checks.fault import Base, Fault, choose_from
from bot.knowledge.clauses import attributes_of, findings_of
from bot.knowledge.model import Level

WITH_OPTIONS = ("single", "multiple", "regions")
WITH_LIMITS = ("scale", "number")
CLOSED = ("single", "multiple")


def questions_are_about_something(base: Base) -> Iterator[Fault]:
    """Only a question in free text may be about nothing in particular."""
    for question in base.knowledge.questions.values():
        if not question.about and question.kind != "text":
            what = f"Question '{question.id}' is about nothing."
            yield Fault("question", question.id, "about", what, "Add about: and the ids that an answer settles.")


def questions_can_be_answered(base: Base) -> Iterator[Fault]:
    for question in base.knowledge.questions.values():
        if question.kind in WITH_OPTIONS and len(question.options) < 2:
            what = f"Question '{question.id}' ({question.kind}) leaves nothing to choose."
            yield Fault("question", question.id, "options", what, "Add options: at least two, each {id, label}.")
        if question.kind in WITH_LIMITS:
            low, high = question.minimum, question.maximum
            if low is None or high is None or low >= high:
                what = f"Question '{question.id}' ({question.kind}) has no room for an answer."
                yield Fault("question", question.id, "min", what, "Add min: and max:, the smaller as min.")
        if question.seconds < 1:
            what = f"Question '{question.id}' takes {question.seconds} seconds."
            yield Fault("question", question.id, "seconds", what, "Write how long an answer takes, 1 or more.")


def options_are_told_apart(base: Base) -> Iterator[Fault]:
    for question in base.knowledge.questions.values():
        ids, labels = set[str](), set[str]()
        for index, option in enumerate(question.options):
            label = option.label.casefold()
            if option.id in ids or label in labels:
                what = f"Question '{question.id}' has the option '{option.id}' ({option.label}) twice."
                yield Fault("question", question.id, f"options[{index}]", what, "Give each its own id and label.")
            ids.add(option.id)
            labels.add(label)


def options_settle_what_the_question_is_about(base: Base) -> Iterator[Fault]:
    for question in base.knowledge.questions.values():
        for index, option in enumerate(question.options):
            for settled in option.settles:
                if settled not in question.about:
                    what = f"Question '{question.id}', option '{option.id}' settles '{settled}', outside its about."
                    mend = f"Add {settled} to about:, or take it out. {choose_from(settled, question.about)}"
                    yield Fault("question", question.id, f"options[{index}]", what, mend)


def everything_asked_about_can_be_settled(base: Base) -> Iterator[Fault]:
    for question in base.knowledge.questions.values():
        if question.kind in ("single", "multiple") and question.options:
            for about in question.about:
                if not any(about in option.settles for option in question.options):
                    what = f"Question '{question.id}' is about '{about}', but no option settles it."
                    yield Fault("question", question.id, "about", what, f"Add an option for {about}, or take it out.")


def emergencies_have_a_closed_question(base: Base) -> Iterator[Fault]:
    """A rule at emergency names a question with options that settles something in it."""
    for rule in base.knowledge.rules.values():
        if rule.level is not Level.EMERGENCY:
            continue
        question = base.knowledge.questions.get(rule.ask or "")
        if rule.ask is None:
            what = f"Rule '{rule.id}' calls for emergency care, but no question settles it."
            yield Fault("rule", rule.id, "", what, "Add ask: and a question with options.")
        elif question and question.kind not in CLOSED:
            what = f"Rule '{rule.id}' calls for emergency care, but '{rule.ask}' has no fixed answers."
            yield Fault("rule", rule.id, "ask", what, f"Name a question of kind {' or '.join(CLOSED)}.")


def emergencies_say_what_to_do(base: Base) -> Iterator[Fault]:
    for rule in base.knowledge.rules.values():
        if rule.level is Level.EMERGENCY and not rule.until_help:
            what = f"Rule '{rule.id}' calls for emergency care, and does not say what to do until help comes."
            yield Fault("rule", rule.id, "", what, "Add until_help: and one or two sentences.")


def rules_ask_what_settles_them(base: Base) -> Iterator[Fault]:
    """The question that a rule names is about something that the rule looks at."""
    for rule in base.knowledge.rules.values():
        question = base.knowledge.questions.get(rule.ask or "")
        wanted = (*findings_of(rule.when), *attributes_of(rule.when))
        if question and not set(wanted) & set(question.about):
            what = f"Rule '{rule.id}' asks '{question.id}', which settles nothing in it."
            yield Fault("rule", rule.id, "ask", what, f"Ask about one of: {', '.join(wanted)}.")


def rules_can_be_asked_about(base: Base) -> Iterator[Fault]:
    """Whatever a rule looks at, some question settles: what nobody asks would only count when volunteered."""
    settled = {about for question in base.knowledge.questions.values() for about in question.about}
    for rule in base.knowledge.rules.values():
        for id in (*findings_of(rule.when), *attributes_of(rule.when)):
            if id not in settled and _is_known(id, base):
                what = f"Rule '{rule.id}' looks at '{id}', which no question is about."
                yield Fault("rule", rule.id, "when", what, f"Write a question about {id}.")


def checks_that_hurt_are_guarded(base: Base) -> Iterator[Fault]:
    """Hopping on an ankle that may be broken can do harm."""
    for question in base.knowledge.questions.values():
        if "hop" in question.about and question.never_when is None:
            what = f"Question '{question.id}' asks for a hop, whoever it is."
            mend = "Add never_when: the first days after an injury, and whenever a bone may be broken."
            yield Fault("question", question.id, "", what, mend)


def _is_known(id: str, base: Base) -> bool:
    return id in base.knowledge.findings or id in base.vocabulary.attributes

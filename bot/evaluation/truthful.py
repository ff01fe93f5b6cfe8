"""The true answer to a question of the protocol, from the facts of a case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.evaluation.cases import LabelledCase
from bot.evaluation.personas.way import Reply

AGO = ((0, "today"), (1, "yesterday"), (13, "{n} days ago"), (60, "{weeks} weeks ago"), (700, "{months} months ago"))
"""How long ago is said, up to so many days."""

BONES = "bone_tender_"
"""How the findings begin of which the case may say that it is too sore to tell."""

ANY_BONE = "bone_tender_other"
"""Asked as "is there one small spot on a bone that is very sore": whoever has one anywhere says yes."""

ABILITIES = {
    "four_steps_after_injury": ("cannot_bear_weight",),
    "four_steps_now": ("cannot_bear_weight",),
    "single_leg_heel_raise": ("weakness_push_off",),
    "hop": ("cannot_bear_weight", "weakness_push_off", "bone_tender_other", "heel_squeeze_pain"),
}
"""What a healthy leg can do: somebody of whom the case does not say it can, unless one of these is true."""


def true_reply(question: Mapping[str, Any], case: LabelledCase) -> Reply:
    """The answer: by an option where one is offered, else in words."""
    id, truth = question["id"], case.truth
    offered = [option["id"] for option in question.get("options", ())]
    if question["kind"] in ("scale", "number"):
        value = truth.get(id)
        return Reply(str(value) if value is not None else "not sure")
    if id == "location":
        picked = tuple(place for place in truth.get("location") or () if place in offered)
        where = case.said.get("where", "not sure")
        return Reply(where, id, picked) if picked else Reply(where)
    if id == "duration":
        return Reply(ago(truth.get("duration_days")))
    if id in ("onset", "mechanism", "side", "subject", "sex"):
        return _value(id, offered, truth)
    if question["kind"] == "multiple":
        return _several(id, offered, truth)
    return _yes_or_no(question, offered, truth)


def ago(days: int | None) -> str:
    """How long ago, as people say it."""
    if days is None:
        return "not sure"
    for most, words in AGO:
        if days <= most:
            return words.format(n=days, weeks=max(2, round(days / 7)), months=max(2, round(days / 30)))
    return f"{round(days / 365)} years ago"


def _value(id: str, offered: Sequence[str], truth: Mapping[str, Any]) -> Reply:
    value = truth.get(id)
    if id == "subject":
        value = value or ("child" if (truth.get("age") or 99) < 18 else "self")
    value = {"rolled": "rolled_in"}.get(str(value), value)
    if value in offered:
        return Reply(str(value), id, (str(value),))
    return Reply("not sure", id, ("unknown",)) if "unknown" in offered else Reply("not sure")


def _several(id: str, offered: Sequence[str], truth: Mapping[str, Any]) -> Reply:
    picked = tuple(option for option in offered if truth.get(option) is True)
    if not picked and "unknown" in offered and any(_too_sore(option, truth) for option in offered):
        return Reply("not sure", id, ("unknown",))
    return Reply("", id, picked or (("none",) if "none" in offered else tuple(offered[:1])))


def _too_sore(finding: str, truth: Mapping[str, Any]) -> bool:
    return finding.startswith(BONES) and finding in truth and truth[finding] is None


def _yes_or_no(question: Mapping[str, Any], offered: Sequence[str], truth: Mapping[str, Any]) -> Reply:
    about = next((one for one in question.get("about", ()) if one in truth), question["id"])
    if question["id"] in truth:
        about = question["id"]
    value = truth.get(about)
    if about == ANY_BONE:
        value = value or any(truth.get(finding) is True for finding in truth if finding.startswith(BONES))
    if value is None and about in ABILITIES:
        value = not any(truth.get(hindrance) for hindrance in ABILITIES[about])
    if _too_sore(about, truth) and "unknown" in offered:
        return Reply("not sure", question["id"], ("unknown",))
    state = "present" if value else "absent"
    return Reply(state, question["id"], (state,)) if state in offered else Reply("yes" if value else "no")

"""What is heard of running, and that there is a text for every state of a plan."""

from dataclasses import replace
from datetime import date, timedelta

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.care.return_to_run.offer import Ground, Refusal
from bot.care.return_to_run.progress import Phase, Progress
from bot.care.return_to_run.week import UsualWeek
from bot.dialogue.case import Case
from bot.dialogue.practice import Practice
from bot.dialogue.running import racing, refusing, telling
from bot.dialogue.running.days import coming, past
from bot.dialogue.running.heard import heard
from bot.dialogue.running.kept import Running
from bot.dialogue.running.questions import CHECKS, questions
from bot.dialogue.running.sayings import said
from bot.dialogue.running.weeks import usual_week
from bot.dialogue.utterance import Utterance
from bot.knowledge import files
from bot.knowledge.model import State
from bot.runtime import settings
from bot.runtime.practice import practice_from
from bot.triage.facts import Fact, Facts

hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")

TODAY = date(2026, 11, 25)
"""A Wednesday."""


@pytest.fixture(scope="module")
def practice() -> Practice:
    return practice_from(files.read(settings.KNOWLEDGE))


@pytest.fixture(scope="module")
def hear(practice):
    def of(text):
        reading = practice.reader.read(text, today=TODAY)
        utterance = Utterance("1", text, mentions=reading.mentions, names=reading.names)
        return heard(utterance, practice, TODAY, None)

    return of


@pytest.mark.parametrize(
    ("asks", "typed"),
    [
        ("plan", "plan"),
        ("plan", "the plan please"),
        ("plan", "When can I run again?"),
        ("plan", "how do i get back into running"),
        ("plan", "is there a return to running plan"),
        ("plan", "what's my next run?"),
        ("plan", "when do I run next"),
        ("race", "can I race on Sunday?"),
        ("race", "will I be ok for the half marathon in 3 weeks"),
        ("race", "i want to run a 10k next weekend"),
        ("end", "cancel the plan"),
        ("plan", "how am I doing?"),
        ("", "give me a treatment plan"),
        ("", "couch to 5k plan"),
        ("", "I rolled it during a race"),
        ("", "it hurts when I run"),
        ("", "i usually run 20 miles a week"),
        ("", "I ran a 10k yesterday and it was fine"),
    ],
)
def test_what_is_asked_for(hear, asks, typed):
    assert hear(typed).asks == asks


@pytest.mark.parametrize(
    ("typed", "ran", "pain", "later_pain", "fine", "signs"),
    [
        ("I ran today, it hurt 3/10", True, 3, None, False, ()),
        ("did my run, no pain at all", True, 0, None, True, ()),
        ("fine next morning", False, None, None, True, ()),
        ("it was 2 out of 10 this morning", False, None, 2, False, ()),
        ("swollen again", False, None, None, False, ("swelling",)),
        ("I was limping after my run", True, None, None, False, ("limp",)),
        ("it's not swollen, no limp", False, None, None, True, ()),
        ("sharp pain on the run", True, None, None, False, ("sharp_pain",)),
        ("no worse this morning", False, None, None, True, ()),
    ],
)
def test_what_is_reported(hear, typed, ran, pain, later_pain, fine, signs):
    report = hear(typed).report
    assert (report.ran, report.fine, report.signs) == (ran, fine, signs)
    assert (report.pain, report.later_pain) == (pain, later_pain)


@pytest.mark.parametrize("typed", ["it is worse this morning", "it flared up after the run", "not good this morning"])
def test_worse_is_never_fine(hear, typed):
    report = hear(typed).report
    assert report.worse
    assert not report.fine


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("on sunday", date(2026, 11, 29)),
        ("this weekend", date(2026, 11, 28)),
        ("tomorrow", date(2026, 11, 26)),
        ("in three weeks", date(2026, 12, 16)),
        ("on the 14th", date(2026, 12, 14)),
        ("on the 3rd of march", date(2027, 3, 3)),
        ("today", TODAY),
        ("one day", None),
    ],
)
def test_days_ahead(practice, typed, day):
    assert coming(practice.reader.read(typed).words, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "day"), [("I ran yesterday", date(2026, 11, 24)), ("I ran on monday", date(2026, 11, 23)), ("ran", TODAY)]
)
def test_days_of_outings(practice, typed, day):
    assert past(practice.reader.read(typed).words, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "week"),
    [
        ("20 km a week", UsualWeek(km=20)),
        ("3 times a week, 30 minutes each", UsualWeek(runs=3, longest_minutes=30)),
        ("40k a week, 4 runs a week, longest 15k", UsualWeek(km=40, runs=4, longest_km=15)),
        ("an hour a week", UsualWeek(minutes=60)),
        ("twice a week", UsualWeek(runs=2)),
        ("my pace is 5:30 per km", UsualWeek(minutes_per_km=5.5)),
        ("no idea", None),
        ("9000 km a week", None),
    ],
)
def test_the_usual_week(practice, typed, week):
    assert usual_week(practice.reader.read(typed).words) == week


@given(text=st.text(max_size=60))
def test_any_text_can_be_heard(practice, text):
    assert isinstance(said(practice.reader.read(text).words), frozenset)
    heard(Utterance("1", text), practice, TODAY, None)


def test_a_case_stored_before_there_were_plans_still_loads():
    stored = Case().to_json()
    del stored["running"]
    assert Case.from_json(stored) == Case()


@st.composite
def ways(draw, practice):
    plan = practice.knowledge.plans[draw(st.sampled_from(sorted(practice.knowledge.plans)))]
    days = st.integers(0, 60).map(lambda number: TODAY + timedelta(days=number))
    return Progress(
        plan=plan.id,
        tissue=draw(st.sampled_from(plan.tissues)),
        level="self_care",
        since=TODAY,
        cleared_first=draw(st.booleans()),
        not_before=draw(days),
        phase=draw(st.sampled_from(Phase)),
        failed=draw(st.sampled_from(["", "clearance", *(one.id for one in plan.gate)])),
        stage=draw(st.integers(0, len(plan.stages) - 1)),
        stage_since=draw(st.none() | days),
        good=draw(st.integers(0, 3)),
        bad=draw(st.integers(0, 2)),
        runs=tuple(sorted(draw(st.lists(days, max_size=3, unique=True)))),
        waiting=draw(st.none() | days),
        settling_since=draw(st.none() | days),
        crossed=draw(st.sampled_from(["", "nothing", *(one.id for one in plan.stop)])),
        see=draw(st.sampled_from(["", "soon", "same_day"])),
        week=draw(st.none() | st.builds(UsualWeek, minutes=st.integers(5, 500), km=st.none() | st.integers(1, 200))),
        weeks_off=draw(st.integers(0, 50)),
    )


@given(data=st.data())
def test_every_state_has_a_text_and_survives_storage(practice, data):
    way = data.draw(ways(practice))
    today = TODAY + timedelta(days=data.draw(st.integers(0, 70)))
    text = telling.status(way, practice, today)
    assert text
    assert "{" not in text
    message = telling.plan_message(text, way, practice, today)
    assert message.payload["sources"]
    assert telling.opened(way, practice, today)
    assert telling.stopped(way, practice)
    kept = Running(way=way, asking=("running_week",), race=today)
    assert Running.from_json(kept.to_json()) == kept


@given(data=st.data())
def test_every_refusal_says_why_and_what_would_change_it(practice, data):
    known = practice.knowledge
    about = {
        "level": ["emergency", "same_day"],
        "rule": sorted(known.rules),
        "in_view": sorted(known.conditions),
        "no_plan": ["", *sorted(known.conditions)],
        "unless": [*sorted(known.findings), "age", "subject", "location", "mechanism"],
    }
    grounds = st.sampled_from(sorted(about)).flatmap(
        lambda why: st.sampled_from(about[why]).map(lambda id: Ground(why, id, ("product_judgement",)))
    )
    refusal = Refusal(tuple(data.draw(st.lists(grounds, min_size=1, max_size=4))))
    unknown = Facts.of(Fact(one.about, State.UNKNOWN, "", 1) for one in refusal.grounds if one.why == "unless")
    message = refusing.refused_message(refusal, data.draw(st.sampled_from([Facts.of(), unknown])), practice)
    assert "What would change that" in message.text
    assert refusing.why(refusal, unknown, practice)
    assert "%" not in message.text
    race = racing.race_message(TODAY, refusal, None, Facts.of(), practice, TODAY, again=True)
    assert race.payload["possible"] is False


def test_the_checks_are_about_all_that_could_forbid_a_plan(practice):
    asked = questions(practice.knowledge, practice.texts)[CHECKS]
    assert {"night_pain", "pregnant", "bone_tender_other", "tendon_gap"} <= set(asked.about)
    assert "hop" not in asked.about  # the gate asks what one can do


def test_an_answer_about_running_is_no_fact_of_the_ankle():
    running = replace(Running(), asking=("running_pain", "running_week"))
    assert running.answered("running_pain", 3).asking == ("running_week",)

"""Variants are the same for the same seed, labelled as their templates say, and noise never turns a meaning round."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from random import Random

import pytest
from typer.testing import CliRunner

from bot.cli_evaluate import app
from bot.evaluation.messages import labelled
from bot.evaluation.variants import report, template, times
from bot.evaluation.variants.generator import Generator, Variant
from bot.evaluation.variants.noise import KEPT, Noise
from bot.evaluation.variants.template import TemplateError
from bot.knowledge import check
from bot.knowledge.vocabulary import vocabulary
from bot.runtime import settings
from bot.runtime.practice import practice_from

TEMPLATES = settings.ROOT / "data" / "evaluation" / "templates.yml"
TODAY = date(2026, 11, 22)  # a Sunday
FILE = template.read(TEMPLATES)


@pytest.fixture(scope="module")
def knowledge():
    return check.read_checked(settings.KNOWLEDGE)


@pytest.fixture(scope="module")
def lexicon(knowledge):
    return [(entry.concept, entry.phrases, entry.state.value) for entry in knowledge.lexicon]


@pytest.fixture(scope="module")
def generator(lexicon) -> Generator:
    return Generator(FILE, lexicon, TODAY)


@pytest.fixture(scope="module")
def made(generator) -> list[Variant]:
    return list(generator.variants(800, seed=3))


def test_the_same_seed_makes_the_same_messages(generator, made) -> None:
    assert list(generator.variants(800, seed=3)) == made
    assert list(generator.variants(800, seed=4)) != made


def test_every_template_makes_messages_and_no_slot_or_choice_is_left(generator, made) -> None:
    closed = list(generator.variants(200, seed=3, closed=True))
    assert {one.template.name for one in (*made, *closed)} == {one.name for one in FILE.templates}
    assert not [one.message.text for one in (*made, *closed) if re.search(r"[{}|]", one.message.text)]


def test_a_third_of_the_templates_is_kept_out_of_sight(made) -> None:
    closed = sum(one.closed for one in FILE.templates)
    assert 0.25 < closed / len(FILE.templates) < 0.4
    assert not [one for one in made if one.template.closed]


def test_labels_are_of_the_vocabulary(made) -> None:
    for variant in made:
        message = variant.message
        assert {*message.present, *message.absent, *message.ignored} <= vocabulary().findings.keys()
        assert message.areas <= set(vocabulary().regions.values())
        assert not message.present & message.absent


def test_what_is_written_is_read_again_as_labelled(made, tmp_path: Path) -> None:
    file = tmp_path / "variants.yml"
    file.write_text(report.written(made), encoding="utf-8")
    again = labelled(file)
    assert [one.text for one in again] == [one.message.text for one in made]
    assert [(one.present, one.absent, one.areas, one.days) for one in again] == [
        (one.message.present, one.message.absent, one.message.areas, one.message.days) for one in made
    ]


def test_a_new_synonym_gives_new_messages(lexicon) -> None:
    more = [*lexicon, ("swelling", ["engorged"], "present")]
    texts = [one.message.text for one in Generator(FILE, more, TODAY).variants(3000, seed=1)]
    assert any("engorged" in text for text in texts)


@pytest.mark.parametrize(
    "text", ["no swelling", "it isn't the left", "hasn't got three out of ten", "right, never both"]
)
def test_no_slip_is_made_in_a_denial_a_number_or_a_side(text: str) -> None:
    noise = Noise(FILE.tables, frozenset())
    kept = [word for word in re.findall(r"[a-z']+", text) if word in KEPT or "n't" in word]
    for seed in range(60):
        typed = noise.typed(text, "typo", Random(seed))
        assert [word for word in re.findall(r"[a-z']+", typed) if word in kept] == kept


def test_a_slip_is_not_another_word() -> None:
    noise = Noise(FILE.tables, frozenset(("bruisedd", "bruissed")))
    typed = {noise.typed("bruised", "typo", Random(seed)) for seed in range(200)}
    assert len(typed) > 5
    assert not typed & {"bruisedd", "bruissed"}


@pytest.mark.parametrize("form", ["for", "ago", "since", "count"])
def test_times_say_their_days(form: str) -> None:
    for seed in range(50):
        days = times.time(form, TODAY, Random(seed)).labels.values["days"]
        assert days >= 0
    assert {
        filler.labels.values["days"]
        for filler in (times.time("ago", TODAY, Random(seed)) for seed in range(300))
        if filler.forms["ago"] == "on Friday"
    } == {2}


def test_scores_are_told_by_family_and_closed_misses_are_not_listed(generator, knowledge, made) -> None:
    practice = practice_from(knowledge)
    opened = report.score(made[:200], practice)
    closed = report.score(list(generator.variants(100, seed=1, closed=True)), practice)
    assert "intent_accuracy" not in opened.scores
    assert opened.scores["all_right"].n == 200
    assert {row[0] for row in opened.tables[0].rows} <= {one.family for one in FILE.templates}
    assert closed.scores["all_right"].value not in (None, 1)
    assert closed.misses == []


def test_the_command_prints_scores_by_family_and_writes_the_messages(tmp_path: Path) -> None:
    messages, scores = tmp_path / "messages.yml", tmp_path / "scores.json"
    result = CliRunner().invoke(app, ["variants", "--number", "60", "--write", str(messages), "--json", str(scores)])
    assert result.exit_code == 0
    assert "Findings by family" in result.output
    assert len(labelled(messages)) == 60
    assert json.loads(scores.read_text(encoding="utf-8"))["all_right"]["n"] == 60


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ("text: 'no {a.noun}', gold: {}", "'a' stands in the text without gold"),
        ("text: 'no {a.noun}', gold: {a: gone}", "gold of 'a' is 'gone'"),
        ("text: 'no {d.noun}', gold: {d: absent}", "unknown slot 'd'"),
        ("text: 'no', gold: {}, shut: true", "unknown field 'shut'"),
        ("text: 'no', gold: {}, labels: {age: 4}", "unknown label 'age'"),
    ],
)
def test_a_template_that_cannot_be_used_is_refused_with_what_is_wrong(tmp_path: Path, fields: str, what: str) -> None:
    file = tmp_path / "templates.yml"
    file.write_text(f"templates:\n- {{name: one, family: some, {fields}}}\n", encoding="utf-8")
    with pytest.raises(TemplateError, match=what):
        template.read(file)

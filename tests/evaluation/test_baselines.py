"""What other engines are compared on is the same for all, and is Malleo's own reading where Malleo judges."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import asdict
from pathlib import Path

import pytest

from bot.evaluation.baselines import assertion, intents, spans
from bot.evaluation.baselines.assertion import ABSENT, PRESENT, Pair, Place, Places, Said, evaluate, states
from bot.evaluation.messages import labelled

MESSAGES = Path(__file__).with_name("messages.yml")
SCRIPTS = sorted(path for path in Path(assertion.__file__).parent.glob("*.py") if "# /// script" in path.read_text())


def own(_: str, place: Place) -> str:
    return place.own


def denied(_: str, place: Place) -> str:
    return place.told(denied=True)


def test_malleo_judged_by_place_is_malleo_as_it_reads(assistant) -> None:
    _, practice = assistant
    for message in spans.messages(labelled(MESSAGES), practice):
        assert states(message, own) == practice.reader.read(message.text).findings


def test_bare_answers_are_left_out(assistant) -> None:
    _, practice = assistant
    with_context = {one.id for one in labelled(MESSAGES) if one.context}
    assert with_context
    assert not with_context & {one.id for one in spans.messages(labelled(MESSAGES), practice)}


@pytest.mark.parametrize(
    ("text", "words"), [("it isn't swollen", "swollen"), ("wasn't able to walk on it", "wasn't able to walk")]
)
def test_a_place_begins_and_ends_with_words_as_typed(assistant, text: str, words: str) -> None:
    _, practice = assistant
    assert words in {text[place.start : place.end] for place in spans.places(text, practice)}


def test_an_engine_that_denies_everything_gets_what_is_absent_right_and_nothing_else() -> None:
    swollen = [Place("swelling", 0, 7, PRESENT, PRESENT)]
    pairs = [Pair("A", "swollen", "swelling", gold, swollen) for gold in (PRESENT, ABSENT, ABSENT)]
    lost = Pair("A", "puffed", "swelling", PRESENT, [])
    message = Said("M1", "swollen", ["swelling"], [], [], swollen)
    scores = evaluate(Places(["swelling"], [*pairs, lost], [message]), denied).scores
    assert scores["found_A"].value == 3 / 4
    assert (scores["label_A"].value, scores["label_A"].n) == (2 / 3, 3)
    assert scores["false_absent_A"].value == 1
    assert scores["wrongly_absent"].value == 1
    assert scores["present_f1"].value == 0


def test_who_cannot_bear_weight_cannot_walk() -> None:
    cannot = [Place("cannot_bear_weight", 0, 10, PRESENT, PRESENT)]
    pair = Pair("A", "can't walk", "walk", ABSENT, cannot, opposite=True)
    assert evaluate(Places([], [pair], []), own).scores["label_A"].value == 1


def test_what_a_finding_brings_counts_unless_something_else_is_said() -> None:
    stiff = Place("morning_stiffness", 0, 5, PRESENT, PRESENT, {PRESENT: {"stiffness": PRESENT}})
    not_now = Place("stiffness", 6, 11, PRESENT, ABSENT)
    assert states(Said("M1", "", [], [], [], [stiff]), own) == {"morning_stiffness": PRESENT, "stiffness": PRESENT}
    assert states(Said("M1", "", [], [], [], [stiff, not_now]), own)["stiffness"] == ABSENT


def test_places_survive_their_file(tmp_path: Path) -> None:
    place = Place("swelling", 0, 7, PRESENT, PRESENT, {PRESENT: {"stiffness": PRESENT}})
    places = Places(["swelling"], [Pair("A", "t", "c", ABSENT, [place])], [Said("M", "t", [], [], [], [place])])
    file = tmp_path / "places.json"
    file.write_text(json.dumps(asdict(places)), encoding="utf-8")
    assert Places.read(file) == places


def test_intents_are_scored_with_alternatives_and_apart_for_answers() -> None:
    messages = [
        {"id": "M1", "text": "hi", "intent": "greet"},
        {"id": "M2", "text": "no", "intent": "deny", "alt_intents": ["answer"], "context": "Any numbness?"},
    ]
    report = intents.scored(messages, ["stop", "answer"])
    assert [score.value for score in report.scores.values()] == [1 / 2, 0, 1]
    assert [(miss.id, miss.gold, miss.got) for miss in report.misses] == [("M1", "greet", "stop")]


def test_printed_scores_quote_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    from bot.evaluation.baselines.table import show

    show("Title", intents.scored([{"id": "M1", "text": "my secret ankle", "intent": "greet"}], ["stop"]))
    printed = capsys.readouterr().out
    assert "intent_accuracy" in printed
    assert "secret" not in printed


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_every_script_names_exactly_what_it_needs(script: Path) -> None:
    header = re.search(r"^# /// script\n((?:#.*\n)+?)# ///$", script.read_text(encoding="utf-8"), re.MULTILINE)
    assert header
    needs = tomllib.loads(re.sub(r"^# ?", "", header[1], flags=re.MULTILINE))
    assert all("==" in need for need in needs["dependencies"])
    assert "exclude-newer" in needs["tool"]["uv"]


def test_there_are_three_other_engines() -> None:
    assert [script.stem for script in SCRIPTS] == ["stock_rasa", "with_medspacy", "with_negspacy"]

"""The files of a study are read strictly: a slip in a label would count as a miss of the assistant."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.evaluation.labels import UnreadableFile
from bot.evaluation.study_files import Study, Typed, study

STUDY = Path(__file__).with_name("study")
CONCEPTS = frozenset({"swelling", "bruising", "walk", "pain", "pop"})
FILES = ("negation.tsv", "times.tsv", "scores.tsv", "typo_gold.tsv", "test.tsv")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(STUDY, tmp_path / "study"))


def read(folder: Path) -> Study:
    return study(folder, CONCEPTS)


def test_every_file_is_read(folder: Path) -> None:
    found = read(folder)
    sizes = tuple(map(len, (found.assertions, found.times, found.scores, found.typos, found.intents)))
    assert sizes == (12, 4, 4, 3, 7)
    assert found.times[1].high == 2.6
    assert found.typos[0] == Typed("typo_gold.tsv:1", "typos", "the sweling is bad", "the swelling is bad")
    assert found.assertions[0].id == "negation.tsv:2", "a miss can be looked up"


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(UnreadableFile, match=f"{name}: cannot be read"):
        read(folder)


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_another_encoding_is_refused(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"set\ttext\n\xff\xfe")
    with pytest.raises(UnreadableFile, match=f"{name}: cannot be read"):
        read(folder)


@pytest.mark.parametrize("name", FILES)
def test_an_empty_file_is_refused(folder: Path, name: str) -> None:
    (folder / name).write_text("\n", encoding="utf-8")
    with pytest.raises(UnreadableFile, match=name):
        read(folder)


@pytest.mark.parametrize(
    ("name", "line", "what"),
    [
        ("negation.tsv", "A\tit is swollen\tswelling", "line 14: needs set, text, concept, gold"),
        ("negation.tsv", "A\tit is swollen\tswollen\tpresent", "no concept 'swollen'.*bruising, pain, pop"),
        ("negation.tsv", "A\tit is swollen\tswelling\tyes", "no label 'yes'.*present, absent, historical"),
        ("times.tsv", "A\ttoday\tzero\t1", "'zero' and '1' should be two numbers"),
        ("times.tsv", "A\ttoday\tnan\t1", "should be 0 or more and not above hi"),
        ("scores.tsv", "A\tfour\t5\t4", "should be 0 or more and not above hi"),
        ("typo_gold.tsv", "alot of it\ta lot of it", "typo_gold.tsv:4: .* as many words"),
        ("test.tsv", "hello\tplain\thi", "no intent 'hello'.*greet, goodbye"),
    ],
)
def test_a_wrong_line_is_named_with_what_is_accepted(folder: Path, name: str, line: str, what: str) -> None:
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    with pytest.raises(UnreadableFile, match=what):
        read(folder)


def test_columns_in_another_order_are_refused(folder: Path) -> None:
    (folder / "test.tsv").write_text("text\tkind\tintent\nhi\tplain\tgreet\n", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="first line should be the columns intent, kind, text"):
        read(folder)

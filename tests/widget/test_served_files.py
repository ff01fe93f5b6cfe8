"""The files of the widget as they are served, and what they repeat from elsewhere."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from bot.channels.widget_files import LAUNCHER, WIDGET, NotJoinable, joined, widget_files
from bot.dialogue.escalation import calls
from bot.dialogue.practice import ABOUT_THE_TALK
from bot.knowledge import files
from bot.runtime import settings

HERE = Path(__file__).parent
UNTIL_OPENED = 3 * 1024
"""Bytes, compressed, that a page with the widget costs a visitor who never opens it."""
IN_ALL = 30 * 1024
"""Bytes, compressed, from the launcher to the drawing of the ankle. Another language than English comes on top."""


def test_a_visitor_who_never_opens_it_fetches_little():
    assert len(widget_files()[LAUNCHER].compressed) <= UNTIL_OPENED


def test_an_english_reader_fetches_little_in_all():
    fetched = (LAUNCHER, "panel.js", "ankle-map.js")
    assert sum(len(widget_files()[name].compressed) for name in fetched) <= IN_ALL


def test_two_modules_that_make_the_same_name_are_not_joined(tmp_path):
    (tmp_path / "one.js").write_text("export const step = 1;\n")
    (tmp_path / "two.js").write_text('import { step } from "./one.js";\nconst step = 2;\n')
    with pytest.raises(NotJoinable, match="step"):
        joined(tmp_path / "two.js")


def test_the_numbers_kept_for_a_lost_connection_are_those_of_the_knowledge_base():
    kept = (WIDGET / "numbers.js").read_text(encoding="utf-8").split("const NUMBERS = {")[1].split("};")[0]
    numbers = set(re.findall(r'(\w+): "([^"]+)"', kept))
    known = calls(files.read(settings.KNOWLEDGE))
    assert numbers == {(one["region"], one["number"]) for one in known if one["number"].isdigit()}


def test_every_word_of_the_widget_is_there_in_each_language():
    english, german = (ids(WIDGET / "words" / f"{language}.js") for language in ("en", "de"))
    assert english and english == german


def test_the_types_of_the_modules_hold_together():
    compiler = HERE / "node_modules" / "typescript" / "bin" / "tsc"
    done = subprocess.run(["node", compiler, "-p", HERE], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_questions_about_the_talk_are_those_of_the_dialogue():
    listed = re.search(r"ABOUT_THE_TALK = new Set\(\[(.*?)\]\)", (WIDGET / "conversation.js").read_text())
    assert listed is not None
    assert set(re.findall(r'"(\w+)"', listed[1])) == set(ABOUT_THE_TALK)


def ids(path):
    return re.findall(r"^  (\w+):", path.read_text(encoding="utf-8"), re.MULTILINE)

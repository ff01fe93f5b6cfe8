"""Rasa's own commands in our runtime, as people who know Rasa will try them."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from bot.runtime import settings


def malleo(*arguments, timeout=300, **options):
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        capture_output=True,
        text=True,
        cwd=settings.ROOT,
        timeout=timeout,
        **options,
    )


@pytest.fixture(autouse=True)
def ready(trained_model, own_database):
    """The commands read the base from this worker's database."""


def test_data_validate_finds_nothing_wrong():
    done = malleo("rasa", "data", "validate", "--fail-on-warnings")
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]


def test_train_writes_a_model(tmp_path):
    done = malleo("rasa", "train", "--out", str(tmp_path), "--fixed-model-name", "by-rasa")
    assert done.returncode == 0, done.stderr[-3000:]
    assert (tmp_path / "by-rasa.tar.gz").is_file()


def test_visualize_draws_the_dialogue(tmp_path):
    done = malleo("rasa", "visualize", "--out", str(tmp_path / "graph.html"), env={**os.environ, "BROWSER": "true"})
    assert done.returncode == 0, done.stderr[-3000:]
    assert (tmp_path / "graph.html").is_file()


def test_test_nlu_reports_on_examples(tmp_path):
    examples = tmp_path / "nlu.yml"
    examples.write_text(
        'version: "3.1"\nnlu:\n- intent: greet\n  examples: |\n    - hello\n    - hi\n'
        "- intent: thanks\n  examples: |\n    - thanks a lot\n"
    )
    done = malleo(
        "rasa",
        "test",
        "nlu",
        "--nlu",
        str(examples),
        "--model",
        str(settings.MODEL),
        "--out",
        str(tmp_path / "results"),
    )
    assert done.returncode == 0, done.stderr[-3000:]
    report = json.loads((tmp_path / "results" / "intent_report.json").read_text())
    assert report["greet"]["support"] == 2


def test_the_actions_answer_as_a_stock_action_server():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "bot", "rasa", "run", "actions", "--port", str(port)],
        cwd=settings.ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    try:
        base = f"http://127.0.0.1:{port}"
        for _ in range(300):
            try:
                if urllib.request.urlopen(f"{base}/health", timeout=5).status == 200:
                    break
            except OSError:
                assert server.poll() is None, server.stdout.read()
                time.sleep(0.1)  # it is still starting
        call = {
            "next_action": "action_reply",
            "sender_id": "stock",
            "tracker": {
                "sender_id": "stock",
                "slots": {},
                "latest_message": {"intent": {"name": "thanks"}, "entities": [], "text": "thanks", "message_id": "1"},
                "events": [],
            },
        }
        request = urllib.request.Request(
            f"{base}/webhook", data=json.dumps(call).encode(), headers={"Content-Type": "application/json"}
        )
        answer = json.load(urllib.request.urlopen(request, timeout=30))
    finally:
        server.terminate()
        server.wait(timeout=30)
    assert answer["events"] == []
    assert "welcome" in answer["responses"][0]["text"]


def test_an_unknown_command_ends_with_rasas_own_error():
    done = malleo("rasa", "no-such-command")
    assert done.returncode == 2
    assert "invalid choice" in done.stderr


def test_test_core_plays_stories(tmp_path):
    done = malleo(
        "rasa", "test", "core", "--stories", "tests/rasa/test_stories.yml", "--model", str(settings.MODEL),
        "--out", str(tmp_path), "--fail-on-prediction-errors",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    assert "all good" in (tmp_path / "failed_test_stories.yml").read_text()


def test_shell_answers_on_a_terminal():
    import pty
    import select

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    ours, theirs = pty.openpty()
    shell = subprocess.Popen(
        [sys.executable, "-m", "bot", "rasa", "shell", "--model", str(settings.MODEL), "--port", str(port)],
        cwd=settings.ROOT, stdin=theirs, stdout=theirs, stderr=theirs,
    )  # fmt: skip

    def read_until(wanted: bytes) -> bytes:
        seen = b""
        for _ in range(600):
            if wanted in seen or shell.poll() is not None:
                break
            if select.select([ours], [], [], 0.1)[0]:
                seen += os.read(ours, 4096)
        return seen

    try:
        assert b"Your input" in read_until(b"Your input")
        os.write(ours, b"my foot is cold and white\r")
        assert b"emergency number" in read_until(b"emergency number")
    finally:
        shell.kill()
        shell.wait(timeout=30)
        os.close(ours)
        os.close(theirs)

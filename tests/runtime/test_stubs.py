"""Rasa without what Malleo does not use."""

import subprocess
import sys

import pytest

from bot.runtime import settings
from bot.runtime.configuration import ComponentLeftOut, check_components
from bot.runtime.stubs import STUBS, NotInMalleo

LOOK_AT_MODULES = """
import sys
sys.argv = ["malleo", *{arguments!r}]
try:
    from bot.cli import main
    main()
except SystemExit:
    pass
heavy = {{name.split(".")[0] for name in sys.modules}} & {forbidden!r}
print("LOADED", sorted(heavy))
"""

NEVER = {
    "tensorflow", "keras", "jax", "jaxlib", "skops", "sklearn_crfsuite", "mitie", "jieba", "transformers",
    "aiogram", "slack_sdk", "twilio", "socketio", "fbmessenger", "webexteamssdk", "rocketchat_API", "google",
    "redis", "aio_pika", "confluent_kafka", "botocore", "sentry_sdk",
}  # fmt: skip


def modules_loaded_by(arguments: list[str], forbidden: set[str], stdin: str = "") -> str:
    """The forbidden top-level modules that a command has loaded when it ends, as it prints them."""
    script = LOOK_AT_MODULES.format(arguments=arguments, forbidden=forbidden)
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, input=stdin, cwd=settings.ROOT, timeout=300
    )
    _, found, loaded = done.stdout.rpartition("LOADED ")
    assert found, done.stderr[-2000:]
    return loaded.strip()


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["chat", "--plain"],
        ["train"],
        ["knowledge", "check"],
        ["knowledge", "show", "swelling"],
        ["rasa", "--version"],
        ["rasa", "data", "validate", "--help"],
        ["rasa", "test", "--help"],
    ],
    ids=" ".join,
)
def test_no_command_loads_tensorflow_or_a_foreign_client(trained_model, arguments):
    assert modules_loaded_by(arguments, NEVER, stdin="my ankle hurts\nquit\n") == "[]"


def test_a_conversation_loads_no_scikit_learn(trained_model):
    assert modules_loaded_by(["chat", "--plain"], {"sklearn", "matplotlib"}, stdin="my ankle hurts\n") == "[]"


@pytest.mark.parametrize("module", sorted(NEVER - {"google", "slack_sdk"}))
def test_what_is_never_loaded_is_not_installed(module):
    done = subprocess.run([sys.executable, "-c", f"import {module}"], capture_output=True, text=True, timeout=60)
    assert "ModuleNotFoundError" in done.stderr


def test_each_stub_says_what_pulls_it_in():
    assert all(stub.why for stub in STUBS)


def test_using_a_stand_in_says_what_it_would_need():
    from rasa.nlu.classifiers.diet_classifier import DIETClassifier

    with pytest.raises(NotInMalleo, match=r"DIETClassifier is not part of Malleo .*tensorflow"):
        DIETClassifier()


@pytest.mark.parametrize(("section", "name"), [("pipeline", "DIETClassifier"), ("policies", "TEDPolicy")])
def test_naming_a_left_out_component_is_a_clear_error(tmp_path, section, name):
    config = tmp_path / "config.yml"
    config.write_text(f"recipe: default.v1\n{section}:\n  - name: {name}\n")
    with pytest.raises(ComponentLeftOut, match=f"{section} names '{name}', which is not part of Malleo .*tensorflow"):
        check_components(config)


def test_training_with_a_left_out_component_ends_with_that_error(tmp_path):
    config = tmp_path / "config.yml"
    config.write_text("recipe: default.v1\nlanguage: en\npipeline:\n  - name: DIETClassifier\n")
    done = subprocess.run(
        [sys.executable, "-m", "bot", "rasa", "train", "--config", str(config), "--out", str(tmp_path)],
        capture_output=True, text=True, cwd=settings.ROOT, timeout=120,
    )  # fmt: skip
    assert done.returncode == 3
    assert "'DIETClassifier', which is not part of Malleo" in done.stderr.replace("\n", " ")

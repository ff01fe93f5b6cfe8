# /// script
# requires-python = ">=3.10,<3.11"
# dependencies = ["pyyaml==6.0.3", "rasa==3.6.21", "tensorflow-cpu==2.12.0"]
#
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# override-dependencies = ["tensorflow ; python_version < '3'"]  # tensorflow-cpu is the same without CUDA's share
# exclude-dependencies = [
#     "confluent-kafka", "google-auth-oauthlib", "hf-xet", "jax", "jaxlib", "libclang", "sentence-transformers",
#     "tensorboard-data-server", "tensorflow-hub", "tensorflow-io-gcs-filesystem", "tensorflow-text",
# ]
# ///
"""Intents by Rasa's stock pipeline, trained on the project's own examples and scored on labelled messages."""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

sys.path[0] = str(Path(__file__).resolve().parents[3])  # the project's folder, instead of this one

from bot.evaluation.baselines.intents import intents, scored
from bot.evaluation.baselines.table import show
from bot.evaluation.labels import entries

FEATURES: Sequence[Mapping[str, Any]] = (
    {"name": "WhitespaceTokenizer"},
    {"name": "RegexFeaturizer"},
    {"name": "LexicalSyntacticFeaturizer"},
    {"name": "CountVectorsFeaturizer"},
    {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
)
"""As in the configuration that `rasa init` writes."""


def classifier(name: str, epochs: int, seed: int) -> Mapping[str, Any]:
    """The last component of the pipeline."""
    if name == "diet":
        return {"name": "DIETClassifier", "epochs": epochs, "random_seed": seed, "constrain_similarities": True}
    return {"name": "LogisticRegressionClassifier", "random_state": seed, "max_iter": 1000}


def silence() -> None:
    """Rasa logs the text of every message that it parses; here nothing may quote one."""
    import structlog

    logging.disable(logging.WARNING)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("messages", type=Path, help="labelled messages (YAML)")
    parser.add_argument("--nlu", type=Path, required=True, help="folder or file of training examples")
    parser.add_argument("--classifier", choices=("diet", "logistic"), default="diet")
    parser.add_argument("--epochs", type=int, default=100, help="of DIET; 100 when left out")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path, help="also write the scores to this file")
    told = parser.parse_args()
    messages = entries(told.messages, "utterances", ("id", "text", "intent"))
    with tempfile.TemporaryDirectory(prefix="stock-rasa-") as folder:
        os.environ |= {"RASA_TELEMETRY_ENABLED": "false", "RASA_MAX_CACHE_SIZE": "0", "TF_CPP_MIN_LOG_LEVEL": "3"}
        from rasa.core.agent import Agent
        from rasa.model_training import train_nlu

        silence()

        config = Path(folder, "config.yml")
        pipeline = [*FEATURES, classifier(told.classifier, told.epochs, told.seed)]
        config.write_text(yaml.safe_dump({"recipe": "default.v1", "language": "en", "pipeline": pipeline}))
        model = train_nlu(str(config), str(told.nlu), folder)
        if model is None:
            sys.exit(f"{told.nlu}: there is nothing to train on.")
        agent = Agent.load(model)
        report = scored(messages, asyncio.run(intents(agent, [str(message["text"]) for message in messages])))
    show(f"Stock Rasa, {told.classifier}", report)
    if told.json:
        told.json.write_text(report.to_json(), encoding="utf-8")


if __name__ == "__main__":
    main()

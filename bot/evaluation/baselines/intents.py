"""How a classifier of intents does on labelled messages, knowing nothing but their words.

`python -m bot.evaluation.baselines.intents MESSAGES` scores Malleo's own classifier in this way. `malleo evaluate
utterances` reads bare answers in the light of their question, which no classifier alone can do.
"""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from bot.evaluation.baselines.table import show
from bot.evaluation.labels import entries
from bot.evaluation.scores import Miss, Report, Tally

UNSURE = "nlu_fallback"
"""What Rasa calls it when the likeliest intent is not likely enough."""


def scored(messages: Sequence[Mapping[str, Any]], got: Sequence[str]) -> Report:
    """Accuracy over all messages, and apart over those that stand alone and those that answer a question.

    No question is known here: a bare answer gets the intent that its words have.
    """
    report = Report()
    tallies = {name: Tally() for name in ("intent_accuracy", "intent_accuracy_alone", "intent_accuracy_answers")}
    for message, intent in zip(messages, got, strict=True):
        gold = (message["intent"], *(message.get("alt_intents") or ()))
        hit = tallies["intent_accuracy"].add(intent in gold)
        tallies["intent_accuracy_answers" if message.get("context") else "intent_accuracy_alone"].add(hit)
        if not hit:
            text = str(message["text"])
            report.misses.append(Miss(str(message["id"]), "intent_accuracy", " or ".join(gold), intent, text))
    report.scores = {name: tally.score for name, tally in tallies.items()}
    return report


async def intents(agent: Any, texts: Sequence[str]) -> list[str]:
    """The likeliest intent of each text, also where a dialogue would rather ask than trust it."""
    parsed = [await agent.parse_message(text) for text in texts]
    return [next(str(one["name"]) for one in message["intent_ranking"] if one["name"] != UNSURE) for message in parsed]


def main() -> None:
    from bot.runtime.rasa_ready import prepare

    prepare()
    from bot.runtime.assistant import load_assistant
    from bot.runtime.readiness import make_ready

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("messages", type=Path, help="labelled messages (YAML)")
    parser.add_argument("--json", type=Path, help="also write the scores to this file")
    told = parser.parse_args()
    messages = entries(told.messages, "utterances", ("id", "text", "intent"))
    make_ready(lambda _: nullcontext())
    agent, _ = load_assistant()
    report = scored(messages, asyncio.run(intents(agent, [str(message["text"]) for message in messages])))
    show("Malleo, classifier alone", report)
    if told.json:
        told.json.write_text(report.to_json(), encoding="utf-8")


if __name__ == "__main__":
    main()

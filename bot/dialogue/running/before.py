"""What can be said of running before there is a result."""

from __future__ import annotations

from bot.dialogue.message import Message
from bot.dialogue.practice import Practice
from bot.knowledge.model import Article

OF = {"race": ("racing", "racing"), "plan": ("recovery_time", "running")}
"""What is asked → kind of the article that answers it, and what that is about."""


def general_message(topic: str, practice: Practice, *, again: bool) -> Message:
    """The general answer about a race or about running again, and that more can be said later."""
    article = _article(*OF[topic], practice)
    answer = article.text if article else ""
    before = f"{practice.texts('running.race.again')} " if again and topic == "race" else ""
    text = practice.texts(f"running.before_result.{topic}", answer=answer).strip()
    sources = list(article.provenance.sources) if article else []
    return Message.of("article", before + text, id=article.id if article else topic, sources=sources)


def _article(kind: str, about: str, practice: Practice) -> Article | None:
    articles = practice.knowledge.articles.values()
    return next((one for one in articles if one.kind == kind and one.about == (about,)), None)

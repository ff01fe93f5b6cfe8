"""Who plays the cases: manners of opening, of answering and of changing one's mind."""

from __future__ import annotations

from collections.abc import Mapping

from bot.evaluation.personas.second_language import second_language
from bot.evaluation.personas.speaking_for import speaking_for
from bot.evaluation.personas.way import Persona, Reply
from bot.evaluation.personas.wording import around, first_part, typos

__all__ = ["PERSONAS", "Persona", "Reply"]

PERSONAS: Mapping[str, Persona] = {
    one.name: one
    for one in (
        Persona("plain"),
        Persona("terse", first_part, first_part, briefly=True),
        Persona(
            "rambling",
            around("Hello there, I hope this is the right place. ", " Thanks so much for any help!"),
            around("well, let me think, I would say ", ", as far as I can tell"),
        ),
        Persona("typos", typos, typos),
        Persona("minimiser", around("It's probably nothing, but "), around(after=", but it's no big deal")),
        Persona(
            "catastrophiser",
            around("I'm really scared. ", " What if I can never run again?"),
            around(after=", it's awful"),
        ),
        Persona("unsure", unsure=0.3),
        Persona("asks_why", interrupts=("why do you ask?",)),
        Persona("begs", interrupts=("just tell me I can run on Sunday",)),
        Persona("wrong_question", strays=0.3),
        Persona("corrects_twice", corrects=True),
        Persona("parent", speaking_for, speech=speaking_for, for_another=True),
        Persona("second_language", second_language, speech=second_language),
    )
}

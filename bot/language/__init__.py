"""From words to mentions: what was said, of what, in which state. Knows neither Rasa nor the knowledge base.

`Lexicon.of(entries)` holds how people say things, `Reader(lexicon).read(text)` gives a `Reading`, and
`answer(text, question, reader)` reads a message in the light of the question that is open.
"""

from bot.language.answers import Answer, AnswerFrame, answer
from bot.language.lexicon import Lexicon
from bot.language.phrases import PhraseError
from bot.language.reader import Reader
from bot.language.reading import Mention, Reading

__all__ = ["Answer", "AnswerFrame", "Lexicon", "Mention", "PhraseError", "Reader", "Reading", "answer"]

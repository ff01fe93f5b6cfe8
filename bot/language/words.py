"""From plain text to words with their sentence and clause."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from bot.language.cleaning import CleanText
from bot.language.homographs import is_hill, is_month, says_nothing
from bot.language.numerals import Number, number_at
from bot.language.stems import keys

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

NUMBER = "#"
"""The key under which every number is found."""

YEAR = "=yyyy"
"""The key under which a year such as 2019 is found."""

YEARS = range(1950, 2100)


@dataclass(frozen=True, slots=True)
class Word:
    """A word as understood.

    Attributes:
        text: lower case, contractions taken apart ("can't" is `can` and `not`), spelling as typed.
        keys: what phrases find it by: stems and exact forms, of the typed and of the corrected spelling.
        start, end: span in the original text, end excluded.
        sentence, clause: counted through the whole message, so words of one clause have one number.
        question: whether its sentence ends with a question mark.
        number: the value when it is a number; "two and a half" is one word.
    """

    text: str
    keys: frozenset[str]
    start: int
    end: int
    sentence: int
    clause: int
    question: bool
    number: Number | None = None


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int
    spaced: bool


SENTENCE_MARKS = frozenset(".!?;\n")
CLAUSE_MARKS = frozenset(",:()[]{}|")

BREAKING = frozenset("but however although though yet whereas because".split())
"""Conjunctions that always start a clause."""

NOT_BREAKING_AFTER = frozenset("nothing anything all everything none not".split())
""" "Nothing but swelling" is one clause, and so is "not yet"."""

CHAT = ("lol", "lmao", "haha", "hahaha", "thanks", "cheers", "imo", "btw", "to be honest", "by the way")
"""What is said to the listener and not of the ankle stands in a clause of its own: "not any more haha"."""

JOINING = frozenset("and so then or".split())
"""Conjunctions that start a clause when one of `OPENERS` follows."""

OPENERS = frozenset(
    "i it its it's he she they we you there my the a an some this that now also still very really quite just only "
    "lots loads plenty pretty slightly hurts aches feels looks is was has have had can could does did am are were "
    "gets got goes went keeps started can't unable no not nothing never when if".split()
)
OPENERS_AFTER_OR = frozenset("is am are do does did if when can could i it".split())
ASKED = frozenset("i you we they it he she my the this that".split())
"""After "or do" one of these asks anew; "can't hop or do stairs" goes on."""


LONGEST_LABEL = 4
LONGEST_VALUE = 3
"""Words of a label and of its value, which are one clause: "running for the bus: fine"."""


@cache
def english() -> Language:
    """spaCy's rules for English, without a model; imported only when something is read, because it takes a second."""
    import spacy

    return spacy.blank("en")


def plain_words(text: str) -> list[str]:
    """The words of a short lower-case text, taken apart as `words` does it; signs are left out."""
    with english().memory_zone():
        return [
            norm for token in english().make_doc(text) if any(map(str.isalnum, norm := _norm(token.text, token.norm_)))
        ]


def words(text: CleanText, correct: Callable[[str], str | None]) -> tuple[Word, ...]:
    """The words of a text.

    Args:
        correct: gives a better spelling of a word, or `None` when it should stand.
    """
    # What a person typed does not stay in spaCy's vocabulary.
    with english().memory_zone():
        return words_of(english().make_doc(text.text), text, correct)


def words_of(doc: Doc, text: CleanText, correct: Callable[[str], str | None]) -> tuple[Word, ...]:
    """The words of a text that spaCy has taken apart. `doc`: of `text.text`."""
    tokens = _tokens(doc)
    texts = [token.text for token in tokens]
    found: list[Word] = []
    sentence = clause = 0
    first_of_sentence = 0
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if not _is_word(token, texts, at):
            if SENTENCE_MARKS & set(token.text):
                if "?" in token.text:
                    found[first_of_sentence:] = [_asked(word) for word in found[first_of_sentence:]]
                first_of_sentence = len(found)
                sentence, clause = sentence + 1, clause + 1
            elif not _after_label(texts, at) and (
                CLAUSE_MARKS & set(token.text) or (token.text.strip("-") == "" and token.spaced)
            ):
                clause += 1
            at += 1
            continue
        if found and found[-1].clause == clause and _opens_clause(texts, at):
            clause += 1
        number, end = number_at(texts, at) or (None, at + 1)
        start_of_span, _ = text.original(token.start, token.end)
        _, end_of_span = text.original(tokens[end - 1].start, tokens[end - 1].end)
        found.append(
            Word(
                text=" ".join(texts[at:end]),
                keys=_keys(texts, at, end, number, correct),
                start=start_of_span,
                end=end_of_span,
                sentence=sentence,
                clause=clause,
                question=False,
                number=number,
            )
        )
        at = end
    return tuple(found)


def _closes_with_unit(norm: str, before: list[_Token]) -> bool:
    """Whether a letter with a full stop ends a sentence: spaCy takes the "f." of "34f." for an abbreviation."""
    return len(norm) == 2 and norm[0].isalpha() and norm[1] == "." and bool(before) and before[-1].text[0].isdigit()


def _tokens(doc: Doc) -> list[_Token]:
    found = []
    spaced = True
    for token in doc:
        norm = _norm(token.text, token.norm_)
        end = token.idx + len(token.text)
        if token.text.isspace():
            if "\n" in token.text:
                found.append(_Token("\n", token.idx, end, True))
            spaced = True
            continue
        if _closes_with_unit(norm, found):
            found.append(_Token(norm[0], token.idx, end - 1, False))
            found.append(_Token(".", end - 1, end, bool(token.whitespace_)))
        elif norm:
            found.append(_Token(norm, token.idx, end, spaced and bool(token.whitespace_)))
        spaced = bool(token.whitespace_)
    return found


def _norm(text: str, norm: str) -> str:
    """spaCy's norm where it takes a contraction apart ("n't" → "not"); the word itself elsewhere."""
    if text in ("ca", "wo", "sha") or text.startswith(("'", "n'")) or text in ("nt", "ve", "na"):
        return {"'s": "", "'": "", "'d": "would"}.get(norm, norm)
    return text.strip("'\"*_~`#")


def _is_word(token: _Token, texts: Sequence[str], at: int) -> bool:
    if any(map(str.isalnum, token.text)):
        return True
    # "8 / 10" keeps its stroke.
    return token.text == "/" and texts[at - 1 : at] != [] and texts[at - 1][-1:].isdigit()


def _after_label(texts: Sequence[str], at: int) -> bool:
    """Whether the mark at `at` stands between a label and what is said of it: "Stairs at work: fine."."""
    if texts[at] != ":":
        return False
    before = next((index for index in range(at - 1, -1, -1) if not _has_letters(texts[index])), -1)
    after = next((index for index in range(at + 1, len(texts)) if not _has_letters(texts[index])), len(texts))
    return 0 < at - before - 1 <= LONGEST_LABEL and 0 < after - at - 1 <= LONGEST_VALUE


def _has_letters(text: str) -> bool:
    return any(map(str.isalnum, text))


def _opens_clause(texts: Sequence[str], at: int) -> bool:
    word = texts[at]
    if word in BREAKING:
        return at == 0 or texts[at - 1] not in NOT_BREAKING_AFTER
    if any(" ".join(texts[at : at + len(said.split())]) == said for said in CHAT):
        return word != "thanks" or texts[at - 1 : at] not in (["no"], ["yes"])  # "no thanks" is one answer
    if word not in JOINING or at + 1 >= len(texts):
        return False
    if list(texts[at + 1 : at + 3]) == ["a", "half"]:
        return False
    if word == "or" and texts[at + 1] == "do":
        return texts[at + 2 : at + 3] != [] and texts[at + 2] in ASKED
    return texts[at + 1] in (OPENERS_AFTER_OR if word == "or" else OPENERS)


def _keys(
    texts: Sequence[str], at: int, end: int, number: Number | None, correct: Callable[[str], str | None]
) -> frozenset[str]:
    word = texts[at]
    if end - at > 1:
        return frozenset((NUMBER,))
    if says_nothing(texts, at):
        return frozenset()
    if is_month(texts, at):
        return frozenset((f"={word}",))
    if is_hill(texts, at):
        return keys("fells")
    found = keys(word)
    if number is not None:
        return found | ({NUMBER, YEAR} if number.low in YEARS and word.isdigit() else {NUMBER})
    better = correct(word)
    return found | keys(better) if better else found


def _asked(word: Word) -> Word:
    return Word(
        word.text, word.keys, word.start, word.end, word.sentence, word.clause, question=True, number=word.number
    )

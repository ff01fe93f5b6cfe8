"""Fills templates and adds noise: labelled messages, the same ones for the same seed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from bot.evaluation.messages import Labelled
from bot.evaluation.variants import times
from bot.evaluation.variants.fillers import Filler, Findings, Labels
from bot.evaluation.variants.noise import Noise
from bot.evaluation.variants.template import CHOICE, FINDING_SLOTS, SENTENCE_SLOTS, SLOT, Template, TemplateFile
from bot.language.lexicon import Lexicon

INTENT = "report_symptom"
"""Variants say nothing of intents; the form of labelled messages wants one."""

CLEAN = 0.35
"""Share of messages without noise."""

MOST_NOISE = 2


@dataclass(frozen=True)
class Variant:
    """A message with where it comes from.

    Attributes:
        noise: the kinds of noise in it.
    """

    message: Labelled
    template: Template
    noise: tuple[str, ...]


@dataclass(frozen=True)
class _Filled:
    text: str
    labels: Labels
    findings: tuple[str, ...] = ()


class Generator:
    """Makes variants. Holds nothing of what it has made."""

    def __init__(self, file: TemplateFile, lexicon: Iterable[tuple[str, Sequence[str], str]], today: date) -> None:
        """
        Args:
            lexicon: (concept, phrases, state) entries.
            today: the day from which "on Tuesday" is counted back.
        """
        entries = list(lexicon)
        self._file = file
        self._tables = file.tables
        self._today = today
        self._findings = Findings.of(file.tables, entries)
        self._noise = Noise(file.tables, Lexicon.of(entries).words)

    def variants(self, number: int, seed: int, *, closed: bool = False) -> Iterator[Variant]:
        """So many variants, each template as often as the others.

        Args:
            closed: from the closed templates instead of the open ones.
        """
        random = Random(seed)  # noqa: S311 (no secret)
        templates = [template for template in self._file.templates if template.closed is closed]
        sentences = [template for template in self._file.templates if template.alone and not template.closed]
        for count in range(number):
            template = templates[count % len(templates)]
            filled = self._filled(template, sentences, random, ())
            noise = self._kinds(template, random)
            text = filled.text
            for kind in noise:
                text = self._noise.typed(text, kind, random)
            prefix = "C" if closed else "V"
            yield Variant(_labelled(f"{prefix}{count + 1:05}", text, filled.labels, template), template, noise)

    def _kinds(self, template: Template, random: Random) -> tuple[str, ...]:
        if random.random() < CLEAN:
            return ()
        return tuple(random.sample(self._noise.kinds(template.keep_marks), random.randint(1, MOST_NOISE)))

    def _filled(
        self, template: Template, sentences: Sequence[Template], random: Random, taken: Sequence[str]
    ) -> _Filled:
        """The template with every choice made and every slot filled.

        Args:
            sentences: templates for the slots that are whole sentences.
            taken: findings that another sentence tells of.
        """
        text = _chosen(template.text, random)
        needed: dict[str, list[str]] = {}
        for slot, form in SLOT.findall(text):
            needed.setdefault(slot, []).append(form)
        told, findings = Labels(values=dict(template.labels)), list(taken)
        forms: dict[tuple[str, str], str] = {}
        used: list[Template] = []
        for slot, wanted in needed.items():
            if slot in SENTENCE_SLOTS:
                apart = [one for one in sentences if not any(_same_kind(one, other) for other in used)]
                used.append(random.choice(apart))
                sentence = self._filled(used[-1], (), random, findings)
                forms[slot, "sentence"] = sentence.text
                told, findings = told.with_(sentence.labels), [*findings, *sentence.findings]
                continue
            filler = self._filler(slot, wanted, random, findings)
            forms |= {(slot, form): words for form, words in filler.forms.items()}
            findings += [filler.finding] if filler.finding else []
            told = told.with_(_told(filler, template.gold.get(slot, "silent")))
        text = SLOT.sub(lambda match: forms[match[1], match[2]], text)
        return _Filled(text, told, tuple(findings))

    def _filler(self, slot: str, forms: Sequence[str], random: Random, taken: Sequence[str]) -> Filler:
        if slot in FINDING_SLOTS:
            able = self._findings.having(forms)
            free = [one for one in able if not any(self._findings.clash(one, other) for other in taken)]
            return self._findings.filler(random.choice(free or able), random)
        if slot == "time":
            return times.time(forms[0], self._today, random)
        if slot == "score":
            return times.score(random)
        return _from_table(slot, forms, self._tables, random)


def _from_table(slot: str, forms: Sequence[str], tables: Mapping[str, Any], random: Random) -> Filler:
    table = tables[slot]
    if slot == "side":
        this, other = random.sample(table, 2)
        return Filler({"this": this, "other": other}, Labels(values={"side": this}))
    if slot == "place":
        area, elsewhere = random.sample(list(table), 2)
        words = {"of": random.choice(table[area]), "else": random.choice(table[elsewhere])}
        return Filler(words, Labels(areas=frozenset((area,))))
    if slot == "injury":
        mechanism = random.choice(list(table))
        onset = {} if mechanism == "overuse" else {"onset": "sudden"}
        return Filler({"past": random.choice(table[mechanism])}, Labels(values={"mechanism": mechanism, **onset}))
    if slot == "pace":
        pace = random.choice(list(table)) if forms[0] == "adverb" else forms[0]
        return Filler({forms[0]: random.choice(table[pace])}, Labels(values={"onset": pace}))
    return Filler({forms[0]: random.choice(table)})


def _told(filler: Filler, gold: str) -> Labels:
    if gold in ("present", "said"):
        return filler.labels
    return filler.denied() if gold == "absent" else Labels()


def _chosen(text: str, random: Random) -> str:
    """The text with one of each choice."""
    while CHOICE.search(text):
        text = CHOICE.sub(lambda match: random.choice(match[1].split("|")), text, count=1)
    return text


def _same_kind(one: Template, other: Template) -> bool:
    """Whether both tell of one attribute, or of the same thing in another way."""
    told = {slot for slot in one.gold if slot not in FINDING_SLOTS}
    again = {slot for slot in other.gold if slot not in FINDING_SLOTS}
    kin = {"injury", "pace"}
    return one is other or bool(told & again) or bool(told & kin and again & kin)


def _labelled(id: str, text: str, labels: Labels, template: Template) -> Labelled:
    values = labels.values
    return Labelled(
        id=id,
        text=text,
        intents=(INTENT,),
        areas=labels.areas,
        side=values.get("side"),
        onset=values.get("onset"),
        days=values.get("days"),
        severity=values.get("severity"),
        mechanism=values.get("mechanism"),
        present=labels.present,
        absent=labels.absent,
        ignored=labels.ignored - labels.present - labels.absent,
        tags=(template.family,),
    )

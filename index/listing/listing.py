"""The items of a list: which of the passages that were read tell one, and which of their sentences."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final, Self

from index.events.acts import acts_in
from index.events.languages.action import Action
from index.follow_ups.names import Names
from index.generation.generation import Generation
from index.listing.doers import who_does
from index.listing.enumerations import enumerated, heads_of
from index.listing.happened import date_told, tells
from index.passages.passage import Span, overlap
from index.posts.leads import asks_for_posts, tells_a_post
from index.question.expectation import Expectation, expectation_of, meets
from index.question.forms.listed import asks_for_people, of_one
from index.ranking.search import Hit
from index.reading.reading import Reading, whole_words
from index.terms.tokens import fold, searched_stems

MOST_LISTED: Final = 8
"""Quotes of a list."""
LEAST_LOGIT: Final = -6.25
"""The logarithm of the odds that a sentence tells an item, from which it is shown when one was shown before it: an item
left out is missed more than one sentence too many."""
SURER_EACH_TIME: Final = 1.5
"""What is asked beyond that, times the logarithm of how many more were shown: few lists are long."""
LEAST_BESIDE_ROWS: Final = 0.0
"""...and beside lines that enumerate what is asked for."""
SEVERAL, SURE_ITEM = 2, 1.0
"""So many sentences, each with at least this logarithm of the odds, tell that there is a list."""
MANY, LIKELY_ITEM = 4, -1.0
"""...and so many with so much."""
LEAST_SHARE: Final = -8.0
LEAST_SURE: Final = -16.0
_WEIGHTS: Final = Path(__file__).with_name("listing.json")
_SURE: Final = 4.0
"""What the reader says of a passage that surely answers."""
_MOSTLY: Final = 0.5
"""The share of the names asked for that a passage is about whose lines are all items."""
_PERSON: Final = re.compile(r"[A-ZÀ-Þ][\w’'-]+ (?:de |Le |van )?[A-ZÀ-Þ][\w’-]+")
_CAPITAL: Final = re.compile(r"[A-ZÀ-Þ]")
_NAMED: Final = re.compile(r"(?<=[\w,’'] )[A-ZÀ-Þ][\w-]+|(?<=[’'])[A-ZÀ-Þ][\w-]+")
"""A capitalised word inside a question."""
_WORD: Final = re.compile(r"[^\W\d_][\w-]{2,}")


@dataclass(frozen=True, slots=True)
class Listed:
    """A passage of a list: its ``sentences`` that tell items, and the words of each of the ``items``, one a sentence,
    as offsets in the body."""

    hit: Hit
    sentences: tuple[Span, ...]
    items: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ItemReasons:
    """What speaks for a sentence as one that tells an item.

    Of its passage: how far it stands ``behind`` the first, by the score it had unread; what the reader says it
    ``answers``, and the ``gap`` to the one that answers most; which share of the names asked for it is ``about``, under
    its title. Of the sentence: the logarithm of the probability that the answer starts there (``share``), and that of
    its likeliest words (``surest``); 1 where it ``fits``, and where those words do (``item_fits``): a person, a sum, a
    figure, a name; 1 where those words only say what the question does (``echoes``); the share of the question's words
    it has (``covered``); 1 where it tells a kind of thing that the question asks for (``does``), or who leads where
    that is asked (``leads``), -1 where it doesn't, 0 where none is asked for; 1 where those whom the question names do
    that thing, -1 where somebody else does (``by_them``); 1 where an event of that kind is dated there (``dated``)."""

    behind: float
    answers: float
    gap: float
    about: float
    share: float
    surest: float
    fits: float
    item_fits: float
    echoes: float
    covered: float
    does: float
    by_them: float
    leads: float
    dated: float

    @property
    def is_unsaid(self) -> bool:
        """Whether the reader finds nothing there, in a passage of which another sentence answers."""
        return self.answers > _SURE and self.share <= LEAST_SHARE and self.surest <= LEAST_SURE

    def logit(self) -> float:
        """The logarithm of the odds that the sentence tells an item."""
        weights = _weights()
        return weights["bias"] + sum(weights[each.name] * float(getattr(self, each.name)) for each in fields(self))


Considered = tuple[Hit, Span, ItemReasons]
"""A sentence of a passage that was read for a list, and what speaks for it."""


@cache
def _weights() -> Mapping[str, float]:
    """Of a logistic regression over the sentences of labelled lists, by ``training/fit_lists.py``."""
    return MappingProxyType(json.loads(_WEIGHTS.read_text(encoding="utf-8")))


def listed(asked: str, considered: Sequence[Considered], read: Mapping[Hit, Reading]) -> tuple[Listed, ...]:
    """The passages that tell items of the list that is ``asked`` for, in the order of time, each item once, of the
    sentences ``considered``."""
    told = sorted(considered, key=lambda one: -one[2].logit())
    said = _words(asked, told[0][0].query.lang) if told else frozenset()
    chosen: dict[Hit, list[tuple[Span, Span]]] = {}
    known: list[frozenset[str]] = []
    for hit, row, item in _rows(asked, told):
        if not _is_shown(hit, row, chosen) and (hit in chosen or len(chosen) < MOST_LISTED):
            known.append(_words(_text(hit, item), hit.indexed.card.lang) - said)
            chosen.setdefault(hit, []).append((row, item))
    enough = LEAST_BESIDE_ROWS if known else -math.inf
    heads = {hit: heads_of(hit.indexed.passage) for hit in read}
    for hit, sentence, reasons in told:
        if reasons.logit() < enough or reasons.is_unsaid or sentence in heads[hit]:
            continue
        if known and reasons.logit() < LEAST_LOGIT + SURER_EACH_TIME * math.log1p(len(known)):
            break
        item = _item(hit, read[hit], sentence)
        words = _words(_text(hit, item), hit.indexed.card.lang) - said
        is_known = bool(words) and any(words <= other for other in known)
        if is_known or (hit not in chosen and len(chosen) == MOST_LISTED) or _is_shown(hit, sentence, chosen):
            continue
        known.append(words)
        chosen.setdefault(hit, []).append((sentence, item))
    found = [Listed(hit, *map(tuple, zip(*sorted(its), strict=True))) for hit, its in chosen.items()]
    return tuple(sorted(found, key=_when))


def is_told(items: Sequence[Listed], considered: Sequence[Considered]) -> bool:
    """Whether several of ``items`` are surely told, whatever is said of the single passages: sentences in which an
    event of the kind asked for is dated, and of which the reasons among those ``considered`` leave little doubt, or
    so many of which leave some."""
    shown = {(one.hit.indexed.card.id, sentence) for one in items for sentence in one.sentences}
    told = [
        reasons.logit()
        for hit, sentence, reasons in considered
        if reasons.dated and reasons.does > 0 and (hit.indexed.card.id, sentence) in shown
    ]
    sure, likely = (sum(one > least for one in told) for least in (SURE_ITEM, LIKELY_ITEM))
    return sure >= SEVERAL or likely >= MANY


def _rows(asked: str, considered: Sequence[Considered]) -> Iterator[tuple[Hit, Span, Span]]:
    """The lines that enumerate what is ``asked`` for, of passages about whom it names, each with its item."""
    about = {hit: reasons.about for hit, _, reasons in considered}
    for hit in sorted(about, key=lambda one: -one.score):
        found = enumerated(asked, hit.indexed.passage) if about[hit] >= _MOSTLY else None
        if found is not None:
            yield from ((hit, row, found.item(hit.indexed.passage, row)) for row in found.rows)


def reasons_of(asked: str, hits: Sequence[Hit], read: Mapping[Hit, Reading]) -> list[Considered]:
    """What speaks for each sentence of those of ``hits`` that were read, with the scores that they had unread."""
    were_read = [(hit, read[hit]) for hit in hits if hit in read]
    if not were_read:
        return []
    wanted = _Wanted.by(asked, hits[0].query.lang, hits[0].generation)
    most = max(reading.answers for _, reading in were_read)
    found = []
    for hit, reading in were_read:
        passage, card = hit.indexed.passage, hit.indexed.card
        about = wanted.about(f"{card.title} {passage.text}")
        dated = [event.sentence for event in hit.generation.events.of_article(card.id) if tells(event, wanted.acts)]
        for sentence in passage.sentences:
            text, item = _text(hit, sentence), _text(hit, _item(hit, reading, sentence))
            span = (sentence[0] - passage.start, sentence[1] - passage.start)
            words = _words(item, card.lang)
            reasons = ItemReasons(
                behind=hit.score - hits[0].score,
                answers=reading.answers,
                gap=reading.answers - most,
                about=about,
                share=max(LEAST_SHARE, reading.share_within(*span)),
                surest=max(LEAST_SURE, reading.surest_within(*span)),
                fits=float(wanted.is_met(text)),
                item_fits=float(wanted.is_item(item)),
                echoes=float(words <= wanted.words),
                covered=len(_words(text, card.lang) & wanted.words) / max(1, len(wanted.words)),
                does=wanted.does(text, card.lang),
                by_them=who_does(wanted.names, wanted.acts, text, card.lang),
                leads=wanted.leads(text),
                dated=float(any(overlap(sentence, one) for one in dated)),
            )
            found.append((hit, sentence, reasons))
    return found


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a question for a list asks for: its words and names, the kinds of things done, posts, people, figures."""

    words: frozenset[str]
    names: frozenset[str]
    acts: frozenset[Action]
    kind: Expectation
    people: bool
    posts: bool

    @classmethod
    def by(cls, asked: str, lang: str, generation: Generation) -> Self:
        one = of_one(asked)
        spans = Names([generation.wording], [generation.spelling]).spans(asked)
        small = [word for start, end in spans for word in _WORD.findall(asked[start:end]) if word.islower()]
        names = frozenset(map(fold, [*_NAMED.findall(asked), *small]))
        kind, people = expectation_of(one), asks_for_people(one)
        return cls(_words(asked, lang), names, acts_in(asked, lang), kind, people, asks_for_posts(asked))

    def about(self, text: str) -> float:
        folded = fold(text)
        return sum(name in folded for name in self.names) / len(self.names) if self.names else 1.0

    def is_met(self, text: str) -> bool:
        if self.people:
            return _PERSON.search(text) is not None
        return self.kind is Expectation.ANYTHING or meets(text, self.kind)

    def is_item(self, words: str) -> bool:
        if self.people or self.kind in (Expectation.ANYTHING, Expectation.NAME):
            return _CAPITAL.search(words) is not None
        return meets(words, self.kind)

    def does(self, text: str, lang: str) -> float:
        if not self.acts:
            return 0.0
        return -1.0 if self.acts.isdisjoint(acts_in(text, lang)) else 1.0

    def leads(self, text: str) -> float:
        if not self.posts:
            return 0.0
        return 1.0 if tells_a_post(text) else -1.0


def _is_shown(hit: Hit, sentence: Span, chosen: Mapping[Hit, Sequence[tuple[Span, Span]]]) -> bool:
    """Whether the sentence is marked already, in another window of its article."""
    article = hit.indexed.card.id
    return any(
        other.indexed.card.id == article and sentence[0] < end and start < sentence[1]
        for other, its in chosen.items()
        for (start, end), _ in its
    )


def _item(hit: Hit, reading: Reading, sentence: Span) -> Span:
    """The words of the item that a sentence tells, as offsets in the body."""
    passage = hit.indexed.passage
    found = reading.answer_within(sentence[0] - passage.start, sentence[1] - passage.start)
    if found is None:
        return sentence
    start, end = whole_words(passage.text, found)
    return passage.start + start, passage.start + end


def _text(hit: Hit, span: Span) -> str:
    passage = hit.indexed.passage
    return passage.text[span[0] - passage.start : span[1] - passage.start]


def _words(text: str, lang: str) -> frozenset[str]:
    return frozenset(searched_stems(text, lang))


def _when(one: Listed) -> tuple[bool, str, str, int]:
    """The date that the first sentence tells, else that of its article; what has none comes last."""
    card, first = one.hit.indexed.card, one.sentences[0]
    written = card.date or ""
    told = date_told(one.hit.generation, card.id, [first]) or written
    return not told, told, written, first[0]

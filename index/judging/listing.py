"""The items of a list: which of the passages that were read tell one, and which of their sentences."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from index.passages.passage import Span
from index.question.expectation import Expectation, expectation_of, meets
from index.question.listed import asks_for_people
from index.ranking.search import Hit
from index.reading.reading import Reading
from index.terms.tokens import searched_stems

MOST_LISTED: Final = 8
"""Quotes of a list."""
LIKELY: Final = 0.07
"""The probability that a sentence tells an item, from which it is shown: an item left out is missed more than one
sentence too many."""
WEIGHTS: Final[Mapping[str, float]] = {"behind": 0.178, "answers": 0.203, "share": 0.343, "best": 1.878, "fits": 1.183}
BIAS: Final = -2.169
"""Of a logistic regression over the sentences of labelled lists: see docs/decisions/lists.md."""
LEAST_SHARE: Final = -8.0
_PERSON: Final = re.compile(r"[A-ZÀ-Þ][\w’'-]+ (?:de |Le |van )?[A-ZÀ-Þ][\w’-]+")


@dataclass(frozen=True, slots=True)
class Listed:
    """A passage of a list: its ``sentences`` that tell items, and the words of each of the ``items``, one a sentence,
    as offsets in the body."""

    hit: Hit
    sentences: tuple[Span, ...]
    items: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ItemReasons:
    """What speaks for a sentence as one that tells an item: how far its passage stands ``behind`` the first, by the
    score it had unread (0 or less); what the reader says the passage ``answers``, and, as the logarithm of the
    probability that the answer starts there, the sentence's ``share`` of it; 1 for the ``best`` sentence of its
    passage, and 1 where it ``fits``: holds what is asked for, a person, a sum, a figure."""

    behind: float
    answers: float
    share: float
    best: float
    fits: float

    def likely(self) -> float:
        """The probability that the sentence tells an item."""
        logit = BIAS + sum(weight * float(getattr(self, name)) for name, weight in WEIGHTS.items())
        return 1 / (1 + math.exp(-logit))


def listed(question: str, hits: Sequence[Hit], read: Mapping[Hit, Reading]) -> tuple[Listed, ...]:
    """The passages that tell items of the list that ``question`` asks for, in the order of time, each item once;
    ``hits`` with the scores that they had unread."""
    told = sorted(_sentences(question, hits, read), key=lambda one: -one[0])
    chosen: dict[Hit, list[tuple[Span, Span]]] = {}
    known: list[frozenset[str]] = []
    for likely, hit, sentence in told:
        if (likely < LIKELY and chosen) or (hit not in chosen and len(chosen) == MOST_LISTED):
            continue
        item = _item(hit, read[hit], sentence)
        words = _words(hit, item)
        if _is_shown(hit, sentence, chosen) or (words and any(words <= other or other <= words for other in known)):
            continue
        known.append(words)
        chosen.setdefault(hit, []).append((sentence, item))
    found = [Listed(hit, *map(tuple, zip(*sorted(its), strict=True))) for hit, its in chosen.items()]
    return tuple(sorted(found, key=_when))


def reasons_of(question: str, hits: Sequence[Hit], read: Mapping[Hit, Reading]) -> list[tuple[Hit, Span, ItemReasons]]:
    """What speaks for each sentence of the passages that were read."""
    wanted = expectation_of(question)
    people = asks_for_people(question)
    found = []
    for hit in hits:
        reading, passage = read.get(hit), hit.indexed.passage
        if reading is None:
            continue
        spans = [(start - passage.start, end - passage.start) for start, end in passage.sentences]
        shares = [max(LEAST_SHARE, reading.share_within(*span)) for span in spans]
        best = shares.index(max(shares))
        for place, (sentence, share) in enumerate(zip(passage.sentences, shares, strict=True)):
            text = passage.text[slice(*spans[place])]
            fits = _PERSON.search(text) is not None if people else _meets(text, wanted)
            behind = hit.score - hits[0].score
            reasons = ItemReasons(behind, reading.answers, share, float(place == best), float(fits))
            found.append((hit, sentence, reasons))
    return found


def _sentences(question: str, hits: Sequence[Hit], read: Mapping[Hit, Reading]) -> list[tuple[float, Hit, Span]]:
    return [(reasons.likely(), hit, sentence) for hit, sentence, reasons in reasons_of(question, hits, read)]


def _meets(text: str, wanted: Expectation) -> bool:
    return wanted is Expectation.ANYTHING or meets(text, wanted)


def _is_shown(hit: Hit, sentence: Span, chosen: Mapping[Hit, Sequence[tuple[Span, Span]]]) -> bool:
    """Whether the sentence is marked already, in another window of its article."""
    article = hit.indexed.card.id
    return any(
        other.indexed.card.id == article and sentence[0] < end and start < sentence[1]
        for other, its in chosen.items()
        for (start, end), _ in its
    )


def _item(hit: Hit, reading: Reading, sentence: Span) -> Span:
    start = hit.indexed.passage.start
    found = reading.answer_within(sentence[0] - start, sentence[1] - start)
    return (found[0] + start, found[1] + start) if found is not None else sentence


def _words(hit: Hit, item: Span) -> frozenset[str]:
    passage, lang = hit.indexed.passage, hit.indexed.card.lang
    return frozenset(searched_stems(passage.text[item[0] - passage.start : item[1] - passage.start], lang))


def _when(one: Listed) -> tuple[bool, str, str, int]:
    """The date that the first sentence tells, else that of its article; what has none comes last."""
    card, (start, end) = one.hit.indexed.card, one.sentences[0]
    dates = [
        event.date
        for event in one.hit.generation.events.of_article(card.id)
        if event.sentence[0] < end and event.sentence[1] > start and event.date[:1].isdigit()
    ]
    written = card.date or ""
    first = min(dates, default=written)
    return not first, first, written, start

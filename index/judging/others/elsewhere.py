"""Where another article may tell the same figure or date, or another one: sentences are looked for, not passages.

A passage about much says little of each thing; read whole, the sentence that tells a figure again, years later and in
passing, is lost in it. So of the passages found, the sentences with a figure of the kind asked for are weighed by what
they share with the question and the answer, and the likeliest are read with a sentence on each side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from index.figures.figures import Told
from index.figures.sought import Sought
from index.judging.objections.retracted import is_reported
from index.passages.passage import Span
from index.question.forms.newest import asks_for_newest
from index.ranking.search import Hit
from index.reading.first import FirstReader
from index.reading.reading import Reading

MOST_READ: Final = 3
"""Sentences that are read, one an article."""
NEWEST_READ: Final = 2
"""So many more of those written last, where the newest is asked for."""
LEAST_LIKE: Final = 0.3
"""The share of the question's words that a sentence must have to be read..."""
SAME_UNIT: Final = 0.5
"""...and what it counts for, beside that share, that its figure is of what the answer's is."""
TAKES_BACK: Final = 1.0
"""...and what it counts for that it only tells that the same was once written: the next one says what holds."""


def read_elsewhere(
    reader: FirstReader, question: str, first: Hit, answered: Reading, hits: Sequence[Hit]
) -> dict[Hit, Reading]:
    """What is read of the likeliest sentences of ``hits`` in other articles than that of ``first``, in which the
    question was ``answered``; nothing where no figure or date is asked for, or no time is left."""
    sought = Sought.by(question, first.query.lang)
    if sought.kind is None:
        return {}
    passage = first.indexed.passage
    sentence = passage.sentence_texts()[answered.answering_sentence(passage)]
    told = sought.told_in(sentence, first.indexed.card.lang)
    cut = {_cut(hit, place): hit for hit, place in _likeliest(sought, first, told, hits)}
    read = reader.read(question, list(cut)) if cut else {}
    return {cut[hit]: _of_the_whole(reading, hit, cut[hit]) for hit, reading in read.items()}


def read_place(reader: FirstReader, question: str, hit: Hit, place: int) -> Reading | None:
    """What is read of one sentence of ``hit`` with one on each side, with an answer in that sentence alone; None where
    no time is left."""
    cut = _cut(hit, place)
    read = reader.read(question, [cut])
    if cut not in read:
        return None
    start, end = hit.indexed.passage.sentences[place]
    before = hit.indexed.passage.start
    return _of_the_whole(read[cut], cut, hit).only_within(start - before, end - before)


def _likeliest(sought: Sought, first: Hit, told: Told, hits: Sequence[Hit]) -> list[tuple[Hit, int]]:
    """The sentences, each by its passage and its place there, that may tell what is ``told`` by ``first``, likeliest
    first."""
    best: dict[str, tuple[float, Hit, int]] = {}
    for hit in hits:
        article = hit.indexed.card.id
        if article == first.indexed.card.id:
            continue
        for place, like in _likeness(hit, told, sought):
            if like > best.get(article, (LEAST_LIKE,))[0]:
                best[article] = (like, hit, place)
    ranked = sorted(best.values(), key=lambda one: -one[0])
    newest = _newest(ranked[MOST_READ:]) if asks_for_newest(sought.question) else []
    return [(hit, place) for _, hit, place in (*ranked[:MOST_READ], *newest)]


def _newest(likely: list[tuple[float, Hit, int]]) -> list[tuple[float, Hit, int]]:
    """Those that were written last of what is ``likely`` and has a date, a few."""
    dated = [one for one in likely if one[1].indexed.card.date]
    return sorted(dated, key=lambda one: one[1].indexed.card.date or "", reverse=True)[:NEWEST_READ]


def _likeness(hit: Hit, told: Told, sought: Sought) -> Iterator[tuple[int, float]]:
    """The place of each sentence of ``hit`` that has a figure of the kind, and how like it is to be of what is
    asked."""
    card = hit.indexed.card
    for place, sentence in enumerate(hit.indexed.passage.sentence_texts()):
        its = sought.told_in(sentence, card.lang)
        if its:
            covered = sought.covered(f"{card.title} {sentence}", card.lang)
            takes_back = is_reported(sentence) and its.mentions(told)
            yield place, covered + SAME_UNIT * told.has_a_unit_of(its) + TAKES_BACK * takes_back


def _cut(hit: Hit, place: int) -> Hit:
    """``hit`` cut to one of its sentences and the one on each side."""
    passage = hit.indexed.passage
    kept: tuple[Span, ...] = passage.sentences[max(0, place - 1) : place + 2]
    start, end = kept[0][0], kept[-1][1]
    text = passage.text[start - passage.start : end - passage.start]
    cut = replace(passage, start=start, end=end, text=text, sentences=kept)
    return replace(hit, indexed=replace(hit.indexed, passage=cut))


def _of_the_whole(reading: Reading, cut: Hit, whole: Hit) -> Reading:
    """What was read of a passage ``cut`` out of another, with its places in that."""
    return replace(reading, places=reading.places + (cut.indexed.passage.start - whole.indexed.passage.start))

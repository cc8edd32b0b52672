"""Which sentence of a passage answers: its words, its spelling, the kind of answer it holds, its meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, repeat
from typing import Final

from index.calibration.calibration import ReadCalibration, calibration_for
from index.encoder.encoder import Encoder
from index.generation.generation import Generation
from index.judging.fitting.deed import DeedAsked
from index.judging.fitting.demanded import Demanded
from index.judging.fitting.sentence import NEAR, NameBefore, Sentences
from index.judging.fitting.value import holding_value, words_instead
from index.judging.objections.never_done import is_dropped_there
from index.judging.objections.other_deed.purchases import is_only_talked_of
from index.judging.objections.words_that_hold import is_beside
from index.passages.passage import Passage, Span
from index.ranking.search import Hit
from index.ranking.signals import SignalReader
from index.reading.reading import Reading


@dataclass(frozen=True, slots=True)
class Marked:
    """A ``span`` marked in the body of an article, and where in it the words that answer are (``words_in``)."""

    span: Span
    words_in: Span


REFERRING: Final = re.compile(
    r"(?:Ils?|Elles?|Celui-ci|Celle-ci|Ceux-ci|Celles-ci|Ce dernier|Cette dernière|Ces dernières?|It|He|She|They|This"
    r"|These|The latter|So (?:did|does|do|was|were|has|had|will)|C['’]est (?:l[ea]s?|une?|l['’])(?!.* qu[ei'’])"
    r"|Ce fut)\b"
)
"""A pronoun as the first word, which names nobody."""
LEAST: Final = -12.0


def answering_sentences(
    encoder: Encoder,
    hits: Sequence[Hit],
    encoded: int,
    read: Mapping[Hit, Reading] | None = None,
    fitted: ReadCalibration | None = None,
) -> list[Marked]:
    """The span, in its article's body, of the sentence that answers best in each of ``hits``, from the sentence before
    on when it begins with a pronoun, which only that one explains, or speaks of a post whose holder that one names. In
    those that were ``read``, by the weights ``fitted`` for that, what the reader says decides with the rest; of
    sentences near each other, the one that tells the sum, the place or the year that the question demands is taken.

    Sentences are encoded, which takes most of the time of a question, for the first ``encoded`` hits only, and only
    for a model that needs it; in the others the words of the question decide.
    """
    readers: dict[tuple[Generation, str], SignalReader] = {}
    choosing: dict[str, Sentences] = {}
    weights = calibration_for(encoder.model.fingerprint).highlight
    looked_at = hits[:encoded] if weights.get("meaning") else ()
    cosines = chain(_meaning(encoder, looked_at), repeat(0.0))
    best: list[Marked] = []
    for hit in hits:
        asked = (hit.generation, hit.query.text)
        reader = readers.get(asked) or SignalReader(hit.generation, hit.query)
        readers[asked] = reader
        sentences = reader.read_sentences(hit.row, hit.indexed)
        reading = read.get(hit) if read is not None else None
        question = hit.query.text
        if question not in choosing:
            demanded = Demanded(question, hit.query.lang)
            choosing[question] = Sentences(demanded, DeedAsked(demanded))
        its_sentences = choosing[question]
        meaning = [float(next(cosines)) for _ in sentences]
        said: list[float] | None = None
        if reading is not None and fitted is not None:
            said = shares_read(hit.indexed.passage, reading)
            scores = [
                its.weighed(fitted.highlight) + fitted.highlight.get("read", 0.0) * share
                for its, share in zip(sentences, said, strict=True)
            ]
            scores = _without_what_cannot_answer(its_sentences, hit, reading, scores)
        else:
            scores = [
                its.weighed(weights) + weights.get("meaning", 0.0) * cosine
                for its, cosine in zip(sentences, meaning, strict=True)
            ]
        place = its_sentences.chosen(hit, scores, said)
        if reading is not None:
            place = holding_value(question, hit, reading, place, scores)
        before, since = its_sentences.names_before(hit, place), its_sentences.successor_in(hit, place)
        marked = _explained(hit.indexed.passage, place, before, since)
        held = words_instead(question, hit, reading, place) if reading is not None else None
        told = hit.indexed.passage.sentence_texts()[place]
        beside = reading is not None and is_beside(question, hit.indexed.passage, reading, place)
        if beside or is_only_talked_of(question, told) or is_dropped_there(question, told):
            held = marked.span[1], marked.span[1]
        best.append(replace(marked, words_in=held) if held is not None else marked)
    return best


def _without_what_cannot_answer(
    sentences: Sentences, hit: Hit, reading: Reading, scores: Sequence[float]
) -> list[float]:
    """``scores`` with those of sentences behind, of which the words that were read can be no answer."""
    return [score if sentences.may_answer(hit, reading, place) else score - NEAR for place, score in enumerate(scores)]


def shares_read(passage: Passage, reading: Reading) -> list[float]:
    """For each sentence of a passage, the logarithm of the probability that the answer starts there, LEAST at least."""
    return [
        max(LEAST, reading.share_within(start - passage.start, end - passage.start)) for start, end in passage.sentences
    ]


def _explained(passage: Passage, place: int, before: NameBefore, since: int) -> Marked:
    """The sentence at ``place``, with the one before it where that explains, names who is meant, or is taken back; the
    words that answer come ``since`` that many characters of it, where it first names somebody who gives way."""
    its = passage.sentences[place]
    refers = place > 0 and (before is not NameBefore.NONE or REFERRING.match(passage.sentence_texts()[place]))
    span = (passage.sentences[place - 1][0], its[1]) if refers else its
    if since:
        return Marked(span, (its[0] + since, its[1]))
    return Marked(span, its if before in (NameBefore.ANOTHER, NameBefore.TAKEN_BACK) else span)


def _meaning(encoder: Encoder, hits: Sequence[Hit]) -> Iterable[float]:
    if not hits:
        return ()
    told = [(text, hit.query.vector) for hit in hits for text in titled_sentences(hit)]
    vectors = encoder.passages([text for text, _ in told]).vectors
    return (float(vector @ asked) for vector, (_, asked) in zip(vectors, told, strict=True))


def titled_sentences(hit: Hit) -> list[str]:
    """Each sentence of a passage as it is encoded: under the title of its article."""
    return [f"{hit.indexed.card.title}\n{text}" for text in hit.indexed.passage.sentence_texts()]

"""Why an answer is what it is: the same search once more, looked at closely."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from index.answer import Answer, Quote, Verdict
from index.calibration.calibration import Calibration, ReadCalibration
from index.explanation import Expected, Looked, Stage, Weighed
from index.faults import EngineFault
from index.generation.generation import Generation
from index.judging.finding import Finding
from index.passages.passage import Span, overlap
from index.question.forms.listed import wants_list
from index.ranking.candidates import CandidateSource
from index.ranking.search import CANDIDATES, Hit, repeats, weighed
from index.terms.tokens import fold

EXPLAINED: Final = 8
"""Passages that are told of, at least."""
_MOST_ARTICLES: Final = 50
_OF_MEANING: Final = ("cosine", "late", "weakest", "two_weakest", "foreign")
_STAGES: Final = {stage: place for place, stage in enumerate(Stage)}
_WORD: Final = re.compile(r"\w+")


def looked(
    finding: Finding, quotes: Sequence[Quote], answer: Answer, fitted: Calibration | ReadCalibration, passages: int
) -> Looked:
    """What was looked for and found: ``quotes`` are the first hits of ``finding`` as they are shown, ``answer`` what
    was answered, ``passages`` how many were searched."""
    shown = {_place(quote) for quote in answer.quotes} if answer.verdict is not Verdict.NONE else set()
    hits = finding.hits[: len(quotes)]
    parts = [_parts(hit, finding.weights) for hit in hits]
    sums = [_by_kind(each) for each in parts]
    average = {kind: sum(its[kind] for its in sums) / len(sums) for kind in sums[0]} if sums else {}
    before = sorted((-sum(_parts(hit, finding.weights).values()), at) for at, hit in enumerate(finding.hits))
    stood = {at: place for place, (_, at) in enumerate(before, start=1)}
    return Looked(
        question=finding.query.text,
        a_list=wants_list(finding.query.text),
        passages=passages,
        weighed=tuple(
            Weighed(
                quote=quote,
                shown=_place(quote) in shown,
                before_reading=stood[at],
                parts=parts[at],
                above={kind: total - average[kind] for kind, total in sums[at].items()},
                answers=reading.answers if (reading := finding.read.get(hit)) is not None else None,
                certain=reading.certain if reading is not None else None,
            )
            for at, (hit, quote) in enumerate(zip(hits, quotes, strict=True))
        ),
        verdict=finding.verdict,
        confidence=finding.confidence,
        evidence=finding.evidence,
        found=fitted.found,
        weak=fitted.weak,
    )


def _place(quote: Quote) -> tuple[str, int]:
    return quote.article.path, quote.start


def _parts(hit: Hit, weights: Mapping[str, float]) -> dict[str, float]:
    named = {name: weight * float(getattr(hit.signals, name)) for name, weight in weights.items() if weight}
    return dict(sorted(named.items(), key=lambda part: -abs(part[1])))


def _by_kind(parts: Mapping[str, float]) -> dict[str, float]:
    totals = {"words": 0.0, "title": 0.0, "meaning": 0.0}
    for name, value in parts.items():
        kind = "title" if name == "title" else "meaning" if name.startswith(_OF_MEANING) else "words"
        totals[kind] += value
    return totals


@dataclass(frozen=True, slots=True)
class Search:
    """How what is expected is looked for: as the ``findings`` were, which looked through ``wanted`` passages, with what
    was fitted for the model; ``limit`` quotes are shown."""

    findings: Sequence[Finding]
    answer: Answer
    generations: Sequence[Generation]
    calibration: Calibration
    source: CandidateSource
    wanted: int
    limit: int

    def expected(self, wanted: str) -> Expected:
        """How far what is ``wanted`` came, wherever in the base it stands, for whichever part of the question it came
        farthest."""
        places = [(each, row, spans) for each in self.generations for row, spans in _rows_with(each, wanted)]
        found = [self._of(wanted, *place, finding) for place in places for finding in self.findings]
        return max(found, key=lambda one: _STAGES[one.stage], default=Expected(wanted, Stage.NOWHERE))

    def _of(
        self, wanted: str, generation: Generation, row: int, spans: Sequence[Span] | None, finding: Finding
    ) -> Expected:
        (indexed,) = generation.texts.passages([row])
        title, within = indexed.card.title, (indexed.passage.start, indexed.passage.end)
        for place, quote in enumerate(self.answer.quotes, start=1):
            if quote.article == indexed.card and overlap((quote.start, quote.end), within):
                marked = spans is None or any(overlap(one, other) for one in spans for other in quote.highlights)
                return Expected(wanted, Stage.SHOWN if marked else Stage.UNMARKED, place, article=title)
        for place, hit in enumerate(finding.hits, start=1):
            if hit.generation is generation and hit.row == row:
                reading = finding.read.get(hit)
                stage = Stage.UNREAD if reading is None else Stage.READ
                if self.answer.verdict is Verdict.NONE and place <= self.limit:
                    stage = Stage.REFUSED
                return Expected(wanted, stage, place, reading.answers if reading is not None else None, title)
        return self._among_candidates(wanted, generation, row, title, finding)

    def _among_candidates(
        self, wanted: str, generation: Generation, row: int, title: str, finding: Finding
    ) -> Expected:
        query = next((hit.query for hit in finding.hits if hit.generation is generation), finding.query)
        ranked = weighed(generation, query, self.calibration, self.wanted, None, self.source)
        for place, hit in enumerate(ranked, start=1):
            if hit.row == row:
                other = repeats(hit, ranked[: place - 1])
                before = other.indexed.card.title if other is not None else None
                return Expected(wanted, Stage.REPEATED if other else Stage.UNREAD, place, article=title, before=before)
        candidates = self.source.candidates(generation, query, max(CANDIDATES, len(ranked)), None)
        if row not in candidates.rows:
            return Expected(wanted, Stage.NO_CANDIDATE, article=title)
        scores = candidates.bm25 + self.calibration.dense_weight * candidates.cosines
        its = scores[list(candidates.rows).index(row)]
        return Expected(wanted, Stage.CANDIDATE, int((scores > its).sum()) + 1, article=title)


def _rows_with(generation: Generation, wanted: str) -> list[tuple[int, tuple[Span, ...] | None]]:
    """The rows of the passages of the article that is called ``wanted`` (with None), or of those that hold these words,
    with the spans of the sentences that do."""
    texts = generation.texts
    try:
        return [(row, None) for row in texts.rows_of([generation.cards.card(wanted).id])]
    except EngineFault:
        said = _WORD.findall(wanted)
    articles = texts.articles_that_say([said], _MOST_ARTICLES)
    rows = texts.rows_of(articles)
    phrase = f" {_plain(wanted)} "
    found: list[tuple[int, tuple[Span, ...] | None]] = []
    for row, indexed in zip(rows, texts.passages(rows), strict=True) if rows and phrase.strip() else ():
        passage = indexed.passage
        if phrase not in f" {_plain(passage.text)} ":
            continue
        sentences = [
            (start, end)
            for start, end in passage.sentences
            if phrase in f" {_plain(passage.text[start - passage.start : end - passage.start])} "
        ]
        found.append((row, tuple(sentences) or None))
    return found


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))

"""From a question as it was typed to the passages found for it, and how sure they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.answer import Verdict
from index.calibration.calibration import Calibration, ReadCalibration, calibration_for
from index.demands.told import Fit
from index.encoder.encoder import Encoder
from index.faults import EngineFault, FaultCode
from index.generation.generation import Generation
from index.judging.by_reading import confidence_read, evidence_read, ordered
from index.judging.fitting.demanded import Demanded
from index.judging.fitting.order import lacking_last
from index.judging.fitting.passage import Fitting, is_contrary
from index.judging.fitting.premise import is_untold
from index.judging.others.agreement import NOBODY_ELSE, Agreement, agreement, beside_first
from index.judging.others.answered import EachAnswered
from index.judging.others.dropped_since import dropped_first
from index.judging.others.elsewhere import read_elsewhere
from index.judging.others.gone_since import departure_first, holder_of_now_first
from index.judging.others.overtaken import newest_first
from index.judging.others.sold_since import owner_of_now_first
from index.judging.verdict import JUDGED, confidence, gather_evidence, verdict
from index.listing.happened import rows_of_events
from index.listing.listing import Considered, Listed, is_told, listed, reasons_of
from index.passages.composed import compose
from index.question.filters import ALL_ARTICLES, Filters
from index.question.forms.listed import of_one, wants_list
from index.question.language import language_asked
from index.question.query import Query
from index.ranking.candidates import AT_HAND, CandidateSource
from index.ranking.reranker import RERANKED, Reranker
from index.ranking.search import Hit, search, together
from index.reading.first import HAPPENED, LISTED, LOOKED_THROUGH, FirstReader
from index.reading.held import HeldReader
from index.reading.reading import Reading

MAX_QUESTION: Final = 6000
"""Characters; what Discord lets a person type into one option."""


@dataclass(frozen=True, slots=True)
class SecondLook:
    """Who looks at the first passages once more: a ``reader``, a ``reranker``, or nobody."""

    reader: HeldReader | None = None
    reranker: Reranker | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """The passages found for a question, best first, and how sure they are, whatever is then shown; ``generation`` is
    that of the shared base, ``query`` the question as asked of it, ``weights`` those of the signals that make a
    passage's score; ``read`` is what was read of those that were; ``understood`` is the question with what was taken
    from the one before, None where nothing was, and ``sought`` what was looked for then, where a question
    ``names_its_subject`` it needs nothing; ``beside`` are, for some of the passages, what the same passage is
    to the other parts of the question; ``listed``, where a list is asked for, are the passages that tell its items, in
    the order of time, of the sentences ``considered``, and ``other_parts`` what answers the parts of the question that
    ask for something else;
    ``agreements`` are, for the first passage of each part, who else says what it says; ``evidence`` is what the verdict
    rests on, by name."""

    generation: Generation
    query: Query
    hits: tuple[Hit, ...]
    weights: Mapping[str, float]
    confidence: float
    verdict: Verdict
    read: Mapping[Hit, Reading]
    understood: str | None = None
    sought: str | None = None
    names_its_subject: bool = False
    beside: Mapping[Hit, tuple[Hit, ...]] = field(default_factory=dict)
    listed: tuple[Listed, ...] = ()
    considered: tuple[Considered, ...] = ()
    other_parts: tuple[Hit, ...] = ()
    agreements: Mapping[Hit, Agreement] = field(default_factory=dict)
    evidence: Mapping[str, float] = field(default_factory=dict)


def find(
    generations: Sequence[Generation],
    encoder: Encoder,
    question: str,
    lang: str | None,
    limit: int,
    filters: Filters,
    second_look: SecondLook,
    typed: str | None = None,
    source: CandidateSource = AT_HAND,
) -> Finding:
    """The ``limit`` best passages of ``generations`` for ``question``, which asks one thing and stands in what was
    ``typed``, of the candidates of ``source``; arguments and faults as of :meth:`index.view.View.ask`. With a
    ``second_look`` the first ones are ordered again: by a reranker alone, how sure they are stays what it was; where
    they were read, that decides both."""
    text = typed or question
    asked_in = lang or language_asked(text)
    rows = _rows(generations, filters)
    calibration = calibration_for(encoder.model.fingerprint)
    reader = second_look.reader.ready() if second_look.reader is not None else None
    queries = _queries(question, asked_in, generations, encoder)
    wanted = max(
        limit, JUDGED if second_look.reranker is None else RERANKED, LOOKED_THROUGH if reader is not None else 0
    )
    found = [search(each, queries[each], calibration, wanted, among, source) for each, among in rows.items()]
    hits = found[0] if len(found) == 1 else together(found, calibration, wanted)
    shared, query = generations[0], queries[generations[0]]
    asked = shared.spelling.corrected(question, asked_in)
    a_list = wants_list(question)
    put = of_one(asked) if a_list else asked
    happened = _happened(rows, queries, asked, calibration, source) if a_list and reader is not None else []
    read, fitted = _read(reader, calibration, put, hits, happened, a_list=a_list)
    also_read = [*hits, *(hit for hit in happened if hit not in hits)]
    considered = reasons_of(asked, also_read, read) if a_list else []
    items = listed(asked, considered, read)
    agreements: dict[Hit, Agreement] = {}
    fitting = Fitting(Demanded(question, asked_in, a_list=a_list))
    if reader is not None and fitted is not None:
        unread = hits
        likeliest = ordered(asked, unread, read, {}, fitted)
        around = reader.read_around(put, likeliest, _anew(read, likeliest))
        hits = ordered(asked, unread, read, _anew(around, unread), fitted)
        hits = lacking_last(put, fitting, hits, _anew(read, hits))
        anew = _anew(read, hits)
        first = anew.get(hits[0])
        seen = evidence_read(hits, anew, _anew(around, hits), text)
        evidence = seen.by_name()
        sureness = confidence_read(seen, fitted)
        if first is not None and (is_contrary(put, asked_in, hits[0], first) or fitting.is_unexplained(hits[0], first)):
            sureness = min(sureness, fitted.weak)
        fit = Fit.LACKS if is_untold(fitting.demanded, hits) else fitting.of(hits[0], first)
        sureness = fit.at_most(sureness, fitted)
        if items and is_told(items, considered):
            sureness = max(sureness, fitted.weak)
        judged = verdict(sureness, fitted)
        read = _anew(read, hits)
        also = NOBODY_ELSE
        if first is not None and judged is not Verdict.NONE and not a_list:
            hits, read, also = _held_against_others(reader, put, judged, hits, read, fitting)
        if also != NOBODY_ELSE:
            agreements[hits[0]] = also
        hits = beside_first(hits, also)
    else:
        unread_evidence = gather_evidence(hits[:JUDGED], text) if hits else None
        evidence = unread_evidence.by_name() if unread_evidence is not None else {}
        sureness = confidence(unread_evidence, calibration) if unread_evidence is not None else 0.0
        if hits:
            sureness = fitting.of(hits[0], None).at_most(sureness, calibration)
        judged = verdict(sureness, calibration)
    shown = hits if second_look.reranker is None else second_look.reranker.reranked(query.text, hits)
    return Finding(
        shared,
        query,
        tuple(shown[:limit]),
        calibration.ranking,
        sureness,
        judged,
        read,
        listed=items,
        considered=tuple(considered),
        agreements=agreements,
        evidence=evidence,
    )


def _held_against_others(
    reader: FirstReader, put: str, judged: Verdict, hits: Sequence[Hit], read: Mapping[Hit, Reading], fitting: Fitting
) -> tuple[list[Hit], Mapping[Hit, Reading], Agreement]:
    """``hits``, what was ``read`` of them and who agrees, once what other articles tell to the question ``put`` is read
    as well: first is then what a later one tells, and not what is beside the question."""
    elsewhere = read_elsewhere(reader, put, hits[0], read[hits[0]], hits)
    read = {**read, **{hit: its for hit, its in elsewhere.items() if _is_surer(its, read.get(hit))}}
    if elsewhere and fitting.of(hits[0], read[hits[0]]) is Fit.BESIDE:
        hits = lacking_last(put, fitting, hits, read)
    hits, read = holder_of_now_first(reader, put, hits, read)
    name = fitting.demanded.first_named(hits[0].generation)
    hits, read = departure_first(reader, put, name, hits, read)
    hits, read = owner_of_now_first(reader, put, hits, read)
    hits, read = dropped_first(reader, put, hits, read)
    each = EachAnswered(put, hits[0].query.lang)
    newest, anew = newest_first(put, hits, read, each)
    if fitting.of(newest[0], anew[newest[0]]) < fitting.of(hits[0], read[hits[0]]):
        newest, anew = hits, read
    read = anew
    also = agreement(put, judged, newest, read, each)
    if newest[0] not in hits and not also.contradicts:
        also = replace(also, other=hits[0])
    return newest, read, also


def _read(
    reader: FirstReader | None,
    calibration: Calibration,
    question: str,
    hits: Sequence[Hit],
    happened: Sequence[Hit],
    *,
    a_list: bool,
) -> tuple[Mapping[Hit, Reading], ReadCalibration | None]:
    """What was read of ``hits``, for a list also of what ``happened``, and what was fitted for it; neither where there
    is no reader, no time, or no fit."""
    fitted = calibration.read.get(reader.fingerprint) if reader is not None else None
    if reader is None or fitted is None:
        return {}, None
    read = reader.read_for_a_list(question, hits, happened) if a_list else reader.read(question, hits)
    return read, fitted if read else None


def _happened(
    rows: Mapping[Generation, NDArray[np.int64] | None],
    queries: Mapping[Generation, Query],
    asked: str,
    calibration: Calibration,
    source: CandidateSource,
) -> list[Hit]:
    """The passages, best first, that tell events of the kind that ``asked`` asks for, of somebody whom it names."""
    found: list[Hit] = []
    for each, among in rows.items():
        told = np.array(rows_of_events(each, asked, queries[each].lang), dtype=np.int64)
        told = told if among is None else np.intersect1d(told, among)
        if len(told):
            found += search(each, queries[each], calibration, HAPPENED + LISTED, told, source)
    return sorted(found, key=lambda hit: -hit.score)


def _is_surer(one: Reading, other: Reading | None) -> bool:
    return other is None or one.answers > other.answers


def _anew(read: Mapping[Hit, Reading], hits: Sequence[Hit]) -> dict[Hit, Reading]:
    """What was ``read``, of the same passages as they are among ``hits``, with other scores."""
    kept = {(hit.generation, hit.row): reading for hit, reading in read.items()}
    return {hit: kept[hit.generation, hit.row] for hit in hits if (hit.generation, hit.row) in kept}


def checked(question: str) -> str:
    """``question`` on one line. Raises EngineFault: QUESTION_EMPTY, QUESTION_TOO_LONG."""
    typed = question.encode("utf-8", "replace").decode()  # a lone surrogate is no character
    text = " ".join(compose(typed).text.split())
    if not text:
        raise EngineFault(FaultCode.QUESTION_EMPTY)
    if len(text) > MAX_QUESTION:
        raise EngineFault(FaultCode.QUESTION_TOO_LONG, length=len(text), limit=MAX_QUESTION)
    return text


def _queries(text: str, asked_in: str, generations: Iterable[Generation], encoder: Encoder) -> dict[Generation, Query]:
    """The question as it is asked of each generation, its slips set right and its names spelt as that one knows them;
    encoded once for each wording."""
    asked = {each: each.wording.under_own_names(each.spelling.corrected(text, asked_in)) for each in generations}
    encoded = {wording: encoder.question(wording) for wording in dict.fromkeys(asked.values())}
    return {
        each: Query(wording, asked_in, encoded[wording].vector, encoded[wording].pieces)
        for each, wording in asked.items()
    }


def _rows(generations: Iterable[Generation], filters: Filters) -> dict[Generation, NDArray[np.int64] | None]:
    """The generations that may answer, and the rows of the passages that may: None for all."""
    if filters == ALL_ARTICLES:
        return dict.fromkeys(generations)
    chosen: dict[Generation, NDArray[np.int64] | None] = {}
    unknown: EngineFault | None = None
    for each in generations:
        its = filters
        if filters.article is not None:
            try:
                its = replace(filters, article=each.cards.card(filters.article).id)
            except EngineFault as fault:
                unknown = unknown or fault
                continue
        chosen[each] = np.array(each.texts.rows_of(its.chosen(each.cards.cards)), dtype=np.int64)
    if unknown is not None and not chosen:
        raise unknown
    return chosen

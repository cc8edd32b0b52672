"""A question as people ask it: after another one, several things at once, with small talk around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from index.answer import Verdict
from index.encoder.encoder import Encoder
from index.follow_ups.before import Before
from index.follow_ups.following import followed, is_lost, names_its_subject
from index.follow_ups.names import Names
from index.generation.generation import Generation
from index.judging.finding import Finding, SecondLook, checked, find
from index.judging.others.agreement import Agreement
from index.listing.listing import Listed
from index.question.filters import Filters
from index.question.forms.compared import comparison
from index.question.forms.parts import parts_of
from index.question.language import language_asked
from index.ranking.candidates import CandidateSource
from index.ranking.search import Hit
from index.talk.core import core_of
from index.talk.remarks import ASK_AGAIN, remark_of

_BETWEEN_PARTS: Final = " · "


@dataclass(frozen=True, slots=True)
class Asked:
    """Where and how a question is asked: arguments as of :func:`index.judging.finding.find`."""

    generations: Sequence[Generation]
    encoder: Encoder
    lang: str | None
    limit: int
    filters: Filters
    second_look: SecondLook
    source: CandidateSource

    def find(self, question: str, after: Before | None = None) -> Finding:
        """What is found for ``question``, of which each part is looked for, as what comes ``after`` another question
        or after the part before. Faults as of :meth:`index.view.View.ask`."""
        findings, parts = self.each(question, after)
        if len(findings) == 1:
            return findings[0]
        return _together(findings, parts, self.limit)

    def each(self, question: str, after: Before | None = None) -> tuple[list[Finding], Sequence[str]]:
        """What is found for each part of ``question``, and the parts; as :meth:`find`."""
        text = checked(question)
        remark = remark_of(text)
        if remark in ASK_AGAIN and after is not None:
            return self._again(after)
        if remark is not None:
            said_nothing = self._find(core_of(text), text, self.lang or language_asked(text))
            return [replace(said_nothing, verdict=Verdict.NONE, confidence=0.0)], [text]
        lang = self.lang or language_asked(text)
        core = core_of(text)
        parts = parts_of(core) if comparison(core, lang) is None else [core]
        findings: list[Finding] = []
        for part in parts:
            findings.append(self._follow(part, after, text, lang))
            after = Before(findings[-1].understood or part)
        return findings, parts

    def _again(self, before: Before) -> tuple[list[Finding], Sequence[str]]:
        """What is found for the question that was asked before, understood as that."""
        findings, parts = self.each(before.question)
        return [replace(one, understood=part) for one, part in zip(findings, parts, strict=True)], parts

    def _follow(self, question: str, after: Before | None, text: str, lang: str) -> Finding:
        """Where ``question`` lacks something that stands in what it comes ``after``, it is searched and read with that;
        where it may lack it, also as it is, and what answers better is kept."""
        names = Names([each.wording for each in self.generations], [each.spelling for each in self.generations])
        completed = followed(question, after, names, lang, text) if after is not None else None
        if completed is None:
            alone = self._find(question, text, lang)
            lost = after is None and alone.verdict is Verdict.FOUND and is_lost(question, names, lang)
            named = names_its_subject(question, names, lang)
            return replace(alone, verdict=Verdict.WEAK if lost else alone.verdict, names_its_subject=named)
        with_before = replace(
            self._find(completed.sought, text, lang), understood=completed.understood, sought=completed.sought
        )
        if completed.surely:
            return with_before
        alone = self._find(question, text, lang)
        return with_before if _answers_better(with_before, alone) else alone

    def _find(self, question: str, text: str, lang: str) -> Finding:
        return find(
            self.generations,
            self.encoder,
            question,
            lang,
            self.limit,
            self.filters,
            self.second_look,
            text,
            self.source,
        )


def _answers_better(with_before: Finding, alone: Finding) -> bool:
    if with_before.verdict is Verdict.NONE:
        return False
    return alone.verdict is not Verdict.FOUND or with_before.confidence > alone.confidence


def _together(findings: Sequence[Finding], parts: Sequence[str], limit: int) -> Finding:
    """The parts of a question as one: first what answers each best, then what the first one found besides."""
    told = [each for each in findings if each.hits and each.verdict is not Verdict.NONE] or findings[:1]
    surest = max(told, key=lambda each: each.confidence)
    first: list[Hit] = []
    beside: dict[Hit, tuple[Hit, ...]] = {}
    for each in told:
        same = next((one for one in first for hit in each.hits[:1] if _meet(one, hit)), None)
        there = next((hit for hit in each.hits if same is not None and _is_same(hit, same)), None)
        if same is not None and there is not None:
            beside[same] = (*beside.get(same, ()), there)
        else:
            first += each.hits[:1]
    agreements = {hit: its for each in told for hit, its in each.agreements.items() if hit in first}
    rest = [hit for each in told for hit in each.hits[1:]]
    rest.sort(key=lambda hit: (not _is_other_side(hit, agreements), -hit.score))
    hits = list(first)
    for hit in rest:
        if not any(_meet(hit, other) for other in hits):
            hits.append(hit)
    return replace(
        surest,
        hits=tuple(hits[:limit]),
        read={hit: reading for each in told for hit, reading in each.read.items()},
        beside=beside,
        understood=_understood(findings, parts),
        sought=None,
        names_its_subject=any(each.names_its_subject for each in findings),
        listed=_listed(told),
        other_parts=tuple(hit for each in told if not each.listed for hit in each.hits[:1]),
        agreements=agreements,
    )


def _listed(findings: Sequence[Finding]) -> tuple[Listed, ...]:
    """The items of the lists that were asked for, each passage once."""
    found: list[Listed] = []
    for each in findings:
        found += [one for one in each.listed if not any(_meet(one.hit, other.hit) for other in found)]
    return tuple(found)


def _is_other_side(hit: Hit, agreements: Mapping[Hit, Agreement]) -> bool:
    return any(its.other == hit for its in agreements.values())


def _understood(findings: Sequence[Finding], parts: Sequence[str]) -> str | None:
    """All parts as they were understood, where the first takes something from the question before."""
    if findings[0].understood is None:
        return None
    return _BETWEEN_PARTS.join(each.understood or part for each, part in zip(findings, parts, strict=True))


def _is_same(one: Hit, other: Hit) -> bool:
    return one.generation is other.generation and one.row == other.row


def _meet(one: Hit, other: Hit) -> bool:
    """Whether two passages are of one article and overlap."""
    a, b = one.indexed.passage, other.indexed.passage
    return one.generation is other.generation and a.article_id == b.article_id and a.start < b.end and b.start < a.end

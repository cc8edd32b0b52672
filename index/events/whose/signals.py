"""What speaks for and against each candidate in what a clause tells, gathered; how it is weighed is told in
:mod:`index.events.whose.belonging`."""

from __future__ import annotations

import re
from typing import Final

from index.entities.book.entity import Kind
from index.events.event import Level
from index.events.reading import Part, Sentence
from index.events.whose.candidates import Candidates, names_of
from index.events.whose.evidence import Apart, Signals, Sort, TakenUp, ToldThere, sort_of
from index.events.whose.surroundings import Around, Whole

_EXAMPLE: Final = re.compile(
    r"\b(?:comme|tels? que|telles? que|such as|like|including|notamment|à l'instar de)\b[^.;]*\Z"
)
_BEFORE_NAME: Final = 60
_FIRM_LIKE: Final = (Kind.COMPANY, Kind.PRODUCT, Kind.PROJECT)


class Gathering:
    """What ``part`` of ``sentence`` tells, seen from each of its candidates in turn."""

    def __init__(self, whole: Whole, sentence: Sentence, part: Part, around: Around, beside: Candidates) -> None:
        self._whole, self._sentence, self._part, self._around, self._beside = whole, sentence, part, around, beside
        topics = whole.topics
        self._named = {name.key for name in part.names}
        self._in_sentence = [name.key for name in names_of(sentence)]
        self._subjects = {one.key for one in part.subject}
        self._people = {one.key for one in part.subject if one.kind is Kind.PERSON}
        self._companies = {
            one.key for one in part.subject if one.kind in _FIRM_LIKE and not topics.standing(one.key).in_title
        }
        self._most_weight = max((topics.standing(key).weight for key in self._named), default=0.0)
        self._most_weight_of_topics = max((topics.standing(key).weight for key in topics.main), default=0.0)
        before = around.before[0] if around.before else None
        self._subjects_before = {one.key for one in before.subject} if before is not None else set()
        self._named_before = before.distinct().keys() if before is not None else {}.keys()
        self._told: ToldThere | None = None

    def signals(self, key: str, level: Level, *, asked_for: bool) -> Signals:
        """What speaks for ``key``, as of one whom the article is read for where it is ``asked_for``."""
        whole, around, beside = self._whole, self._around, self._beside
        start, end = self._sentence.span
        standing = whole.topics.standing(key)
        later = asked_for and whole.mentions.is_later(key, end)
        return Signals(
            level=level,
            standing=standing,
            is_subject=key in self._subjects,
            is_first=self._in_sentence[:1] == [key],
            is_carried=key in beside.carried,
            is_nearest=bool(beside.named) and beside.named[0].key == key,
            other_subject=bool(self._subjects - {key}),
            other_person=bool(self._people - {key}),
            other_company=bool(self._companies - {key}),
            other_carried=bool(beside.carried) and key not in beside.carried,
            others=min(3, len(self._named - {key})),
            others_in_sentence=min(3, len(set(self._in_sentence) - {key})),
            outranked=self._most_weight > standing.weight,
            outranked_by_topic=self._most_weight_of_topics > standing.weight,
            dominance=whole.topics.dominance(key),
            titled=whole.topics.titled,
            was_subject=key in self._subjects_before,
            was_named=key in self._named_before,
            others_before=min(3, len(self._named_before - {key})),
            away=whole.mentions.since(key, start),
            sort=self._sort_of(key),
            is_lead=around.is_lead,
            has_action=around.has_action,
            by_article=around.by_article,
            mark=around.mark,
            rank=self._part.clause.rank,
            is_said_after=key == beside.after,
            apart=self._apart(key) if level is Level.IN_SENTENCE else None,
            dwelt=around.spoken.dwelt(key, named_later=later) if asked_for else None,
            told=self._told_there() if asked_for else None,
            company=whole.paragraphs.company(key, start, whole.acquaintances) if asked_for else None,
        )

    def _told_there(self) -> ToldThere:
        if self._told is None:
            whole, sentence = self._whole, self._sentence.span
            words = whole.syntax.taken_up.finditer(whole.plain, *sentence)
            taken_up = frozenset(TakenUp(one.lastgroup) for one in words if one.lastgroup)
            self._told = ToldThere(sentence[0] / len(whole.body), self._around.precision, taken_up)
        return self._told

    def _apart(self, key: str) -> Apart | None:
        """How ``key`` stands that another clause of the sentence names."""
        sentence, part, plain = self._sentence, self._part, self._whole.plain
        for other in sentence.parts:
            for name in other.names:
                if name.key == key:
                    return Apart(
                        rank=other.clause.rank,
                        is_host=sentence.host_of(part) is other,
                        is_guest=sentence.host_of(other) is part,
                        is_subject=any(one.key == key for one in other.subject),
                        is_after=bool(part.dates) and name.start > part.dates[0].start,
                        is_example=_EXAMPLE.search(plain, max(0, name.start - _BEFORE_NAME), name.start) is not None,
                    )
        return None

    def _sort_of(self, key: str) -> Sort:
        """What ``key`` is: as it is known to be, or as the text says beside it."""
        known = self._whole.sorts.get(key)
        if known is not None:
            return known
        kind = self._whole.mentions.kind(key)
        return sort_of(kind) if kind is not None else Sort.UNKNOWN

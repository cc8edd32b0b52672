"""Who an event may be about, and how likely: those its sentence names or its references carry over, those named just
before and after, and those the article is about. What speaks for each is weighed in
:mod:`index.events.whose.belonging`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from index.edtf import Precision
from index.entities.entity import Kind
from index.entities.proper_names import UNLISTED, Name
from index.events.clauses import Rank
from index.events.event import Level, Mark, Participant
from index.events.languages.enumerated import is_other_item
from index.events.languages.syntax import Syntax
from index.events.reading import Part, Sentence, within
from index.events.references import Owner, Referent, Told, is_left_open
from index.events.topics import Topics
from index.events.whose.belonging import POSSIBLY, SURELY, Apart, Signals, Sort, TakenUp, ToldThere, sort_of, sureness
from index.events.whose.somebody import Gender, is_of_another, is_of_other_gender
from index.events.whose.spoken import Spoken
from index.passages.passage import Span

MOST: Final = 24
"""Participants of one event; more is a list of customers or countries."""
LONGEST_QUOTE: Final = 700
"""Characters of a quote up to the name it rests on; with more, the dated sentence stands alone."""
_NAMED: Final = 0.6
"""The least sureness of a name in the clause of the date: of 70 such events drawn at random, 69 were right."""
_NEAR: Final = (Level.NAMED_BEFORE, Level.TOPIC)
_OF_ANOTHER: Final = 0.4
"""The most sureness of what an article is about, or named just before, in what a pronoun there tells of another."""
_SURER: Final = 0.6
"""The sureness from which what a pronoun tells of another may still be told of what is asked for."""
_EXAMPLE: Final = re.compile(
    r"\b(?:comme|tels? que|telles? que|such as|like|including|notamment|à l'instar de)\b[^.;]*\Z"
)
_ANTECEDENT_WITHIN: Final = 80
"""Characters before an aside in which the name it is about ends."""
_BEGINS_WITHIN: Final = 4
_DATE_FIRST: Final = 32
"""Characters of a date, and what leads to it, at the head of a sentence."""


@dataclass(frozen=True, slots=True)
class Around:
    """What surrounds a sentence: who the two before it speak of, the nearest first; the next one; whom all those before
    have ``spoken`` of; whether it is of the lead; the mark and kinds of what its clause tells, and at which date; where
    the stretch between two headings ends."""

    before: Sequence[Told]
    following: Span | None
    spoken: Spoken
    is_lead: bool
    mark: Mark
    has_action: bool
    by_article: bool
    dated_at: int
    precision: Precision
    until: int


@dataclass(frozen=True, slots=True)
class _Beside:
    """Who is beside each candidate: those the clause names, those its references stand for (``carried``, by key), all
    of the sentence, and those of the one before."""

    named: Sequence[Name]
    carried: set[str]
    in_sentence: Sequence[Name]
    before: Told | None
    named_before: Mapping[str, Referent]
    around: Around


class Casting:
    """Finds the participants of the events of one article, whose ``names`` are all there are in ``body``; ``plain``
    is the body with plain apostrophes and spaces; ``owner`` tells who employs somebody."""

    def __init__(
        self,
        body: str,
        plain: str,
        names: Sequence[Name],
        topics: Topics,
        syntax: Syntax,
        owner: Owner,
        sorts: Mapping[str, Sort] | None = None,
        people: Mapping[str, Gender] | None = None,
    ) -> None:
        self._body, self._plain, self._names, self._syntax = body, plain, names, syntax
        self._topics, self._owner, self._sorts, self._people = topics, owner, sorts or {}, people or {}
        self._places: dict[str, list[int]] = {}
        for name in names:
            self._places.setdefault(name.key, []).append(name.start)
        self._kinds = {name.key: name.kind for name in names}
        self._times_named = Counter(name.key for name in names)

    def participants(self, sentence: Sentence, part: Part, around: Around) -> tuple[Participant, ...]:
        """The participants of what ``part`` of ``sentence`` tells, the surest first."""
        found: dict[str, Participant] = {}
        for key, level, quote, signals in self.candidates(sentence, part, around):
            likely = max(sureness(signals), _NAMED if level is Level.NAMED else 0.0)
            if level is Level.NAMED and self._is_other_item(key, part, around.dated_at):
                likely = min(likely, _OF_ANOTHER)
            if level in _NEAR and self._is_of_another(key, part):
                likely = min(likely, _OF_ANOTHER)
            if key in self._sorts and level is Level.TOPIC and self._comes_under_a_heading_below(key, around):
                likely = min(likely, _OF_ANOTHER)
            if level in _NEAR and likely < _SURER and self._is_of_another_here(key, sentence, part):
                likely = min(likely, _OF_ANOTHER)
            if level in _NEAR and not key.startswith(UNLISTED) and self._names_another(key, part, level):
                likely = min(likely, _OF_ANOTHER)
            if (
                key in self._people
                and level > Level.IN_SENTENCE
                and self._is_of_nobody_like(key, level, sentence, part)
            ):
                likely = min(likely, _OF_ANOTHER)
            # what no list holds has too few kinds known beside it to tell whose a clause is
            if level is Level.TOPIC and signals.other_company and not key.startswith(UNLISTED):
                likely = min(likely, _OF_ANOTHER)
            known = found.get(key)
            if likely >= POSSIBLY and (known is None or (known.sureness < SURELY and likely > known.sureness)):
                found[key] = Participant(key, level, quote, round(likely, 3))
        return tuple(sorted(found.values(), key=lambda one: -one.sureness)[:MOST])

    def candidates(
        self, sentence: Sentence, part: Part, around: Around, *, all_asked_for: bool = False
    ) -> Iterator[tuple[str, Level, Span, Signals]]:
        """Whom what ``part`` tells may be about, how, the quote that shows it, and what speaks for it: for each as if
        the article were read for it, with ``all_asked_for``."""
        start, end = sentence.span
        ways: dict[str, tuple[Level, Span]] = {}

        def add(key: str, level: Level, quote: Span) -> None:
            if quote[1] - quote[0] > LONGEST_QUOTE:
                quote = sentence.span
            ways.setdefault(key, (level, quote))

        named = list(named_with(sentence, part))
        carried = list(_carried_with(sentence, part))
        whole = (self._told_from(sentence, around), end)
        for name in named:
            add(name.key, Level.NAMED, whole)
        for name in self._actors_of(sentence):
            add(name.key, Level.IN_SENTENCE, whole)
        for referent in carried:
            add(referent.key, Level.CARRIED, (min(referent.named_in[0], start), end))
        after = self._named_after(part, around.following) if around.following is not None else None
        if after is not None and around.following is not None:
            add(after.key, Level.NAMED_AFTER, (start, around.following[1]))
        for told in around.before:
            for referent in told.distinct().values():
                add(referent.key, Level.NAMED_BEFORE, (min(referent.named_in[0], start), end))
        for key in self._topics.main:
            add(key, Level.TOPIC, whole)
        if around.following is not None and after is None:
            for name in within(self._names, around.following):
                if not name.is_place:
                    add(name.key, Level.NAMED_AFTER, (start, around.following[1]))
        cited = {name.key for name in sentence.cited} - {name.key for name in named}
        carried_keys = {referent.key for referent in carried}
        weighed = [(key, level, quote) for key, (level, quote) in ways.items() if key not in cited]
        # who is named nearby may still be what the whole article is about
        weighed += [
            (key, Level.TOPIC, whole)
            for key, level, _ in weighed
            if level in (Level.NAMED_BEFORE, Level.NAMED_AFTER) and key in self._topics.main
        ]
        before = around.before[0] if around.before else None
        named_before = before.distinct() if before is not None else {}
        taken_up = self._taken_up(sentence.span) if all_asked_for or self._sorts else frozenset()
        beside = _Beside(named, carried_keys, self._actors_of(sentence), before, named_before, around)
        for key, level, quote in weighed:
            is_after = after is not None and key == after.key
            signals = self._signals(key, level, sentence, part, beside, is_said_after=is_after)
            if all_asked_for or key in self._sorts:
                later = self._is_named_after(key, sentence.span[1])
                signals = replace(
                    signals,
                    dwelt=around.spoken.dwelt(key, named_later=later),
                    told=ToldThere(start / len(self._body), around.precision, taken_up),
                )
            yield key, level, quote, signals

    def _taken_up(self, sentence: Span) -> frozenset[TakenUp]:
        """What the words of ``sentence`` go on about."""
        found = self._syntax.taken_up.finditer(self._plain, *sentence)
        return frozenset(TakenUp(words.lastgroup) for words in found if words.lastgroup)

    def _told_from(self, sentence: Sentence, around: Around) -> int:
        """Where the quote begins that shows ``sentence``: with the one before, when it begins with a pronoun, or does
        after a date (« Le 20 juin, elle »)."""
        start = sentence.span[0]
        before = around.before[0].at if around.before else start
        if "\n" in self._body[before:start].strip():
            return start
        begins = [start, *(date.end + 2 for date in sentence.dates[:1] if date.end - start <= _DATE_FIRST)]
        if not any(is_left_open(self._plain, (at, sentence.span[1]), self._syntax) for at in begins):
            return start
        earlier = around.before[1].at if len(around.before) > 1 else before
        opens = self._syntax.hanging.match(self._plain, before, start) is not None
        return earlier if opens and "\n" not in self._body[earlier:before] else before

    def _signals(
        self,
        key: str,
        level: Level,
        sentence: Sentence,
        part: Part,
        beside: _Beside,
        *,
        is_said_after: bool,
    ) -> Signals:
        standing = self._topics.standing(key)
        named, carried, in_sentence = beside.named, beside.carried, beside.in_sentence
        before, named_before, around = beside.before, beside.named_before, beside.around
        others = [name for name in part.names if name.key != key]
        subjects = {one.key for one in part.subject}
        other_subjects = [one for one in part.subject if one.key != key]
        return Signals(
            level=level,
            standing=standing,
            is_subject=key in subjects,
            is_first=bool(in_sentence) and in_sentence[0].key == key,
            is_carried=key in carried,
            is_nearest=bool(named) and named[0].key == key,
            other_subject=bool(other_subjects),
            other_person=any(one.kind is Kind.PERSON for one in other_subjects),
            other_company=any(
                one.kind in (Kind.COMPANY, Kind.PRODUCT, Kind.PROJECT) and not self._topics.standing(one.key).in_title
                for one in other_subjects
            ),
            other_carried=bool(carried - {key}) and key not in carried,
            others=min(3, len({name.key for name in others})),
            others_in_sentence=min(3, len({name.key for name in in_sentence} - {key})),
            outranked=any(self._topics.standing(one.key).weight > standing.weight for one in others),
            outranked_by_topic=any(
                self._topics.standing(other).weight > standing.weight for other in self._topics.main if other != key
            ),
            dominance=self._topics.dominance(key),
            titled=self._topics.titled,
            was_subject=before is not None and any(one.key == key for one in before.subject),
            was_named=key in named_before,
            others_before=min(3, len(named_before.keys() - {key})),
            away=self._away(key, sentence.span[0]),
            sort=self._sort_of(key),
            is_lead=around.is_lead,
            has_action=around.has_action,
            by_article=around.by_article,
            mark=around.mark,
            rank=part.clause.rank,
            is_said_after=is_said_after,
            apart=self._apart(key, sentence, part) if level is Level.IN_SENTENCE else None,
            dwelt=None,
            told=None,
        )

    def _apart(self, key: str, sentence: Sentence, part: Part) -> Apart | None:
        """How ``key`` stands that another clause of ``sentence`` names."""
        for other in sentence.parts:
            for name in other.names:
                if name.key == key:
                    return Apart(
                        rank=other.clause.rank,
                        is_host=sentence.host_of(part) is other,
                        is_guest=sentence.host_of(other) is part,
                        is_subject=any(one.key == key for one in other.subject),
                        is_after=bool(part.dates) and name.start > part.dates[0].start,
                        is_example=_EXAMPLE.search(self._plain, max(0, name.start - 60), name.start) is not None,
                    )
        return None

    def _comes_under_a_heading_below(self, key: str, around: Around) -> bool:
        """Whether neither the title nor anything down to the next heading names ``key``."""
        first = min(self._places.get(key, ()), default=0)
        return first >= around.until and not self._topics.standing(key).in_title

    def _is_other_item(self, key: str, part: Part, date: int) -> bool:
        """Whether the clause names ``key`` only in a list, of which the date tells the last item."""
        its = [name for name in part.names if name.key == key]
        clause = (part.clause.start, part.clause.end)
        return bool(its) and all(is_other_item(self._plain, (name.start, name.end), clause, date) for name in its)

    def _is_of_another(self, key: str, part: Part) -> bool:
        """Whether the clause's subject is a reference that stands for something else, which the article names again and
        again: « elle », another company."""
        carried = {one.key for one in part.carried}
        others = [one.key for one in part.subject if one.key != key]
        if others and part.said_by_head.issuperset(others):
            return True
        standings = [self._topics.standing(other) for other in others if other in carried]
        if any(other.times > 1 and not other.like_person for other in standings):
            return True
        known = others if not key.startswith(UNLISTED) else [other for other in others if other in carried]
        return any(self._is_more_its(other, key) for other in known)

    def _is_of_another_here(self, key: str, sentence: Sentence, part: Part) -> bool:
        """Whether the clause's subject is a pronoun for what the same sentence names (« une société appelée Haven, mais
        elle »), and ``key`` is asked for, and no organisation, whose is also what it owns or runs."""
        if self._sorts.get(key) in (None, Sort.ORGANISATION):
            return False
        inside = [one for one in part.carried if one.named_in == sentence.span]
        return any(one in inside for one in part.subject)

    def _is_of_nobody_like(self, key: str, level: Level, sentence: Sentence, part: Part) -> bool:
        """Whether what ``part`` tells is not told of somebody, ``key``, by its words or its subject."""
        is_near = level >= Level.NAMED_BEFORE
        words = sentence.span if is_near else (part.clause.start, part.clause.end)
        if is_of_other_gender(self._people[key], self._plain, words):
            return True
        standing = self._topics.standing(key)
        return is_near and is_of_another(key, part, standing, self._plain, sentence.span, self._syntax)

    def _names_another(self, key: str, part: Part, level: Level) -> bool:
        """Whether the clause names what the article is more about, or is about somebody of another in its title."""
        if level is Level.TOPIC and any(self._is_more_its(name.key, key) for name in part.names):
            return True
        owners = {owner.key for one in part.subject if one.kind is Kind.PERSON and (owner := self._owner(one))}
        return key not in owners and any(self._topics.standing(owner).in_title for owner in owners)

    def _is_more_its(self, other: str, key: str) -> bool:
        """Whether the article is more about ``other``, no person, than about ``key``, and names both in its title."""
        one, its = self._topics.standing(other), self._topics.standing(key)
        return one.in_title and its.in_title and one.weight > its.weight and not one.like_person

    def _actors_of(self, sentence: Sentence) -> list[Name]:
        return [name for one in sentence.parts for name in one.names]

    def _away(self, key: str, at: int) -> int | None:
        """Characters since ``key`` was named last before ``at``; None when it was not."""
        places = self._places.get(key, [])
        place = bisect_left(places, at)
        return at - places[place - 1] if place else None

    def _is_named_after(self, key: str, at: int) -> bool:
        places = self._places.get(key, [])
        return bool(places) and places[-1] >= at

    def _sort_of(self, key: str) -> Sort:
        """What ``key`` is: as it is known to be, or as the text says beside it."""
        known = self._sorts.get(key)
        if known is not None:
            return known
        kind = self._kinds.get(key)
        return sort_of(kind) if kind is not None else Sort.UNKNOWN

    def _named_after(self, part: Part, following: Span) -> Name | None:
        """The name that begins the next sentence, never used before, when this clause has somebody unnamed."""
        if not any(self._syntax.unnamed.search(self._plain, *piece) for piece in part.clause.spans):
            return None
        begins = within(self._names, (following[0], following[0] + _BEGINS_WITHIN + 1))
        if not begins or begins[0].kind is Kind.PERSON or self._places[begins[0].key][0] < following[0]:
            return None
        if "\n" in self._body[part.clause.end : following[0]] or not self._is_surely_a_name(begins[0]):
            return None
        return begins[0]

    def _is_surely_a_name(self, name: Name) -> bool:
        """One capitalised word that begins a sentence may be any word, unless something else tells."""
        written = self._body[name.start : name.end]
        return name.kind is not None or not written[1:].islower() or self._times_named[name.key] > 1


def named_with(sentence: Sentence, part: Part) -> Iterator[Name]:
    """The names in a clause, in what it says, and before an aside the one that it is about."""
    yield from part.names
    for said in sentence.said_by(part):
        yield from said.names
    host = sentence.host_of(part)
    if part.clause.rank is Rank.ASIDE and host is not None:
        yield from _antecedent(part, host)


def _antecedent(part: Part, host: Part) -> list[Name]:
    """The name that an aside is about: the last one right before it."""
    before = [name for name in host.names if name.end <= part.clause.start]
    return [name for name in before if part.clause.start - name.end <= _ANTECEDENT_WITHIN][-1:]


def _carried_with(sentence: Sentence, part: Part) -> Iterator[Referent]:
    yield from part.carried
    host = sentence.host_of(part)
    if host is None:
        return
    rank = part.clause.rank
    if rank is Rank.ASIDE:
        yield from () if _antecedent(part, host) else host.carried[-1:]
    elif rank is Rank.FRONTED or not part.subject or (rank is Rank.CIRCUMSTANCE and not part.carried):
        yield from host.subject or (_subject_after(sentence, host) if rank is Rank.FRONTED else ())


def _subject_after(sentence: Sentence, host: Part) -> tuple[Referent, ...]:
    """The subject that comes behind what is apposed: « Née en 1961, institutrice, elle entre »."""
    later = sentence.parts[sentence.parts.index(host) + 1 :]
    return next((one.subject for one in later if one.subject and one.clause.rank is Rank.MAIN), ())

"""A sentence read: its clauses, the names each is about, who its references stand for, and its dates."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, TypeVar

from index.article import Article
from index.dates.finder import PLAIN
from index.edtf import first_day, is_edtf, last_day
from index.entities.entity import EntityBook, Kind
from index.entities.proper_names import Name, Naming
from index.events.clauses import Clause, Rank, clauses
from index.events.dating import EventDate, said_once
from index.events.kinds import with_kinds
from index.events.languages.syntax import Syntax
from index.events.references import Reference, Referent, Sort, Told, references, resolve
from index.passages.passage import Span

_CITING_LOOKBACK: Final = 60


@dataclass(slots=True)
class Part:
    """A clause, read: its names, who its references stand for, its subject (several for a plural), its dates."""

    clause: Clause
    names: list[Name]
    carried: list[Referent] = field(default_factory=list)
    subject: tuple[Referent, ...] = ()
    dates: list[EventDate] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, read: ``cited`` are the names that are only its sources."""

    span: Span
    parts: list[Part]
    dates: list[EventDate]
    cited: list[Name]

    def host_of(self, part: Part) -> Part | None:
        """The clause that ``part`` belongs to."""
        host = self.parts[part.clause.host] if part.clause.host is not None else None
        return None if host is part else host

    def said_by(self, part: Part) -> list[Part]:
        """What ``part`` says: « annonce que … »."""
        place = self.parts.index(part)
        return [one for one in self.parts if one.clause.rank is Rank.COMPLEMENT and one.clause.host == place]

    def told(self) -> Told:
        """Who the sentence speaks of, for those after it."""
        mains = [part for part in self.parts if part.clause.rank is Rank.MAIN] or self.parts
        subject = next((part.subject for part in mains if part.subject), ())
        named = [Referent(name.key, name.kind, self.span) for part in self.parts for name in part.names]
        carried = [referent for part in self.parts for referent in part.carried]
        return Told(subject, [*named, *carried], self.span[0])


class SentenceReader:
    """Reads the sentences of one article, in order; ``plain`` is its body with plain apostrophes and spaces."""

    def __init__(self, article: Article, syntax: Syntax, naming: Naming, book: EntityBook) -> None:
        self._body = article.body
        self.plain = article.body.translate(PLAIN)
        self.names = with_kinds(naming.names(article.body, article.card.lang, article.card.title), self.plain, syntax)
        self.date = article.card.date if article.card.date and is_edtf(article.card.date) else None
        self._syntax, self._book = syntax, book

    def read(
        self, span: Span, dates: Sequence[EventDate], before: Sequence[Told], stretch: int, *, is_lead: bool
    ) -> Sentence:
        """The sentence ``span``, with those of ``dates`` in it; ``before`` are the sentences before, the nearest first,
        ``stretch`` where the text under its heading begins. In the lead, « annonce » means now."""
        inside = within(dates, span)
        names = [name for name in within(self.names, span) if not _overlaps(name, inside)]
        split = clauses(self.plain, span, self._syntax, [(date.start, date.end) for date in inside])
        cited = self._cited(names)
        actors = [name for name in names if name not in cited and not name.is_place]
        parts = [Part(clause, [name for name in actors if clause.holds(name.start)]) for clause in split]
        for place, part in enumerate(parts):
            part.dates = said_once([date for date in inside if part.clause.holds(date.start)])
            self._refer(place, parts, span, before, stretch)
        self._date_by_article(parts, inside, is_lead=is_lead)
        return Sentence(span, parts, list(inside), cited)

    def _cited(self, names: Sequence[Name]) -> list[Name]:
        """The names that are only cited: « selon Reuters et Bloomberg »."""
        cited: list[Name] = []
        for place, name in enumerate(names):
            if name not in cited and self._is_cited(name):
                cited += self._listed_from(names[place:])
        return cited

    def _listed_from(self, names: Sequence[Name]) -> list[Name]:
        """The first of ``names`` and those listed with it: « Amazon, Google et Meta ». A comma alone lists nothing: it
        adds what somebody is, or begins something else."""
        together, joint = list(names[:1]), ""
        for name, following in pairwise(names):
            if not self._syntax.coordinated.fullmatch(self.plain, name.end, following.start):
                break
            joint = self.plain[name.end : following.start].strip(" ,")
            together.append(following)
        return together if joint else together[:1]

    def _is_cited(self, name: Name) -> bool:
        if self._syntax.source_before.search(self.plain, max(0, name.start - _CITING_LOOKBACK), name.start):
            return True
        medium = name.kind in (None, Kind.INSTITUTION)
        return medium and self._syntax.source_after.match(self.plain, name.end, name.end + 30) is not None

    def _refer(self, place: int, parts: list[Part], sentence: Span, before: Sequence[Told], stretch: int) -> None:
        """Find who the references of a clause stand for, and its subject."""
        part = parts[place]
        spoken: list[tuple[int, tuple[Referent, ...]]] = [
            (name.start, (Referent(name.key, name.kind, sentence),)) for name in part.names
        ]
        earlier = [
            Told(other.subject, [*(Referent(n.key, n.kind, sentence) for n in other.names), *other.carried])
            for other in reversed(parts[:place])
            if other.clause.rank not in (Rank.FRONTED, Rank.ASIDE)
        ]
        taken = [(name.start, name.end) for name in part.names]
        for piece in part.clause.spans:
            for reference in references(self.plain, piece, self._syntax, taken):
                if reference.sort is Sort.EVENT and part.names:
                    continue
                if reference.sort is Sort.POSSESSIVE and part.names and part.names[0].kind is not Kind.PERSON:
                    continue  # « son concurrent »
                found = resolve(reference, [*earlier, *_in_reach(reference, before, stretch)], self._owner)
                if not found and reference.is_periphrasis:
                    found = self._most_named(reference, sentence)
                part.carried += found
                if reference.sort is not Sort.POSSESSIVE or not part.names:
                    # one that stands for nobody known is the subject all the same
                    spoken.append((reference.start, found))
                if found:
                    part.carried += self._behind(reference.sort, found, part, parts)
        spoken.sort(key=lambda one: one[0])
        part.subject = self._with_listed(spoken[0][1], part.names) if spoken else ()

    def _with_listed(self, subject: tuple[Referent, ...], names: Sequence[Name]) -> tuple[Referent, ...]:
        """« Amazon, Google et Meta annoncent » has three subjects."""
        if len(subject) != 1 or not names or names[0].key != subject[0].key:
            return subject
        listed = self._listed_from(names)
        return tuple({name.key: Referent(name.key, name.kind, subject[0].named_in) for name in listed}.values())

    def _most_named(self, reference: Reference, sentence: Span) -> tuple[Referent, ...]:
        """Whom the article names most up to here, longer names that begin with a shorter one included."""
        before = [name for name in self.names if name.start < reference.start and not name.is_place]
        fitting = {name.key: name.kind for name in before if (name.kind or Kind.COMPANY) in reference.kinds}
        times = {key: sum(f"{name.key} ".startswith(f"{key} ") for name in before) for key in fitting}
        most = max(times, key=lambda key: times[key], default=None)
        return (Referent(most, fitting[most], sentence),) if most is not None and times[most] > 1 else ()

    def _behind(
        self, sort: Sort, found: tuple[Referent, ...], part: Part, parts: Sequence[Part]
    ) -> tuple[Referent, ...]:
        """« Ils ont créé Haven, mais elle a été dissoute »: what became of it is told of those who made it."""
        host = parts[part.clause.host] if part.clause.host is not None and part.clause.host < len(parts) else None
        if sort is not Sort.PRONOUN or host is None or host is part or part.clause.rank is not Rank.MAIN:
            return ()
        named = {name.key for name in host.names}
        return host.subject if {one.key for one in found} <= named and not set(found) & set(host.subject) else ()

    def _owner(self, referent: Referent) -> Referent | None:
        entity = self._book.get(referent.key)
        parent = self._book.get(entity.parent) if entity and entity.parent else None
        return Referent(parent.id, parent.kind, referent.named_in) if parent else None

    def _date_by_article(self, parts: Sequence[Part], inside: Sequence[EventDate], *, is_lead: bool) -> None:
        if self.date is None or self.date.startswith("..") or "/" in self.date:
            return
        for part in parts:
            past = [date for date in part.dates if first_day(date.value) <= last_day(self.date)]
            for start, end in part.clause.spans:
                now = self._syntax.just_now.search(self.plain, start, end)
                if now is None and is_lead and not inside:
                    now = self._syntax.announcing_now.search(self.plain, start, end)
                if now is not None and not past and not self._is_quoted(now.start()):
                    part.dates.append(EventDate(self.date, now.start(), now.end(), by_article=True))
                    break

    def _is_quoted(self, position: int) -> bool:
        """Whether ``position`` is in somebody's words, whose "now" is not the article's."""
        paragraph = self._body.rfind("\n", 0, position) + 1
        before = self.plain[paragraph:position]
        opened = any(before.count(opens) > before.count(closes) for opens, closes in ("«»", "“”"))
        return opened or before.count('"') % 2 > 0


Placed = TypeVar("Placed", EventDate, Name)


def within(placed: Sequence[Placed], span: Span) -> Sequence[Placed]:
    """Those of ``placed``, which stand in order, that begin in ``span``."""
    first = bisect_left(placed, span[0], key=lambda one: one.start)
    return placed[first : bisect_left(placed, span[1], key=lambda one: one.start)]


def _overlaps(name: Name, dates: Sequence[EventDate]) -> bool:
    return any(date.start < name.end and name.start < date.end for date in dates)


def _in_reach(reference: Reference, before: Sequence[Told], stretch: int) -> list[Told]:
    """A heading begins anew: over it only descriptions are carried."""
    return [told for told in before if told.at >= stretch or reference.sort is Sort.DESCRIPTION]

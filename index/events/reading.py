"""A sentence read: its clauses, the names each is about, who its references stand for, and its dates."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, TypeVar

from index.article import Article
from index.dates.finder import PLAIN
from index.edtf import first_day, is_edtf, last_day
from index.entities.book.entity import EntityBook, Kind
from index.entities.headed import Headed
from index.entities.proper_names import Name, Naming, is_participle
from index.events.clauses import Clause, Rank, clauses
from index.events.dating import EventDate, is_quoted, said_finer, said_once, unframed
from index.events.event import StandIn
from index.events.kinds import with_kinds
from index.events.languages.syntax import Syntax
from index.events.references import Reference, Referent, Sort, Told, done_to, references, resolve
from index.events.topics import Topics
from index.passages.passage import Span

_CITING_LOOKBACK: Final = 60
_BEFORE_NAME: Final = 16
_PERSON: Final = frozenset({Kind.PERSON})


@dataclass(slots=True)
class Part:
    """A clause, read: its names, who its references stand for, its subject (several for a plural), its dates."""

    clause: Clause
    names: list[Name]
    carried: list[Referent] = field(default_factory=list)
    subject: tuple[Referent, ...] = ()
    dates: list[EventDate] = field(default_factory=list)
    stand_ins: list[StandIn] = field(default_factory=list)
    done_to: tuple[Referent, ...] = ()
    said_by_head: set[str] = field(default_factory=set)
    """The keys of the things that descriptions here stand for by what their names say they are."""


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

    def stand_ins(self) -> list[StandIn]:
        """The words that stand for a name, in order."""
        return sorted((one for part in self.parts for one in part.stand_ins), key=lambda one: one.span)

    def told(self) -> Told:
        """Who the sentence speaks of, for those after it."""
        mains = [part for part in self.parts if part.clause.rank is Rank.MAIN] or self.parts
        subject = next((part.subject for part in mains if part.subject), ())
        named = [Referent(name.key, name.kind, self.span) for part in self.parts for name in part.names]
        carried = [referent for part in self.parts for referent in part.carried]
        done_to = next((part.done_to for part in mains if part.done_to), ())
        return Told(subject, [*named, *carried], self.span[0], done_to)


class SentenceReader:
    """Reads the sentences of one article, in order; ``plain`` is its body with plain apostrophes and spaces, ``people``
    the keys of those who are known to be somebody."""

    def __init__(
        self,
        article: Article,
        syntax: Syntax,
        naming: Naming,
        book: EntityBook,
        people: Collection[str] = (),
    ) -> None:
        self._body = article.body
        self.plain = article.body.translate(PLAIN)
        self.names = with_kinds(naming.names(article.body, article.card.lang, article.card.title), self.plain, syntax)
        self._people = people
        self.date = article.card.date if article.card.date and is_edtf(article.card.date) else None
        self._syntax, self._book, self._lang = syntax, book, article.card.lang
        self._headed = Headed(self.names, self.plain, article.card.lang)
        self._first_named = {name.key: name for name in reversed(self.names)}

    def read(
        self,
        span: Span,
        dates: Sequence[EventDate],
        before: Sequence[Told],
        stretch: int,
        topics: Topics,
        *,
        is_lead: bool,
    ) -> Sentence:
        """The sentence ``span``, with those of ``dates`` in it; ``before`` are the sentences before, the nearest first,
        ``stretch`` where the text under its heading begins; ``topics`` tell what the article is about. In the lead,
        « annonce » means now."""
        inside = said_finer(self.plain, within(dates, span))
        names = [name for name in within(self.names, span) if not _overlaps(name, inside)]
        split = clauses(self.plain, span, self._syntax, [(date.start, date.end) for date in inside])
        cited = self._cited(names)
        actors = [name for name in names if name not in cited and not name.is_place]
        parts = [Part(clause, [name for name in actors if clause.holds(name.start)]) for clause in split]
        for place, part in enumerate(parts):
            part.dates = said_once([date for date in inside if part.clause.holds(date.start)])
            part.dates = unframed(self.plain, span, part.dates)
            self._refer(place, parts, span, before, stretch)
            self._do_to(part, [told for told in before if told.at >= stretch], span, topics)
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
            and not is_participle(self.plain, other.clause.start, self._lang)  # « Battue par Hugo Valin, elle »
        ]
        taken = [(name.start, name.end) for name in part.names]
        owners = part.names[:1]
        for piece in part.clause.spans:
            for described, name in self._headed.spoken_of(piece):
                taken.append(described)
                owners = owners or [name]
                part.said_by_head.add(name.key)
                spoken.append((described[0], (Referent(name.key, name.kind, sentence),)))
                part.carried.append(Referent(name.key, name.kind, sentence))
            for reference in references(self.plain, piece, self._syntax, taken):
                if reference.sort is Sort.EVENT and part.names:
                    continue
                if reference.sort is Sort.POSSESSIVE and owners and owners[0].kind is not Kind.PERSON:
                    continue  # « son concurrent »
                within_reach = [*earlier, *_in_reach(reference, before, stretch)]
                found = self._of_its_kind(resolve(reference, within_reach, self.owner), reference, within_reach)
                if not found and reference.is_periphrasis:
                    found = self._most_named(reference, sentence)
                part.carried += found
                if reference.sort is not Sort.POSSESSIVE or not part.names:
                    # one that stands for nobody known is the subject all the same
                    spoken.append((reference.start, found))
                part.stand_ins += self._standing_in(reference, found, within_reach, piece)
                if found:
                    part.carried += self._behind(reference.sort, found, part, parts)
        spoken.sort(key=lambda one: one[0])
        # « Battue par Hugo Valin, elle quittera son bureau »: whom a preposition leads is no subject where another is
        free = [one for one in spoken if not self._is_led(one[0])]
        if not free and not is_participle(self.plain, part.clause.start, self._lang):
            free = spoken
        part.subject = self._with_listed(free[0][1], part.names) if free else ()

    def _of_its_kind(
        self, found: tuple[Referent, ...], reference: Reference, before: Sequence[Told]
    ) -> tuple[Referent, ...]:
        """Those ``found`` for ``reference``; somebody is no firm, and in no deal for being named beside it."""
        if reference.sort in (Sort.PRONOUN, Sort.POSSESSIVE):
            return found
        if reference.sort is Sort.EVENT:
            spoken_of = {one.key for told in before for one in told.subject}
            return tuple(one for one in found if one.key not in self._people or one.key in spoken_of)
        is_of_people = Kind.PERSON in reference.kinds
        return found if is_of_people else tuple(one for one in found if one.key not in self._people)

    def _is_led(self, start: int) -> bool:
        """Whether a preposition stands before what begins at ``start``."""
        before = self.plain[max(0, start - _BEFORE_NAME) : start]
        return self._syntax.before_object.search(before) is not None

    def _do_to(self, part: Part, before: Sequence[Told], sentence: Span, topics: Topics) -> None:
        """Find what is only a pronoun to the one who does something to it: "the gallery lent it"."""
        if not part.subject or not any(self._syntax.done_to.search(self.plain, *piece) for piece in part.clause.spans):
            return
        doers = {one.key for one in part.subject} | {name.key for name in part.names}
        known = {one.key for told in before for one in told.all}
        people = {key for key in known if topics.standing(key).like_person}
        things = [Referent(key, None, sentence) for key in topics.things]
        part.done_to = done_to(before, doers | people, things)
        part.carried += part.done_to

    def _standing_in(
        self, reference: Reference, found: Sequence[Referent], before: Sequence[Told], piece: Span
    ) -> Iterator[StandIn]:
        """The words of ``reference``, where they surely stand for whom was ``found``: both are subjects, and of a kind.
        A name in the wrong place says what nobody told."""
        spoken_of = before[0] if before else None
        if not found or spoken_of is None or {one.key for one in spoken_of.subject} != {one.key for one in found}:
            return
        start = reference.start + (not self.plain[reference.start].isalnum())
        is_pronoun = reference.sort is Sort.PRONOUN and not reference.is_latter
        if is_pronoun and self._syntax.cleft.match(self.plain, reference.end):
            return
        if not is_pronoun and not self._is_the_only_one(reference, start, spoken_of):
            return
        if not self._syntax.before_subject.search(self.plain[piece[0] : start]):
            return
        if self._is_apposed(reference, start):
            return
        if any(one.named_in[0] < spoken_of.at for one in found):
            return
        if all(self._is_like(reference, one) and self._is_subject(one) for one in found):
            yield StandIn((start, reference.end), ", ".join(self._written(one.key) for one in found), is_pronoun)

    def _is_the_only_one(self, reference: Reference, start: int, spoken_of: Told) -> bool:
        """Whether a description says no more than what it is, and only one such is spoken of."""
        fitting = [one for one in spoken_of.distinct().values() if one.kind in reference.kinds]
        return len(fitting) <= 1 and self._syntax.any_company.fullmatch(self.plain, start, reference.end) is not None

    def _is_like(self, reference: Reference, one: Referent) -> bool:
        """Whether ``reference`` is used of what is known to be such; of whom was asked for, no kind is known."""
        if one.key not in self._book or (one.key in self._people and Kind.PERSON not in reference.kinds):
            return False
        return one.kind in reference.kinds if one.kind else reference.kinds != _PERSON

    def _is_apposed(self, reference: Reference, start: int) -> bool:
        """« Merative, l'entreprise issue d'IBM », « Merative, elle, »: what a name right before it is."""
        if not self.plain[:start].endswith(", "):
            return False
        ends = {name.end for name in within(self.names, (max(0, start - _BEFORE_NAME * 4), start))}
        return start - 2 in ends or (reference.sort is Sort.PRONOUN and self.plain.startswith(",", reference.end))

    def _is_subject(self, one: Referent) -> bool:
        """Whether the sentence that names it does so as what it speaks of."""
        named = next((name for name in within(self.names, one.named_in) if name.key == one.key), None)
        if named is None or self.plain.startswith("-", named.end):
            return False
        before = self.plain[max(one.named_in[0], named.start - _BEFORE_NAME) : named.start]
        return not self._syntax.before_object.search(before)

    def _written(self, key: str) -> str:
        """What a name is best known by: as the list of entities has it, or as the article first writes it."""
        entity = self._book.get(key)
        if entity is not None:
            return entity.name
        first = self._first_named.get(key)
        return self._body[first.start : first.end] if first else ""

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

    def owner(self, referent: Referent) -> Referent | None:
        """Who owns or employs somebody, if the list of entities says so."""
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
                if now is not None and not past and not is_quoted(self._body, self.plain, now.start()):
                    part.dates.append(EventDate(self.date, now.start(), now.end(), by_article=True))
                    break


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

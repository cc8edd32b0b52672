"""From an article to its dated events: each date goes with the clause that says it, each clause with those it names.

Three ways make somebody a participant (:class:`index.events.event.Level`): a name in the clause, a reference in it to
a name before, or a name that follows at once what the clause leaves unnamed. Somebody who is merely in the same
article is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from index.articles.article import Article
from index.dates.calendar import first_day, is_day, is_edtf, last_day, turning_point
from index.dates.finder import PLAIN, TimeExpression, find_time_expressions
from index.entities.entity import EntityBook, Kind
from index.entities.proper_names import Name, Naming
from index.entities.wording import Wording
from index.events.clauses import Clause, Rank, clauses
from index.events.english import ENGLISH
from index.events.event import ArticleEvent, Level, Mark, Participant
from index.events.french import FRENCH
from index.events.kinds import with_kinds
from index.events.references import FURTHEST, Reference, Referent, Sort, Told, references, resolve
from index.events.syntax import Syntax
from index.passages.passage import Span
from index.passages.sentences import sentences
from index.terms.tokens import stems

EXTRACTION: Final = 1
"""Raised when the same article gives other events than before: they are then extracted anew."""
_SYNTAX: Final[Mapping[str, Syntax]] = {"fr": FRENCH, "en": ENGLISH}
_NUMBER: Final = re.compile(r"\d+(?:[.,\s]\d+)*")
_LEAD_SENTENCES: Final = 3
"""Sentences at the head of an article in which « annonce », without a date, means now."""
_ANTECEDENT_WITHIN: Final = 80
"""Characters before an aside in which the name it is about ends."""
_CITING_LOOKBACK: Final = 60
_COMPARING_LOOKBACK: Final = 60
_APPOSED_WITHIN: Final = 18
"""Characters between two ways of saying one date: « un an plus tard jour pour jour, le 28 septembre »."""
_MAX_PARTICIPANTS: Final = 24


@dataclass(frozen=True, slots=True)
class _Date:
    """What dates a clause: an expression, or the article itself."""

    value: str
    start: int
    end: int
    by_article: bool = False


@dataclass(slots=True)
class _Part:
    """A clause, read: its names, who its references stand for, and its dates."""

    clause: Clause
    names: list[Name]
    carried: list[Referent] = field(default_factory=list)
    subject: tuple[Referent, ...] = ()
    dates: list[_Date] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Sentence:
    span: Span
    parts: list[_Part]
    dates: list[_Date]
    cited: list[Name]


class EventExtractor:
    """Reads articles; it does not change."""

    def __init__(self, wording: Wording) -> None:
        self._book = wording.book
        self._naming = Naming(wording)

    def events(self, article: Article) -> tuple[ArticleEvent, ...]:
        """The dated events of ``article`` in order; none in a language without a grammar."""
        syntax = _SYNTAX.get(article.card.lang)
        if syntax is None:
            return ()
        return tuple(_Reading(article, syntax, self._naming, self._book).events())


class _Reading:
    """One article being read."""

    def __init__(self, article: Article, syntax: Syntax, naming: Naming, book: EntityBook) -> None:
        self._article, self._syntax, self._book = article, syntax, book
        self._plain = article.body.translate(PLAIN)
        self._names = with_kinds(naming.names(article.body, article.card.lang), self._plain, syntax)
        self._first_named = _first_places(self._names)
        date = article.card.date
        self._date = date if date is not None and is_edtf(date) else None
        self._stretch = 0

    def events(self) -> Iterator[ArticleEvent]:
        body = self._article.body
        lead = _LEAD_SENTENCES
        before: list[Told] = []
        for start, end in _stretches(self._article):
            spans = sentences(body, start, end)
            dates = self._dates_in(start, end)
            self._stretch = start
            for span, following in pairwise([*spans, None]):
                if span is None:
                    break
                sentence = self._read(span, dates, before, is_lead=lead > 0 and start == spans[0][0])
                yield from self._told_by(sentence, following)
                before = [_told(sentence), *before][:FURTHEST]
                lead -= 1

    def _dates_in(self, start: int, end: int) -> list[_Date]:
        """The dates of one stretch: « deux ans plus tard » does not look back over a heading."""
        text = self._article.body[start:end]
        found = find_time_expressions(text, self._article.card.lang, self._article.card.date)
        dates = [_Date(self._event_date(text, one), start + one.start, start + one.end) for one in found]
        return [date for date in dates if not self._is_compared(date)]

    def _is_compared(self, date: _Date) -> bool:
        back = max(0, date.start - _COMPARING_LOOKBACK)
        return self._syntax.compared.search(self._plain, back, date.start) is not None

    def _event_date(self, text: str, found: TimeExpression) -> str:
        """« à partir du 31 décembre » begins something on that day; « depuis 2019 » goes on."""
        begin, _, finish = found.value.partition("/")
        if finish == ".." and (
            self._syntax.onset.match(text.translate(PLAIN), found.start, found.end) or is_day(begin)
        ):
            return begin
        return found.value

    def _read(self, span: Span, dates: Sequence[_Date], before: Sequence[Told], *, is_lead: bool) -> _Sentence:
        inside = [date for date in dates if span[0] <= date.start < span[1]]
        names = [name for name in self._names if span[0] <= name.start < span[1] and not _overlaps(name, inside)]
        split = clauses(self._plain, span, self._syntax, [(date.start, date.end) for date in inside])
        cited = self._cited(names)
        actors = [name for name in names if name not in cited and not name.is_place]
        parts = [_Part(clause, [name for name in actors if clause.holds(name.start)]) for clause in split]
        for place, part in enumerate(parts):
            part.dates = _said_once([date for date in inside if part.clause.holds(date.start)])
            self._refer(place, parts, span, before)
        self._date_by_article(parts, inside, is_lead=is_lead)
        return _Sentence(span, parts, inside, cited)

    def _cited(self, names: Sequence[Name]) -> list[Name]:
        """The names that are only cited: « selon Reuters et Bloomberg »."""
        cited: list[Name] = []
        for name in names:
            with_last = bool(cited) and self._syntax.coordinated.fullmatch(self._plain, cited[-1].end, name.start)
            if with_last or self._is_cited(name):
                cited.append(name)
        return cited

    def _is_cited(self, name: Name) -> bool:
        if self._syntax.source_before.search(self._plain, max(0, name.start - _CITING_LOOKBACK), name.start):
            return True
        medium = name.kind in (None, Kind.INSTITUTION)
        return medium and self._syntax.source_after.match(self._plain, name.end, name.end + 30) is not None

    def _refer(self, place: int, parts: list[_Part], sentence: Span, before: Sequence[Told]) -> None:
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
            for reference in references(self._plain, piece, self._syntax, taken):
                if reference.sort is Sort.EVENT and part.names:
                    continue
                if reference.sort is Sort.POSSESSIVE and part.names and part.names[0].kind is not Kind.PERSON:
                    continue  # « son concurrent »
                found = resolve(reference, [*earlier, *self._in_reach(reference, before)], self._owner)
                if not found and reference.is_periphrasis:
                    found = self._most_named(reference, sentence)
                part.carried += found
                if found:
                    if reference.sort is not Sort.POSSESSIVE or not part.names:
                        spoken.append((reference.start, found))
                    part.carried += self._behind(reference.sort, found, part, parts)
        spoken.sort(key=lambda one: one[0])
        part.subject = self._with_coordinated(spoken[0][1], part.names) if spoken else ()

    def _with_coordinated(self, subject: tuple[Referent, ...], names: Sequence[Name]) -> tuple[Referent, ...]:
        """« Amazon, Google et Meta annoncent » has three subjects."""
        if len(subject) != 1 or not names or names[0].key != subject[0].key:
            return subject
        found = {subject[0].key: subject[0]}
        joints = ""
        for name, following in pairwise(names):
            if not self._syntax.coordinated.fullmatch(self._plain, name.end, following.start):
                break
            joints += self._plain[name.end : following.start]
            found[following.key] = Referent(following.key, following.kind, subject[0].named_in)
        return tuple(found.values()) if joints.strip(" ,") else subject  # a comma alone adds what somebody is

    def _in_reach(self, reference: Reference, before: Sequence[Told]) -> list[Told]:
        """A heading begins anew: over it only descriptions are carried."""
        if reference.sort is Sort.DESCRIPTION:
            return list(before)
        return [told for told in before if told.at >= self._stretch]

    def _most_named(self, reference: Reference, sentence: Span) -> tuple[Referent, ...]:
        """Whom the article names most up to here, longer names that begin with a shorter one included."""
        before = [name for name in self._names if name.start < reference.start and not name.is_place]
        fitting = {name.key: name.kind for name in before if (name.kind or Kind.COMPANY) in reference.kinds}
        times = {key: sum(f"{name.key} ".startswith(f"{key} ") for name in before) for key in fitting}
        most = max(times, key=lambda key: times[key], default=None)
        return (Referent(most, fitting[most], sentence),) if most is not None and times[most] > 1 else ()

    def _behind(
        self, sort: Sort, found: tuple[Referent, ...], part: _Part, parts: Sequence[_Part]
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

    def _date_by_article(self, parts: Sequence[_Part], inside: Sequence[_Date], *, is_lead: bool) -> None:
        if self._date is None or self._date.startswith("..") or "/" in self._date:
            return
        for part in parts:
            past = [date for date in part.dates if first_day(date.value) <= last_day(self._date)]
            for start, end in part.clause.spans:
                now = self._syntax.just_now.search(self._plain, start, end)
                if now is None and is_lead and not inside:
                    now = self._syntax.announcing_now.search(self._plain, start, end)
                if now is not None and not past and not self._is_quoted(now.start()):
                    part.dates.append(_Date(self._date, now.start(), now.end(), by_article=True))
                    break

    def _is_quoted(self, position: int) -> bool:
        """Whether ``position`` is in somebody's words, whose "now" is not the article's."""
        paragraph = self._plain.rfind("\n", 0, position) + 1
        before = self._plain[paragraph:position]
        opened = any(before.count(opens) > before.count(closes) for opens, closes in ("«»", "“”"))
        return opened or before.count('"') % 2 > 0

    def _told_by(self, sentence: _Sentence, following: Span | None) -> Iterator[ArticleEvent]:
        for part in sentence.parts:
            for date in part.dates:
                yield self._event(sentence, part, date, following)

    def _event(self, sentence: _Sentence, part: _Part, date: _Date, following: Span | None) -> ArticleEvent:
        body = self._article.body
        text = body[slice(*sentence.span)]
        actions = [
            action.value
            for action, pattern in self._syntax.actions.items()
            if any(pattern.search(self._plain, start, end) for start, end in part.clause.spans)
        ]
        return ArticleEvent(
            article_id=self._article.card.id,
            lang=self._article.card.lang,
            date=date.value,
            expression=(date.start, date.end),
            clause=tuple(self._telling_spans(sentence, part)),
            sentence=sentence.span,
            mark=self._mark(part, date),
            dated_by_article=date.by_article,
            participants=tuple(self._participants(sentence, part, following))[:_MAX_PARTICIPANTS],
            numbers=tuple(dict.fromkeys(self._numbers(sentence))),
            actions=tuple(actions),
            words=tuple(dict.fromkeys(stems(text, self._article.card.lang))),
            said=tuple(stems(self._own_text(sentence, part), self._article.card.lang)),
        )

    def _own_text(self, sentence: _Sentence, part: _Part) -> str:
        """The words of a clause, and of the names it is about, those of cited media aside."""
        body = self._article.body
        pieces = [body[name.start : name.end] for name in self._named_with(sentence, part) if name not in part.names]
        for start, end in part.clause.spans:
            for name in sentence.cited:
                if start <= name.start < end:
                    pieces.append(body[start : name.start])
                    start = name.end
            pieces.append(body[start:end])
        return "\n".join(pieces)

    def _participants(self, sentence: _Sentence, part: _Part, following: Span | None) -> Iterator[Participant]:
        found: dict[str, Participant] = {}
        for name in self._named_with(sentence, part):
            found.setdefault(name.key, Participant(name.key, Level.NAMED, sentence.span))
        for referent in self._carried_with(sentence, part):
            quote = (min(referent.named_in[0], sentence.span[0]), sentence.span[1])
            found.setdefault(referent.key, Participant(referent.key, Level.CARRIED, quote))
        if following is not None and (after := self._named_after(part, following)) is not None:
            found.setdefault(after.key, Participant(after.key, Level.NAMED_AFTER, (sentence.span[0], following[1])))
        yield from found.values()

    def _named_with(self, sentence: _Sentence, part: _Part) -> Iterator[Name]:
        yield from part.names
        parts = sentence.parts
        for other in parts:  # « annonce que … »: what is said is what the date is about
            if other.clause.rank is Rank.COMPLEMENT and other.clause.host == parts.index(part):
                yield from other.names
        if part.clause.rank is Rank.ASIDE and part.clause.host is not None:
            yield from self._antecedent(part, parts[part.clause.host])

    def _telling_spans(self, sentence: _Sentence, part: _Part) -> list[Span]:
        """The pieces of the clause that tells the event, and of what it says: « annonce que … »."""
        place = sentence.parts.index(part)
        said = [other.clause for other in sentence.parts if other.clause.host == place]
        complements = [clause for clause in said if clause.rank is Rank.COMPLEMENT]
        pieces = sorted(span for clause in (part.clause, *complements) for span in clause.spans)
        joined = pieces[:1]
        for start, end in pieces[1:]:
            if start == joined[-1][1]:
                joined[-1] = (joined[-1][0], end)
            else:
                joined.append((start, end))
        return joined

    def _antecedent(self, part: _Part, host: _Part) -> list[Name]:
        """The name that an aside is about: the last one right before it."""
        before = [name for name in host.names if name.end <= part.clause.start]
        near = [name for name in before if part.clause.start - name.end <= _ANTECEDENT_WITHIN]
        return near[-1:]

    def _carried_with(self, sentence: _Sentence, part: _Part) -> Iterator[Referent]:
        yield from part.carried
        host = sentence.parts[part.clause.host] if part.clause.host is not None else None
        if host is None or host is part:
            return
        rank = part.clause.rank
        if rank is Rank.ASIDE:
            yield from () if self._antecedent(part, host) else host.carried[-1:]
        elif rank is Rank.FRONTED or not part.subject or (rank is Rank.CIRCUMSTANCE and not part.carried):
            yield from host.subject

    def _named_after(self, part: _Part, following: Span) -> Name | None:
        """The name that begins the next sentence, never used before, when this clause has somebody unnamed."""
        if not any(self._syntax.unnamed.search(self._plain, start, end) for start, end in part.clause.spans):
            return None
        begins = [name for name in self._names if following[0] <= name.start <= following[0] + 4]
        if not begins or begins[0].kind is Kind.PERSON or self._first_named[begins[0].key] < following[0]:
            return None
        gap = self._article.body[part.clause.end : following[0]]
        return None if "\n" in gap else begins[0]

    def _mark(self, part: _Part, date: _Date) -> Mark:
        syntax, plain = self._syntax, self._plain
        pieces = [self._own_words(piece) for piece in part.clause.spans]
        lies_ahead = self._lies_ahead(date, pieces)
        if not date.by_article and any(syntax.negation.search(plain, *piece) for piece in pieces):
            return Mark.NEGATED
        if any(syntax.conditional.search(plain, *piece) for piece in pieces):
            said = part.clause.rank is Rank.COMPLEMENT or any(
                syntax.past_saying.search(plain, *piece) for piece in pieces
            )
            return Mark.ANNOUNCED if said else Mark.CONDITIONAL
        if date.by_article:
            return Mark.TOLD
        return Mark.ANNOUNCED if lies_ahead else Mark.TOLD

    def _lies_ahead(self, date: _Date, pieces: Sequence[Span]) -> bool:
        """Whether an event was still to come when the article was written: by its date, or if that is a year or so
        around the article's own, by its verb."""
        if self._date is None or date.by_article:
            return False
        point = turning_point(date.value)
        if date.value.startswith("..") and last_day(point) > last_day(self._date):
            return True
        if first_day(point) > last_day(self._date):
            return True
        still = last_day(point) > last_day(self._date)
        return still and any(self._syntax.future.search(self._plain, *piece) for piece in pieces)

    def _own_words(self, piece: Span) -> Span:
        """A piece of a clause up to a clause inside it, whose verb is another."""
        inner = self._syntax.inner.search(self._plain, *piece)
        return piece[0], inner.start() if inner else piece[1]

    def _numbers(self, sentence: _Sentence) -> Iterator[str]:
        """The amounts of a sentence, its dates aside, without grouping: "3,9" and "3.9" are one."""
        for match in _NUMBER.finditer(self._plain, *sentence.span):
            if not any(date.start <= match.start() < date.end for date in sentence.dates):
                number = re.sub(r"[\s,.](?=\d{3}(?!\d))", "", match[0]).replace(",", ".")
                yield number.replace(" ", "")


def _stretches(article: Article) -> Iterator[Span]:
    """The body between its headings."""
    start = 0
    for heading in article.headings:
        if heading.start > start:
            yield start, heading.start
        start = heading.end
    if start < len(article.body):
        yield start, len(article.body)


def _told(sentence: _Sentence) -> Told:
    mains = [part for part in sentence.parts if part.clause.rank is Rank.MAIN] or sentence.parts
    subject = next((part.subject for part in mains if part.subject), ())
    spoken = [Referent(name.key, name.kind, sentence.span) for part in sentence.parts for name in part.names]
    return Told(
        subject, [*spoken, *(referent for part in sentence.parts for referent in part.carried)], sentence.span[0]
    )


def _first_places(names: Sequence[Name]) -> dict[str, int]:
    places: dict[str, int] = {}
    for name in names:
        places.setdefault(name.key, name.start)
    return places


def _overlaps(name: Name, dates: Sequence[_Date]) -> bool:
    return any(date.start < name.end and name.start < date.end for date in dates)


def _said_once(dates: Sequence[_Date]) -> list[_Date]:
    """``dates`` less those that only say another one again, at most as finely: « vendredi dernier, le 1er août »."""
    kept: list[_Date] = []
    for date in dates:
        same = next((one for one in kept if _says_again(one, date)), None)
        if same is None:
            kept.append(date)
        elif _days(date) < _days(same):
            kept[kept.index(same)] = date
    return kept


def _says_again(one: _Date, other: _Date) -> bool:
    if one.value == other.value:
        return True
    fine, coarse = sorted((one, other), key=_days)
    inside = first_day(coarse.value) <= first_day(fine.value) and last_day(fine.value) <= last_day(coarse.value)
    return inside and other.start - one.end <= _APPOSED_WITHIN


def _days(date: _Date) -> int:
    return (last_day(date.value) - first_day(date.value)).days

"""Whom an event may be about, and how: those its sentence names or its references carry over, those named just before
and after, and those the article is about; each with the quote that shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from index.entities.book.entity import Kind
from index.entities.proper_names import Name
from index.events.clauses import Rank
from index.events.event import Level
from index.events.reading import Part, Sentence, within
from index.events.references import Referent, is_left_open
from index.events.whose.surroundings import Around, Whole
from index.passages.passage import Span

_LONGEST_QUOTE: Final = 700
"""Characters of a quote up to the name it rests on; with more, the dated sentence stands alone."""
_ANTECEDENT_WITHIN: Final = 80
"""Characters before an aside in which the name it is about ends."""
_BEGINS_WITHIN: Final = 4
_DATE_FIRST: Final = 32
"""Characters of a date, and what leads to it, at the head of a sentence."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Whom what a clause tells may be about: each key, how, and the quote that shows it; of them those the clause
    names, those its references stand for (``carried``, by key), and who is named first just ``after``."""

    ways: Sequence[tuple[str, Level, Span]]
    named: Sequence[Name]
    carried: frozenset[str]
    after: str | None


def candidates(whole: Whole, sentence: Sentence, part: Part, around: Around) -> Candidates:
    """Whom what ``part`` of ``sentence`` tells may be about; some in two ways."""
    start, end = sentence.span
    following = around.following
    ways: dict[str, tuple[Level, Span]] = {}

    def add(key: str, level: Level, quote: Span) -> None:
        if quote[1] - quote[0] > _LONGEST_QUOTE:
            quote = sentence.span
        ways.setdefault(key, (level, quote))

    named = list(named_with(sentence, part))
    carried = list(_carried_with(sentence, part))
    told = (_told_from(whole, sentence, around), end)
    for name in named:
        add(name.key, Level.NAMED, told)
    for name in names_of(sentence):
        add(name.key, Level.IN_SENTENCE, told)
    for referent in carried:
        add(referent.key, Level.CARRIED, (min(referent.named_in[0], start), end))
    after = _named_after(whole, part, following) if following is not None else None
    if after is not None and following is not None:
        add(after.key, Level.NAMED_AFTER, (start, following[1]))
    for before in around.before:
        for referent in before.distinct().values():
            add(referent.key, Level.NAMED_BEFORE, (min(referent.named_in[0], start), end))
    for key in whole.topics.main:
        add(key, Level.TOPIC, told)
    if following is not None and after is None:
        for name in within(whole.names, following):
            if not name.is_place:
                add(name.key, Level.NAMED_AFTER, (start, following[1]))
    cited = {name.key for name in sentence.cited} - {name.key for name in named}
    found = [(key, level, quote) for key, (level, quote) in ways.items() if key not in cited]
    # who is named nearby may still be what the whole article is about
    found += [
        (key, Level.TOPIC, told)
        for key, level, _ in found
        if level in (Level.NAMED_BEFORE, Level.NAMED_AFTER) and key in whole.topics.main
    ]
    carried_keys = frozenset(referent.key for referent in carried)
    return Candidates(found, named, carried_keys, after.key if after is not None else None)


def names_of(sentence: Sentence) -> list[Name]:
    """The names of all clauses, clause by clause."""
    return [name for one in sentence.parts for name in one.names]


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


def _told_from(whole: Whole, sentence: Sentence, around: Around) -> int:
    """Where the quote begins that shows ``sentence``: with the one before, when it begins with a pronoun, or does
    after a date (« Le 20 juin, elle »)."""
    start = sentence.span[0]
    before = around.before[0].at if around.before else start
    if "\n" in whole.body[before:start].strip():
        return start
    begins = [start, *(date.end + 2 for date in sentence.dates[:1] if date.end - start <= _DATE_FIRST)]
    if not any(is_left_open(whole.plain, (at, sentence.span[1]), whole.syntax) for at in begins):
        return start
    earlier = around.before[1].at if len(around.before) > 1 else before
    opens = whole.syntax.hanging.match(whole.plain, before, start) is not None
    return earlier if opens and "\n" not in whole.body[earlier:before] else before


def _named_after(whole: Whole, part: Part, following: Span) -> Name | None:
    """The name that begins the next sentence, never used before, when this clause has somebody unnamed."""
    if not any(whole.syntax.unnamed.search(whole.plain, *piece) for piece in part.clause.spans):
        return None
    begins = within(whole.names, (following[0], following[0] + _BEGINS_WITHIN + 1))
    if not begins or begins[0].kind is Kind.PERSON or whole.mentions.first(begins[0].key) < following[0]:
        return None
    if "\n" in whole.body[part.clause.end : following[0]] or not _is_surely_a_name(whole, begins[0]):
        return None
    return begins[0]


def _is_surely_a_name(whole: Whole, name: Name) -> bool:
    """One capitalised word that begins a sentence may be any word, unless something else tells."""
    written = whole.body[name.start : name.end]
    return name.kind is not None or not written[1:].islower() or whole.mentions.times(name.key) > 1

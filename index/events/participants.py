"""Who an event is about: those its clause names, those its references carry over, and one who is named just after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from index.entities.entity import Kind
from index.entities.proper_names import Name
from index.events.clauses import Rank
from index.events.event import Level, Participant
from index.events.reading import Part, Sentence, within
from index.events.references import Referent
from index.events.syntax import Syntax
from index.passages.passage import Span

MOST: Final = 24
"""Participants of one event; more is a list of customers or countries."""
_ANTECEDENT_WITHIN: Final = 80
"""Characters before an aside in which the name it is about ends."""
_BEGINS_WITHIN: Final = 4


class Casting:
    """Finds the participants of the events of one article, whose ``names`` are all there are in ``body``; ``plain``
    is the body with plain apostrophes and spaces."""

    def __init__(self, body: str, plain: str, names: Sequence[Name], syntax: Syntax) -> None:
        self._body, self._plain, self._names, self._syntax = body, plain, names, syntax
        self._first_named: dict[str, int] = {}
        for name in names:
            self._first_named.setdefault(name.key, name.start)
        self._times_named = Counter(name.key for name in names)

    def participants(self, sentence: Sentence, part: Part, following: Span | None) -> tuple[Participant, ...]:
        """The participants of what ``part`` of ``sentence`` tells; ``following`` is the sentence after it."""
        found: dict[str, Participant] = {}
        for name in named_with(sentence, part):
            found.setdefault(name.key, Participant(name.key, Level.NAMED, sentence.span))
        for referent in _carried_with(sentence, part):
            quote = (min(referent.named_in[0], sentence.span[0]), sentence.span[1])
            found.setdefault(referent.key, Participant(referent.key, Level.CARRIED, quote))
        after = self._named_after(part, following) if following is not None else None
        if after is not None and following is not None:
            found.setdefault(after.key, Participant(after.key, Level.NAMED_AFTER, (sentence.span[0], following[1])))
        return tuple(found.values())[:MOST]

    def _named_after(self, part: Part, following: Span) -> Name | None:
        """The name that begins the next sentence, never used before, when this clause has somebody unnamed."""
        if not any(self._syntax.unnamed.search(self._plain, *piece) for piece in part.clause.spans):
            return None
        begins = within(self._names, (following[0], following[0] + _BEGINS_WITHIN + 1))
        if not begins or begins[0].kind is Kind.PERSON or self._first_named[begins[0].key] < following[0]:
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
        yield from host.subject

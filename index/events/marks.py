"""Whether an event is told as done, announced, uncertain or denied."""

from __future__ import annotations

from index.edtf import first_day, last_day, turning_point
from index.events.clauses import Rank
from index.events.dating import EventDate
from index.events.event import Mark
from index.events.languages.syntax import Syntax
from index.events.reading import Part
from index.passages.passage import Span


def mark_of(part: Part, date: EventDate, written: str | None, plain: str, syntax: Syntax, *, is_of_noun: bool) -> Mark:
    """The mark of what the clause ``part`` tells of ``date`` in an article ``written`` on an EDTF date, if known; what
    is told of a thing ``is_of_noun`` is no doubt of its date: « Le tableau, de 1887, n'a pas été vendu »."""
    pieces = [] if is_of_noun else [_own_words(piece, plain, syntax) for piece in part.clause.spans]
    if not date.by_article and any(syntax.negation.search(plain, *piece) for piece in pieces):
        return Mark.NEGATED
    if any(syntax.conditional.search(plain, *piece) for piece in pieces):
        said = part.clause.rank is Rank.COMPLEMENT or any(syntax.past_saying.search(plain, *piece) for piece in pieces)
        return Mark.ANNOUNCED if said else Mark.CONDITIONAL
    if date.by_article or written is None:
        return Mark.TOLD
    will = any(syntax.future.search(plain, *piece) for piece in pieces)
    return Mark.ANNOUNCED if _lies_ahead(date.value, written, will=will) else Mark.TOLD


def _lies_ahead(date: str, written: str, *, will: bool) -> bool:
    """Whether an event was still to come: by its date, or if that is a year or so around the article's own, by its
    verb (``will``)."""
    point = turning_point(date)
    now = last_day(written)
    if first_day(point) > now or (date.startswith("..") and last_day(point) > now):
        return True
    return will and last_day(point) > now


def _own_words(piece: Span, plain: str, syntax: Syntax) -> Span:
    """A piece of a clause up to a clause inside it, whose verb is another."""
    inner = syntax.inner.search(plain, *piece)
    return piece[0], inner.start() if inner else piece[1]

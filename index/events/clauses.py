"""A sentence in clauses: which words tell one thing, so that a date goes with the names beside it and no others.

No parser: the words that open a clause are looked for, in order. What a clause opens with says how it belongs to the
one before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from index.events.languages.syntax import Syntax
from index.passages.passage import Span

_SHORT_OPENING: Final = 28
_DATED_OPENING: Final = 70
"""Characters before « , elle » that are a circumstance of its clause (« En 2021, elle »), without and with a date."""
_ASIDE_LEAST: Final = 4
"""Characters an aside has before a comma can end it."""
_LEADS_TO_DATE: Final = 6
"""Characters between a comma and the date it sets apart."""
_COMMA: Final = re.compile(r"(?<!\d),(?= )|(?<=\d),(?= (?!\d{4}\b))|\)| - ")
TURNING: Final = re.compile(
    r",? (?:mais|but|(?:et|and) (?:non(?: pas)?|pas|not)) (?:\w{1,4} )?(?:the |l')?", re.IGNORECASE
)
"""Between one date and another that it was not, or was instead."""
_JOINING: Final = re.compile(r"\b(?:et|mais|puis|or|and|but|then|so)\b", re.IGNORECASE)
_AFTER_AUXILIARY: Final = re.compile(
    r"\b(?:a|ont|avait|avaient|aura|est|sont|était|étaient|été|être|sera|seront|fut|furent|ayant|avoir|was|were|been|be"
    r"|is|are|has|have|had|being|pas|not|\w+ment|\w+ly)\Z",
    re.IGNORECASE,
)


class Rank(StrEnum):
    """How a clause belongs to its host."""

    MAIN = "main"
    ASIDE = "aside"
    CIRCUMSTANCE = "circumstance"
    COMPLEMENT = "complement"
    FRONTED = "fronted"


@dataclass(slots=True)
class Clause:
    """A clause of a sentence; ``spans`` are its pieces, asides cut out. ``host`` is the place, in the list of clauses,
    of the one it belongs to: the clause before, or for a fronted one the clause after."""

    rank: Rank
    spans: list[Span] = field(default_factory=list)
    host: int | None = None

    def holds(self, position: int) -> bool:
        """Whether the character at ``position`` is in this clause."""
        return any(start <= position < end for start, end in self.spans)

    @property
    def start(self) -> int:
        """Where its first piece begins."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where its last piece ends."""
        return self.spans[-1][1]


@dataclass(frozen=True, slots=True)
class _Border:
    at: int
    after: int
    rank: Rank


def clauses(plain: str, sentence: Span, syntax: Syntax, dates: Sequence[Span]) -> list[Clause]:
    """The clauses of ``plain[sentence]``, in order of their first words; ``dates`` are never cut."""
    return _Splitting(plain, sentence, syntax, dates).clauses


class _Splitting:
    def __init__(self, plain: str, sentence: Span, syntax: Syntax, dates: Sequence[Span]) -> None:
        self._plain, self._syntax, self._dates = plain, syntax, dates
        self._start, self._end = sentence
        self.clauses: list[Clause] = []
        self._split()

    def _split(self) -> None:
        borders = list(self._borders())
        first = Rank.FRONTED if self._syntax.fronted.match(self._plain, self._start, self._end) else Rank.MAIN
        if borders and borders[0].rank is Rank.CIRCUMSTANCE and borders[0].at <= self._start:
            first = Rank.CIRCUMSTANCE
            borders = borders[1:]
        self.clauses.append(Clause(first))
        current, at = 0, self._start
        aside_end: int | None = None
        if first is not Rank.MAIN:
            aside_end = self._comma(self._start)
        for border in [*borders, _Border(self._end, self._end, Rank.MAIN)]:
            if border.at < at:
                continue
            while aside_end is not None and aside_end <= border.at:
                self._give(current, at, aside_end)
                at = aside_end
                current, aside_end = self._back_from(current), None
            if border.at >= self._end:
                break
            if border.rank is Rank.MAIN and self._is_opening(current, at, border):
                continue
            self._give(current, at, border.at)
            at = border.at
            current, aside_end = self._opened(current, border)
        self._give(current, at, self._end)
        self._close_up()

    def _close_up(self) -> None:
        """Leave out the clauses nothing was given to: what belonged to one belongs to the next main clause, or when it
        came later itself, to the clause before."""
        told = [place for place, clause in enumerate(self.clauses) if clause.spans]
        for place in told:
            clause = self.clauses[place]
            if clause.host is None:
                continue
            if clause.host > place:
                later = [other for other in told if other > place and self.clauses[other].rank is Rank.MAIN]
                clause.host = told.index(later[0]) if later else None
            else:
                earlier = [other for other in told if other <= clause.host]
                clause.host = told.index(earlier[-1]) if earlier else None
        self.clauses = [self.clauses[place] for place in told]

    def _borders(self) -> Iterator[_Border]:
        syntax = self._syntax
        text = self._plain[self._start : self._end]
        found = []
        for rank, pattern in (
            (Rank.MAIN, syntax.main),
            (Rank.ASIDE, syntax.aside),
            (Rank.CIRCUMSTANCE, syntax.circumstance),
            (Rank.COMPLEMENT, syntax.complement),
        ):
            for match in pattern.finditer(text):
                begin, after = self._start + match.start(), self._start + match.end()
                if any(start <= begin < end for start, end in self._dates) and begin > self._start:
                    continue
                if rank is Rank.ASIDE and self._is_passive(begin, match[0]):
                    continue
                if rank is Rank.MAIN and self._turns_to_date(begin):
                    continue
                found.append(_Border(after if rank is Rank.COMPLEMENT else begin, after, rank))
        yield from sorted(found, key=lambda border: (border.at, -border.after))

    def _is_passive(self, at: int, words: str) -> bool:
        """« a été | racheté en 2018 » tells the main thing."""
        if words.lstrip()[:1] in (",", "("):
            return False
        return _AFTER_AUXILIARY.search(self._plain[max(self._start, at - 16) : at]) is not None

    def _turns_to_date(self, at: int) -> bool:
        """« n'a pas rouvert en 1951 | mais en 1949 » tells one thing."""
        return any(at < start and TURNING.fullmatch(self._plain, at, start) is not None for start, _ in self._dates)

    def _is_opening(self, current: int, at: int, border: _Border) -> bool:
        """Whether what stands before ``border`` is only a circumstance of what follows: « En 2021, elle »."""
        if self.clauses[current].rank is not Rank.MAIN or self.clauses[current].spans or at != self._start:
            return False
        if not self._plain.startswith(",", border.at) or _JOINING.search(self._plain, border.at, border.after):
            return False
        dated = any(at <= start < border.at for start, _ in self._dates)
        return border.at - at <= (_DATED_OPENING if dated else _SHORT_OPENING)

    def _opened(self, current: int, border: _Border) -> tuple[int, int | None]:
        """The clause that ``border`` opens, and where it ends if that is before the sentence does."""
        host = current if border.rank is not Rank.MAIN else self._main_of(current)
        self.clauses.append(Clause(border.rank, host=host))
        end = self._comma(border.after) if border.rank is Rank.ASIDE else None
        return len(self.clauses) - 1, end

    def _back_from(self, ended: int) -> int:
        """The clause that goes on after the aside ``ended``; after a fronted one, a new main clause."""
        clause = self.clauses[ended]
        if clause.host is not None:
            return clause.host
        self.clauses.append(Clause(Rank.MAIN))
        clause.host = len(self.clauses) - 1
        return clause.host

    def _main_of(self, place: int) -> int:
        clause = self.clauses[place]
        while clause.rank in (Rank.ASIDE, Rank.CIRCUMSTANCE) and clause.host is not None and clause.host < place:
            place = clause.host
            clause = self.clauses[place]
        return place

    def _comma(self, after: int) -> int | None:
        """The end of an aside that begins before ``after``: its first comma that no date holds."""
        for match in _COMMA.finditer(self._plain, min(after + _ASIDE_LEAST, self._end), self._end):
            if any(start <= match.start() < end for start, end in self._dates):
                continue
            if not self._is_last_date(match.end()):
                return match.start()
        return None

    def _is_last_date(self, at: int) -> bool:
        """Whether nothing but a date follows ``at``: « qui redoute une chute des ventes, la semaine prochaine. »."""
        return any(
            0 <= start - at <= _LEADS_TO_DATE and self._end - end <= 1 and self._plain[at:start].count(",") == 0
            for start, end in self._dates
        )

    def _give(self, place: int, start: int, end: int) -> None:
        if start < end:
            self.clauses[place].spans.append((start, end))

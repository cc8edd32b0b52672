"""What an article has told so far, by its dates: when "that evening" was where the paragraph tells no day, and when
« le lendemain de la fête »."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from index.dates.read import Read
from index.dates.rules.grammar import Tense
from index.edtf import first_day, is_day, is_edtf, is_year, last_day, names_month
from index.terms.tokens import fold, stems

_LEAD: Final = 3
"""Sentences in which an article tells its news."""
_FRESH: Final = 14
"""Days for which something is news."""
_JUST_TOLD: Final = 3
"""Sentences."""
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_SAME: Final = 5
"""Letters at the head of two words that tell of one thing: « inauguration », « inauguré »."""
_NOT_YET: Final = frozenset({Tense.PLANNED, Tense.SUPPOSED, Tense.PROSPECTIVE, Tense.SCHEDULED, Tense.FUTURE})
_FAILED: Final = re.compile(
    r"\b(?:manqu(?:é|ait)|échou|raté|avort|annulé|reporté|failed|abort|missed"
    r"|call(?:ed)? off|cancel|given up|postpone)\w*",
    re.IGNORECASE,
)
"""What did not come, or not then."""
_PIECE: Final = re.compile(r"[^,;:()]+")
_OTHERWISE: Final = {"vente": "vend", "mort": "mour", "sale": "sold", "death": "died", "birth": "born"}
"""Nouns whose verbs begin otherwise."""


@dataclass(frozen=True, slots=True)
class _Dated:
    start: int
    words: str
    read: tuple[Read, ...]


@dataclass(slots=True)
class Story:
    """The dated sentences of one article, written at ``reference``, as they are read."""

    lang: str
    reference: str
    _lead_days: list[str] = field(default_factory=list)
    _sentences: int = 0
    _dated: list[_Dated] = field(default_factory=list)
    _last: tuple[int, str] | None = None

    def tell(self, start: int, sentence: str, read: Sequence[Read]) -> None:
        """Go on with a ``sentence`` that begins at ``start`` and the dates in it."""
        self._sentences += 1
        known = tuple(one for one in read if one.value)
        if not known:
            return
        self._dated.append(_Dated(start, sentence, known))
        self._last = (self._sentences, known[-1].value)
        if self._sentences <= _LEAD:
            days = (one.value for one in known if is_day(one.value) and one.clause() not in _NOT_YET)
            self._lead_days += [day for day in days if first_day(day) <= last_day(self.reference)]

    @property
    def day(self) -> str | None:
        """The date told last, if it is a day and was told in one of the last few sentences, be it over a heading."""
        place, last = self._last or (0, "")
        return last if is_day(last) and self._sentences - place < _JUST_TOLD else None

    @property
    def news(self) -> str | None:
        """The day that the article's lead tells of first; none where it tells others that are long over."""
        days = self._lead_days
        is_fresh = bool(days) and all(_days_between(day, self.reference) <= _FRESH for day in days)
        return days[0] if is_fresh or len(set(days)) == 1 else None

    def date_of(self, happening: str) -> str | None:
        """When ``happening``, a noun or two, was: as finely as the last sentence tells that says it and dates it."""
        wanted = [fold(word) for word in _WORD.findall(happening)]
        for words in (wanted, wanted[:1]):
            said = [one for one in reversed(self._dated) if words and self._says(one.words, words)]
            # « le jour de la coulée » is not that of the one that failed before
            for dated in [one for one in said if not _FAILED.search(one.words)] or said:
                return _date_told(self._beside(dated, words)) or _date_told(dated.read)
        return None

    def _beside(self, dated: _Dated, wanted: Sequence[str]) -> Sequence[Read]:
        """The dates of ``dated`` in the part of it, between two commas, that says what is ``wanted``."""
        for piece in _PIECE.finditer(dated.words):
            if self._says(piece[0], wanted):
                low, high = (dated.start + end for end in piece.span())
                return [one for one in dated.read if low <= one.start < high]
        return ()

    def _says(self, sentence: str, wanted: Sequence[str]) -> bool:
        said = {fold(word) for word in _WORD.findall(sentence)}
        roots = {stem for word in said for stem in stems(word, self.lang)}
        return all(self._is_among(word, said, roots) for word in wanted)

    def _is_among(self, word: str, said: set[str], roots: set[str]) -> bool:
        if word in said or not roots.isdisjoint(stems(word, self.lang)):
            return True
        heads = [head for head in (_OTHERWISE.get(word), word[:_SAME] if len(word) > _SAME else None) if head]
        return any(one.startswith(head) for one in said for head in heads)


def _days_between(day: str, reference: str) -> int:
    return last_day(reference).toordinal() - first_day(day).toordinal()


def _date_told(read: Sequence[Read]) -> str | None:
    """The one date of a sentence that is over; where it tells several of a month, that."""
    told = {one.value for one in read if one.clause() not in _NOT_YET}
    values = {value for value in map(_narrow, told) if value is not None}
    if len(fine := set(filter(is_day, values))) == 1 and len(set(filter(names_month, values))) == 1:
        return fine.pop()
    months = {value[:7] for value in filter(names_month, values)}
    if len(months or values) != 1:
        return None
    value = (months or values).pop()
    return value if names_month(value) or is_year(value) else None


def _narrow(value: str) -> str | None:
    """``value``, of a span of some days the month that holds it; None of others."""
    begin, slash, end = value.partition("/")
    if not slash:
        return value.rstrip("~?%")
    same = names_month(begin) and names_month(end) and begin[:7] == end[:7]
    return begin[:7] if same and is_edtf(begin[:7]) else None

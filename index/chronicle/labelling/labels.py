"""A label that can be understood alone: the clause that tells an event and its date, in whole words, without a dangling
"and" or "but"; in [brackets], the names that its pronouns stand for, its subject and what its article is about."""

from __future__ import annotations

from typing import Final

from index.chronicle.labelling.brackets import Called, Headline, with_headline, with_subject
from index.chronicle.labelling.cuts import shortened
from index.chronicle.labelling.joined import after_beginning, with_sentence_before
from index.chronicle.labelling.openings import stands_in, without_end
from index.chronicle.labelling.retold import Retold
from index.entities.book.names import name_key

LONGEST: Final = 180
"""Characters of a label."""
_MORE: Final = 60
"""Characters more where a label needs the sentence before, or its date stands late in a long one."""
_BEHIND_DATE: Final = 10
"""Characters that there is room for behind a date."""
_SHORTEST_CLAUSE: Final = 45
"""Characters under which a clause says too little without its sentence."""
_LITTLE: Final = 110
"""Characters of a label that has room for the sentence before."""
_LEAST: Final = 22
"""Characters before a part of a sentence that say something."""
_HEAD: Final = 100
"""Characters of a long sentence's beginning, before what stands around its date."""


def label(retold: Retold, subject: Called | None, article: Headline) -> str:
    """The label of what is ``retold`` from the body of ``article``, as an event of ``subject``; of a theme, with
    none."""
    return _Labelling(retold).label(subject, article)


class _Labelling:
    """One event being labelled."""

    def __init__(self, retold: Retold) -> None:
        self._retold, self._text = retold, retold.text
        self._sentence, self._date, self._clause = retold.sentence, retold.date, retold.clause
        self._most = LONGEST

    def label(self, subject: Called | None, article: Headline) -> str:
        """All of it."""
        low, high = self._sentence
        own = self._own_part()
        if own is not None:
            told = own
        elif high - low <= LONGEST and not self._retold.tells_more():
            told = self._retold.said(low, high)
        else:
            told = self._own_clause() or self._around_date()
        told = without_end(self._retold.without_head(" ".join(told.split())))
        if told.endswith(".") and not told.endswith(".."):
            told = told[:-1]
        is_late = self._date[1] - low > LONGEST - _BEHIND_DATE
        told = shortened(told, LONGEST + _MORE if is_late else self._most)
        date = self._text[slice(*self._date)]
        hangs = self._retold.hangs(told) or self._hangs_after(date, told) or self._retold.hangs_behind_date(told)
        is_begun = hangs and (self._retold.has_paragraph_before() or self._retold.begins_open(told))
        alone = self._alone() if own is None and hangs and (low > 0 or is_begun) else None
        if alone is not None:
            told, hangs = alone, False
        elif low > 0 and (is_begun or self._points_back(told, subject)):
            most = max(LONGEST + _MORE, len(told) + 1 + _SHORTEST_CLAUSE)
            whole = with_sentence_before(self._text[:low], told, most, self._retold.hangs)
            told, hangs = (whole, False) if whole is not None else (told, hangs)
        return with_headline(with_subject(told, subject), article, self._retold.syntax, hangs=hangs)

    def _own_part(self) -> str | None:
        """What tells this date alone, where its sentence tells others."""
        part = self._retold.own_part()
        if part is None:
            return None
        begin, end = part
        bare = self._retold.without_head(self._retold.said(begin, end).strip(" ,;:"))
        if begin == self._sentence[0]:
            return None if len(bare) > LONGEST or self._retold.is_verbless(bare) else bare
        if self._retold.is_part(bare, begin):
            return self._retold.told_of_name(bare, begin, end) or self._from_sentence(begin, end)
        if len(bare) < _SHORTEST_CLAUSE and not bare[:1].isupper():
            return self._from_sentence(begin, end)
        return bare if len(bare) <= LONGEST else None

    def _from_sentence(self, begin: int, end: int) -> str | None:
        """What is told up to ``end`` from the beginning of its sentence on; what stands before ``begin`` gives way
        where the date stands too late; None where nothing stands before it."""
        low = self._sentence[0]
        if begin - low <= _LEAST:
            return None
        if end - low <= LONGEST + _MORE:
            self._most = LONGEST + _MORE
            return self._retold.said(low, end)
        if self._date[1] - low <= LONGEST + _MORE - _BEHIND_DATE:
            return None
        self._most = LONGEST + _MORE
        bare = self._retold.without_head(self._retold.said(begin, end).strip(" ,;:"))
        return after_beginning(self._text[low:begin], bare, LONGEST + _MORE)

    def _alone(self) -> str | None:
        """The clause with the date, where its sentence begins with what stands for something and the clause doesn't."""
        if not self._clause or self._clause[0][0] <= self._sentence[0] or self._clause[0][0] > self._date[0]:
            return None
        begin, end = self._clause[0][0], self._retold.ended(self._clause[-1][1])
        bare = self._retold.without_head(self._retold.said(begin, end).strip(" ,;:"))
        is_open = self._retold.is_part(bare, begin) or self._retold.hangs_behind_date(bare)
        fits = _SHORTEST_CLAUSE <= len(bare) <= LONGEST and begin <= self._date[0] and self._date[1] <= end
        if not fits or is_open or self._retold.points_back(bare) or stands_in(bare.partition("[")[0][:_HEAD]):
            return None
        return without_end(bare).removesuffix(".")

    def _points_back(self, told: str, subject: Called | None) -> bool:
        """Whether ``told`` is little, not of whom it is told by name, and begins with a thing told before."""
        points_back = self._retold.points_back(told) or self._retold.points_back_behind_date(told)
        is_little = (len(told) < _LITTLE and points_back) or (len(told) < LONGEST and self._retold.leaves_out(told))
        return is_little and (subject is None or not subject.is_said(name_key(told)))

    def _own_clause(self) -> str | None:
        """The clause with its date, where it can stand alone."""
        if not self._clause:
            return None
        begin, end = self._clause[0][0], self._retold.ended(self._clause[-1][1])
        introduces = end - begin < _LITTLE and self._retold.introduces(end)
        end = self._sentence[1] if introduces else end
        if self._date[1] - begin > LONGEST + _MORE - _BEHIND_DATE or self._retold.is_fronted(begin, end):
            return None
        is_early = self._date[1] - begin <= LONGEST - _BEHIND_DATE
        if introduces or end - begin <= LONGEST + _MORE or is_early or len(self._clause) == 1:
            told = self._retold.said(begin, end)
        else:
            told = " … ".join(
                piece for span in self._clause if (piece := self._retold.said(*span).lstrip(" ,;:)").rstrip(" ,;:"))
            )
        bare = self._retold.without_head(told.strip(" ,;:"))
        if self._retold.hangs_on(bare, begin):
            is_near = self._date[1] - self._sentence[0] <= LONGEST - _BEHIND_DATE
            return None if is_near else self._from_sentence(self._retold.antecedent(begin), end)
        if len(bare) < _SHORTEST_CLAUSE or self._retold.is_part(bare, begin):
            return self._from_sentence(begin, end)
        return told if begin > self._sentence[0] or not self._retold.is_verbless(bare) else None

    def _hangs_after(self, date: str, told: str) -> bool:
        """Whether ``told`` begins so behind its ``date``: « Le 20 juin 2018, elle nomme »."""
        lead, found, rest = told.partition(date)
        if not found or not self._retold.leads_to_date(lead):
            return False
        return self._retold.hangs(rest.lstrip(", ")) and not rest.startswith((" that ", " ce "))

    def _around_date(self) -> str:
        """As much of the sentence as a label holds, its date among it."""
        begin, end = self._sentence
        if self._date[1] - begin <= LONGEST + _MORE - _BEHIND_DATE:
            return self._retold.said(begin, end)
        head = shortened(self._text[begin:end], _HEAD)
        cut = self._text.find(" ", self._date[1] - LONGEST - _MORE + _HEAD + 2 * _BEHIND_DATE, self._date[0])
        cut = cut if cut >= 0 else self._date[0] - 1
        return f"{head} {self._retold.said(cut + 1, end)}"

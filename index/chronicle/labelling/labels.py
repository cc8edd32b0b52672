"""A label that can be understood alone: the clause that tells an event and its date, in whole words, without a dangling
"and" or "but"; in [brackets], the names that its pronouns stand for, its subject and what its article is about."""

from __future__ import annotations

from typing import Final

from index.chronicle.labelling.brackets import Called, Headline, with_head, with_headline
from index.chronicle.labelling.cuts import shortened
from index.chronicle.labelling.joined import (
    Open,
    after_beginning,
    last_sentence,
    with_last_before,
    with_sentence_after,
    with_sentence_before,
)
from index.chronicle.labelling.openings import names_nothing, stands_in, takes_up, without_end
from index.chronicle.labelling.retold import Retold
from index.entities.book.names import name_key
from index.events.event import Level

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


def label(retold: Retold, subject: Called | None, article: Headline, level: Level = Level.NAMED) -> str:
    """The label of what is ``retold`` from the body of ``article``, as an event that is of ``subject`` by ``level``; of
    a theme, with none."""
    return _Labelling(retold, subject, level).label(article)


class _Labelling:
    """One event being labelled."""

    def __init__(self, retold: Retold, subject: Called | None, level: Level) -> None:
        self._retold, self._text = retold, retold.text
        self._subject, self._level = subject, level
        self._sentence, self._date, self._clause = retold.sentence, retold.date, retold.clause
        self._most = LONGEST

    def label(self, article: Headline) -> str:
        """All of it."""
        told, is_own = self._told()
        told, hangs = self._understood(told, is_own)
        is_others = self._level >= Level.NAMED_BEFORE and self._retold.begins_with_another(told)
        headed = with_head(told, self._subject, article, is_others=is_others)
        return with_headline(headed, article, self._retold.syntax, hangs=hangs)

    def _told(self) -> tuple[str, bool]:
        """What tells it, and whether that is a part of its sentence that tells this date alone."""
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
        return shortened(told, LONGEST + _MORE if is_late else self._most), own is not None

    def _understood(self, told: str, is_own: bool) -> tuple[str, bool]:
        """``told`` with the sentence before it that it can't be understood without, or unless its pronoun is the
        subject's, the one after; whether it still hangs."""
        low = self._sentence[0]
        date = self._text[slice(*self._date)]
        retold = self._retold
        hangs = retold.hangs(told) or self._hangs_after(date, told) or retold.hangs_behind_date(told)
        hangs = hangs or retold.is_done_to_another(told)
        is_begun = hangs and (retold.has_paragraph_before() or retold.begins_open(told))
        alone = self._alone() if not is_own and hangs and (low > 0 or is_begun) else None
        if alone is not None:
            return alone, False
        whole, most = None, max(LONGEST + _MORE, len(told) + 1 + _SHORTEST_CLAUSE)
        if is_begun:
            whole = self._behind_name(told, most)
        elif self._points_back(told):
            whole = with_last_before(self._text[:low], told, most)
        is_open = (hangs and self._level > Level.CARRIED and len(told) < _LITTLE) or self._says_little(told)
        if whole is None and is_open and not retold.has_paragraph_before():
            whole = with_sentence_after(told, self._retold.following(), most, self._tells_by_name)
        return (whole, False) if whole is not None else (told, hangs)

    def _behind_name(self, told: str, most: int) -> str | None:
        """``told`` behind the sentence that says whom it is told of, or what it goes on about."""
        before = self._text[: self._sentence[0]]
        if takes_up(told):
            return with_last_before(before, told, most)
        names_it = self._is_subject_said if self._level <= Level.CARRIED and not self._is_subject_said(told) else None
        return with_sentence_before(before, told, most, self._retold.openness, names_it)

    def _tells_by_name(self, sentence: str) -> bool:
        """Whether ``sentence`` names something, and needs nothing before it."""
        return len(sentence) > _LEAST and not names_nothing(sentence) and self._retold.openness(sentence) is Open.NO

    def _is_subject_said(self, told: str) -> bool:
        return self._subject is not None and self._subject.is_said(name_key(told))

    def _says_little(self, told: str) -> bool:
        """Whether ``told`` is short and of what the article is about, which it doesn't name."""
        is_short = self._level >= Level.NAMED_AFTER and len(told) < _SHORTEST_CLAUSE
        return is_short and names_nothing(told) and not self._is_subject_said(told)

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
        if (len(bare) < _SHORTEST_CLAUSE and not bare[:1].isupper()) or self._goes_on(bare):
            return self._from_sentence(begin, end)
        return bare if len(bare) <= LONGEST else None

    def _goes_on(self, part: str) -> bool:
        """Whether a ``part`` of a sentence is little, and of a thing that its beginning tells: « ; le projet a »."""
        return len(part) < _LITTLE and part[:1].islower() and self._retold.points_back(part)

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

    def _points_back(self, told: str) -> bool:
        """Whether ``told`` is little, not of whom it is told by name, and goes on about what was told before."""
        if self._sentence[0] == 0:
            return False
        retold = self._retold
        points_back = retold.points_back(told) or retold.points_back_behind_date(told)
        if points_back and len(told) >= _SHORTEST_CLAUSE and not takes_up(told):
            # a sentence that stands for something itself wouldn't say to what
            points_back = retold.openness(last_sentence(self._text[: self._sentence[0]])) < Open.YES
        most = LONGEST if retold.recalls(told) else _LITTLE
        is_little = (len(told) < most and points_back) or (len(told) < LONGEST and retold.leaves_out(told))
        is_little = is_little or (self._says_little(told) and self._retold.has_paragraph_before())
        return is_little and not self._is_subject_said(told)

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
        if len(bare) < _SHORTEST_CLAUSE or self._retold.is_part(bare, begin) or self._goes_on(bare):
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

"""An event in the words of its article, as labels tell it: pronouns with the names they stand for, in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from index.chronicle.labelling.antecedents import antecedent, named_before, with_noun
from index.chronicle.labelling.endings import finished
from index.chronicle.labelling.leaning import DONE_TO, HANGS_ON, Leaning
from index.chronicle.labelling.openings import (
    begins_with_firm,
    behind_dates,
    is_subordinate,
    names_actor,
    plainly,
    points_back,
    points_to_thing,
    stands_in,
    without_head,
)
from index.chronicle.labelling.parts import beside_series, border, turns
from index.chronicle.labelling.standing import sure_ones
from index.chronicle.labelling.verbs import may_have_verb
from index.dates.finder import PLAIN
from index.dates.leads import is_so_long_after
from index.dates.scene import says_which
from index.entities.book.names import name_key, says
from index.events.event import ArticleEvent
from index.events.languages.english import ENGLISH
from index.events.languages.french import FRENCH
from index.events.languages.syntax import Syntax
from index.passages.passage import Span

_LEADS_TO_DATE: Final = 14
"""Characters before a date that only lead to it."""
_ANOTHER_DATE: Final = re.compile(
    r"[^,]{0,24}\b(?:jour|lendemain|veille|semaine|mois|année|an|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|day|week|month|year|[a-z]{3,6}day)s?\b[^,]{0,26}, "
    r"(?:le |en |on |in )?",
    re.IGNORECASE,
)
_SYNTAX: Final[Mapping[str, Syntax]] = {"fr": FRENCH, "en": ENGLISH}
_BRACKETED: Final = re.compile(r"[\[\]]")
_YEAR: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_SAME: Final = 10
"""Characters by which the beginning of a sentence is known."""
_SAYS_LITTLE: Final = 60
"""Characters of a sentence that may say too little by itself."""
_LEAST_OWN: Final = 20
"""Characters of a part that says something beside its date."""
_FURTHER: Final = re.compile(r"(?:across|throughout|to|into|from|for|with|à|aux?|vers|dans|chez|pour|avec)\b")
_ASIDE: Final = 48
"""Characters in which what is told of the words before it shows."""
_RELATIVE: Final = re.compile(
    r"(?:qui|dont|où|(?:le|la|les|du|des|au|aux)quel(?:le)?s?|which|who|whose|where|that|whom)\b", re.IGNORECASE
)
_RELATIVE_WITHIN: Final = re.compile(r"\b(?:qui|dont|où|which|who|whose|where|that|whom)\b")
_APPOSED: Final = re.compile(r", (?:ce|in|(?:l['’]|(?:la|le|les|une?|des|the|an?) )?[\w-]+)(?: à| de)? ?,?\Z")
_STOP: Final = re.compile(r"[,;:.](?= |\Z)| (?=[;:–—])")
DatesOfSentences = Mapping[tuple[str, Span], Sequence[Span]]
"""The dates that are told of in each sentence of each article."""


def dates_of_sentences(events: Iterable[ArticleEvent]) -> DatesOfSentences:
    """Those by which ``events`` are told."""
    dates: dict[tuple[str, Span], list[Span]] = {}
    for event in events:
        dates.setdefault((event.article_id, event.sentence), []).append(event.expression)
    return dates


class Retold(Leaning):
    """One event whose quote is ``text``, the slice of the body from ``start`` on, with what comes ``after``; its spans
    are in ``text``. ``beside`` it, the same sentence may tell others."""

    def __init__(
        self,
        event: ArticleEvent,
        text: str,
        start: int,
        beside: DatesOfSentences = MappingProxyType({}),
        after: str = "",
    ) -> None:
        def here(span: Span) -> Span:
            return max(0, span[0] - start), span[1] - start

        super().__init__(event.lang, _SYNTAX.get(event.lang))
        self.text, self._after = text, after
        self.sentence, self.date, self.clause = here(event.sentence), here(event.expression), [*map(here, event.clause)]
        told = beside.get((event.article_id, event.sentence), ())
        others = [here(span) for span in told if span != event.expression]
        self._others = beside_series(text, self.date, others)
        placed = [(here(one.span), one) for one in event.stand_ins]
        self._stand_ins = sure_ones(text, self.sentence, placed, self.lang, self.syntax) if self.syntax else placed

    def said(self, begin: int, end: int) -> str:
        """The text of a span, with the names in brackets that its pronouns and descriptions stand for, unless it says
        them before."""
        said, at = "", begin
        for (first, last), one in self._stand_ins:
            if not (begin <= first and last <= end) or first < at:
                continue
            said += self.text[at:first]
            words = name_key(_BRACKETED.sub(" ", said))
            is_said = all(says(words, name_key(name)) for name in one.name.split(", "))
            own = self.text[first:last]
            said += own if is_said else f"[{one.name}]" if one.is_pronoun else f"{own} [{one.name}]"
            at = last
        return said + self.text[at:end]

    def ended(self, end: int) -> int:
        """Where what is told up to ``end`` ends: behind the relative clause or the parenthesis that goes on there, but
        before words that are only said for what is told of them: « , l'accord | qui »."""
        behind = self.text[end : self.sentence[1]]
        if _RELATIVE.match(behind.lstrip(" ,")) is None:
            return self._closed(end)
        apposed = _APPOSED.search(self.text, max(self.sentence[0], end - _ASIDE), end)
        if apposed is not None:
            return apposed.start() if apposed.start() >= self.date[1] else end
        stop = _STOP.search(behind)
        return end if "," in behind[:2] else self._closed(end + (stop.start() if stop is not None else len(behind)))

    def introduces(self, end: int) -> bool:
        """Whether what is told up to ``end`` says only that something follows: « une autre prend date : »."""
        return self.text[end : self.sentence[1]].lstrip(" \u00a0\u202f").startswith(":")

    def _closed(self, end: int) -> int:
        """``end``, or where the parenthesis ends that is still open there."""
        opened = self.text.rfind("(", self.sentence[0], end)
        if opened < 0 or self.text.find(")", opened, end) >= 0:
            return end
        return self.text.find(")", end, self.sentence[1]) + 1 or end

    def is_left_alone(self) -> bool:
        """Whether its sentence can't be understood without the one before, which the quote leaves out."""
        low, high = self.sentence
        told = self.without_head(self.text[low:high])
        if low > 0:
            return False
        if high - low < _SAYS_LITTLE:
            return True
        is_told_of = any(points_to_thing(one, self.syntax) for one in (told, behind_dates(told)))
        hangs = self.hangs(told) or self.hangs_behind_date(told) or self.is_done_to_another(told)
        return hangs or self.leaves_out(told) or is_told_of

    def own_part(self) -> Span | None:
        """The part of the sentence that tells this date, where other parts tell others; None when it is all one."""
        if not self._others:
            return None
        low, high = self.sentence
        first, last = self.date
        begin = max((end for _, end in self._others if end <= first), default=low)
        end = min((start for start, _ in self._others if start >= last), default=high)
        if turns(self.text, begin, first) or turns(self.text, last, end):
            return None  # « n'a pas rouvert en 1951 mais en 1949 »
        if begin > low:
            begin = border(self.text, begin, first, default=low)
        if end < high:
            leads = self.leads_to_date(self.text[begin:first])
            end = border(self.text, last + 2 * leads, end, default=high)
            if begin == low and (self.is_done_to(begin) or end - begin - (last - first) < _LEAST_OWN):
                return None  # « Prévue en mai, » says not what
            end = finished(self.text, begin, end, high, self.lang)
        return (begin, end) if (begin, end) != (low, high) and end - begin >= _LEAST_OWN else None

    def tells_more(self) -> bool:
        """Whether the sentence names another year outside of the event's clause, or that only says what was so long
        before."""
        return is_so_long_after(self.text, *self.date) or any(
            not any(begin <= year.start() < end for begin, end in self.clause)
            for year in _YEAR.finditer(self.text, *self.sentence)
        )

    def following(self) -> str:
        """What comes after its sentence."""
        return (self.text[self.sentence[1] :] + self._after).lstrip(" ")

    def lacks_verb(self, told: str, begin: int) -> bool:
        """Whether ``told``, from ``begin`` on, is a further place or aim of what is told before it ("then to Lyon") or
        leaves the verb to that: « la Belgique au début de 2023 »."""
        if begin <= self.sentence[0]:
            return False
        is_later = self.date[0] > begin + _LEADS_TO_DATE
        return (is_later and _FURTHER.match(told) is not None) or not may_have_verb(told, self.lang)

    def is_apposed(self, told: str, begin: int) -> bool:
        """Whether ``told``, from ``begin`` on, only says what the name before it is: ", a maker of | that was"."""
        if begin <= self.sentence[0] or self.text[begin - 1 : begin + 2].find(",") < 0:
            return False
        relative = _RELATIVE_WITHIN.search(told)
        return relative is not None and not may_have_verb(told[: relative.start()], self.lang)

    def is_part(self, told: str, begin: int) -> bool:
        """Whether ``told``, from ``begin`` on, can't be understood without the words of its sentence before it."""
        if self.hangs_on(told, begin) or self.is_apposed(told, begin):
            return True
        if self.lacks_verb(told, begin) or self.lacks_actor(told, begin):
            return True
        return self.hangs(told) or self.hangs_behind_date(told)

    def points_back(self, told: str) -> bool:
        """Whether ``told`` begins with a thing that only the words before it tell from others: « la décision a »; a
        firm that begins a paragraph is whom it is told of."""
        return points_back(told) and (self.has_paragraph_before() or not begins_with_firm(told, self.syntax))

    def points_back_behind_date(self, told: str) -> bool:
        """Whether it does so behind a date, and the sentence before is of the same paragraph."""
        rest = behind_dates(told)
        if rest == told or not points_back(rest) or not self.has_paragraph_before():
            return False
        return self.syntax is None or self.syntax.any_company.match(plainly(rest)) is None

    def has_paragraph_before(self) -> bool:
        """Whether the paragraph of the sentence begins before it."""
        before = self.text[: self.sentence[0]].rstrip(" ")
        return bool(before) and not before.endswith("\n")

    def hangs_on(self, told: str, begin: int) -> bool:
        """Whether ``told``, from ``begin`` on, tells something of the words before it: « qui ouvre », ", bought by"."""
        if HANGS_ON.match(told) is not None:
            return True
        around = self.text[max(0, begin - 1) : begin + _ASIDE].translate(PLAIN)
        return self.syntax is not None and self.syntax.aside.match(around, min(begin, 1)) is not None

    def antecedent(self, begin: int) -> int:
        """Where what is named right before ``begin`` begins: « | son contrat, qui s'achève »; ``begin`` itself where
        nothing is."""
        return antecedent(self.text, self.sentence[0], begin)

    def told_of_name(self, told: str, begin: int, end: int) -> str | None:
        """« … Anna Roussel, médecin, qui prend ses fonctions »: what is ``told`` from ``begin`` to ``end`` of the name
        before it, with that; None where it isn't, or where another word stands for something."""
        if not self.hangs_on(told, begin) and not self.is_apposed(told, begin):
            return None
        named = named_before(self.text, self.sentence[0], begin)
        if named is None or named <= self.sentence[0] or stands_in(self.text[begin:end]):
            return None
        stop = self.text.find(";", self.date[1], end)
        at = with_noun(self.text, self.sentence[0], named, self.lang)
        return f"… {self.said(at, stop if stop >= 0 else end).strip(' ,;:').removesuffix('.')}"

    def lacks_actor(self, told: str, begin: int) -> bool:
        """Whether ``told``, from ``begin`` on, is what somebody named before it does: "then announced that"."""
        return begin > self.sentence[0] and not any(names_actor(one, self.lang) for one in (told, behind_dates(told)))

    def is_done_to(self, begin: int) -> bool:
        """Whether what begins at ``begin`` says what was done to something, or what it did: « Rouvert le 3 mai »."""
        if self.lang in DONE_TO and DONE_TO[self.lang].match(self.text, begin):
            return True
        return self.syntax is not None and self.syntax.fronted.match(self.text, begin) is not None

    def is_fronted(self, begin: int, end: int) -> bool:
        """Whether ``text[begin:end]`` only says what was done to what is named behind it: « Fondée en 2012, »."""
        begins = self.syntax is not None and self.syntax.fronted.match(self.text, begin) is not None
        return begins and begin == self.sentence[0] and self.text[end : end + 1] == ","

    def leads_to_date(self, lead: str) -> bool:
        """Whether ``lead`` is only what stands before a date, or another date too: « La semaine dernière, le »; a thing
        of that date (« La tournée de ») is more."""
        if says_which(lead, 0, len(lead)):
            return False
        return len(lead) <= _LEADS_TO_DATE or _ANOTHER_DATE.fullmatch(lead) is not None

    def without_head(self, told: str) -> str:
        """``told`` less the words that only join it to what stands before it; "When it closed, the town" and what is no
        sentence but for its "when" stay whole."""
        if is_subordinate(told) and self._is_all_said(told):
            return told
        return without_head(told, self.lang)

    def _is_all_said(self, told: str) -> bool:
        """Whether ``told`` begins its sentence and ends with it, or holds another clause."""
        sentence = self.text[slice(*self.sentence)]
        if not sentence.startswith(told[:_SAME]):
            return False
        parts = told.split(", ")[1:]
        return len(told) >= len(sentence) - 2 or any(
            self.is_of_another(part) and may_have_verb(part, self.lang) for part in parts
        )

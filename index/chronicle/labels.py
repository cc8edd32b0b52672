"""A label that can be understood alone: the clause that tells an event and its date, in whole words, without a dangling
"and" or "but"; in [brackets], the names that its pronouns stand for, its subject and what its article is about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from index.chronicle.brackets import Called, Headline, shortened, with_headline, with_subject
from index.dates.finder import PLAIN
from index.entities.names import name_key, says
from index.events.event import ArticleEvent
from index.events.languages.english import ENGLISH
from index.events.languages.french import FRENCH
from index.events.languages.syntax import Syntax
from index.passages.sentences import sentences

LONGEST: Final = 180
"""Characters of a label."""
_MORE: Final = 60
"""Characters more where a label needs the sentence before."""
_SHORTEST_CLAUSE: Final = 45
"""Characters under which a clause says too little without its sentence."""
_SYNTAX: Final[Mapping[str, Syntax]] = {"fr": FRENCH, "en": ENGLISH}
_DANGLING: Final[Mapping[str, re.Pattern[str]]] = {
    "fr": re.compile(
        r"(?:[\s,;:)–—-]+|(?:et|mais|puis|or|car|donc|enfin|ensuite|ainsi|aussi|alors|tandis|parce|puisque|lorsque|quand"
        r"|bien|avant|après)(?: (?:que|qu['’]))?\b[ ,]+)+",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?:[\s,;:)–—-]+"
        r"|(?:and|but|then|so|yet|while|when|whereas|because|although|though|however|meanwhile)\b[ ,]+)+",
        re.IGNORECASE,
    ),
}
_HEAD: Final = 60
"""Characters of a long sentence's beginning, before what stands around its date."""
_LEADS_TO_DATE: Final = 14
"""Characters before a date that only lead to it."""
_BRACKETED: Final = re.compile(r"[\[\]]")
_YEAR: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_HANGS_ON: Final = re.compile(
    r"(?:qui|dont|où|lequel|laquelle|which|who|whose|where|that|whom)\b|\(|(?:qu['’]|que )", re.IGNORECASE
)


def label(event: ArticleEvent, text: str, start: int, subject: Called | None, article: Headline) -> str:
    """The label of ``event``, which stands in the slice ``text`` of the body of ``article`` from ``start`` on, as an
    event of ``subject``; of a theme, with none."""
    return _Labelling(event, text, start).label(subject, article)


class _Labelling:
    """One event being labelled; spans are in ``text``."""

    def __init__(self, event: ArticleEvent, text: str, start: int) -> None:
        self._text, self._lang, self._syntax = text, event.lang, _SYNTAX.get(event.lang)
        here = event.moved(lambda span: (max(0, span[0] - start), span[1] - start))
        self._sentence, self._date, self._clause = here.sentence, here.expression, here.clause
        self._stand_ins = here.stand_ins

    def label(self, subject: Called | None, article: Headline) -> str:
        """All of it."""
        low, high = self._sentence
        if high - low <= LONGEST and not self._tells_more():
            told = self._said(low, high)
        else:
            told = self._own_clause() or self._around_date()
        told = _without_head(" ".join(told.split()), self._lang).rstrip(" ,;:–—-(")
        if told.endswith(".") and not told.endswith(".."):
            told = told[:-1]
        told = shortened(told, LONGEST)
        date = self._text[slice(*self._date)]
        if low > 0 and (self._hangs(told) or self._hangs_after(date, told)):
            told = _with_sentence_before(self._text[:low], told)
        return with_headline(with_subject(told, subject), article, self._syntax)

    def _said(self, begin: int, end: int) -> str:
        """The text of a span, with the names in brackets that its pronouns and descriptions stand for, unless it says
        them before."""
        said, at = "", begin
        for one in self._stand_ins:
            if not (begin <= one.span[0] and one.span[1] <= end) or one.span[0] < at:
                continue
            said += self._text[at : one.span[0]]
            words = name_key(_BRACKETED.sub(" ", said))
            is_said = all(says(words, name_key(name)) for name in one.name.split(", "))
            own = self._text[slice(*one.span)]
            said += own if is_said else f"[{one.name}]" if one.is_pronoun else f"{own} [{one.name}]"
            at = one.span[1]
        return said + self._text[at:end]

    def _own_clause(self) -> str | None:
        """The clause with its date, where it can stand alone."""
        if not self._clause:
            return None
        begin, end = self._clause[0][0], self._clause[-1][1]
        if end - begin <= LONGEST or len(self._clause) == 1:
            told = self._said(begin, end)
        else:
            told = " … ".join(
                piece for span in self._clause if (piece := self._said(*span).lstrip(" ,;:)").rstrip(" ,;:"))
            )
        bare = _without_head(told.strip(" ,;:"), self._lang)
        if _HANGS_ON.match(bare):
            return None
        if len(bare) < _SHORTEST_CLAUSE or self._hangs(bare):
            return _after_beginning(self._text[self._sentence[0] : begin], bare)
        return told

    def _tells_more(self) -> bool:
        """Whether the sentence names another year outside of the event's clause."""
        return any(
            not any(begin <= year.start() < end for begin, end in self._clause)
            for year in _YEAR.finditer(self._text, *self._sentence)
        )

    def _around_date(self) -> str:
        """As much of the sentence as a label holds, its date among it."""
        begin, end = self._sentence
        if self._date[1] - begin <= LONGEST - 10:
            return self._said(begin, end)
        head = shortened(self._text[begin:end], _HEAD)
        cut = self._text.find(" ", max(begin + len(head), self._date[1] - LONGEST + _HEAD + 20))
        return f"{head} {self._said(cut + 1, end)}" if begin < cut < self._date[1] else self._said(begin, end)

    def _hangs(self, told: str) -> bool:
        """Whether ``told`` begins with what stands for something before it."""
        return self._syntax is not None and self._syntax.hanging.match(told.translate(PLAIN)) is not None

    def _hangs_after(self, date: str, told: str) -> bool:
        """Whether ``told`` begins so behind its ``date``: « Le 20 juin 2018, elle nomme »."""
        at = told.find(date)
        return 0 <= at <= _LEADS_TO_DATE and self._hangs(told[at + len(date) :].lstrip(", "))


def _after_beginning(before: str, told: str) -> str | None:
    """« Jack Stoddard arrive de Comcast … il repart en mai 2019 »: the clause after as much of what its pronoun may
    stand for as there is room; None when there is nothing before it, or no room."""
    room = LONGEST - len(told) - 3
    head = shortened(" ".join(before.split()).rstrip(" ,;:–—-"), room) if room > _SHORTEST_CLAUSE else ""
    return f"{head.rstrip('…')} … {told}" if len(head) > _SHORTEST_CLAUSE // 2 else None


def _without_head(told: str, lang: str) -> str:
    """``told`` less the words that only join it to what stands before it."""
    head = _DANGLING[lang].match(told) if lang in _DANGLING else None
    return told[head.end() :] if head and head.end() < len(told) else told


def _with_sentence_before(before: str, told: str) -> str:
    """« Le ministère porte plainte … Sa demande est rejetée »: what begins with a pronoun after the sentence before."""
    last = before.strip().rpartition("\n")[2]
    spans = sentences(last, 0, len(last))
    head = " ".join(last[slice(*spans[-1])].split()) if spans else ""
    room = max(LONGEST + _MORE - len(told) - 1, _SHORTEST_CLAUSE)
    return f"{shortened(head, room)} {told}" if head else told

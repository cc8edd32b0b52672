"""An event in the words of its article, as labels tell it: pronouns with the names they stand for, in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from index.chronicle.parts import border, turns
from index.dates.finder import PLAIN
from index.dates.leads import is_so_long_after
from index.dates.scene import says_which
from index.entities.names import name_key, says
from index.events.event import ArticleEvent
from index.events.languages.english import ENGLISH
from index.events.languages.french import FRENCH
from index.events.languages.syntax import Syntax
from index.events.references import is_left_open
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
_DANGLING: Final[Mapping[str, re.Pattern[str]]] = {
    "fr": re.compile(
        r"(?:[\s,;:)–—-]+|(?:et|mais|puis|or|car|donc|enfin|ensuite|ainsi|aussi|alors|tandis|parce|puisque|lorsque|quand)"
        r"(?: (?:que|qu['’]))?\b[ ,]+|(?:bien|avant|après) qu(?:e |['’]))+",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?:[\s,;:)–—-]+"
        r"|(?:and|but|then|so|yet|while|when|whereas|because|although|though|however|meanwhile)\b[ ,]+)+",
        re.IGNORECASE,
    ),
}
_DANGLING_END: Final = re.compile(r"[\s,;:]+(?:et|ou|mais|puis|and|or|but|then)\Z", re.IGNORECASE)
_BRACKETED: Final = re.compile(r"[\[\]]")
_YEAR: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_OPENING: Final = "\"“«‘' "
"""What may stand before the words of somebody who is quoted."""
_LEAST_OWN: Final = 20
"""Characters of a part that says something beside its date."""
_LEAD: Final = 30
"""Characters of a date at the head of a label."""
_FURTHER: Final = re.compile(r"(?:across|throughout|to|into|from|for|with|à|aux?|vers|dans|chez|pour|avec)\b")
_ASIDE: Final = 48
"""Characters in which what is told of the words before it shows."""
_POINTS_BACK: Final = re.compile(
    r"(?:l['’]|(?:la|le|les|the) )[a-zà-ÿ]{4,}(?! (?:de|du|des|que?|qui|à|aux?|en|sur|contre|entre|pour"
    r"|of|for|in|on|from|to|that|against|between|who|which)\b| d['’]| (?-i:[A-ZÀ-ÖØ-Þ]))[ ,]",
    re.IGNORECASE,
)
_RELATIVE: Final = re.compile(
    r"(?:qui|dont|où|(?:le|la|les|du|des|au|aux)quel(?:le)?s?|which|who|whose|where|that|whom)\b", re.IGNORECASE
)
_APPOSED: Final = re.compile(r", (?:ce|in|(?:l['’]|(?:la|le|les|une?|des|the|an?) )?[\w-]+)(?: à| de)? ?,?\Z")
_NAMED_BEFORE: Final = re.compile(
    r"(?:\b(?:la|le|les|the) |\b[ld]['’])?\b[A-ZÀ-ÖØ-ÞŒ][\w'’.-]*"
    r"(?: (?:(?:de|du|des|la|le|of|the|and|et|&|von|van) )?[A-ZÀ-ÖØ-ÞŒ\d][\w'’.-]*)*,? ?\Z"
)
_THING_BEFORE: Final = re.compile(
    r".*(?P<thing>(?:\b(?:la|le|les|une?|des|du|aux?|cette|cet?|ces|son|sa|ses|leurs?"
    r"|the|an?|its|his|her|their|this|these) "
    r"|\b[ld]['’])[^,;:.()]{2,60}?,? ?)\Z",
    re.DOTALL,
)
"""What is named right before what is told of it: by a name, or by a noun with its article or « son »."""
_BELONGS: Final = re.compile(r"\b(?:d[eu]|des|of|from|at|in|aux?|chez|pour|for) \Z|\bd['’]\Z")
"""What makes a name that follows part of what stands before it: « plume du | New Yorker »."""
_OF_TIME: Final = re.compile(
    r"\d|\b(?:jours?|semaines?|mois|années?|ans?|tard|tôt|lendemain|veille|days?|weeks?|months?|years?|later|earlier)\b",
    re.IGNORECASE,
)
_SIGN_OR_NAME: Final = r"[\[«“\"\d]|(?-i:[A-ZÀ-ÖØ-ÞŒ])"
_DONE_TO: Final[Mapping[str, re.Pattern[str]]] = {
    "fr": re.compile(r"\w{3,}(?:ée?s?|erte?s?|uite?s?|[ntv]ue?s?|(?:[tn]|ll)ie?s?)\b", re.IGNORECASE),
    "en": re.compile(r"\w{3,}ed\b", re.IGNORECASE),
}
"""A participle that begins a sentence, with the date right behind it."""
_STARTS: Final[Mapping[str, re.Pattern[str]]] = {
    "fr": re.compile(
        rf"{_SIGN_OR_NAME}|[ld]['’]|(?:la|le|les|une?|des|du|cette|cet?|ces|son|sa|ses|leurs?|mon|nos|notre|deux|trois"
        r"|quatre|cinq|six|dix|plusieurs|quelques?|aucune?|chaque|tous|toutes|certaine?s|autre|ils?|elles?|on|nul"
        r"|près de|plus de|environ)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        rf"{_SIGN_OR_NAME}|(?:the|an?|its|his|her|their|this|these|that|those|two|three|four|five|six|ten|no|some"
        r"|several|many|most|all|each|every|another|both|it|he|she|they|more than|almost|nearly|about)\b",
        re.IGNORECASE,
    ),
}
"""What whoever does something begins with."""
_STOP: Final = re.compile(r"[,;:.](?= |\Z)| (?=[;:–—])")
_HANGS_ON: Final = re.compile(
    r"(?:qui|dont|où|lequel|laquelle|which|who|whose|where|that|whom)\b|\(|(?:qu['’]|que )", re.IGNORECASE
)


DatesOfSentences = Mapping[tuple[str, Span], Sequence[Span]]
"""The dates that are told of in each sentence of each article."""


def dates_of_sentences(events: Iterable[ArticleEvent]) -> DatesOfSentences:
    """Those by which ``events`` are told."""
    dates: dict[tuple[str, Span], list[Span]] = {}
    for event in events:
        dates.setdefault((event.article_id, event.sentence), []).append(event.expression)
    return dates


class Retold:
    """One event whose quote is ``text``, the slice of the body from ``start`` on; its spans are in ``text``. ``beside``
    it, the same sentence may tell others."""

    def __init__(
        self, event: ArticleEvent, text: str, start: int, beside: DatesOfSentences = MappingProxyType({})
    ) -> None:
        def here(span: Span) -> Span:
            return max(0, span[0] - start), span[1] - start

        self.text, self._lang, self.syntax = text, event.lang, _SYNTAX.get(event.lang)
        self.sentence, self.date, self.clause = here(event.sentence), here(event.expression), [*map(here, event.clause)]
        told = beside.get((event.article_id, event.sentence), ())
        self._others = [here(span) for span in told if span != event.expression]
        self._stand_ins = [(here(one.span), one) for one in event.stand_ins]
        self._hanging: dict[str, bool] = {}

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
        return low == 0 and (self.hangs(told) or self.hangs_behind_date(told))

    def own_part(self) -> Span | None:
        """The part of the sentence that tells this date, where other parts tell others; None when it is all one."""
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
        return (begin, end) if (begin, end) != (low, high) and end - begin >= _LEAST_OWN else None

    def tells_more(self) -> bool:
        """Whether the sentence names another year outside of the event's clause, or that only says what was so long
        before."""
        return is_so_long_after(self.text, *self.date) or any(
            not any(begin <= year.start() < end for begin, end in self.clause)
            for year in _YEAR.finditer(self.text, *self.sentence)
        )

    def hangs(self, told: str) -> bool:
        """Whether ``told`` begins with what stands for something before it, or does something to that."""
        if told not in self._hanging:  # asked of the same words again and again
            self._hanging[told] = self._does_hang(told)
        return self._hanging[told]

    def _does_hang(self, told: str) -> bool:
        plain = told.translate(PLAIN)
        if self.syntax is None:
            return False
        leans = self.syntax.leaning.match(plain.lstrip(_OPENING)) or self.syntax.elsewhere.search(plain)
        return leans is not None or is_left_open(plain, (0, len(plain)), self.syntax)

    def begins_open(self, told: str) -> bool:
        """Whether it is the beginning of ``told``, or what stands behind its date, that stands for something before."""
        heads = [one.translate(PLAIN) for one in (told, _behind_dates(told))]
        syntax = self.syntax
        return syntax is not None and any(
            syntax.hanging.match(head) or syntax.leaning.match(head.lstrip(_OPENING)) for head in heads
        )

    def hangs_behind_date(self, told: str) -> bool:
        """Whether ``told`` begins so behind a date: « Le 20 juin 2018, elle nomme »."""
        rest = _behind_dates(told)
        return rest != told and self.hangs(rest)

    def lacks_verb(self, told: str, begin: int) -> bool:
        """Whether ``told``, from ``begin`` on, is a further place or aim of what is told before it: "then to Lyon"."""
        is_later = begin > self.sentence[0] and self.date[0] > begin + _LEADS_TO_DATE
        return is_later and _FURTHER.match(told) is not None

    def points_back(self, told: str) -> bool:
        """Whether ``told`` begins with a thing that only the words before it tell from others: « la décision a »."""
        return _POINTS_BACK.match(told) is not None

    def points_back_behind_date(self, told: str) -> bool:
        """Whether it does so behind a date, and the sentence before is of the same paragraph."""
        rest = _behind_dates(told)
        if rest == told or not self.points_back(rest) or not self.has_paragraph_before():
            return False
        return self.syntax is None or self.syntax.any_company.match(rest.translate(PLAIN)) is None

    def has_paragraph_before(self) -> bool:
        """Whether the paragraph of the sentence begins before it."""
        before = self.text[: self.sentence[0]].rstrip(" ")
        return bool(before) and not before.endswith("\n")

    def hangs_on(self, told: str, begin: int) -> bool:
        """Whether ``told``, from ``begin`` on, tells something of the words before it: « qui ouvre », ", bought by"."""
        if _HANGS_ON.match(told) is not None:
            return True
        around = self.text[max(0, begin - 1) : begin + _ASIDE].translate(PLAIN)
        return self.syntax is not None and self.syntax.aside.match(around, min(begin, 1)) is not None

    def antecedent(self, begin: int) -> int:
        """Where what is named right before ``begin`` begins: « | son contrat, qui s'achève »; ``begin`` itself where
        nothing is."""
        low, at = max(self.sentence[0], begin - _ASIDE - _LEAD), begin
        while at > low:  # « Anna Roussel, médecin et essayiste, qui »
            named = _NAMED_BEFORE.search(self.text, low, at)
            if named is not None and _BELONGS.search(self.text, low, named.start()) is None:
                return named.start()
            comma = self.text.rfind(", ", low, max(low, at - 2))
            at = comma + 2 if comma >= 0 else low
        thing = _THING_BEFORE.match(self.text, low, begin)
        return thing.start("thing") if thing is not None else begin

    def lacks_actor(self, told: str, begin: int) -> bool:
        """Whether ``told``, from ``begin`` on, is what somebody named before it does: "then announced that"."""
        return begin > self.sentence[0] and not self._names_actor(told)

    def is_of_another(self, part: str) -> bool:
        """Whether ``part`` of a sentence begins with whom or what it is about."""
        return self._names_actor(part) and _HANGS_ON.match(part) is None

    def _names_actor(self, told: str) -> bool:
        """Whether ``told`` may begin with who does something."""
        return self._lang not in _STARTS or _STARTS[self._lang].match(told) is not None

    def is_done_to(self, begin: int) -> bool:
        """Whether what begins at ``begin`` says what was done to something, or what it did: « Rouvert le 3 mai »."""
        if self._lang in _DONE_TO and _DONE_TO[self._lang].match(self.text, begin):
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
        """``told`` less the words that only join it to what stands before it."""
        head = _DANGLING[self._lang].match(told) if self._lang in _DANGLING else None
        return told[head.end() :] if head and head.end() < len(told) else told


def without_end(told: str) -> str:
    """``told`` less the signs and the word that only lead on to what stands behind it: « des postes supprimés et, »."""
    return _DANGLING_END.sub("", told.rstrip(" ,;:–—-("))


def _behind_dates(told: str) -> str:
    """``told`` less the dates at its head: « Un an plus tard, le 3 mai 2020, »."""
    for _ in range(4):
        lead, comma, rest = told.partition(", ")
        if not comma or len(lead) > _LEAD or _OF_TIME.search(lead) is None:
            break
        told = rest
    return told

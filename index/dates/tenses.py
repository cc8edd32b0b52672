"""When a clause happens, as its verbs tell: what a date without a year is read by."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Final

from index.dates.rules.grammar import Grammar, Tense

_CLAUSE_BORDER: Final = re.compile(
    r"[,;:()«»“”\"]| - "
    r"| (?:que |qu'|qui |dont |that |which |who |because |parce que |parce qu'|puisque |puisqu')"
)
_PROMISED: Final = re.compile(
    r"\b(?:prom[ie](?:s|t|ise)|prévu|fixé|annonc|espér|attendu|convoqu|programm|demand|exig|réclam|command|engag|convi|invit"
    r"|donné rendez-vous|plann|schedul|demand|order|pledg|call|hop|invit|summon)\w*[^.;:]*\Z",
    re.IGNORECASE,
)
"""What somebody said about a day before it came; « pour le 14 juillet » alone may be told of one that was."""
_HAD: Final = re.compile(r"\b(?:avai(?:t|ent)|étai(?:t|ent)|had|was|were)\b", re.IGNORECASE)
_THEN: Final = re.compile(
    r"[^,;.]*, (?:a|ont|avait|avaient|n'a|n'ont|n'avait|n'avaient|s'est|se sont|was|were|had|did) ", re.IGNORECASE
)
"""« La fête, prévue le 5 septembre, a réuni »: what was to be, around when it was."""
_PUT_OFF: Final = (
    Tense.SCHEDULED,
    re.compile(
        r"\b(?:reporté|repoussé|décalé|avancé|renvoyé|ajourné|remis|différé)e?s?(?= (?:à|au|en|pour|jusqu')\b)",
        re.IGNORECASE,
    ),
)
_CALLED_FOR: Final = (
    Tense.SCHEDULED,
    re.compile(
        r"\b(?:(?:g[ia]ve|gives|given|served?|serves|issued?|issues) (?:\w+ )?notice of"
        r"|(?:has|have) (?:\w+ )??(?:asked for|called|proposed|requested|demanded|arranged)"
        r"|préavis d(?:e|')|(?:appel(?:é|lent|lait|le|laient)|invité) (?:à|au|aux))(?= |\w)",
        re.IGNORECASE,
    ),
)
"""Of what is called for, its date is told, not when that was done: "has given notice of a walkout on"."""
_AGREED: Final = re.compile(
    r"(?:\b(?:prom[ie](?:s|t|ise)|prévu|annonc|announc|demand|exig|réclam|order|pledg|propos|request|approv|approuv"
    r"|d[eé]cid|vot[eé]|adopt|impos|warn|fix|plann|ask|call|appel)\w*|\bpréavis|\bnotice of)"
    r"(?:(?! (?:that|which|who|whom|had|was|were|que|qui|dont|avait|avaient|était|étaient)\b| qu')[^.;:])*\Z",
    re.IGNORECASE,
)
_BEGINS: Final = re.compile(
    r"(?:from|starting|beginning|effective|as of|as from|dès|à (?:partir|compter))\b", re.IGNORECASE
)
_DEADLINE: Final = re.compile(r"d'ici ", re.IGNORECASE)
_QUOTES: Final = ("“”", "«»")


class Tenses:
    """The verbs of a grammar, compiled."""

    def __init__(self, grammar: Grammar) -> None:
        self._verbs = [
            (tense, re.compile(verbs, re.IGNORECASE))
            for tense, verbs in (
                (Tense.PLANNED, grammar.planned),
                (None, grammar.appointed),
                (Tense.PROSPECTIVE, grammar.prospective),
                (Tense.FUTURE, grammar.future),
                (Tense.EARLIER, grammar.earlier),
                (Tense.PAST, grammar.past),
            )
        ]
        self._scheduled = (Tense.SCHEDULED, re.compile(grammar.scheduled, re.IGNORECASE))
        days = "|".join(map(re.escape, grammar.words.weekdays))
        self._weekday = re.compile(rf"(?:on |ce |this |next |le )?(?:{days})\b", re.IGNORECASE)
        self._called_off = re.compile(grammar.called_off, re.IGNORECASE)
        self._is_called_off = re.compile(grammar.is_called_off, re.IGNORECASE)
        self._of = re.compile(grammar.of, re.IGNORECASE)
        self._of_before = re.compile(rf"\b{grammar.of}(?:la |le |the )?\Z", re.IGNORECASE)
        self._lead = re.compile(grammar.lead, re.IGNORECASE)

    def of(self, text: str, start: int, end: int, at: int) -> Tense:
        """That of the clause around ``at`` in the sentence ``text[start:end]``, else from the colon before it on,
        else of the whole sentence."""
        borders = [border.start() for border in _CLAUSE_BORDER.finditer(text, start, end)]
        left = max((border for border in borders if border < at), default=start)
        right = min((border for border in borders if border > at), default=end)
        own = max((border for border in borders if border < at and text[border] in ";:"), default=start)
        for low, high in ((left, right), *([(own, end)] if own > start else []), (start, end)):
            tense = self._nearest(text, low, high, at)
            if tense is Tense.UNKNOWN:
                continue
            if tense is None:  # what is put off may be over: « la pièce prévue en mai a été annulée »
                is_over = _THEN.match(text, at, end) or self._called_off.search(text, start, end)
                return Tense.PLANNED if is_over else Tense.FUTURE
            if tense is Tense.PROSPECTIVE and _is_in_quotes(text[start:at]):
                return Tense.SUPPOSED
            return tense
        return Tense.UNKNOWN

    def around(self, text: str, start: int, end: int, date: int) -> Tense:
        """That of the clause around the ``date`` as it is found, without the words that lead to it."""
        led = self._of_before.search(text, start, date)
        return self.of(text, start, end, led.start() if led is not None else date)

    def _nearest(self, text: str, low: int, high: int, at: int) -> Tense | None:
        """That of the last verb before ``at`` that has one, else of the first after it; None for what is appointed."""
        lead = self._lead.match(text, at, high)
        led = lead.end() if lead is not None else at
        verbs_before = [_CALLED_FOR, *self._verbs, _PUT_OFF]
        if self._weekday.match(text, at):
            verbs_before.append(self._scheduled)
        before = [(max((m.end() for m in verbs.finditer(text, low, led)), default=-1), t) for t, verbs in verbs_before]
        nearest = max(before, key=lambda one: one[0])
        if nearest[0] >= 0:
            return nearest[1]
        if self._of.match(text, at) and self._is_called_off.search(text, at, high):
            return Tense.PLANNED
        after = [(m.start(), t) for t, verbs in self._verbs if (m := verbs.search(text, at, high))]
        return min(after, key=lambda one: one[0])[1] if after else Tense.UNKNOWN


def _is_in_quotes(before: str) -> bool:
    return before.count('"') % 2 == 1 or any(before.count(opens) > before.count(closes) for opens, closes in _QUOTES)


def past_tense() -> Tense:
    """That of what is over."""
    return Tense.PAST


def future_tense() -> Tense:
    """That of what is to come."""
    return Tense.FUTURE


def simple_past(clause: Callable[[], Tense]) -> Tense:
    """That of ``clause``; what had been done by a day was done in the story, not before it."""
    tense = clause()
    return Tense.PAST if tense is Tense.EARLIER else tense


def meant_for(clause: Callable[[], Tense], before: str) -> Tense:
    """That of what is meant for a day, said after the words ``before``: it is not over before that day, but was
    promised for the next such one, or is told of the nearest."""
    tense = clause()
    if tense not in (Tense.PAST, Tense.EARLIER):
        return tense
    is_promised = _PROMISED.search(before) is not None and _HAD.search(before) is None
    return Tense.FUTURE if is_promised else Tense.SCHEDULED


def not_then(clause: Callable[[], Tense]) -> Tense:
    """That of a day on which it is not, beside the one on which it is: « le 3 mai et non en avril, comme annoncé »
    tells of the nearest April, not of the next."""
    tense = clause()
    return Tense.SCHEDULED if tense in (Tense.FUTURE, Tense.PROSPECTIVE) else tense


def set_for(clause: Callable[[], Tense], before: str, lead: str) -> Callable[[], Tense]:
    """What ``clause`` becomes for a date behind ``lead``, said after the words ``before``: what was agreed to begin on
    a day, or is to be done before one, is told of the nearest such day."""
    is_agreed = _BEGINS.match(lead) is not None and _AGREED.search(before) is not None
    return partial(_nearest_of, clause) if is_agreed or _DEADLINE.match(lead) else clause


def _nearest_of(clause: Callable[[], Tense]) -> Tense:
    tense = clause()
    return Tense.SCHEDULED if tense in (Tense.PAST, Tense.EARLIER) else tense

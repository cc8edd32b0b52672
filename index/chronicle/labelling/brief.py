"""A label for where there is little room, under the name of whom it is told and its date: the clause that tells the
event, and no more.

What stands before that clause gives way first, then the clause's end; only what can't be understood without the words
before it keeps as many of them as there is room for.
"""

from __future__ import annotations

import re
from typing import Final

from index.chronicle.labelling.brackets import Called, Headline, with_head, with_headline, with_subject
from index.chronicle.labelling.cuts import shortened
from index.chronicle.labelling.joined import after_beginning, with_sentence_before
from index.chronicle.labelling.retold import Retold
from index.events.event import Level

BRIEF: Final = 112
"""Characters of a brief label."""
_LEAST_SAID: Final = 22
"""Characters that still say something without the date."""
_SHORTEST_CLAUSE: Final = 30
"""Characters under which a clause says too little without the words before it."""
_ENOUGH: Final = 60
"""Characters that need nothing more of their sentence."""
_LOST: Final = 12
"""Characters at the end that may be lost, often a date, for a sentence to be told from its beginning."""
_NAMED: Final = 44
"""Characters of what something was done to."""
_PART: Final = re.compile(r"(?<=[,;:(] )\S|(?<= [–—] )\S|(?<= et )\S|(?<= and )\S")
"""Where a part of a sentence begins."""
_COMMA: Final = re.compile(r", ?")
_APART: Final = re.compile(r", ?| (?=(?:he|she|it|they|the|il|elle|ils|elles)\b|[A-ZÀ-ÖØ-ÞŒ])")
"""What follows a date at the head: "In May 2020 | Vega"."""
_THEN: Final = re.compile(r",? (?:when|lorsqu['’]|lorsque |quand |où |date à laquelle ) ?", re.IGNORECASE)
"""What joins to a date what happened then: "another date, November 14, 2025, when a jury"."""
_DEMONSTRATIVE: Final = re.compile(r"(?:that|this|these|those|cette|cet|ce|ces|cela) ", re.IGNORECASE)
_INCISE: Final = re.compile(r"it (?:is|was) \w+|(?:a-t-|dit-|écrit-)", re.IGNORECASE)
"""What only says how something is known: "it was reported in May"."""
_NO_VERB: Final = (
    r"(?!(?:qui|que|dont|où|à|aux?|la|le|les|une?|des?|du|en|dans|pour|avec|par|sur|et|ou|mais|due?s?|afin|après|avant"
    r"|with|to|of|in|for|from|which|who|that|the|an?|and|or|but|by|at|on|as|after|before|when|where)\b)"
)
_ASIDE: Final = re.compile(
    rf"(?<=\w{{3}})(?: \([^)]*\))?, (?:[ld]['’]|(?:le|la|les|une?|the|an?) )[^,;:()]{{4,70}}, (?=[a-zà-ÿ]){_NO_VERB}"
    rf"|(?<=\w{{3}}) \([^)]*\) (?=[a-zà-ÿ]){_NO_VERB}"
)
"""What says of a name who or what it is."""
_STOP: Final = re.compile(r"[,;:](?= )| (?=[:–—;(])")


def brief_label(retold: Retold, subject: Called | None, article: Headline, level: Level = Level.NAMED) -> str:
    """As :func:`index.chronicle.labelling.labels.label`, in at most ``BRIEF`` characters and without the date at its
    head; whom it is told of and what its article is about it says where there is room."""
    told = _Briefing(retold, subject).told()
    is_others = level >= Level.NAMED_BEFORE and retold.begins_with_another(told)
    said = told if told.startswith("[") else with_head(told, subject, article, is_others=is_others)
    if len(told) > BRIEF:
        told = _without_aside(told, retold.text[slice(*retold.date)])
        said = with_head(told, subject, article, is_others=is_others)
    if len(said) > BRIEF and (len(told) <= BRIEF or not retold.hangs(told)):
        return shortened(told, BRIEF)
    has_room = len(said) + len(f" [{article.short}]") <= BRIEF
    return with_headline(said, article, retold.syntax) if has_room else shortened(said, BRIEF)


def _without_aside(told: str, date: str) -> str:
    """``told`` without what it says of whoever acts, unless that is the event: « La FDA … autorise la montre »."""
    aside = _ASIDE.search(told)
    if aside is None or date in aside[0] or any(sign in told[: aside.start()] for sign in ",;:"):
        return told
    return f"{told[: aside.start()]} … {told[aside.end() :]}"


class _Briefing:
    """One event being told in brief."""

    def __init__(self, retold: Retold, subject: Called | None) -> None:
        self._retold, self._subject = retold, subject
        self._low = self._after_date(retold.sentence[0])

    def told(self) -> str:
        """The words; more of them than there is room for when their end has to give way."""
        retold, low, high = self._retold, self._low, self._retold.sentence[1]
        own = retold.own_part()
        if own is not None and not self._is_open(*own):
            return self._from_beginning(self._low if own[0] == retold.sentence[0] else own[0], own[1])
        named = retold.told_of_name(self._bare(*own), *own) if own is not None and own[0] > low else None
        if named is not None and len(named) <= BRIEF:
            return named
        if not retold.clause or (high - low <= BRIEF and not retold.tells_more()):
            return self._from_beginning(low, high)
        clause, end = retold.clause[0][0], retold.ended(max(retold.clause[-1][1], retold.date[1]))
        if end <= low or retold.is_fronted(clause, retold.clause[-1][1]):
            return self._with_what_follows(retold.sentence[0], max(end, retold.date[1]), high)
        begin = self._after_date(max(low, clause))
        begin = begin if begin < end else clause
        is_little = end - begin < _ENOUGH and not retold.tells_more()
        longer = high if is_little or (end - begin < BRIEF and retold.introduces(end)) else end
        bare = self._bare(begin, end)
        if begin <= low and retold.is_verbless(bare):
            return self._from_beginning(begin, high)
        if begin > low and retold.is_part(bare, begin):
            return self._behind_others(begin, end, longer)
        if begin > low and (_INCISE.match(bare) or (len(bare) < _SHORTEST_CLAUSE and longer == end)):
            return self._behind_others(begin, end, longer)
        if self._is_late(begin):
            return self._late(begin, end)
        return self._from_beginning(begin, longer)

    def _is_open(self, begin: int, end: int) -> bool:
        """Whether that is not all of what is told, or can't be understood without what stands before it."""
        retold, bare = self._retold, self._bare(begin, end)
        if begin == retold.sentence[0]:
            return len(bare) > BRIEF or retold.is_verbless(bare)
        return retold.is_part(bare, begin) or len(bare) < _SHORTEST_CLAUSE or len(bare) > BRIEF

    def _is_late(self, begin: int) -> bool:
        """Whether the date stands behind all there is room for."""
        return len(self._capital(begin, self._retold.date[1])) > BRIEF

    def _behind_others(self, begin: int, end: int, longer: int) -> str:
        """What is told from ``begin`` on, with the words of its sentence before it that it can't be understood
        without: all of them, or the thing it tells more of, or the first."""
        if end - self._low <= BRIEF + _LOST:
            return self._from_beginning(self._low, longer)
        thing = self._retold.antecedent(begin) if self._retold.hangs_on(self._bare(begin, end), begin) else begin
        if thing < begin and end - thing <= BRIEF - len("… "):
            whole = self._after_head(thing, longer) if end - thing < _ENOUGH else None
            return whole or f"… {self._bare(thing, longer)}"
        return self._after_head(begin, end) or f"… {self._bare(thing, longer)}"

    def _late(self, begin: int, end: int) -> str:
        """The beginning of a long clause, and the part of it that holds the date."""
        first, last = self._retold.date
        parts = [part.start() for part in _PART.finditer(self._retold.text, begin, first + 1)]
        fitting = [at for at in parts if last - at <= BRIEF - _SHORTEST_CLAUSE and end - at > _LEAST_SAID]
        long = [at for at in fitting if last - at >= _SHORTEST_CLAUSE]
        if not fitting:
            return self._capital(begin, end)
        part = max(long, default=min(fitting))
        return self._after_head(part, end, low=begin) or self._capital(begin, end)

    def _after_head(self, begin: int, end: int, low: int | None = None) -> str | None:
        """« La firme annonce qu’elle ouvre … dans tout le pays à l’été »."""
        low = self._low if low is None else low
        bare = shortened(self._bare(begin, end), BRIEF - _SHORTEST_CLAUSE)
        if len(self._capital(low, begin)) + len(bare) < BRIEF:
            return self._capital(low, end)
        return after_beginning(self._capital(low, begin), bare, BRIEF)

    def _with_what_follows(self, begin: int, end: int, high: int) -> str:
        """« Annoncé en mai 2019 … le rachat de Lyra »: what was done to something, with that."""
        retold, told = self._retold, self._capital(begin, high)
        parts = [retold.without_head(part) for part in retold.text[end:high].split(", ")]
        rest = next((", ".join(parts[place:]) for place, part in enumerate(parts) if retold.is_of_another(part)), "")
        if len(told) <= BRIEF or not rest:
            return told
        if retold.hangs(rest):
            return self._capital(begin, end)
        named = shortened(" ".join(rest.split()).removesuffix("."), _NAMED)
        if len(self._capital(begin, end)) + len(named) < BRIEF:
            return told
        return f"{shortened(self._capital(begin, end), BRIEF - len(named) - 3).rstrip('…')} … {named}"

    def _from_beginning(self, begin: int, end: int) -> str:
        """What is told from ``begin`` to ``end``, after the sentence before when it begins with what stands there."""
        told = self._capital(begin, end)
        if begin > self._low or self._retold.sentence[0] == 0 or not self._retold.hangs(told):
            return told
        if not self._retold.begins_open(told) and not self._retold.has_paragraph_before():
            return told
        then = _THEN.match(self._retold.text, self._retold.date[1])
        if then is not None and _DEMONSTRATIVE.match(told):
            return self._capital(then.end(), self._retold.sentence[1])
        least = self._after_sentence(told, BRIEF)
        if least is None and self._retold.begins_open(told):
            stop = _STOP.search(self._retold.text, max(self._retold.date[1], begin + _LEAST_SAID), end)
            told = self._capital(begin, stop.start() if stop is not None else end)
            least = self._after_sentence(told, BRIEF)
        if least is None or self._subject is None or with_subject(least, self._subject) == least:
            return least or self._capital(begin, end)
        return self._after_sentence(told, BRIEF - len(f"[{self._subject.name}] ")) or least

    def _after_sentence(self, told: str, most: int) -> str | None:
        return with_sentence_before(self._retold.text[: self._retold.sentence[0]], told, most, self._retold.openness)

    def _capital(self, begin: int, end: int) -> str:
        told = self._bare(begin, end)
        return told[:1].upper() + told[1:]

    def _bare(self, begin: int, end: int) -> str:
        """What is said from ``begin`` to ``end``, without the signs and words that join it to what is around."""
        said = " ".join(self._retold.said(begin, end).split())
        told = self._retold.without_head(said.strip(" ,;:")).rstrip(" ,;:–—-(")
        return told.removesuffix(".") if not told.endswith("..") else told

    def _after_date(self, begin: int) -> int:
        """Where what begins at ``begin`` goes on after the date at its head: « Le 3 mai 2020, »."""
        retold = self._retold
        first, last = retold.date
        leads = first >= begin and retold.leads_to_date(retold.text[begin:first]) and not retold.is_done_to(begin)
        if not leads or retold.sentence[1] - last < _LEAST_SAID:
            return begin
        apart = (_APART if begin == retold.sentence[0] else _COMMA).match(retold.text, last)
        return apart.end() if apart is not None else begin

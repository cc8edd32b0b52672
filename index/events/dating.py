"""Which dates a stretch of text tells events by, and what each begins, ends or only measures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from index.dates.finder import TimeExpression, find_time_expressions
from index.dates.story import Story
from index.edtf import OPEN, first_day, is_day, is_edtf, last_day
from index.events.corrections import dates_print
from index.events.languages.syntax import Syntax
from index.passages.passage import Span

_LOOKBACK: Final = 90
"""Characters before a date that say what it is to the event."""
_YEAR: Final = re.compile(r"\d{4}")
_TODAY: Final = frozenset(("aujourd'hui", "today"))
_THIS_PART: Final = frozenset(
    ("ce matin", "ce soir", "cet après-midi", "this morning", "this afternoon", "this evening", "tonight")
)
"""What in somebody's words may mean no more than now."""
_ALONE: Final = re.compile(
    r"[\W\d_]*(?:(?:le|du|on|the|publié|publiée|published|posted|mis à jour|updated|date|modifié)\b[\W\d_]*)*"
    r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b[\W\d_]*)?"
    r"(?:(?:le|the|on)\b[\W\d_]*)?(?:(?:à|at|[ap]m|h)\b[\W\d_]*|\d+ ?h ?\d*[\W_]*)*",
    re.IGNORECASE,
)
"""What may stand beside a date that is all a line says: « Publié le », a weekday, an hour."""
_STANDS: Final = re.compile(
    r"\b(?:est|sont|a|ont|fait|font|compte(?:nt)?|emploie(?:nt)?|vend(?:ent)?|reste(?:nt)?|vi(?:t|vent)|dirige(?:nt)?"
    r"|représente(?:nt)?|vaut|valent|appartien(?:t|nent)|possède(?:nt)?|gère(?:nt)?|is|are|has|have|makes?|employs?"
    r"|sells?|lives?|runs?|owns?|remains?|stands?"
    r"|(?:re)?connaît|reconnaissent|admet(?:tent)?|racontent?|confient?|sourit|regrette(?:nt)?|s'amuse(?:nt)?|juge(?:nt)?"
    r"|rectifie(?:nt)?|corrige(?:nt)?|nuance(?:nt)?|avoue(?:nt)?|explique(?:nt)?|résume(?:nt)?"
    r"|estime(?:nt)?|concède(?:nt)?|se souvien(?:t|nent)|admits?|recalls?|concedes?|regrets?|laughs?|remembers?) \Z",
    re.IGNORECASE,
)
_DONE: Final = re.compile(r" (?:\w+(?:é|ée|és|ées)|\w{3,}ed|fait|mis|pris|dit|rendu|ouvert)\b")
_SET_APART: Final = re.compile(r"(?<!\w)(?P<last>[\w'-]+), \Z|\(\Z")
_VERB: Final = re.compile(r"\w*(?:[éi]e?s?|[^\Wt]u|it|ait|aient|ert|ed|said|told|wrote)", re.IGNORECASE)
_WHAT_IT_IS: Final = re.compile(
    r" (?!(?:même|encore|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\w+day|que|qu'|that|as|et|and)\b|\d)"
    r"(?:(?! (?:a|ont|est|sont|avait|sera|seront|qui|que|is|are|was|were|has|have|had|will|who|which|that)\b)"
    r"[^,.;:()])+"
    r"[,.;)]",
    re.IGNORECASE,
)
_FRONTED: Final = re.compile(
    r" (?:\w{2,}(?:é|ée|és|ées)|retired|aged|known)\b(?! (?:à|au|aux)\b)[^,.;:]*,", re.IGNORECASE
)
_COLON: Final = re.compile(r" ?: (?:on |in |le |en |au )?", re.IGNORECASE)
_RELATIVE: Final = re.compile(
    r"(?:la veille|l'avant-veille|le (?:sur)?lendemain|the (?:day|night|evening) before|the (?:next|previous) day)\b",
    re.IGNORECASE,
)
_FOR_HAVING: Final = re.compile(
    r"\b(?:pour (?:avoir|(?:n'|ne (?:pas )?)avoir)|for (?:having|failing|not having))\b[^.;:]*\Z"
)
_AHEAD: Final = re.compile(r"(?:dans|d'ici|in|within) ", re.IGNORECASE)
_FAR: Final = 10
"""Years ahead that somebody only imagines."""
_POINTS_BACK: Final = re.compile(
    r"(?:de )?(?:la|cette|cet|ce|le) même (?:année|mois|été|hiver|automne|printemps)|cette année-là"
    r"|(?:the|that) same (?:year|month|summer|winter|autumn|spring)|that year",
    re.IGNORECASE,
)
_HEAD: Final = 8
"""Characters between the head of a sentence and a date that it begins with."""
_APPOSED_WITHIN: Final = 18
"""Characters between two ways of saying one date: « un an plus tard jour pour jour, le 28 septembre »."""


@dataclass(frozen=True, slots=True)
class EventDate:
    """What dates an event: the expression ``body[start:end]`` that means ``value`` (EDTF), or with ``by_article`` the
    article's own date, for which those words stand (« vient d'annoncer »)."""

    value: str
    start: int
    end: int
    by_article: bool = False

    @property
    def days(self) -> int:
        """Days between its first and its last."""
        return (last_day(self.value) - first_day(self.value)).days


def dates_in(
    body: str, plain: str, stretch: Span, lang: str, reference: str | None, syntax: Syntax, story: Story | None = None
) -> list[EventDate]:
    """The dates in ``body[stretch]``, in order; what is only compared with (« par rapport à 2021 ») left out. ``plain``
    is the body with plain apostrophes and spaces, in which no paragraphs are told apart.

    ``stretch`` is what stands between two headings: « deux ans plus tard » does not look back over one, but « le soir
    de la fête » does, to the ``story`` told before.
    """
    start, end = stretch
    found = find_time_expressions(body[start:end], lang, reference, story)
    dates = [EventDate(_turned(plain, start, one, syntax), start + one.start, start + one.end) for one in found]
    return [
        date
        for date in dates
        if not (
            _is_compared(plain, date, syntax)
            or _comes_back(plain, date, syntax)
            or _is_wished(body, plain, date, reference)
            or _is_nowadays(body, plain, date)
            or dates_print(plain, start, date.start)
            or _is_alone(body, date)
            or _is_of_deed(plain, date)
        )
    ]


def said_once(dates: Sequence[EventDate]) -> list[EventDate]:
    """``dates`` less those that only say another one again, at most as finely: « vendredi dernier, le 1er août »."""
    kept: list[EventDate] = []
    for date in dates:
        same = next((one for one in kept if _says_again(one, date)), None)
        if same is None:
            kept.append(date)
        elif date.days <= same.days:
            kept[kept.index(same)] = date
    return kept


def unframed(plain: str, sentence: Span, dates: Sequence[EventDate]) -> list[EventDate]:
    """``dates`` of a clause less one that only points back to a year at the head of the sentence, where another says
    when in it: « Cette même année, elle envisage une fusion pour l'automne »."""
    return [date for date in dates if not _is_frame(plain, sentence, date, dates)]


def _is_frame(plain: str, sentence: Span, date: EventDate, dates: Sequence[EventDate]) -> bool:
    if date.start - sentence[0] > _HEAD or _POINTS_BACK.fullmatch(plain, date.start, date.end) is None:
        return False
    first, last = first_day(date.value), last_day(date.value)
    within = (one for one in dates if one is not date and one.days < date.days and OPEN not in one.value)
    return any(first <= first_day(one.value) and last_day(one.value) <= last for one in within)


def said_finer(plain: str, dates: Sequence[EventDate]) -> list[EventDate]:
    """``dates`` of a sentence, in order, each that the next one only says more finely behind a colon as that: "came a
    year later: on 15 April 2024, the court"."""
    put = list(dates)
    for place, (one, then) in enumerate(pairwise(dates)):
        is_led = _COLON.fullmatch(plain, one.end, then.start) is not None
        if is_led and then.days < one.days and _says_again(one, then):
            put[place] = replace(one, value=then.value)
    return put


def _turned(plain: str, start: int, found: TimeExpression, syntax: Syntax) -> str:
    """« à partir du 31 décembre » begins something on that day; « depuis 2019 » goes on; « pas avant 2025 » is then at
    the earliest."""
    begin, _, finish = found.value.partition("/")
    if begin == ".." and _before(syntax.not_before, plain, start + found.start):
        return finish
    if finish != "..":
        return found.value
    sets_in = syntax.onset.match(plain, start + found.start, start + found.end) is not None
    return begin if sets_in or is_day(begin) else found.value


def _is_compared(plain: str, date: EventDate, syntax: Syntax) -> bool:
    return _before(syntax.compared, plain, date.start)


def _comes_back(plain: str, date: EventDate, syntax: Syntax) -> bool:
    """Whether it is no date but one of each year: « deux fois par an, en mars »; it may end, "daily until March"."""
    says_year = date.value.startswith("..") or _YEAR.search(plain, date.start, date.end) is not None
    return not says_year and _before(syntax.each_time, plain, date.start)


def _is_of_deed(plain: str, date: EventDate) -> bool:
    """Whether a day is told from what somebody is only said to have done, which nothing dates: « condamné pour n'avoir
    pas signalé une panne survenue la veille »."""
    return _RELATIVE.match(plain, date.start, date.end) is not None and _before(_FOR_HAVING, plain, date.start)


def _is_wished(body: str, plain: str, date: EventDate, reference: str | None) -> bool:
    """Whether somebody only says what may be in many years: « dans vingt-cinq ans, il n'y aura plus de vin »."""
    if reference is None or not _AHEAD.match(plain, date.start, date.end) or not is_edtf(reference):
        return False
    return first_day(date.value).year - last_day(reference).year >= _FAR and is_quoted(body, plain, date.start)


def _is_alone(body: str, date: EventDate) -> bool:
    """Whether a date is all that its line says, as beneath a title: « Publié le 18 avril 2023 »."""
    begin = body.rfind("\n", 0, date.start) + 1
    end = body.find("\n", date.end)
    rest = body[begin : date.start] + " " + body[date.end : end if end >= 0 else len(body)]
    return _ALONE.fullmatch(rest) is not None


def _is_nowadays(body: str, plain: str, date: EventDate) -> bool:
    """Whether "today" only tells how things stand: « qui fait aujourd'hui la moitié des ventes »."""
    said = plain[date.start : date.end].lower()
    if said not in _TODAY and not (said in _THIS_PART and is_quoted(body, plain, date.start)):
        return False
    if _before(_STANDS, plain, date.start):
        return _DONE.match(plain, date.end) is None
    return _is_aside(plain, date)


def _is_aside(plain: str, date: EventDate) -> bool:
    """Whether "today" only says what somebody or something is by now: « Paul Vidal, aujourd'hui retraité, »."""
    apart = _SET_APART.search(plain, max(0, date.start - _LOOKBACK), date.start)
    if apart is None:
        is_first = plain[: date.start].rstrip(' "«“')[-1:] in ("", ".", "!", "?")
        return is_first and _FRONTED.match(plain, date.end) is not None
    said = apart["last"]
    is_said = said is not None and said.islower() and _VERB.fullmatch(said) is not None
    return not is_said and _WHAT_IT_IS.match(plain, date.end) is not None


def is_quoted(body: str, plain: str, position: int) -> bool:
    """Whether ``position`` is in somebody's words; quotation marks left open end with their paragraph."""
    before = plain[body.rfind("\n", 0, position) + 1 : position]
    opened = any(before.count(opens) > before.count(closes) for opens, closes in ("«»", "“”"))
    return opened or before.count('"') % 2 > 0


def _before(words: re.Pattern[str], plain: str, at: int) -> bool:
    """Whether ``words`` stand right before ``at``."""
    return words.search(plain, max(0, at - _LOOKBACK), at) is not None


def _says_again(one: EventDate, other: EventDate) -> bool:
    if one.value == other.value:
        return True
    if OPEN in one.value or OPEN in other.value:  # "opened on Friday and runs until"
        return False
    fine, coarse = sorted((one, other), key=lambda date: date.days)
    inside = first_day(coarse.value) <= first_day(fine.value) and last_day(fine.value) <= last_day(coarse.value)
    return inside and other.start - one.end <= _APPOSED_WITHIN

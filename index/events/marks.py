"""Whether an event is told as done, announced, called off, uncertain or denied."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from index.dates.finder import tense_at
from index.dates.rules.grammar import Tense
from index.edtf import first_day, last_day, turning_point
from index.events.clauses import Rank
from index.events.corrections import is_taken_back
from index.events.dating import EventDate
from index.events.event import Mark
from index.events.languages.syntax import Syntax
from index.events.reading import Part
from index.passages.passage import Span

_ASIDE: Final = 12
"""Characters beside a date, between commas, that say more than the date."""
_OTHER_SUBJECT: Final = re.compile(
    r"\b(?:and|but|et|mais) (?:(?:the|her|his|its|their|no|a|la|le|les|sa|son|ses|leurs?) |l'|(?-i:[A-ZÀ-ÖØ-ÞŒ]))|;",
    re.IGNORECASE,
)
"""Where a clause begins of which something else is told."""
_SAID_SO: Final = re.compile(
    r", (?:comme|as) (?:\w+ |l')|\b(?:mais|but) "
    r"|, (?:[^,;:]{2,40} )?(?:admit(?:s|ted)|said|says|conced\w+|acknowledg\w+|announc\w+|explained|reported"
    r"|(?:a|ont|avait) (?:admis|reconnu|dit|annoncé|expliqué|concédé|déclaré)|admet|reconnaît|dit)\b",
    re.IGNORECASE,
)
"""Behind what is denied, where what is not begins: « , comme nous l'écrivions en mai, », « mais en 1911 »,
", its owner admitted in May"."""
_OF_OBJECT: Final = re.compile(
    r" (?:une?|les?|la|des|l'|son|sa|ses|leurs?|cette|ce|cet) ?\w+(?: (?:de |d'|du |des )\w+)?(?: \w+)?"
    r" \w+(?:[éiu]e?s?|is|ises?|ites?|ertes?) (?:le |en |à |au |dès )?\Z"
)
"""Between a negation and a date, that of something only: « n'a pas signalé une avarie survenue | la veille »."""
_LIMIT: Final = re.compile(r"(?:before|until|avant|jusqu')", re.IGNORECASE)
_NOT_THEN: Final = 16
"""Characters before a date in which it may be denied."""
_TURN: Final = re.compile(r"(?: [\w']+){0,6} (?:mais|but)\b", re.IGNORECASE)
"""Behind a negation, what it is then: « n'a pas vendu un four mais deux »."""
_OPENS: Final = "«“"
_CLOSES: Final = "»”"


@dataclass(frozen=True, slots=True)
class TellingOfDate:
    """Where a date is told: in an article in ``lang`` ``written`` on an EDTF date, if known, whose body is ``plain``
    with plain apostrophes and spaces; in its ``sentence``, before the ``following`` one of the same stretch; beside a
    thing that it only says the date of (``is_of_noun``), or in a paragraph that corrects something
    (``is_correcting``)."""

    lang: str
    written: str | None
    plain: str
    sentence: Span
    following: Span | None
    is_of_noun: bool = False
    is_correcting: bool = False


def mark_of(part: Part, date: EventDate, told: TellingOfDate, syntax: Syntax) -> Mark:
    """The mark of what the clause ``part`` tells of ``date``; what is told of a thing is no doubt of its date: « Le
    tableau, de 1887, n'a pas été vendu »."""
    plain = told.plain
    if not date.by_article and _is_not_then(date, told, syntax):
        return Mark.NEGATED
    planned = None if date.by_article or told.is_of_noun else _planned(date, told, syntax)
    if planned is not None:
        return planned
    pieces = [] if told.is_of_noun else [_own_words(piece, plain, syntax) for piece in part.clause.spans]
    if not date.by_article and any(_denies(piece, date, plain, syntax) for piece in pieces):
        return Mark.NEGATED
    if any(syntax.conditional.search(plain, *piece) for piece in pieces):
        said = part.clause.rank is Rank.COMPLEMENT or any(syntax.past_saying.search(plain, *piece) for piece in pieces)
        return Mark.ANNOUNCED if said else Mark.CONDITIONAL
    if date.by_article or told.written is None:
        return Mark.TOLD
    will = any(syntax.future.search(plain, *piece) for piece in pieces)
    return Mark.ANNOUNCED if _lies_ahead(date.value, told.written, will=will) else Mark.TOLD


def _is_not_then(date: EventDate, told: TellingOfDate, syntax: Syntax) -> bool:
    """Whether it was not at ``date``, by the words right before it (« et non en 1951 ») or as what was told wrongly."""
    is_limit = _LIMIT.match(told.plain, date.start) is not None  # « mais pas avant 2024 »
    if not is_limit and syntax.not_then.search(told.plain, max(told.sentence[0], date.start - _NOT_THEN), date.start):
        return True
    return is_taken_back(told.plain, told.sentence, date.start, is_correcting=told.is_correcting)


def _planned(date: EventDate, told: TellingOfDate, syntax: Syntax) -> Mark | None:
    """The mark of what was once to come at ``date``, if it was: called off, or announced, for all that is known."""
    plain, (start, end) = told.plain, told.sentence
    if syntax.dropped_next.match(plain, date.end, end):
        return Mark.CALLED_OFF
    if syntax.plan.search(plain, start, date.start) and syntax.plan_off.match(plain, date.end, end):
        return Mark.CALLED_OFF
    is_off = syntax.called_off.search(plain, date.end, end) is not None
    unmet = syntax.unmet.search(plain, start, date.start)
    was_to = syntax.was_to.search(plain, start, date.start)
    if not (is_off or unmet or was_to) or tense_at(plain, told.lang, told.sentence, date.start) is not Tense.PLANNED:
        return None
    if is_off or unmet:
        return Mark.CALLED_OFF
    return Mark.CALLED_OFF if _is_off_then(told, syntax) else Mark.ANNOUNCED


def _is_off_then(told: TellingOfDate, syntax: Syntax) -> bool:
    """Whether the sentence that follows calls off what is told, not something else."""
    if told.following is None or syntax.other_thing.match(told.plain, *told.following):
        return False
    return syntax.called_off.search(told.plain, *told.following) is not None


def _denies(piece: Span, date: EventDate, plain: str, syntax: Syntax) -> bool:
    """Whether a piece of a clause denies what it tells of ``date``, not something else after it: « Élu en mai, il n'a
    pas »."""
    return any(
        not _is_beyond(plain[match.end() : date.start])
        if date.end > match.start()
        else _TURN.match(plain, match.end()) is None and not _is_apart(piece, date, match.start(), plain, syntax)
        for match in syntax.negation.finditer(plain, *piece)
    )


def _is_beyond(between: str) -> bool:
    """Whether what stands ``between`` a negation and a date ends what is denied: the words of somebody who is dated
    behind them, a turn to what was so, or something that is dated by itself."""
    opened = sum(map(between.count, _OPENS)) - sum(map(between.count, _CLOSES))
    if opened < 0 or between.count('"') % 2 == 1:
        return True
    return _SAID_SO.search(between) is not None or _OF_OBJECT.search(between) is not None


def _is_apart(piece: Span, date: EventDate, denied: int, plain: str, syntax: Syntax) -> bool:
    """Whether what is ``denied`` behind ``date`` is of another than what is told of the date."""
    if _OTHER_SUBJECT.search(plain, date.end, denied):
        return True
    comma = plain.find(",", date.end, denied)
    if comma < 0:
        return False
    begin = plain.rfind(", ", piece[0], date.start)
    if begin < 0:
        return syntax.participle_first.match(plain, *piece) is not None
    return date.start - begin + comma - date.end > _ASIDE


def _lies_ahead(date: str, written: str, *, will: bool) -> bool:
    """Whether an event was still to come: by its date, or if that is a year or so around the article's own, by its
    verb (``will``)."""
    point = turning_point(date)
    now = last_day(written)
    if first_day(point) > now or (date.startswith("..") and last_day(point) > now):
        return True
    return will and last_day(point) > now


def _own_words(piece: Span, plain: str, syntax: Syntax) -> Span:
    """A piece of a clause up to a clause inside it, whose verb is another."""
    inner = syntax.inner.search(plain, *piece)
    return piece[0], inner.start() if inner else piece[1]

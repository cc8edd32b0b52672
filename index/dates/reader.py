"""A grammar, compiled: finds the time expressions of a sentence and what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from index.dates.births import year_of_birth
from index.dates.leads import (
    AT_EARLIEST,
    BEFORE_LEAD,
    BEFORE_UNTIL,
    GOES_ON,
    GOES_ON_UNTIL,
    MEANT_FOR,
    TOLD_TO,
    is_for,
    is_not_then,
    is_of_now,
    is_so_long_after,
    with_effect,
)
from index.dates.read import Read
from index.dates.rules.grammar import Effect, Grammar, Reading, Setting, Tense
from index.dates.rules.openings import Openings
from index.dates.rules.relative import counted_beside
from index.dates.scene import is_fronted, says_which
from index.dates.sources import dates_find, dates_issue, dates_speech
from index.dates.tenses import Tenses, future_tense, meant_for, not_then, past_tense, set_for, simple_past
from index.edtf import (
    OPEN,
    Precision,
    first_day,
    is_day,
    is_edtf,
    last_day,
    month_of,
    names_month,
    precision_of,
    year_of,
)

_MOST_LEADS: Final = 3
"""Leads that may stand before one date: « d'ici à la fin de 2021 »."""
_LOOKS_BACK: Final = re.compile(
    r"\b(?:plus tôt|auparavant|avant|veille|précédente?|earlier|before|previous|preceding)\b", re.IGNORECASE
)
_WORD_START: Final = r"(?<![\w/@#$€£.-])(?<!\d[.,])"
_WORD_END: Final = r"(?![\w@]|[-/]\w|[.,]\d|\s?[%€$£])"


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    value: str
    is_lone: bool
    is_unknown: bool = False


class Reader:
    """A grammar, compiled."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._leads = [(lead.effect, re.compile(lead.pattern, re.IGNORECASE)) for lead in grammar.leads]
        self._cores = [(core, re.compile(f"(?:{core.pattern}){_WORD_END}", re.IGNORECASE)) for core in grammar.cores]
        self._lead_openings = Openings(lead.pattern for lead in grammar.leads)
        self._core_openings = Openings(core.pattern for core in grammar.cores)
        opening = [core.pattern for core in grammar.cores if not core.needs_lead]
        opening += [lead.pattern for lead in grammar.leads]
        self._openings = Openings(opening, _WORD_START)
        self._opening = [re.compile(pattern, re.IGNORECASE) for pattern in opening]
        self._joints = {effect: re.compile(joint, re.IGNORECASE) for effect, joint in grammar.joints.items()}
        self._series = re.compile(grammar.series, re.IGNORECASE)
        self.tenses = Tenses(grammar)

    def read(self, text: str, start: int, end: int, before: Setting) -> Iterator[Read]:
        """The expressions of the sentence ``text[start:end]``, after what ``before`` tells."""
        position = start
        while (at := self._next_start(text, position, end)) is not None:
            is_of_source = dates_issue(text, start, at) or dates_find(text, start, at, end)  # what is printed is over
            clause = past_tense if is_of_source else partial(self.tenses.of, text, start, end, at)
            if before.is_anchored_here and is_not_then(text, at):
                clause = partial(not_then, clause)
            setting = before.within(clause)
            found = self._expression(text, at, end, setting)
            if found is None:
                position = at + 1
                continue
            while found is not None:
                is_speech = dates_speech(text, start, found.start, end)
                if is_of_source or is_speech or (found.value and is_so_long_after(text, found.start, found.end)):
                    yield Read(found.start, found.end, found.value, setting.clause, is_aside=True)
                elif found.value:
                    one = self._told(text, start, found, setting)
                    yield one
                    before = replace(
                        before,
                        anchor=one.value,
                        told=(one.value, *before.told),
                        is_anchored_here=True,
                        near=before.near + 1,
                        born=one.born or before.born,
                        back_to=None,
                    )
                    is_month = names_month(one.value) and not (
                        before.is_told_here and says_which(text, start, one.start)
                    )
                    if is_month or is_fronted(text, one):  # "In 2019 it opened a shop in March"
                        before = replace(before, scene=one.value, is_told_here=True, scene_clause=setting.clause)
                    elif precision_of(one.value) is Precision.SEASON and not is_for(text, one.start):
                        before = replace(before, scene=None)
                        if not says_which(text, start, one.start):  # "In the summer of 2014 it leaned; by October"
                            month = month_of(year_of(one.value), first_day(one.value).month)
                            before = replace(before, scene=month, is_told_here=True, scene_clause=setting.clause)
                    setting = before.within(setting.clause)
                elif found.is_unknown:
                    yield Read(found.start, found.end, "", setting.clause)
                    before = replace(before, anchor=None, told=(), near=0, news=None)
                position = found.end
                found = self._next_of_series(text, found, end, setting)

    def _told(self, text: str, start: int, found: _Found, setting: Setting) -> Read:
        """What was ``found`` in a sentence that begins at ``start``, with what else is told from it."""
        born = year_of_birth(text, start, found.start, found.value)
        back_from = None
        is_earlier = _LOOKS_BACK.search(text, found.start, found.end) and setting.tense is Tense.EARLIER
        if is_earlier:
            later = (one for one in setting.told if "/" not in one and first_day(one) > first_day(found.value))
            back_from = next(later, None)
        return Read(found.start, found.end, found.value, setting.clause, born=born, back_from=back_from)

    def _next_start(self, text: str, position: int, end: int) -> int | None:
        """Where the first of what an expression may open with begins; tried only where its words allow it."""
        for place, begun in self._openings.places(text, position, end):
            for one in begun:
                if self._opening[one].match(text, place, end):
                    return place
        return None

    def _expression(self, text: str, at: int, end: int, setting: Setting) -> _Found | None:
        for effect, lead in self._leads_at(text, at, end):
            found = self._led(text, lead, effect, end, setting)
            if found is not None:
                return found
        return self._core(text, at, end, setting, led=False)

    def _leads_at(self, text: str, at: int, end: int) -> Iterator[tuple[Effect, re.Match[str]]]:
        for effect, pattern in (self._leads[one] for one in self._lead_openings.at(text, at, end)):
            if lead := pattern.match(text, at, end):
                yield effect, lead

    def _led(
        self, text: str, lead: re.Match[str], effect: Effect, end: int, setting: Setting, leads: int = 1
    ) -> _Found | None:
        if joint := self._joints.get(effect):
            interval = self._interval(text, lead, joint, end, setting)
            if interval is not None or effect is Effect.BETWEEN:
                return interval
        if effect is Effect.CUE and MEANT_FOR.match(text, lead.start()):
            before = text[max(0, lead.start() - BEFORE_LEAD) : lead.start()]
            setting = setting.within(partial(meant_for, setting.clause, before))
        if effect in (Effect.CUE, Effect.FROM, Effect.SINCE, Effect.UNTIL):
            before = text[max(0, lead.start() - BEFORE_LEAD) : lead.start()]
            setting = setting.within(set_for(setting.clause, before, lead[0]))
        if effect in (Effect.BY, Effect.UNTIL):
            setting = setting.within(partial(simple_past, setting.clause))
        if effect is Effect.BY and is_of_now(setting):
            before = text[max(0, lead.start() - BEFORE_LEAD) : lead.start()]
            setting = replace(setting, clause=future_tense) if TOLD_TO.search(before) else setting
        found = self._nested(text, lead.end(), end, setting, leads)
        if found is None or not found.value:
            return None if effect is Effect.COUNTED else found
        if effect is Effect.COUNTED:
            counted = counted_beside(Reading(lead.groupdict(), self._grammar.words, setting), found.value)
            return _Found(lead.start(), found.end, counted, is_lone=False) if counted else None
        is_ahead = first_day(found.value) > last_day(setting.reference)
        if effect is Effect.SINCE and (found.is_lone or is_ahead) and GOES_ON.match(text, lead.start()):
            again = self._nested(text, lead.end(), end, replace(setting, clause=past_tense), leads)
            found = again or found
        if effect is Effect.UNTIL and GOES_ON_UNTIL.search(text, max(0, lead.start() - BEFORE_UNTIL), lead.start()):
            found = self._nested(text, lead.end(), end, replace(setting, clause=future_tense), leads) or found
        if effect is Effect.UNTIL and (earliest := AT_EARLIEST.match(text, found.end, end)) and "/" not in found.value:
            return _Found(found.start, earliest.end(), f"{found.value}/{OPEN}", is_lone=False)
        value = with_effect(effect, found.value, setting)
        outside = effect in (Effect.CUE, Effect.FROM) or (effect is Effect.BY and value == found.value)
        start = found.start if outside else lead.start()
        return _Found(start, found.end, value, found.is_lone)

    def _nested(self, text: str, at: int, end: int, setting: Setting, leads: int = 1) -> _Found | None:
        """A date behind a lead; between the two another lead may stand (« d'ici à la fin de 2021 »)."""
        for effect, lead in self._leads_at(text, at, end) if leads < _MOST_LEADS else ():
            if effect in (Effect.CUE, Effect.PART, Effect.ABOUT) and lead.end() > at:
                found = self._led(text, lead, effect, end, setting, leads + 1)
                if found is not None:
                    return found
        return self._core(text, at, end, setting, led=True)

    def _interval(
        self, text: str, lead: re.Match[str], joint: re.Pattern[str], end: int, setting: Setting
    ) -> _Found | None:
        first = self._nested(text, lead.end(), end, setting)
        between = joint.match(text, first.end, end) if first else None
        if first is None or between is None:
            return None
        second = self._nested(text, between.end(), end, setting)
        if second is None or not first.value or not second.value or "/" in first.value + second.value:
            return None
        begin = first.value
        if first_day(begin) > first_day(second.value) or first.is_lone:
            again = self._core(
                text, first.start, end, replace(setting, reference=second.value, clause=past_tense), led=True
            )
            begin = again.value if again is not None else begin
        value = second.value
        if first.is_lone is False and is_day(first.value) and first_day(first.value) > last_day(value):
            begin = first.value  # "from Saturday until the end of July"
            ahead = replace(setting, reference=begin, scene=None, clause=future_tense)
            again = self._nested(text, between.end(), end, ahead)
            value = again.value if again is not None else value
        if not value or first_day(begin) > last_day(value):
            return None
        return _Found(lead.start(), second.end, f"{begin}/{value}", is_lone=False)

    def _next_of_series(self, text: str, found: _Found, end: int, setting: Setting) -> _Found | None:
        """What follows in a list: « en 2015, 2017 et 2021 »."""
        joint = self._series.match(text, found.end, end) if found.is_lone else None
        following = self._core(text, joint.end(), end, setting, led=True) if joint else None
        return following if following is not None and following.is_lone else None

    def _core(self, text: str, at: int, end: int, setting: Setting, *, led: bool) -> _Found | None:
        for core, pattern in (self._cores[one] for one in self._core_openings.at(text, at, end)):
            met = pattern.match(text, at, end) if led or not core.needs_lead else None
            if met is None:
                continue
            if core.resolve is None:
                return _Found(at, met.end(), "", is_lone=False, is_unknown=core.is_unknown)
            value = core.resolve(Reading(met.groupdict(), self._grammar.words, setting))
            if value is not None and is_edtf(value):
                return _Found(at, met.end(), value, is_lone=core.needs_lead)
        return None

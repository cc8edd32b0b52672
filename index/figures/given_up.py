"""Figures and dates that a sentence itself gives up: what one was brought from (« ramenée de 9 à 7 mètres », "fell from
40 to 12", "was 40, is now 12"), and what is denied ("not in 1909 but in 1911")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from index.passages.passage import Span, overlap
from index.terms.letters import plain


@dataclass(frozen=True, slots=True)
class GivenUp:
    """A value that does not hold and where it stands (``span``), the part of the sentence in which the one stands that
    does (``holds``; None: it tells none), and whether it is ``denied``: the other ones were true once."""

    span: Span
    holds: Span | None
    denied: bool = False


def given_up(sentence: str) -> list[GivenUp]:
    """The values that ``sentence`` gives up."""
    flat = plain(sentence)
    return [*_changed(flat), *_denied(flat)]


def without_given_up(sentence: str, *, denied_only: bool = False) -> str:
    """``sentence`` with what it gives up, or denies, blanked, each character in its place."""
    letters = list(sentence)
    for its in given_up(sentence):
        if its.denied or not denied_only:
            letters[slice(*its.span)] = " " * (its.span[1] - its.span[0])
    return "".join(letters)


def given_up_in(sentence: str, *, denied_only: bool = False) -> str:
    """What ``sentence`` gives up, or denies, each value with the scale and unit that are only said with what holds."""
    told = []
    for its in given_up(sentence):
        if denied_only and not its.denied:
            continue
        told.append(_with_unit(sentence, its.span, its.holds[0] if its.holds is not None else None))
    return "; ".join(told)


def with_unit(sentence: str, within: Span) -> str:
    """The words ``within`` a sentence; a number alone with the unit that is only said with the one it stands for."""
    instead_of = [its for its in given_up(sentence) if its.holds is not None and overlap(its.holds, within)]
    nearest = max((its.span[0] for its in instead_of), default=None)
    return _with_unit(sentence, within, nearest)


def _with_unit(sentence: str, span: Span, told_at: int | None) -> str:
    """The words of ``span``, if they are a number with no unit behind it with that of the one ``told_at`` another
    place."""
    flat = plain(sentence)
    words = flat[slice(*span)].rstrip(" .")
    behind = _UNIT.match(flat, span[0])
    own = _NO_UNIT.match(flat, span[0] + len(words)) is None and behind is not None
    if not _BARE.fullmatch(words):
        return sentence[slice(*span)]
    unit = behind if own else _UNIT.match(flat, told_at) if told_at is not None else None
    return f"{words} {unit[1].strip()}" if unit is not None else words


_SPELLED: Final = (
    r"(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante"
    r"|cinquante|soixante|cent|mille|two|three|four|five|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)"
)
_MONTH: Final = (
    r"(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march"
    r"|april|may|june|july|august|september|october|november|december)"
)
_NUMBER: Final = (
    rf"(?:[$€£] ?)?(?:\d{{1,3}}(?:[ .,]\d{{3}})+|\d+(?:[.,]\d+)?|\b{_SPELLED}(?:[ -](?:et )?{_SPELLED})*\b)"
)
_DATE: Final = rf"(?:(?:\d{{1,2}}(?:er|st|nd|rd|th)? )?\b{_MONTH}(?: \d{{1,2}}\b)?,?(?: \d{{4}})?)"
_VALUE: Final = rf"(?:{_DATE}|{_NUMBER})"
_WITHIN: Final = r"(?:(?!\b(?:mais|but|and|et|puis|then)\b)[^.;:!?,])"
"""A character of the same clause."""
_UNIT: Final = re.compile(rf"(?:{_NUMBER})((?: ?(?:%|[€$£])| ?[^\W\d_]+'?){{1,4}})")
_NO_UNIT: Final = re.compile(r" ?(?:a|au|aux|to|et|and|mais|but|in|en|jusqu'a)\b|[.,;:]")
_BARE: Final = re.compile(_NUMBER)
_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d")
_MOVES: Final = (
    r"\b(?:report|repouss|decal|avanc|deplac|corrig|rectifi|prolong|postpon|delay|push|mov|bring|brought|put|correct"
    r"|extend|shift|reschedul)\w*"
)
_TURNS: Final = (
    r"\b(?:ramen|pass|tomb|baiss|redui|descend|mont|port|relev|augment|revis|chut|recul|grimp|bond|diminu|abaiss"
    r"|progress|remont|elev|fond|plong|recalcul|raccourci|allong|rallong|cut|reduc|lower|rais|revis|fell|fall|ris|rose"
    r"|drop|grew|grow|went|go|gone|slip|slash|trim|shr[iau]nk|jump|climb|increas|decreas|declin|scal|slid|plung|soar"
    r"|swell|swoll|tumbl|expand|shorten|downgrad|upgrad|chang)\w*"
)
_TURN: Final = rf"(?:{_TURNS}|{_MOVES})"
_FROM_TO: Final = re.compile(
    rf"(?P<verb>{_TURN}) {_WITHIN}{{0,40}}?\b(?:de|d'|du|from) ?(?P<old>{_VALUE}){_WITHIN}{{0,40}}? ?"
    rf"\b(?:a|au|aux|jusqu'a|to) (?:l'|la |le |the )?(?P<new>{_VALUE})"
)
_TO_FROM: Final = re.compile(
    rf"(?P<verb>{_TURN}) {_WITHIN}{{0,30}}?\b(?:to) (?P<new>{_VALUE}){_WITHIN}{{0,30}}?,? "
    rf"(?:(?:up|down) )?from (?P<old>{_VALUE})"
)
_UP_FROM: Final = re.compile(
    rf"(?P<new>{_VALUE}){_WITHIN}{{0,40}}?, (?:(?:up|down) from|against|compared (?:with|to)) (?P<old>{_VALUE})"
)
_CONTRE: Final = re.compile(
    rf"(?P<new>{_VALUE}){_WITHIN}{{0,40}}?, contre (?P<old>{_VALUE})(?= (?:\w+ ){{0,2}}?(?:auparavant|avant"
    r"|precedemment|plus tot|jusqu'ici|jusque-la|l'an|l'annee|il y a|en \d{4}|un an|deux ans|au depart|a l'origine))"
)
_THEN_NOW: Final = re.compile(
    rf"\b(?:was|were|had|stood at|sold|used to \w+|s'est vendue?|s'etait vendue?|a vendu|etai(?:t|ent)|avai(?:t"
    rf"|ent)|comptai(?:t|ent)) {_WITHIN}{{0,40}}?"
    rf"(?P<old>{_VALUE})[^.;!?]{{0,50}}?\b(?:now|desormais|maintenant|aujourd'hui|actuellement)\b {_WITHIN}{{0,30}}?"
    rf"(?P<new>{_VALUE})"
)
_CHANGES: Final = (_FROM_TO, _TO_FROM, _UP_FROM, _CONTRE, _THEN_NOW)
_NOT_DENIED: Final = (
    r"(?!(?:que|qu'|plus|moins|avant|seulement|only|just|more|less|fewer|until|before|merely|as|tous|toutes|all"
    r"|one|une?|first|last|premi\w+|derni\w+|seule?s?|attendu?|wait\w*|encore|yet|for|pendant|durant|within|sans)\b)"
)
"""What stands behind "not" and leaves the value standing: "not until 2019", « pas moins de 4 000 »."""
_NOT: Final = re.compile(
    rf"\b(?:(?:pas|jamais)|(?:not|never|\w+n't)) (?:{_NOT_DENIED}[\w'-]+,? ){{0,4}}?(?P<old>{_VALUE})"
)
_NEAR: Final = 3
"""Words between "not" and a value, at most, where no other is put in its place."""
_AND_NOT: Final = re.compile(
    rf"{_VALUE}[^.;!?]{{0,40}}?[, ](?:et non|and not|not)(?: (?:pas|plus))? "
    rf"(?:(?:de|des|du|en|a|le|la|les|d'|in|on|at|for|the|by) ?){{0,2}}(?P<old>{_VALUE})"
)
_INSTEAD: Final = re.compile(r"(?:\bmais\b|\bbut\b|:|;| [—–-] )")


def _changed(flat: str) -> Iterator[GivenUp]:
    for pattern in _CHANGES:
        for found in pattern.finditer(flat):
            is_time = _YEAR.fullmatch(found["old"]) is not None or re.search(_MONTH, found["old"]) is not None
            told_so = pattern is not _FROM_TO or re.match(_MOVES, found["verb"]) is not None
            if not is_time or told_so:
                yield GivenUp(found.span("old"), _to_the_end(flat, found, pattern is _FROM_TO or pattern is _THEN_NOW))


def _to_the_end(flat: str, found: re.Match[str], behind: bool) -> Span:
    """Where what holds stands: from its first character on, behind what was given up; else up to that."""
    if behind:
        return found.start("new"), len(flat)
    return found.start("new"), found.start("old")


def _denied(flat: str) -> Iterator[GivenUp]:
    behind_one = set()
    for found in _AND_NOT.finditer(flat):
        behind_one.add(found.start("old"))
        yield GivenUp(found.span("old"), (found.start(), found.start("old")), True)
    for found in _NOT.finditer(flat):
        if found.start("old") in behind_one:
            continue
        instead = _INSTEAD.search(flat, found.end())
        if instead is not None and re.search(_VALUE, flat[instead.end() :]):
            yield GivenUp(found.span("old"), (instead.end(), len(flat)), True)
        elif len(flat[found.start() : found.start("old")].split()) <= 1 + _NEAR:
            yield GivenUp(found.span("old"), None, True)

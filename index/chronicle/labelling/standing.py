"""Which pronouns of a sentence may give way to the name that they stand for: a wrong name tells what nobody told."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from index.chronicle.labelling.openings import plainly
from index.chronicle.labelling.verbs import may_have_verb
from index.entities.book.names import name_key, says
from index.events.event import StandIn
from index.events.languages.syntax import Syntax
from index.passages.passage import Span

_WORD: Final = re.compile(r"[^\W_]+")
_OTHERS: Final[Mapping[str, Mapping[str, re.Pattern[str]]]] = {
    "fr": {
        "elle": re.compile(r"\b(?:une (?!fois|année|semaine|journée)[a-zà-ÿ]+|la [a-zà-ÿ]+ [«\"])", re.IGNORECASE),
        "il": re.compile(r"\b(?:un (?!an|mois|jour|peu)[a-zà-ÿ]+|le [a-zà-ÿ]+ [«\"])", re.IGNORECASE),
    },
    "en": {"it": re.compile(r"\b(?:an?|its) (?!year|month|week|day|quarter|while)[a-z]+", re.IGNORECASE)},
}
"""Something that a sentence brings in, of which a pronoun in the next may tell: « dépose la marque « Vega » »."""

Placed = tuple[Span, StandIn]
"""Words that stand for a name, by where they are."""


def sure_ones(text: str, sentence: Span, stand_ins: Sequence[Placed], lang: str, syntax: Syntax) -> list[Placed]:
    """Those of ``stand_ins``, in order, that surely stand for their names in the ``sentence`` of ``text``: the others
    may stand for what a noun before them names."""
    sure: list[Placed] = []
    for span, one in stand_ins:
        lead = text[sentence[0] : span[0]]
        if one.is_pronoun and not _is_at_head(lead, lang, syntax):
            is_sure = any(other.name == one.name for _, other in sure) or _begins_with(lead, one.name, lang, syntax)
        else:
            is_sure = not one.is_pronoun or not _brings_in_another(text[: sentence[0]], text[slice(*span)], lang)
        if is_sure:
            sure.append((span, one))
    return sure


def _is_at_head(lead: str, lang: str, syntax: Syntax) -> bool:
    """Whether nothing acts in ``lead``, before a pronoun: « En 2019, », « Fondée à Lyon, »."""
    return not may_have_verb(lead, lang) or syntax.fronted.match(plainly(lead)) is not None


def _begins_with(lead: str, name: str, lang: str, syntax: Syntax) -> bool:
    """Whether what acts in ``lead`` is what goes by ``name``: « Vega ferme : », not « Le rachat de Vega date de 2018 ;
    »."""
    words = set(name_key(name))
    at = next((word.start() for word in _WORD.finditer(lead) if words.intersection(name_key(word[0]))), None)
    if at is None or not says(name_key(lead), name_key(name)):
        return False
    before = lead[:at]
    return not may_have_verb(before, lang) and syntax.before_object.search(plainly(before)) is None


def _brings_in_another(before: str, pronoun: str, lang: str) -> bool:
    """Whether the sentence ``before`` brings in something that ``pronoun`` may as well stand for."""
    paragraph = before.rstrip(" ").rpartition("\n")[2]
    last = re.split(r"(?<=[.!?]) ", paragraph.rstrip())[-1]
    other = _OTHERS.get(lang, {}).get(pronoun.strip().lower())
    return other is not None and other.search(plainly(last)) is not None

"""Words that can't be understood without what stands before them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from index.chronicle.labelling.joined import Open
from index.chronicle.labelling.openings import (
    answers,
    begins_with_firm,
    behind_dates,
    ends_on_event,
    is_impersonal,
    leans,
    names_actor,
    plainly,
    points_back,
)
from index.chronicle.labelling.verbs import may_have_verb
from index.events.languages.syntax import Syntax
from index.events.references import is_left_open

_OPENING: Final = "\"“«‘' "
"""What may stand before the words of somebody who is quoted."""
DONE_TO: Final[Mapping[str, re.Pattern[str]]] = {
    "fr": re.compile(r"\w{3,}(?:ée?s?|erte?s?|uite?s?|[ntv]ue?s?|(?:[tn]|ll)ie?s?)\b", re.IGNORECASE),
    "en": re.compile(r"\w{3,}ed\b", re.IGNORECASE),
}
"""A participle that begins a sentence, with the date right behind it."""
_OF_THEM: Final = re.compile(r", (?:none|some|many|most|all|half|each|one|two|three) of them\b", re.IGNORECASE)
"""A part of what the same sentence counts: "Seventeen have written, none of them angry"."""
_MEASURE: Final = re.compile(
    r"(?:la (?:mesure|réforme|proposition|demande|requête|suspension|hausse|baisse)"
    r"|the (?:measure|move|proposal|request|suspension|recall|increase|cut)) (?!de |du |d'|of |to |for )",
    re.IGNORECASE,
)
"""What was done, told of before."""
_PRONOUN_NEXT: Final = re.compile(r"[^.;:]*?, (?:it|he|she|they|ils?|elles?) ", re.IGNORECASE)
HANGS_ON: Final = re.compile(
    r"(?:qui|dont|où|lequel|laquelle|which|who|whose|where|that|whom)\b|\(|(?:qu['’]|que )", re.IGNORECASE
)


class Leaning:
    """What words of a language need before them."""

    def __init__(self, lang: str, syntax: Syntax | None) -> None:
        self.lang, self.syntax = lang, syntax

    def hangs(self, told: str) -> bool:
        """Whether ``told`` begins with what stands for something before it, or does something to that."""
        return self.syntax is not None and _hangs(told, self.lang, self.syntax)

    def begins_open(self, told: str) -> bool:
        """Whether it is the beginning of ``told``, or what stands behind its date, that stands for something before."""
        heads = [plainly(one) for one in (told, behind_dates(told))]
        syntax = self.syntax
        return syntax is not None and any(
            (syntax.hanging.match(head) and not is_impersonal(head)) or syntax.leaning.match(head.lstrip(_OPENING))
            for head in heads
        )

    def begins_with_another(self, told: str) -> bool:
        """Whether ``told`` begins with a pronoun, with one behind its date, or with a participle of one: « Née à Lyon
        en 1976, elle »."""
        heads = [plainly(one) for one in (told, behind_dates(told))]
        syntax = self.syntax
        hangs = syntax is not None and any(syntax.hanging.match(one) and not is_impersonal(one) for one in heads)
        return hangs or self.is_done_to_another(told)

    def is_done_to_another(self, told: str) -> bool:
        """Whether ``told`` begins with what was done to what a pronoun stands for: "Built in 1908, it"."""
        begins = self.lang in DONE_TO and DONE_TO[self.lang].match(told) is not None
        begins = begins or (self.syntax is not None and self.syntax.fronted.match(told) is not None)
        return begins and _PRONOUN_NEXT.match(plainly(told)) is not None

    def recalls(self, told: str) -> bool:
        """Whether ``told`` begins with an event that only the words before it tell from others: « La mesure a été »."""
        return _MEASURE.match(plainly(behind_dates(told))) is not None

    def openness(self, told: str) -> Open:
        """How much ``told`` needs what stands before it."""
        if self.hangs(told) or self.is_done_to_another(told):
            return Open.YES
        rest = behind_dates(told)
        is_firm = points_back(rest) and begins_with_firm(rest, self.syntax)
        return Open.OF_FIRM if is_firm or self.hangs_behind_date(told) else Open.NO

    def hangs_behind_date(self, told: str) -> bool:
        """Whether ``told`` begins so behind a date: « Le 20 juin 2018, elle nomme »."""
        rest = behind_dates(told)
        return rest != told and self.hangs(rest)

    def is_verbless(self, told: str) -> bool:
        """Whether ``told`` says when or where, not what: « Le 3 mai 2020, devant la presse »."""
        return not may_have_verb(told, self.lang)

    def leaves_out(self, told: str) -> bool:
        """Whether only the sentence before says to what ``told`` is an answer: « Anna refuse », "A hearing is set"."""
        return answers(told, self.lang) or (self.syntax is not None and ends_on_event(told, self.syntax.event_nouns))

    def is_of_another(self, part: str) -> bool:
        """Whether ``part`` of a sentence begins with whom or what it is about."""
        return names_actor(part, self.lang) and HANGS_ON.match(part) is None


@lru_cache(maxsize=4096)
def _hangs(told: str, lang: str, syntax: Syntax) -> bool:
    """As :meth:`Leaning.hangs`; asked of the same words by several events, labels and timelines."""
    plain = plainly(told)
    if is_impersonal(plain):
        return False
    leaning = syntax.leaning.match(plain.lstrip(_OPENING)) or syntax.elsewhere.search(plain)
    whole = _OF_THEM.sub("", plain)
    return leaning is not None or leans(plain, lang) or is_left_open(whole, (0, len(whole)), syntax)

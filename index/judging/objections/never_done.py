"""What was meant and did not come about: a plan that the sentence itself says was dropped, a deed that somebody only
offered to do, a judgment of another court than the one asked about."""

from __future__ import annotations

import re
from typing import Final

from index.judging.objections.other_deed.deeds import asks_whether, deeds_in
from index.question.expectation import Expectation, expectation_of
from index.question.forms.settled import is_settled
from index.terms.letters import plain

_MEANT: Final = (
    r"(?:envisag\w+|prevu\w*|prevoyai\w+|projet\w*|songe\w*|pens(?:e|ait) a|voulai(?:t|ent)|devai(?:t|ent)"
    r"|comptai(?:t|ent)"
    r"|consider(?:ed|ing)|plan(?:s|ned)?|intend(?:s|ed)|(?:was|were) to|hoped|meant|propos(?:al|ed)|scheme|idea)"
)
_DROPPED: Final = (
    r"(?:abandonn\w+|annul\w+|enterre\w*|renonc\w+|sans suite|tombee?s? a l'eau|capote\w*|jamais (?:eu lieu|vu le jour)"
    r"|abandoned|cancel\w+|called off|dropped|scrapped|shelved|axed|given up|gave up|came to nothing|fell through"
    r"|never (?:happened|took place|came))"
)
_MEANT_AND_DROPPED: Final = re.compile(rf"\b{_MEANT}\b.*\b{_DROPPED}(?!\w)")
_OF_PLANS: Final = re.compile(rf"\b(?:{_MEANT}|{_DROPPED})(?!\w)")
_TIME_OR_SUM: Final = frozenset({Expectation.DATE, Expectation.FIGURE, Expectation.MONEY, Expectation.DURATION})
_OFFERS: Final = re.compile(
    r"\b(?:offer(?:s|ed|ing)?|threaten(?:s|ed|ing)?|propos(?:es|ed|e|ait|er)|menac(?:e|ait|er)|(?:a|ont) voulu"
    r"|(?:was|were)"
    r" ready|etai(?:t|ent) pre?te?s?|tried|refus(?:es|ed|e|ait)|declin(?:es|ed)) "
    r"(?:to |de |d'|sa |son |his |her |their )(?P<deed>[\w'-]+(?: [\w'-]+){0,2})"
)
_INSTANCES: Final = (
    re.compile(
        r"\b(?:courts? of appeals?|appeals? courts?|appellate|(?:on|an|its|the) appeals?|en appel|cours? d'appel)\b"
    ),
    re.compile(r"\b(?:supreme court|high court|cour (?:supreme|de cassation)|cassation|conseil d'etat)\b"),
)
_JUDGES: Final = re.compile(
    r"\b(?:courts?|judges?|tribuna(?:l|ux)|juges?|jury|jurors?|cour|verdict|ruled|dismissed|sentenced)\b"
)


def is_dropped_there(question: str, sentence: str) -> bool:
    """Whether ``question`` asks when, or for how much, something was done, and ``sentence`` says that it was meant, and
    then given up."""
    asked = plain(question)
    if expectation_of(question) not in _TIME_OR_SUM or asks_whether(question):
        return False
    if not is_settled(question) or _OF_PLANS.search(asked):
        return False
    return _MEANT_AND_DROPPED.search(plain(sentence)) is not None


def is_offered(asked: frozenset[int], sentence: str, lang: str) -> bool:
    """Whether ``sentence``, in ``lang``, says that somebody offered, threatened or refused to do a deed ``asked``
    about."""
    return any(not asked.isdisjoint(deeds_in(found["deed"], lang)) for found in _OFFERS.finditer(plain(sentence)))


def is_of_another_court(question: str, sentence: str) -> bool:
    """Whether ``question`` asks what a court of appeal, or a supreme one, decided, and ``sentence`` tells a judgment
    and names no such court."""
    asked, told = plain(question), plain(sentence)
    if not _JUDGES.search(told):
        return False
    return any(court.search(asked) and not court.search(told) and not _appeals(told) for court in _INSTANCES)


def _appeals(told: str) -> bool:
    return re.search(r"\b(?:appeal\w*|appel|appellants?)\b", told) is not None

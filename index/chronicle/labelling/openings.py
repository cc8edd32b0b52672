"""What words begin and end with, as labels are cut from sentences."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from index.dates.finder import PLAIN
from index.entities.book.entity import Kind
from index.events.languages.syntax import Syntax
from index.events.references import Sort, references

_DANGLING: Final[Mapping[str, re.Pattern[str]]] = {
    "fr": re.compile(
        r"(?:[\s,;:)–—-]+|(?:et|mais|puis|or|car|donc|enfin|ensuite|(?:ainsi|aussi|alors)"
        r"(?! (?:est|sont|était|étaient|fut|furent|a|ont|avait|naît|naissait|s['’]est|que|qu['’])\b)"
        r"|(?:ainsi|aussi|alors)(?= qu)|tandis|parce|puisque|lorsque|quand)"
        r"(?: (?:que|qu['’]))?\b[ ,]+|(?:bien|avant|après) qu(?:e |['’]))+",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?:[\s,;:)–—-]+"
        r"|(?:and|but|then"
        r"|so(?! (?:is|are|was|were|has|have|had|did|do|does|will|would|far|long|many|much|few|little)\b)"
        r"|yet|while|when|whereas|because|although|though|however|meanwhile)\b[ ,]+)+",
        re.IGNORECASE,
    ),
}
_DANGLING_END: Final = re.compile(
    r"[\s,;:]+(?:et|ou|mais|puis|and|or|but|then)\Z|[,;:] (?:ils?|elles?|on|it|he|she|they|we)\Z", re.IGNORECASE
)
_SUBORDINATE: Final = re.compile(
    r"(?:quand|lorsque|lorsqu['’]|puisque|puisqu['’]|parce qu|tandis qu|alors qu|bien qu|avant qu|après qu|dès qu"
    r"|while|when|whereas|because|although|though)(?:\b|(?<=['’]))",
    re.IGNORECASE,
)
"""What begins a clause that another one follows, or that stands for a sentence: « Quand on pense qu'il »."""
_TAKES_UP: Final = re.compile(
    r"[«“\"\s]*(?:c['’](?:est|était)|ce(?:t|tte|s)?|cela|ça|le même|la même|this|that|these|those|the same)\b"
    r"(?! (?:même |same )?(?:jour|soir|matin|semaine|mois|année|an|été|hiver|printemps|automne"
    r"|day|night|morning|week|month|year|summer|winter|spring|autumn|fall)\b)",
    re.IGNORECASE,
)
_PLAIN_WORD: Final = re.compile(r"[^\W\d_]['’]?[a-zà-ÿ-]*")
_NAME: Final = re.compile(
    r"\b(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|[A-Z][a-z]{2,5}day"
    r"|Christmas|Easter|Noël|Pâques)\b)[A-ZÀ-ÖØ-ÞŒ]"
)
_LEAD: Final = 30
"""Characters of a date at the head of a label."""
_OF_TIME: Final = re.compile(
    r"\d|\b(?:jours?|semaines?|mois|années?|ans?|tard|tôt|lendemain|veille|days?|weeks?|months?|years?|later|earlier)\b",
    re.IGNORECASE,
)
_SIGN_OR_NAME: Final = r"[\[«“\"\d]|(?-i:[A-ZÀ-ÖØ-ÞŒ])"
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
_POINTS_BACK: Final = re.compile(
    r"(?:l['’]|(?:la|le|les|the) )(?!(?:new|old|two|six|ten|one|big|top|first|premi[eè]re?s?) )(?-i:[a-zà-ÿ-]{3,})"
    r"(?! (?:de|du|des|que?|qui|à|aux?|en|sur|contre|entre|pour"
    r"|of|for|in|on|from|to|that|against|between|who|which)\b| d['’]| (?-i:[A-ZÀ-ÖØ-Þ]))"
    r"(?! [a-zà-ÿ]+ (?:de |du |des |d['’]|of )(?-i:[A-ZÀ-ÖØ-Þ]))[ ,]",
    re.IGNORECASE,
)
_EARLY: Final = 48
"""Characters in which a sentence says what is done."""
_ANSWERS: Final[Mapping[str, re.Pattern[str]]] = {
    "fr": re.compile(
        r"(?<!été )(?<!, )(?<!\bs['’])\b(?:refus|accept|approuv|renonc|rejet|hésit)(?:t?e|t?ent|é|a|èrent|ait|aient)"
        r"(?= (?:(?:par|à) \d|(?:le|en|au|dès|fin|début)\b[^,;.]{3,24}(?:[,;.]|\Z))|[,;.]|\Z)"
        r"|\b(?:a|ont|avait|avaient) (?:dit (?:oui|non)|voté (?:pour|contre))(?! (?:l|d|c|qu)[a-z]?['’e])"
        r"|\b(?:a|ont|avait|avaient) (?:fait (?:de même|beaucoup mieux|mieux|autant|pareil)|imitée?s?)\b"
        r"|\A[^,;]{2,40}, qui (?:s['’])?(?:en|y) (?!particulier|fait|général|même|plus)[a-zà-ÿ]{2,}"
        r"|\b(?:en ont?|en a|en avait) fait autant\b|\b(?:a|ont) suivi(?= (?:le|en|au)\b|[.,]|\Z)"
        r"|\A(?:une?|la|le|l['’]) ?(?:audience|vote|décision|jugement|réponse|délibéré|verdict|procès)"
        r" (?:est|était|sera|tombe|aura|doit|se tient|se tiendra|viendra)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?<!was )(?<!were )(?<!been )(?<!is )(?<!are )(?<!be )(?<!, )\b(?:refuse[ds]?|decline[ds]?|agree[ds]?"
        r"|accept(?:ed|s)?|reject(?:ed|s)?|approve[ds]?|object(?:ed|s)?|said (?:yes|no)|voted (?:for|against)"
        r"|did (?:so|the same|likewise|not|better)|followed(?: suit)?|for (?:another|others))"
        r"(?= (?:on|in|at|by|last|that)\b[^,;.]{3,24}(?:[,;.]|\Z)|[,;.]|\Z)"
        r"|\A(?:a|the) (?:hearing|vote|ruling|decision|verdict|meeting|judgment|answer|reply|trial)"
        r" (?:is|was|will|came|comes|follows|followed)\b",
        re.IGNORECASE,
    ),
}
"""An answer that doesn't say to what, a decision that doesn't say on what."""
_OPEN_END: Final = re.compile(
    r"(?: as well| too| aussi| à son tour)?\.?\Z|[,;.] | (?:last|this|next) [a-z]+\.?\Z"
    r"| (?:on|in|le|en|au) (?:\d|(?:mi-)?[a-zéû]+(?: \d{4})?\.?\Z|[A-Z][a-z]+ ?\d*[.,]?\Z)"
)
"""What follows a thing of which nothing more is said."""
_LEANS: Final[Mapping[str, re.Pattern[str]]] = {
    "fr": re.compile(
        r"(?:sous|avec|sans|avant|après|comme|chez|contre|outre) (?:lui|elles?|eux|cel(?:a|le-ci|ui-ci))\b"
        r"|[«“\"][^»”\"]*[»”\"],? (?:[\w'-]+ ){0,2}[\w-]+-(?:ils?|elles?)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?:under|with|without|after|before|like|unlike|against) (?:him|her|it|them|that|this)\b"
        r"(?! (?:year|month|day|date|week|time|spring|summer|autumn|winter)\b)"
        r"|[“\"][^”\"]*[,.?!][”\"] (?:he|she|they) \w",
        re.IGNORECASE,
    ),
}
"""What begins with somebody named before: « Sous elle, la firme », "he told the staff" behind what he told them."""
_IMPERSONAL: Final = re.compile(
    r"il (?:rest(?:e|ait|era) (?:à \w+(?:er|ir|re)\b|(?:aux?|à) [^,.;]{2,60}? à (?:se |s')?\w+(?:er|ir|re)\b|que?\b"
    r"|des? |une? )"
    r"|(?:fau(?:t|dra)|fallait|convient|convenait|suffit|suffisait|s'agi(?:t|ssait)) )",
    re.IGNORECASE,
)
"""« Il restait au Conseil à voter »: a pronoun that stands for nothing."""
_FIRM: Final = re.compile(
    r"(?:la jeune pousse|la coopérative|le studio|the (?:tech )?start-?up|the co-?operative)\b", re.IGNORECASE
)
"""A description of a firm, beside those that tell whose an event is."""
_STANDS_IN: Final = re.compile(
    r"\b(?:it|he|she|they|them|him|ils?|elles?|lui)\b|\bl['’](?:a|ont|avait)\b", re.IGNORECASE
)


@lru_cache(maxsize=256)
def plainly(told: str) -> str:
    """``told`` with plain signs, as patterns see it; asked of the same words again and again."""
    return told.translate(PLAIN)


def without_head(told: str, lang: str) -> str:
    """``told`` less the words that only join it to what stands before it."""
    head = _DANGLING[lang].match(told) if lang in _DANGLING else None
    return told[head.end() :] if head and head.end() < len(told) else told


def takes_up(told: str) -> bool:
    """Whether ``told`` begins with what the sentence before it told, not with whom it told of: « C'est ce texte »."""
    return _TAKES_UP.match(told) is not None


def names_nothing(told: str) -> bool:
    """Whether no name stands in ``told``, as far as its capitals say."""
    first, _, rest = told.partition(" ")
    return _PLAIN_WORD.fullmatch(first) is not None and _NAME.search(rest) is None


def is_subordinate(told: str) -> bool:
    """Whether ``told`` begins with a clause that only leads to another: "When the firm closed, "."""
    return _SUBORDINATE.match(told) is not None


def without_end(told: str) -> str:
    """``told`` less the signs and the word that only lead on to what stands behind it: « des postes supprimés et, »."""
    return _DANGLING_END.sub("", told.rstrip(" ,;:–—-("))


@lru_cache(maxsize=1024)
def behind_dates(told: str) -> str:
    """``told`` less the dates at its head: « Un an plus tard, le 3 mai 2020, »."""
    for _ in range(4):
        lead, comma, rest = told.partition(", ")
        if not comma or len(lead) > _LEAD or _OF_TIME.search(lead) is None:
            break
        told = rest
    return told


def names_actor(told: str, lang: str) -> bool:
    """Whether ``told`` may begin with who does something."""
    return lang not in _STARTS or _STARTS[lang].match(told) is not None


@lru_cache(maxsize=1024)
def points_back(told: str) -> bool:
    """Whether ``told`` begins with a thing that only the words before it tell from others: « la décision a »."""
    return _POINTS_BACK.match(told) is not None


def stands_in(told: str) -> bool:
    """Whether a pronoun in ``told`` may stand for something before it."""
    return _STANDS_IN.search(told) is not None


@lru_cache(maxsize=1024)
def answers(told: str, lang: str) -> bool:
    """Whether ``told`` is an answer that doesn't say to what: « Anna refuse le 3 mai 2020 »."""
    found = _ANSWERS[lang].search(behind_dates(told)) if lang in _ANSWERS else None
    return found is not None and found.start() < _EARLY


def ends_on_event(told: str, event_nouns: re.Pattern[str]) -> bool:
    """Whether what is done in ``told`` is done to an event that only the words before it tell from others: "approved
    the sale on 9 May"."""
    found = event_nouns.search(told, 1)
    return found is not None and _OPEN_END.match(told, found.end()) is not None


def leans(plain: str, lang: str) -> bool:
    """Whether what is told, with ``plain`` signs, begins by somebody or something named before: "Under her"."""
    return lang in _LEANS and _LEANS[lang].match(plain) is not None


def begins_with_firm(told: str, syntax: Syntax | None) -> bool:
    """Whether ``told`` begins with a firm by no name: « La jeune pousse lève »."""
    return _FIRM.match(told) is not None or Kind.COMPANY in _kinds_described(told, syntax)


def points_to_thing(told: str, syntax: Syntax | None) -> bool:
    """Whether ``told`` points back to what is no firm, person or product: « La licence n'arrive qu'en juin »."""
    return points_back(told) and _FIRM.match(told) is None and not _kinds_described(told, syntax)


def _kinds_described(told: str, syntax: Syntax | None) -> frozenset[Kind]:
    """What the description that ``told`` begins with may stand for; nothing when it begins with none."""
    if syntax is None:
        return frozenset()
    plain = told[:_EARLY].translate(PLAIN)
    found = references(plain, (0, len(plain)), syntax, ())
    return next((one.kinds for one in found if one.sort is Sort.DESCRIPTION and one.start == 0), frozenset())


def is_impersonal(plain: str) -> bool:
    """Whether what is told, with ``plain`` signs, begins with a pronoun that stands for nothing: « il restait à »."""
    return _IMPERSONAL.match(plain) is not None

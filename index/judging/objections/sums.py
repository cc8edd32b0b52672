"""What a sum is of: nobody who asks what a thing cost is told what was collected for it, or lies in the bank."""

from __future__ import annotations

import re
from typing import Final

from index.question.expectation import Expectation, expectation_of
from index.terms.letters import plain

_SPENT: Final = (
    r"\b(?:cost(?:s|ed|ing)?|cout\w*|prix|prices?|bills?|factur\w*|pay(?:s|ing)?|paid|pai\w*|pay(?:e|er|ee|ait|ent)"
    r"|spen[dt]\w*|depens\w*|invest\w*|vot(?:e|ed|ee)|charg\w*|devis|estimat\w*|worth|regle\w*)\b"
)
_ASKED: Final = re.compile(r"\b(?:cost(?:s|ed)?|cout\w*|prix|price|bill|facture)\b")
_TELLS_SPENT: Final = re.compile(_SPENT)
_COLLECTED: Final = re.compile(
    r"\b(?:raised?|raising|collect(?:e|ed|ee|es|ion)?|recolt\w+|recueilli\w*|reuni[esr]?\w*|cagnottes?|donations?|dons"
    r"|in the bank|en banque|en caisse|takings|turned over|turnover|revenues?|recettes?|chiffre d'affaires|benefices?"
    r"|profits?)\b"
)
_PAID: Final = re.compile(
    r"\b(?:pa(?:y|id)|bought|buy|acquired?|paye\w*|achet\w+|rachet\w+|debours\w+|vers(?:e|er|ee))\b"
)
_OFFERED: Final = re.compile(
    r"\b(?:offer(?:s|ed|ing)?|bids?|bidding|offres?|offr(?:e|ait|ir)|offert\w*|propos\w+|surenchere\w*)\b"
)
_MEANT: Final = re.compile(
    r"\b(?:want(?:s|ed)?|willing|ready|prepared|hop(?:es|ed|ing)|plan(?:s|ned)?|meant|intend(?:s|ed)|agree[ds]?"
    r"|would have"
    r"|due|going) to\b"
    r"|\b(?:voul(?:ait|aient|u)|veu(?:t|lent)|comptai(?:t|ent)|prete?s? a|devai(?:t|ent)|allai(?:t|ent)|aurai(?:t|ent)"
    r"|prevoyai(?:t|ent)|disposee?s? a)\b"
)
"""Who asks what somebody wanted to pay asks what was offered."""
_TAKEN: Final = re.compile(
    r"\b(?:accept\w+|agreed|paid|bought|acquired|sealed|conclu\w*|pay(?:e|ait|a)|achet\w+|rachet\w+)\b"
)
_WITHDRAWN: Final = re.compile(
    r"\b(?:retir\w+|withdr\w+|walked away|renonc\w+|reject\w+|refus\w+|repouss\w+|turned down|lapsed|dropped)\b"
)


_THEN: Final = re.compile(
    r"\b(?:was|were|cost|etai(?:t|ent)|valai(?:t|ent)|coutai(?:t|ent)) (?:then|alors|at the time|a l'epoque)\b"
    r"|\b(?:at the time|back then|in those days|a l'epoque|en ce temps-la)\b"
)
_NOW_ASKED: Final = re.compile(
    r"\b(?:how much|what) (?:is|are|does|do)\b|\b(?:coute(?:nt)?|vaut|valent)\b|\b(?:c'est|ca fait) combien\b"
)


_SUBSCRIPTION: Final = re.compile(
    r"\W*(?:l'|the |its |their |son |leur |cet )?(?:abonnement|subscription|membership|adhesion|cotisation)\b"
)
_EVERY: Final = r"(?:par|per|a|each|every|chaque) (?:mois|an|month|year|semaine|week)"
_BESIDES: Final = re.compile(
    rf"\b(?:aussi|egalement|en (?:plus|outre)|de plus|s'y ajoute\w*|s'ajoute\w*|also|in addition|on top|extra|besides"
    rf"|as well|additional)\b.*\b{_EVERY}\b|\b{_EVERY}\b.*\b(?:en (?:plus|sus)|on top|as well|extra|besides)\b"
)
_OF_SUBSCRIPTION: Final = re.compile(
    rf"\b(?:abonn\w+|subscri\w+|member\w*|adhe\w+|cotis\w+|monthly|mensuel\w*"
    rf"|{_EVERY})\b"
)


def is_of_subscription(question: str, sentence: str) -> bool:
    """Whether ``question`` asks what a thing costs, and ``sentence`` tells what one pays for it every month or year, or
    pays so besides."""
    asked, told = plain(question), plain(sentence)
    if expectation_of(question) is not Expectation.MONEY or _OF_SUBSCRIPTION.search(asked):
        return False
    return _SUBSCRIPTION.match(told) is not None or _BESIDES.search(told) is not None


def was_so_then(question: str, sentence: str) -> bool:
    """Whether ``question`` asks what a thing costs, and ``sentence`` tells what it cost at another time."""
    asked = plain(question)
    if expectation_of(question) not in (Expectation.MONEY, Expectation.FIGURE) or not _NOW_ASKED.search(asked):
        return False
    return _THEN.search(plain(sentence)) is not None and not _THEN.search(asked)


_CAME_TO: Final = re.compile(
    r"\b(?:end(?:s|ed)? up|turn(?:s|ed)? out|in the end|eventually|ultimately|finally|final|actually"
    r"|finalement|au final|en fin de compte|au bout du compte|definiti\w+|reellement|vraiment)\b"
)
_EXPECTED: Final = re.compile(
    r"\b(?:(?:is|are|was|were|be|been)(?: now)? (?:expected|estimated|forecast|budgeted|projected|likely|put at|set) "
    r"|(?:would|should|will|could|may|might) (?:now )?(?:cost|come|reach|be)\b|expects?\b|estimates?\b"
    r"|devrai(?:t|ent)|pourrai(?:t|ent)|couterai(?:t|ent)|couter(?:a|ont)|sera(?:it|ient)?\b"
    r"|(?:est|sont|etait|etaient) (?:desormais )?(?:estime|chiffre|evalue|prevu|budgete)e?s?\b)"
)


_YET_TO_COME: Final = re.compile(
    r"\b(?:will|shall|would|should|going to|expected|estimated|sera\w*|va|vont|devrai\w*|estime\w*|prevu\w*"
    r"|\w{3,}(?:era|eront|erait))\b"
)


def is_only_expected(question: str, sentence: str) -> bool:
    """Whether ``question`` asks what something came to in the end, and ``sentence`` only tells what it was expected
    to."""
    asked = plain(question)
    if expectation_of(question) not in (Expectation.MONEY, Expectation.FIGURE) or not _CAME_TO.search(asked):
        return False
    return not _YET_TO_COME.search(asked) and _EXPECTED.search(plain(sentence)) is not None


def asks_what_was_meant(question: str) -> bool:
    """Whether ``question`` asks what somebody wanted, or was ready, to pay: an offer tells it."""
    asked = plain(question)
    return _PAID.search(asked) is not None and _MEANT.search(asked) is not None


def is_only_offered(question: str, sentence: str) -> bool:
    """Whether ``question`` asks what was paid, and ``sentence`` only tells what was offered."""
    asked, told = plain(question), plain(sentence)
    asks_sum = expectation_of(question) in (Expectation.MONEY, Expectation.FIGURE)
    if not asks_sum or not _PAID.search(asked) or _OFFERED.search(asked) or _MEANT.search(asked):
        return False
    if not _OFFERED.search(told):
        return False
    return _WITHDRAWN.search(told) is not None or not _TAKEN.search(told)


def is_of_another_sum(question: str, sentence: str) -> bool:
    """Whether ``sentence`` speaks of money that came in, and of none that was spent, where ``question`` asks what a
    thing cost."""
    asked = plain(question)
    if not _ASKED.search(asked) or _COLLECTED.search(asked):
        return False
    told = plain(sentence)
    return _COLLECTED.search(told) is not None and not _TELLS_SPENT.search(told)

"""Whether what is read for "why" can give a reason: it says more than what was asked about."""

from __future__ import annotations

import re
from typing import Final

from index.terms.asked import asked_terms
from index.terms.letters import plain
from index.terms.tokens import stems

REPEATED: Final = 0.6
"""The share of the words of an answer that the question has, from which it only repeats that."""
TOLD_AGAIN: Final = 0.75
"""The share of the words of the question that an answer has, from which it tells what was asked about once more."""
_BECAUSE: Final = re.compile(
    r"\b(?:because|since|due|owing|after|so|for|as|parce|car|puisque|faute|raisons?|causes?|afin|pour|apres|suite|grace"
    r"|stem(?:s|med)|(?:came|comes) from|linked|provien\w+|provenai\w+|tien(?:t|nent) a|s'explique\w*|resulte\w*)\b"
)
_EXPLAINS: Final = re.compile(
    r"\b(?:because|due to|owing to|thanks to|on account of|after|since|given (?:that|the)|so (?:that|as to)|in order to"
    r"|for (?:lack|want|fear|fail\w+|los\w+)|lack\w*|reasons?|caus(?:e|es|ed|ing)|cit(?:ed|es|ing)|blam\w+|led to"
    r"|prompt\w+|trigger\w+|forc(?:ed|ing)|stem(?:s|med)|c(?:ame|omes?) from|linked to|in protest"
    r"|over (?:the|its|his|her|their)|too|enough"
    r"|parce qu\w*|car|puisqu\w*|faute|raisons?|cause|(?:grace|suite) (?:a|aux?)|apres|afin|de peur|manqu\w+"
    r"|invoqu\w+|motiv\w+|justifi\w+|expliqu\w+|provien\w+|provenai\w+|(?:tient|tiennent|dus?|dues?) (?:a|aux?)"
    r"|resulte\w*|forc(?:e|ee|es|ant)|contrain\w+|oblig\w+|trop|assez|insuffisan\w+|suit|protest\w*)\b|\w ?: "
)
"""What surely leads to a reason: fewer words than may."""
_WHY: Final = re.compile(
    r"(?:^|[,;:] |\b(?:and|et|so|mais|but|alors) )(?:why|how come|pourquoi|pk|pq)\b|\bpour quelles? raisons?\b"
    r"|\b(?:what was the reason|for what reason|la raison|cause (?:of|de|du)|reason (?:for|why))\b"
)
_TAKES_UP: Final = re.compile(
    r"\W*(?:en cause\b"
    r"|(?:(?:la|cette|ce|le|cet|the|this|that|its|sa|son|une|a) (?:\w+ ){0,2}?(?:decision|mesure|suspension"
    r"|interdiction|fermeture|choix|arret|annonce|retrait|move|ban|closure|step|order|ruling|measure|announcement|shutdown|withdrawal"
    r"|dismissal)|it|this|that|they|elle|il|cela|ceci|c') ?[^.;!?]{0,40}?"
    r"\b(?:fait suite a|font suite a|suit|follow(?:s|ed)|c(?:ame|omes) after|because|due to|en raison|parce|a cause"
    r"|owing to|prompted by|triggered by|motive\w*|justifi\w*|s'expliqu\w+|(?:inter)?vien(?:t|nent) apres|decoule))\b"
)
"""What takes up what the sentence before told, and says why."""
_STOPPAGE: Final = re.compile(
    r"\b(?:greves?|grevistes?|debray\w+|strikes?|striking|struck|walk(?:ed|ing)? out|walkout|stoppages?"
    r"|protest\w*|manifest\w+|petitions?|blocages?|bloqu\w+|occup(?:y|ied|e|ent|ation))\b"
)
_DEMANDED: Final = re.compile(
    r"\b(?:reclam\w+|exig(?:e|ent|eai\w+|ea)|revendiqu\w+|protest\w+ (?:contre|against|at|over)|denonc\w+"
    r"|(?:are|were) (?:asking for|demanding|calling for)|demand(?:s|ed|ing|ent|aient)\b|call(?:ed|ing|s)? for"
    r"|in protest|over (?:pay|wages|jobs|hours|pensions|plans?|the))\b"
)
"""What those who stop work, or protest, want: that is why they do."""
_LASTED: Final = re.compile(
    r"\W*(?:(?:elles?|ils?|it|they|the \w+|la \w+|le \w+) )?(?:(?:a|avai\w+|had|has) )?(?:dure|last)\w*\b"
)


_COMPARES: Final = re.compile(
    r"\W*(?:(?:more|less|far|much|about|plus|moins|environ) )*(?:(?:several|many|two|three|four|five|ten|twice|\d+"
    r"|plusieurs|deux|trois|quatre|cinq|dix) (?:times|fois)|twice|half|le double|la moitie|le triple)\b"
)


def takes_up_with_reason(sentence: str) -> bool:
    """Whether ``sentence`` takes up what the one before told, and says why it was so."""
    return _TAKES_UP.match(plain(sentence)) is not None


def tells_what_was_demanded(question: str, sentence: str) -> bool:
    """Whether ``question`` asks why people stopped work or protested, and ``sentence`` tells what they wanted."""
    return _STOPPAGE.search(plain(question)) is not None and _DEMANDED.search(plain(sentence)) is not None


def only_measures(words: str) -> bool:
    """Whether ``words`` only say how long something went on, or how much more it is than another thing, which is no
    reason for it."""
    if _COMPARES.match(plain(words)) and not _BECAUSE.search(plain(words)):
        return True
    return _LASTED.match(plain(words)) is not None and not _BECAUSE.search(plain(words))


def asks_why(question: str) -> bool:
    """Whether ``question`` asks for a reason."""
    return _WHY.search(plain(question)) is not None


def tells_a_reason(sentence: str) -> bool:
    """Whether ``sentence`` has a word that leads to a reason."""
    return _BECAUSE.search(plain(sentence)) is not None


def explains(sentences: str) -> bool:
    """Whether ``sentences`` have words, or a colon, that surely lead to a reason: without them what a reader takes for
    one is one in one case of two."""
    return _EXPLAINS.search(plain(sentences)) is not None


def only_repeats(question: str, asked_in: str, words: str, lang: str) -> bool:
    """Whether ``words``, in ``lang``, are mostly those of ``question``, asked in ``asked_in``, or tell all that was
    asked about and no reason."""
    told = set(stems(words, lang))
    terms = asked_terms(question, asked_in, lang)
    if not told or not terms:
        return False
    asked = frozenset(stem for term in terms for stem in term.stems)
    if len(told & asked) >= REPEATED * len(told):
        return True
    said = sum(not told.isdisjoint(term.stems) for term in terms)
    return said >= TOLD_AGAIN * len(terms) and not _BECAUSE.search(plain(words))

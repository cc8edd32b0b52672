"""Whose purchase a sentence tells: who asks when a firm was bought is told of no other that the same buyer took, nor of
talks that came to nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Self

from index.terms.letters import plain
from index.terms.stop_words import STOP_WORDS

_BUY: Final = r"(?:bought|buys?|buying|acquir(?:e|es|ed|ing)|purchased?|(?:took|taken|takes|take) over|snapped up)"
_ACHETER: Final = (
    r"(?:r?achet(?:e|ee|es|ees|er|ait|a|aient|ent)|r?achat d[eu]|acqui(?:s|se|ert|ere|rent)|acquisition d[eu])"
)
_BOUGHT: Final = re.compile(rf"\b(?:{_BUY}|{_ACHETER})(?![\w])")
_ASKED: Final = (
    re.compile(rf"\b(?:was|is|were|been|get|got) (?P<bought>.{{2,50}}?) (?:ever )?{_BUY}(?: by (?P<buyer>.+))?$"),
    re.compile(
        r"\b(?P<bought>[^,;]{2,50}?) (?:a|avait) (?:ete|-t-\w+ ete) (?:rachetee?s?|achetee?s?|acquise?s?)"
        r"(?: par (?P<buyer>.+))?$"
    ),
    re.compile(rf"\b(?:did|has|have|does) (?P<buyer>.{{2,40}}?) (?:ever )?{_BUY} (?P<bought>.{{2,60}})$"),
    re.compile(
        r"\b(?:did|has|have|does|will|would) (?P<buyer>.{2,40}?) (?:pay|paid|spend|spent|shell out) (?:for|on)"
        r" (?P<bought>.{2,60})$"
    ),
    re.compile(
        rf"\b(?:who|which \w+|what \w+)(?:'s| has| had| is| was)? {_BUY} (?P<bought>.{{2,50}}?)"
        r"(?: (?:from|off) (?P<seller>.+))?$"
    ),
    re.compile(
        r"\b(?:quand(?: est[- ]ce)? ?(?:que |qu')?|combien |en quelle annee |pourquoi )?"
        r"(?P<buyer>[\w.'&-]+(?: [\w.'&-]+){0,3}?) (?:a|avait|aurait)(?:-t-\w+)?"
        r" (?:finalement |vraiment |deja )?(?:rachete|achete|acquis) (?P<bought>.{2,50}?)"
        r"(?: (?:a|au|aux) (?P<seller>.+))?$"
    ),
    re.compile(
        r"\b(?P<buyer>[\w.'&-]+(?: [\w.'&-]+){0,3}?) (?:a|avait|aurait) (?:\w+ )?(?:paye|debourse|depense)"
        r" (?:combien )?(?:pour|dans) (?P<bought>.{2,60})$"
    ),
)
_ANY_THING: Final = re.compile(
    r"(?:(?:the|an?|its|their|his|her|it|them|le|la|les|une?|des|son|sa|ses|leurs?|cette|cet?)\b|l'|d')"
)
"""What is bought under no name of its own: « le moulin », "a rival"."""
_NO_NAME: Final = re.compile(
    r"(?:the|a|an|le|la|les|l|un|une|des|du|de|its|their|his|her|son|sa|ses|leurs?|company|firm|group|societe|entreprise"
    r"|groupe|start-?up|for|pour|in|en|\d+|how|much|combien|when|quand|who|qui|est|ce|que|qu|did|a|bien|ever|back"
    r"|annee|quelle|year|what|which|back)"
)
_OBJECT: Final = re.compile(
    r"(?: |'|’)(?:(?!(?:by|par|from|for|pour|in|en|and|et|that|which|qui|to)\b)[a-zà-ÿ0-9.,%$£€'’-]+ ?){0,7}?"
    r"(?P<name>[A-ZÀ-Þ][\w&-]+(?: [A-ZÀ-Þ][\w&-]+)*)"
)
_WORD: Final = re.compile(r"[^\W_]+")
_SOLD_TO: Final = (
    r"\b(?:(?:sold|sells?|selling|handed) [^.;]{1,60}?\bto"
    r"|(?:vend\w*|vente|cede\w*|cession) [^.;]{1,60}?\b(?:a|au|aux))"
)
_NEVER_CAME: Final = re.compile(
    r"\bsans (?:parvenir|arriver|aboutir|reussir|conclure|succes|suite|que cela)|\bn'(?:a|ont|ait|aient) (?:\w+ )?"
    r"(?:pas|jamais) (?:abouti|trouve|conclu)|\bfaute d'accord|\bwithout (?:a deal|reaching|success|agreeing|striking)"
    r"|\b(?:talks|negotiations|discussions) (?:\w+ ){0,3}?(?:failed|collapsed|broke (?:down|off)|fell through|stalled"
    r"|came to nothing|led nowhere)|\b(?:fell through|came to nothing|never went through|walked away)\b"
)
_TALKS: Final = re.compile(
    r"\b(?:discussions?|pourparlers|negoci\w+|discut\w+|envisag\w+|song\w+|tent(?:e|er|ait|a) d|failli|cherch\w+ a"
    r"|interess\w+|in talks|talks|negotiat\w+|consider(?:s|ed|ing)|explor(?:es|ed|ing)|tried to|came close"
    r"|(?:wanted|wants|hoped|hopes) to|attempt\w*)\b"
)
_DONE: Final = re.compile(
    r"\b(?:paid|paye|verse|conclu\w*|finalis\w+|complet\w+|closed the|agreed to|annonc\w+|announc\w+|bought|acquired"
    r"|(?:a|ont|avait) (?:rachete|achete|acquis)|rachete|achete|acquiert|accept\w+)\b"
)
_WHEN_OR_WHO: Final = re.compile(
    r"\b(?:when|quand|combien|how much|who|qui|quelle? (?:annee|date|jour|mois|prix|somme|montant)"
    r"|(?:which|what) (?:year|month|day|price|sum))\b"
)


@dataclass(frozen=True, slots=True)
class Purchase:
    """What was ``bought``, by whom and from whom, as words in plain small letters; none where nobody is named."""

    bought: frozenset[str]
    buyer: frozenset[str] = frozenset()
    seller: frozenset[str] = frozenset()

    @classmethod
    def asked(cls, question: str) -> Self | None:
        """The purchase that ``question`` asks about; None where it asks about none of something it names."""
        flat = plain(question).strip(" ?!.")
        found = next((found for pattern in _ASKED if (found := pattern.search(flat))), None)
        if found is None or _ANY_THING.match(found["bought"]):
            return None
        told = found.groupdict()
        bought, buyer, seller = (_names(told.get(part)) for part in ("bought", "buyer", "seller"))
        return cls(bought, buyer, seller) if bought else None

    def is_another_in(self, sentence: str) -> bool:
        """Whether ``sentence`` tells that another thing was bought, by its name, and says nothing of this one; or that
        whoever sold it bought it."""
        said = frozenset(_WORD.findall(plain(sentence)))
        if self.seller and self._is_bought_by_seller(sentence):
            return True
        if not said.isdisjoint(self.bought) or self._is_sold_to_buyer(sentence):
            return False
        flat = plain(sentence)
        things = [_OBJECT.match(sentence, found.end()) for found in _BOUGHT.finditer(flat)]
        named = [frozenset(_WORD.findall(plain(thing["name"]))) for thing in things if thing is not None]
        return any(name.isdisjoint(self.bought | self.buyer) for name in named)

    def names_all(self, sentence: str) -> bool:
        """Whether ``sentence`` tells a purchase, and names whoever the question says bought it."""
        said = frozenset(_WORD.findall(plain(sentence)))
        return bool(self.buyer) and self.buyer <= said

    def _is_bought_by_seller(self, sentence: str) -> bool:
        flat = plain(sentence)
        whom = rf"\b(?:{'|'.join(map(re.escape, sorted(self.seller)))})\b"
        bought = re.search(rf"{whom} (?:has |had |a |avait |ont )?(?:{_BUY}|{_ACHETER})", flat)
        return bought is not None or re.search(rf"{_SOLD_TO} (?:[\w'-]+ ){{0,4}}?{whom}", flat) is not None

    def _is_sold_to_buyer(self, sentence: str) -> bool:
        if not self.buyer:
            return False
        whom = rf"\b(?:{'|'.join(map(re.escape, sorted(self.buyer)))})\b"
        return re.search(rf"{_SOLD_TO} (?:[\w'-]+ ){{0,4}}?{whom}", plain(sentence)) is not None


def is_only_talked_of(question: str, sentence: str) -> bool:
    """Whether ``question`` asks when, by whom or for how much something was bought, and ``sentence`` tells only of
    talks, or of a purchase that did not come about."""
    asked = plain(question)
    if not _BOUGHT.search(asked) or not _WHEN_OR_WHO.search(asked) or _TALKS.search(asked):
        return False
    told = plain(sentence)
    if not _BOUGHT.search(told):
        return False
    return _NEVER_CAME.search(told) is not None or (_TALKS.search(told) is not None and not _DONE.search(told))


def _names(words: str | None) -> frozenset[str]:
    """The words of a name among ``words``."""
    found = _WORD.findall(words or "")
    return frozenset(
        word for word in found if not _NO_NAME.fullmatch(word) and not any(word in its for its in STOP_WORDS.values())
    )

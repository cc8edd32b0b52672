"""Questions that ask what one should think or do: no article answers them that doesn't say so itself."""

from __future__ import annotations

import re
from typing import Final

from index.terms.letters import plain

_ASKED: Final = re.compile(
    r"^(?:so |and |but )?(?:should(?!n't)|ought)\b(?! it be)"
    r"|\b(?:fallait|faudrait)-il\b|\b(?:vaut|valait|vaudrait)-il mieux\b|\bc'est mieux\b"
    r"|\bwould you (?:buy|choose|pick|recommend|go|trust|say)\b|\bdo you (?:think|recommend|like|prefer)\b"
    r"|\b(?:a (?:ton|votre) avis|(?:tu|t'en|vous|vous en|en) pens(?:es|ez)|in your (?:opinion|view))\b"
    r"|\b(?:is|are|was|were) (?:it|this|that|the [\w' -]+) worth (?:it|seeing|visiting|reading|the)\b"
    r"|\b(?:vaut|valait|valu)(?:-(?:il|elle|ils|elles))? (?:vraiment )?(?:le coup|la peine)\b"
    r"|^(?:is|are|was|were) .*\b(?:better|worse|nicer)\b.* than\b|^(?:is|are|was|were) .*\bthe (?:best|worst"
    r"|greatest)\b"
    r"|^(?:is|are|was|were) .*\b(?:the (?:right|wrong|most beautiful)|(?:right|wrong) to|too (?:harsh|strict"
    r"|severe|soft))\b"
    r"|^(?:is|are) .*'s most beautiful\b"
    r"|^(?:is|are) [\w' -]+ an? (?:good|bad|great|nice|fair)\b"
    r"|\b(?:est|etait|sont|etaient)-(?:il|elle|ils|elles|ce)\b.{0,20}\b(?:meilleure?s?|pires?|mieux)\b"
    r"|\b(?:est|etait)-(?:il|elle|ce) (?:vraiment )?(?:une? )?(?:bon|bonne|mauvaise?|beau|belle|grande?) \w+"
    r"|\b(?:faut-il|dois-je|doit-on|devrait-on|devrais-je) (?:avoir|garder|acheter|croire|craindre|interdire"
    r"|supprimer)\b"
)
_SAID: Final = re.compile(
    r"\b(?:better|worse|nicer|best|worst|greatest|unwise|wise|should|ought|recommend\w*|advis\w+|prefer\w*"
    r"|worth (?:it|the|a|while)"
    r"|meilleure?s?|mieux|pires?|bon(?:ne)?s?"
    r"|mauvaise?s?|conseill\w+|deconseill\w+|recommand\w+|devrai\w+|faudrait|fallait|vaut|valait)\b"
)


def asks_an_opinion(question: str) -> bool:
    """Whether ``question`` asks what is better, right or worth it: "should they have closed it?", « vaut-il mieux »."""
    return _ASKED.search(plain(question).strip(' «»"“”')) is not None


def gives_an_opinion(sentence: str) -> bool:
    """Whether ``sentence`` says what is better, right or worth it."""
    return _SAID.search(plain(sentence)) is not None

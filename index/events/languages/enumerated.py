"""Items of a list of which another one has the date: « le marché, le pont Neuf et la fermeture de la rue Basse en mai
2019 », "fined the mill in 2019, the forge in 2020 and the dairy in 2021"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from index.passages.passage import Span

_LAST: Final = re.compile(
    r",? and (?:(?:the|its|his|her|their|an?) )?(?:[\w-]+ )?"
    r"(?:\w{3,}(?:ing|[ts]ion|ment|ure|al)|launch|purchase|sale|loss|theft|fire|strike|death|birth|start) (?:of|to)\b"
    r"[^,;:]*\Z"
    r"|,? et (?:de |à )?(?:la |le |l'|un |une |son |sa |leur )(?:[\w-]+ )?"
    r"(?:\w{3,}(?:[ts]ion|ment|age|ure)|achat|rachat|vente|perte|vol|incendie|grève|mort|naissance|début|fin|retour"
    r"|arrivée|départ|mise|reprise) (?:de |du |des |d')[^,;:]*\Z",
    re.IGNORECASE,
)
"""The last item, which tells what was done, up to its date."""
_ITEM: Final = re.compile(
    r"[ :]?(?:(?:the|an?|its|his|her|their|la|le|les|une?|des|son|sa|ses|leurs?|du|au|aux) |l')?"
    r"(?:[\w'’-]+ ){0,4}[\w'’-]+",
    re.IGNORECASE,
)
_DETERMINED: Final = re.compile(
    r"(?<=\w )(?:(?:the|an?|its|his|her|their|la|le|les|une?|son|sa|ses|leurs?) |l')(?:[\w-]+ ){0,2}\Z", re.IGNORECASE
)
_VERB: Final = re.compile(
    r"\b(?:is|was|were|are|has|had|have|will|would|est|sont|a|ont|était|avait|\w{3,}ed|\w+ait)\b", re.IGNORECASE
)
_BEFORE_NAME: Final = 40
_NO_NOUN: Final = (
    r"(?:by|for|to|with|through|from|in|of|at|on|under|after|before|since|par|pour|avec|chez|dans|en|sur|sous|après"
    r"|avant|depuis|de|du|des|who|which|qui|que|dont)\b"
)
_NOUNS: Final = rf"(?:(?:(?:the|an?|la|le|les) |l')(?:(?!{_NO_NOUN})[a-zà-ÿ'-]+ ){{0,3}})?"
_NEXT: Final = re.compile(rf"(?:,|,? (?:and|et)) {_NOUNS}")
"""What joins an item to the date of the one before."""
_OBJECT: Final = re.compile(rf"\w+ {_NOUNS}\Z")
"""What stands before the first item, which is no subject."""
_VERB_BEFORE: Final = re.compile(rf"\w (?:\w{{3,}}ed|(?:a|ont|avait) \w+[éi]s?) {_NOUNS}\Z")
_TELLS: Final = re.compile(r"\b(?:is|was|were|are|has|had|have|will|would|est|sont|ont|était|avait)\b", re.IGNORECASE)


def is_other_item(plain: str, name: Span, clause: Span, date: int) -> bool:
    """Whether ``name`` is an item of a list in ``clause`` whose last one alone has the ``date``: after a comma, or the
    first of it, behind a verb."""
    last = _LAST.search(plain, name[1], date)
    if last is None:
        return False
    comma = plain.rfind(",", clause[0], name[0])
    ends = plain.find(",", name[1], last.start())
    item = plain[comma + 1 : ends if ends >= 0 else last.start()]
    if comma >= 0 and _is_item(item):
        return True
    begins = _DETERMINED.search(plain, clause[0], name[0])
    if ends < 0 or begins is None or begins.start() <= clause[0]:
        return False
    return all(map(_is_item, plain[begins.start() : last.start()].split(",")))


def is_object(plain: str, start: int, name: int) -> bool:
    """Whether what begins at ``start`` has its verb before the ``name``: « Le jury a primé Orion »."""
    return _VERB_BEFORE.search(plain, start, name) is not None


def has_a_date_of_its_own(plain: str, name: Span, others: Sequence[Span], dates: Sequence[Span], date: int) -> bool:
    """Whether ``name`` is an item of a list each of whose items, a name, has one of the ``dates`` behind it, and not
    the ``date``; ``others`` are the other names beside it. The first is behind a verb."""
    behind = [one for one in dates if one[0] >= name[1]]
    if not behind or date == behind[0][0] or _TELLS.search(plain, name[1], behind[0][0]):
        return False
    before = [one for one in dates if one[1] <= name[0]]
    if before and _NEXT.fullmatch(plain, before[-1][1], name[0]):
        return True
    if date < behind[0][0]:
        return False
    begins = _OBJECT.search(plain, max(0, name[0] - _BEFORE_NAME), name[0])
    return begins is not None and any(_NEXT.fullmatch(plain, behind[0][1], other[0]) for other in others)


def _is_item(text: str) -> bool:
    return _ITEM.fullmatch(text) is not None and _VERB.search(text) is None

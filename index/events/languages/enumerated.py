"""Items of a list before its last one, which alone has the date: « le marché, le pont Neuf et la fermeture de la rue
Basse en mai 2019 »."""

from __future__ import annotations

import re
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


def _is_item(text: str) -> bool:
    return _ITEM.fullmatch(text) is not None and _VERB.search(text) is None

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
_VERB: Final = re.compile(
    r"\b(?:is|was|were|are|has|had|have|will|would|est|sont|a|ont|était|avait|\w{3,}ed|\w+ait)\b", re.IGNORECASE
)


def is_other_item(plain: str, name: Span, clause: Span, date: int) -> bool:
    """Whether ``name`` is an item after a comma of a list in ``clause`` whose last one alone has the ``date``."""
    last = _LAST.search(plain, name[1], date)
    comma = plain.rfind(",", clause[0], name[0])
    if last is None or comma < 0:
        return False
    ends = plain.find(",", name[1], last.start())
    item = plain[comma + 1 : ends if ends >= 0 else last.start()]
    return _ITEM.fullmatch(item) is not None and _VERB.search(item) is None

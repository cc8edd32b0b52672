"""Whether the short form of a name is a town, where others are too: Ambreuil, of « le festival du film d'Ambreuil »."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_SAID_TO_BE: Final = (
    r"\b(?:villes?|communes?|villages?|bourg|maires?|mairie|habitante?s?|municipalité|gare|rues|région|agglomération"
    r"|town|city|village|mayors?|people|streets|outskirts|inhabitants|residents|station) (?:de |d['’]|of |at )"
)
_IN: Final = r"\b(?:[àÀ]|[Ii]n|[Nn]ear|près (?:de |d['’])) ?"
_OFTEN: Final = 2
"""Times that something happens in it, from which on it is a place."""


def is_where(form: str, texts: Iterable[str]) -> bool:
    """Whether something happens in ``form``, by one of ``texts``, or it is said to be a town."""
    within = re.compile(rf"(?:{_IN}|{_SAID_TO_BE}){re.escape(form)}\b(?![- ][A-ZÀ-Þ])")
    return any(map(within.search, texts))


def is_town(form: str, texts: Iterable[str]) -> bool:
    """Whether ``texts`` use ``form`` as that of a town, by what they call it or by what happens in it."""
    name = rf"{re.escape(form)}\b(?![- ][A-ZÀ-Þ])"
    called, within = re.compile(_SAID_TO_BE + name), re.compile(_IN + name)
    times = 0
    for text in texts:
        if called.search(text):
            return True
        times += len(within.findall(text))
    return times >= _OFTEN

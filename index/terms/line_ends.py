"""Words cut at the end of a line: whether the hyphen there is the word's own."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from index.terms.known_words import is_known
from index.terms.tokens import fold

_ALWAYS_JOINED: Final = frozenset(
    """
    vice ex non mi demi semi sous quasi self celui celle ceux celles peut c est a t il elle on y en là ci soi lui moi
    toi nous vous eux grand nord sud est ouest franco anglo germano israélo russo sino nippo italo austro well vingt
    trente quarante cinquante soixante twenty thirty forty fifty sixty seventy eighty ninety
    """.split()
)
"""First halves that keep their hyphen whatever their second half (« vice-président », "twenty-two")."""
_COMPOUND: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")


def compounds_in(text: str) -> frozenset[str]:
    """The words of ``text`` that are written with a hyphen, folded."""
    return frozenset(fold(found[0]) for found in _COMPOUND.finditer(text))


def keeps_hyphen(first: str, second: str, compounds: Collection[str]) -> bool:
    """Whether a hyphen between ``first``, at the end of a line, and ``second``, at the beginning of the next, belongs
    to the word; ``compounds`` are those that the same text writes with one elsewhere.

    Without it, « suspendu » is a word, and « porteparole » is none while « porte » and « parole » are.
    """
    halves = fold(first), fold(second)
    if "-".join(halves) in compounds or first.lower() in _ALWAYS_JOINED:
        return True
    return not is_known("".join(halves)) and all(map(is_known, halves))

"""Forms of French verbs that tell when something is."""

from __future__ import annotations

from typing import Final

_IMPERFECT: Final = r"(?:(?:re|at|é|sou)?tir|(?:cha)?vir|\w*spir|ad?mir|désir|déchir|\w*gendr)"
CONDITIONAL: Final = (
    rf"(?!(?:{_IMPERFECT}|attr)ai)(?:\w+er|\w*(?:[^\Wa]ir|(?:pl|t|tr)air|(?:tt|ît|ait)r|evr|(?:v|u)ivr|[lnoru]dr|ompr)"
    r"|\w*(?:pou|ve|mou|cou|que)rr|ir|s?aur|(?:con|ex|in)clur)ai(?:t|ent)"
)
"""What would be: an infinitive with the endings of the imperfect. « entrait » and « livrait » only look like it:
they are the imperfect of « entrer » and « livrer »."""

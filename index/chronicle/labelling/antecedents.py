"""What is named right before words that tell more of it: « Anna Roussel, médecin, | qui prend ses fonctions »."""

from __future__ import annotations

import re
from typing import Final

from index.chronicle.labelling.verbs import may_have_verb

_BEFORE: Final = 78
"""Characters in which what something is told of is named."""
_NAMED_BEFORE: Final = re.compile(
    r"(?:\b(?:la|le|les|the) |\b[ld]['’])?\b"
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|[A-Z][a-z]{2,5}day)\b)"
    r"[A-ZÀ-ÖØ-ÞŒ][\w'’.-]*"
    r"(?: (?:(?:de|du|des|la|le|of|the|and|et|&|von|van) )?[A-ZÀ-ÖØ-ÞŒ\d][\w'’.-]*)*,? ?\Z"
)
_THING_BEFORE: Final = re.compile(
    r".*(?P<thing>(?:\b(?:la|le|les|une?|des|du|aux?|cette|cet?|ces|son|sa|ses|leurs?"
    r"|the|an?|its|his|her|their|this|these) "
    r"|\b[ld]['’])[^,;:.()]{2,60}?,? ?)\Z",
    re.DOTALL,
)
"""What is named right before what is told of it: by a name, or by a noun with its article or « son »."""
_NOUN_BEFORE: Final = re.compile(
    r"(?:\b(?:la|le|les|une?|the|an?) |\b[ld]['’]|(?<=\bdu )|(?<=\bau )"
    r"|(?<=\baux ))"
    r"(?:[a-zà-ÿ-]{3,} ){1,2}\Z"
)
"""What stands before a name and says what it is: « la gamme | Halo »."""
_BELONGS: Final = re.compile(r"\b(?:d[eu]|des|of|from|at|in|aux?|chez|pour|for) \Z|\bd['’]\Z")
"""What makes a name that follows part of what stands before it: « plume du | New Yorker »."""


def named_before(text: str, low: int, begin: int) -> int | None:
    """Where in ``text``, not before ``low``, the name begins that stands right before ``begin``, or before who that
    is: « | Anna Roussel, médecin et essayiste, qui »."""
    low, at = max(low, begin - _BEFORE), begin
    while at > low:
        named = _NAMED_BEFORE.search(text, low, at)
        if named is not None and _BELONGS.search(text, low, named.start()) is None:
            return named.start()
        comma = text.rfind(", ", low, max(low, at - 2))
        at = comma + 2 if comma >= 0 else low
    return None


def antecedent(text: str, low: int, begin: int) -> int:
    """Where what is named right before ``begin`` begins, by a name or a noun; ``begin`` itself where nothing is."""
    named = named_before(text, low, begin)
    if named is not None:
        return named
    thing = _THING_BEFORE.match(text, max(low, begin - _BEFORE), begin)
    return thing.start("thing") if thing is not None else begin


def with_noun(text: str, low: int, named: int, lang: str) -> int:
    """Where the noun begins that says what the name at ``named`` is of: « | la gamme Halo »; ``named`` without one."""
    noun = _NOUN_BEFORE.search(text, low, named)
    return noun.start() if noun is not None and not may_have_verb(noun[0], lang) else named

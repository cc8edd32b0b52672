"""What articles say that somebody is, beside the name: "Open Sea, an association based in Brissac", « son navire,
l'Alcyon ». Further on « l'association », "the ship" is that one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from index.article import Article
from index.entities.book.entity import Entity
from index.entities.book.names import folded
from index.entities.headwords import THINGS_OTHERWISE, heads_across, things
from index.terms.translations import OTHER_LANGUAGE

_AN: Final[Mapping[str, str]] = {
    "fr": r"(?:(?:une?|le|la|son|sa|leur|cette|ce|cet) |l['’])",
    "en": r"(?:an?|the|its|their|his|her|this) ",
}
_THE: Final[Mapping[str, str]] = {"fr": r"(?:(?:le|la|les) |l['’])?", "en": r"(?:the )?"}
_FEW: Final = r"(?:[a-zà-ÿœ-]+ ){0,2}?"
"""Words that may stand between: "a small association", « la petite troupe amateur du Lampadaire »."""


def apposed(entity: Entity, articles: Iterable[Article]) -> dict[str, tuple[str, ...]]:
    """The words for what ``entity`` is said to be in ``articles``, for each of both languages."""
    said: dict[str, dict[str, None]] = {lang: {} for lang in _AN}
    names = "|".join(re.escape(one.name) for one in entity.names if not one.ambiguous)
    for article in articles:
        lang = article.card.lang
        if lang not in _AN:
            continue
        for noun in _nouns_beside(names, lang, article.body):
            said[lang][things(lang)[noun]] = None
            other = OTHER_LANGUAGE[lang]
            known = things(other)
            said[other].update((known[one], None) for one in sorted(heads_across(lang)[noun]) if one in known)
    return {lang: tuple(nouns) for lang, nouns in said.items()}


def _nouns_beside(names: str, lang: str, text: str) -> Iterable[str]:
    """The folded words for things that stand beside one of the ``names`` and say what it is."""
    named = rf"(?i:{_THE[lang]})(?:{names})(?!\w)"
    nouns = "|".join(re.escape(one) for noun, one in things(lang).items() if noun not in THINGS_OTHERWISE)
    after = rf"{named}, (?i:{_AN[lang]}){_FEW}({nouns})\b"
    before = rf"\b(?i:{_AN[lang]}){_FEW}({nouns})(?: [a-zà-ÿœ-]+,|,)? {named}"
    for pattern in (after, before):
        yield from (folded(match[1]) for match in re.finditer(pattern, text))

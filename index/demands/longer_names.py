"""Names of which one is the other and a word more: « la Petite Mouette » is no « Mouette », "New Haven" no "Haven"."""

from __future__ import annotations

import re
from typing import Final

from index.generation.generation import Generation
from index.passages.passage import Span
from index.terms.letters import plain

_MORE: Final = (
    r"(?:petite?|grande?|vieu?x|vieil|vieille|nouve(?:au|lle)|haute?|basse?|belle?|bon|bonne|jeune|rouge|noire?|blanc|blanche"
    r"|vert|verte|bleue?|saint|sainte|little|big|great|old|new|young|upper|lower|east|west|north|south|red|black|white|green"
    r"|blue|royal|lesser)"
)
_BEFORE: Final = re.compile(rf"\b({_MORE})[ -]\Z")
_MOST_ARTICLES: Final = 12


def longer_name(question: str, generation: Generation, span: Span) -> tuple[str, ...]:
    """The words, in plain small letters, of the name that stands in ``question`` around the ``span`` of a shorter one,
    where some article of ``generation`` writes both as one name; none where none does."""
    flat = plain(question)
    found = _BEFORE.search(flat, 0, span[0])
    if found is None:
        return ()
    words = (found[1], *re.findall(r"[^\W_]+", flat[slice(*span)]))
    for article_id in generation.texts.articles_that_say([words], _MOST_ARTICLES):
        article = generation.texts.article(article_id)
        if article is not None and _writes_as_name(words, article.body):
            return words
    return ()


def says_name(words: tuple[str, ...], text: str) -> bool:
    """Whether ``text`` has the ``words`` one after the other."""
    return re.search(_pattern(words), plain(text)) is not None


def _writes_as_name(words: tuple[str, ...], body: str) -> bool:
    """Whether ``body`` writes all of the ``words`` with a capital inside a sentence."""
    places = (found.start() for found in re.finditer(_pattern(words), plain(body)))
    return any(body[at].isupper() and re.search(r"[\w,;'’] \Z", body[:at]) is not None for at in places)


def _pattern(words: tuple[str, ...]) -> str:
    return r"\b" + r"[\W_]+".join(map(re.escape, words)) + r"\b"

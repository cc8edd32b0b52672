"""A work under the title it has in the other language, which need not be a translation: known by who made it, when
articles of each language give but one title of theirs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from index.article import Article
from index.entities.book.names import ARTICLES, name_key
from index.entities.proper_names import UNLISTED, Name, Naming, begins_sentence
from index.generation.texts import ExcerptSource
from index.passages.sentences import sentences

_ARTICLE: Final = re.compile(r"(?:The|La|Le|Les) |L['’]")
_FEW: Final = 8
"""Articles that say who made it at most, for them to tell of one work."""
BESIDE: Final = 2
"""Names that two articles share, the maker's among them, from which on they may tell of the same work."""
_CAPITAL: Final = r"[A-ZÀ-ÖØ-ÞŒ]"
_TITLE: Final = re.compile(
    rf"(?<![\w'’])(?:(?:The|La|Le|Les) |L['’]){_CAPITAL}[\w-]+"
    rf"(?: (?:(?:of|the|in|with|and|de|du|des|la|le|les|à|aux?|et|en) |[ld]['’])*{_CAPITAL}[\w-]+)*"
    rf"|(?<=[«“\"])\s?(?:{_CAPITAL}|[LD]['’])[^«»“”\"\n.,;:?!]{{2,60}}(?=[»”\"])"
)
"""What is written as a work's title: its article has a capital within a sentence, or it stands between quotation marks.
"""


def titles_across(title: str, own: Sequence[Article], naming: Naming, texts: ExcerptSource) -> tuple[str, ...]:
    """What articles in another language than those that name the work ``title``, which are ``own``, call it; empty when
    it is not written as a work, or its maker has several there."""
    key = title_key(title)
    its = [article for article in own if _is_titled(article.body, title)]
    langs = {article.card.lang for article in its}
    if not its:
        return ()
    makers = {name for article in its for name in _makers(article, title, naming)}
    beside = {name for article in its for name in named_in(article, naming)}
    found: dict[tuple[str, ...], str] = {}
    for maker in sorted(makers):
        for article_id in texts.articles_if_few([maker.split()], _FEW):
            article = texts.article(article_id)
            if article is None or len(beside & named_in(article, naming)) < BESIDE:
                continue
            by = [one for one in _titles_beside(article, maker, naming) if not is_same_title(title_key(one), key)]
            if by and article.card.lang in langs:
                return ()
            found.update((title_key(one), one) for one in by)
    return tuple(found.values()) if len(found) == 1 else ()


def _makers(article: Article, title: str, naming: Naming) -> Iterator[str]:
    """The people named in a sentence that names the work."""
    for start, end in sentences(article.body, 0, len(article.body)):
        text = article.body[start:end]
        if _is_titled(text, title):
            yield from _people(naming.names(text, article.card.lang, article.card.title), text)


def _titles_beside(article: Article, maker: str, naming: Naming) -> Iterator[str]:
    """The titles of works in the sentences that name ``maker``."""
    for start, end in sentences(article.body, 0, len(article.body)):
        text = article.body[start:end]
        if maker in _people(naming.names(text, article.card.lang, article.card.title), text):
            by = re.compile(rf" (?:d['’]|de |by ){re.escape(maker)}\Z", re.IGNORECASE)
            yield from (by.sub("", one) for one in titles(text))


def _is_titled(text: str, title: str) -> bool:
    """Whether ``text`` writes ``title`` as a work's: its article with a capital within a sentence, or quoted."""
    for match in re.finditer(rf"\b{re.escape(title)}\b", text, re.IGNORECASE):
        if not match[0][0].isupper():
            continue
        if _is_quoted(text, match.start()):
            return True
        if _ARTICLE.match(match[0]) and not begins_sentence(text, match.start()):
            return True
    return False


def is_same_title(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two titles are one, of which some words may be left out at the end, where they have no capital."""
    length = min(len(one), len(other))
    return tuple(one[:length]) == tuple(other[:length])


def titles(text: str) -> Iterator[str]:
    """What ``text`` writes as the titles of works."""
    for match in _TITLE.finditer(text):
        if _is_quoted(text, match.start()) or not begins_sentence(text, match.start()):
            yield match[0].strip()


def _is_quoted(text: str, start: int) -> bool:
    return text[max(0, start - 2) : start].rstrip()[-1:] in ("«", "“", '"')


def _people(names: Iterable[Name], text: str) -> frozenset[str]:
    """Those of the ``names`` in ``text`` that are written as people's: two or three words, no article."""
    written = ((name.key, text[name.start : name.end].split()) for name in names if name.key.startswith(UNLISTED))
    return frozenset(
        key[len(UNLISTED) :]
        for key, words in written
        if 2 <= len(words) <= 3 and words[0] not in ("The", "La", "Le", "Les")
    )


def title_key(title: str) -> tuple[str, ...]:
    """The folded words of a title, an article at its head aside."""
    words = name_key(title)
    return words[1:] if len(words) > 1 and words[0] in ARTICLES else words


def named_in(article: Article, naming: Naming) -> frozenset[str]:
    """The names of several words in ``article``, which tell of what it speaks."""
    names = naming.names(article.body, article.card.lang, article.card.title)
    return frozenset(name.key[len(UNLISTED) :] for name in names if name.key.startswith(UNLISTED) and " " in name.key)

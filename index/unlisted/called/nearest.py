"""What a subject is called in the other language when its name is not translated word for word: « l'Alcyon », "the
Halcyon"; « Solidarité Grand Large », "Open Sea Solidarity".

Of the names in articles that tell of the same people and places, the one whose vector is far nearer than any other's,
and to which no other name beside the subject is as near.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.article import Article
from index.entities.book.names import ARTICLES, folded, name_key
from index.entities.headwords import things
from index.entities.proper_names import UNLISTED, Naming, is_name_within
from index.generation.texts import ExcerptSource
from index.terms.translations import OTHER_LANGUAGE

Meanings = Callable[[Sequence[str]], NDArray[np.float32]]
"""The unit vectors of texts, at least one, shape (texts, dimensions)."""
Key = tuple[str, ...]

_MOST_ARTICLES: Final = 40
"""Of either language, that are looked at."""
_MOST_NAMES: Final = 60
"""Names beside the subject by which articles of the other language are found."""
_FEW: Final = 12
"""Articles that say such a name at most: one that is everywhere tells nothing."""
_SHARED: Final = 2
"""Names that an article of the other language shares with those that say the subject's."""
_LIKE: Final = 0.45
_AHEAD: Final = 0.2
"""The cosine from which two names may be one, and how far behind any other name must be, seen from either. Between
names and their counterparts in the other language it is .5 to 1, and .2 to .7 ahead; between towns of a country, and
people of a trade, up to .6, and less than .2 ahead seen from one of the two."""
_SPELT_ALIKE: Final = 0.75
"""How alike the letters of single words must be, 0 to 1: Alcyon, Halcyon."""
_BEFORE: Final = re.compile(r"(\w+) (?:d(?:e|u|es) (?:la )?|d['’]|de l['’])\Z")
_AFTER: Final = re.compile(r" (\w+)")
_LONGEST: Final = 30
"""Characters that what a thing is may take before its name."""
_SHORTEST: Final = 3
"""Letters of a word that two siblings share ("Apple Heart Study", "Apple Watch"): where one is the other's
translation, :mod:`index.unlisted.called.across` tells."""


def nearest_across(
    name: str, own: Sequence[Article], naming: Naming, texts: ExcerptSource, meanings: Meanings
) -> tuple[str, ...]:
    """What articles of the other language than ``own``, those that say ``name``, call it, as they write it; empty
    where nothing is near enough."""
    langs = Counter(article.card.lang for article in own if article.card.lang in OTHER_LANGUAGE)
    if not langs:
        return ()
    lang = langs.most_common(1)[0][0]
    its = [article for article in own if article.card.lang == lang][:_MOST_ARTICLES]
    beside = _names_in(its, naming)
    told = _that_share(beside, lang, texts)
    there = _names_in(told, naming)
    key = name_key(name)
    foreign = [one for one in there if one not in beside and _is_name(there[one].form, told)]
    others = [one for one in foreign if _may_be(key, one)]
    if not others:
        return ()
    parts = [one for one in beside if _is_part(one, key)]
    ours = [_most_called(name, its, lang), *(beside[one].called for one in parts)]
    neighbours = [
        beside[one].called for one in beside if one not in {*parts, *there} and _is_name(beside[one].form, its)
    ]
    vectors = meanings([*ours, *neighbours, *(one.called for one in there.values())])
    our_vectors, beside_vectors, their_vectors = np.split(vectors, [len(ours), len(ours) + len(neighbours)])
    likeness = dict(zip(there, (their_vectors @ our_vectors.T).tolist(), strict=True))
    for at in range(len(ours)):
        best = max(others, key=lambda one: likeness[one][at])
        back = beside_vectors @ their_vectors[list(there).index(best)]
        rivals = [likeness[one][at] for one in foreign if not _is_part(one, best)] + back.tolist()
        if likeness[best][at] >= max(_LIKE, max(rivals, default=0.0) + _AHEAD):
            return (_whole(best, others, there).form,)
    return ()


def _whole(best: Key, others: Iterable[Key], written: Mapping[Key, _Written]) -> _Written:
    """The longest of the names that ``best`` is a part of: "Sea Solidarity" of "Open Sea Solidarity"."""
    return written[max((one for one in others if set(best) <= set(one)), key=len)]


@dataclass(frozen=True, slots=True)
class _Written:
    """A name as an article writes its ``form``, and as it is ``called``, with what it is: « observatoire du Roc-Noir »,
    "the Clauses pool"."""

    form: str
    called: str


def _names_in(articles: Iterable[Article], naming: Naming) -> dict[Key, _Written]:
    """The names that no list holds in ``articles``, by their words; those that more articles say first."""
    times: Counter[Key] = Counter()
    written: dict[Key, _Written] = {}
    for article in articles:
        text, lang = article.body, article.card.lang
        names = naming.names(text, lang, article.card.title)
        its: dict[Key, _Written] = {}
        for name in names:
            form = " ".join(text[name.start : name.end].split())
            if name.key.startswith(UNLISTED):
                one = _Written(form, _called(text, name.start, name.end, lang) or form)
                its[name_key(form)] = max(one, its.get(name_key(form), one), key=lambda each: len(each.called))
        times.update(its.keys())
        written = {**its, **{key: one for key, one in written.items() if one.called != one.form or key not in its}}
    return {key: written[key] for key, _ in times.most_common()}


def _called(text: str, start: int, end: int, lang: str) -> str:
    """The name ``text[start:end]`` with what it is beside it; empty when that is not told."""
    if lang == "fr":
        said = _BEFORE.search(text, max(0, start - _LONGEST), start)
        return text[said.start() : end] if said and folded(said[1]) in things(lang) else ""
    said = _AFTER.match(text, end)
    return text[start : said.end()] if said and folded(said[1]) in things(lang) else ""


def _most_called(name: str, articles: Iterable[Article], lang: str) -> str:
    """``name`` as most of ``articles`` that say it with what it is do; as it is when none does."""
    said = re.compile(rf"\b{re.escape(name)}\b")
    times = Counter(
        called
        for article in articles
        for match in said.finditer(article.body)
        if (called := _called(article.body, *match.span(), lang))
    )
    return times.most_common(1)[0][0] if times else name


def _that_share(beside: Iterable[Key], lang: str, texts: ExcerptSource) -> list[Article]:
    """The articles in the other language than ``lang`` that say some of the names ``beside``, those that say most
    first."""
    times = Counter(one for key in [*beside][:_MOST_NAMES] for one in texts.articles_if_few([key], _FEW))
    found: list[Article] = []
    for article_id, count in times.most_common():
        if count < _SHARED or len(found) == _MOST_ARTICLES:
            break
        article = texts.article(article_id)
        if article is not None and article.card.lang == OTHER_LANGUAGE[lang]:
            found.append(article)
    return found


def _may_be(key: Key, other: Key) -> bool:
    """Whether the words of two names don't tell that they are two."""
    ours, theirs = ([word for word in one if word not in ARTICLES] for one in (key, other))
    if any(len(word) >= _SHORTEST and word in theirs for word in ours):
        return False
    if len(ours) == len(theirs) == 1:
        return SequenceMatcher(None, ours[0], theirs[0]).ratio() >= _SPELT_ALIKE
    return True


def _is_name(written: str, articles: Iterable[Article]) -> bool:
    return any(is_name_within(written, article.body) for article in articles)


def _is_part(one: Key, other: Key) -> bool:
    some, others = set(one) - ARTICLES, set(other) - ARTICLES
    return some <= others or others <= some

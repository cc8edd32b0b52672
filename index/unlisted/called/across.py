"""What a subject is called in the other language, where no list says so: « le pont des Tanneurs » is "the Tanneurs
bridge" in English articles. What is a name in it stays, what is a word is translated, in any order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Final

from index.article import Article
from index.entities.book.names import WORD, folded, name_key, name_words
from index.entities.headwords import heads_across, things
from index.entities.proper_names import Naming, goes_on
from index.generation.texts import ExcerptSource
from index.terms.stop_words import STOP_WORDS
from index.terms.tokens import STEMMERS
from index.terms.translations import OTHER_LANGUAGE, words_across
from index.unlisted.called.works import BESIDE, named_in

_MOST: Final = 40
"""Articles that say a word of the name which are looked at."""
_TRANSLATES: Final = 0.1
"""The weight from which a translation stands for a word."""
_COGNATE: Final = 5
"""Letters that begin two words which are one in both languages: « polyptyque », "polyptych"."""
_LONGER: Final = 3
"""Letters by which one of these may be longer."""
_BETWEEN: Final = 3
"""Words of grammar at most inside a name: "the pool at Les Clauses"."""
_TIES: Final = re.compile(r"(?: ?['’ʼ]s?)?[ \n]?|-|['’ʼ]")
_OF: Final = re.compile(r" d(?:e|u|es) | d'")
"""What follows a word that says more of the one before: « le pont routier des Tanneurs », "the Clauses swimming pool".
"""
_SHORTEST: Final = 3
_MOST_WORDS: Final = 5
_MOST_PHRASED: Final = 3
_MOST_MEANT: Final = 8
_FRENCH_TIES: Final = ((), ("de",), ("des",), ("du",), ("de", "la"), ("d",), ("à",), ("aux",), ("au",))
"""What may join the words of a name in French, after what it is."""


def names_across(name: str, known: Set[str], texts: ExcerptSource) -> tuple[str, ...]:
    """What articles, the ``known`` ones aside, call in their language what ``name`` names in the other, as they write
    it."""
    told = _Told.of(name)
    if len(told.words) < 2:  # with one there is nothing to be sure by
        return ()
    saying = (texts.articles_if_few([[word]], _MOST) for word in told.words if len(word) >= _SHORTEST)
    rarest_first = dict.fromkeys(one for ids in sorted(saying, key=len) for one in ids if one not in known)
    articles = (article for one in [*rarest_first][:_MOST] if (article := texts.article(one)) is not None)
    forms = dict.fromkeys(form for article in articles for form in told.said_in(article))
    return tuple(form for form in forms if name_key(form) != name_key(name))


def names_translated(name: str, own: Sequence[Article], naming: Naming, texts: ExcerptSource) -> tuple[str, ...]:
    """What articles in the other language than those that say ``name``, which are ``own``, call it when every word is
    translated: « la halle aux grains », "the corn hall"; only in articles that share some names with those."""
    told, known = _Told.of(name), {article.card.id for article in own}
    langs = {OTHER_LANGUAGE[article.card.lang] for article in own if article.card.lang in OTHER_LANGUAGE}
    if not own or not 2 <= len(told.words) <= _MOST_WORDS:
        return ()
    beside = {name for article in own for name in named_in(article, naming)}
    forms: dict[str, None] = {}
    ids = texts.articles_if_few([phrase for lang in langs for phrase in told.phrases(lang)], _MOST)
    lacking = len(told.words) - len(told.proper) > 1 and bool(told.proper)
    if lacking:
        ids += texts.articles_if_few([[word] for word in told.proper], _MOST)
    for article_id in dict.fromkeys(ids):
        article = texts.article(article_id) if article_id not in known else None
        if article is None or article.card.lang not in langs or len(named_in(article, naming) & beside) < BESIDE:
            continue
        forms.update(dict.fromkeys(told.said_in(article, is_anchored=False)))
        if lacking:
            forms.update(dict.fromkeys(told.said_in(article, may_lack=True)))
    return tuple(forms)


@dataclass(frozen=True, slots=True)
class _Told:
    """A name as the folded ``words`` that tell it, those of grammar left out."""

    words: tuple[str, ...]
    proper: frozenset[str]
    """Those that are names themselves, by their capital: « cave coopérative du Val d'Orbe »."""

    @classmethod
    def of(cls, name: str) -> _Told:
        written = [match[0] for match in name_words(name) if not _is_grammar(folded(match[0]))]
        capitals = {folded(word) for word in written if word[0].isupper()}
        return cls(tuple(map(folded, written)), frozenset(capitals - things("fr").keys() - things("en").keys()))

    def phrases(self, lang: str) -> list[tuple[str, ...]]:
        """What all words may be in ``lang``, what it is at the end in English, in French at the head."""
        if len(self.words) > _MOST_PHRASED:
            return []
        meant = [sorted(_Meant.of(word, OTHER_LANGUAGE[lang]).others)[:_MOST_MEANT] for word in self.words]
        if lang == "en":
            return [(*rest, head) for head, *rest in product(*meant)]
        return [(head, *tie, *rest) for *rest, head in product(*meant) for tie in _FRENCH_TIES]

    def said_in(self, article: Article, *, is_anchored: bool = True, may_lack: bool = False) -> Iterator[str]:
        """The stretches of ``article`` that say all the words in its language, at least one of them as it is when
        ``is_anchored``, else none; those that are no names but for one, when they ``may_lack``."""
        if article.card.lang not in OTHER_LANGUAGE:
            return
        meant = [_Meant.of(word, OTHER_LANGUAGE[article.card.lang]) for word in self.words]
        for text in (article.card.title, article.body):
            said = list(WORD.finditer(text))
            for first in range(len(said)):
                last = _last(said, first, meant, text, self.proper if may_lack else None, is_anchored=is_anchored)
                if last is not None and not goes_on(text, said[last].end()):
                    yield " ".join(text[said[first].start() : said[last].end()].split())


def _last(
    said: Sequence[re.Match[str]],
    first: int,
    meant: Sequence[_Meant],
    text: str,
    needed: Set[str] | None,
    *,
    is_anchored: bool,
) -> int | None:
    """The place of the last word of the stretch of ``text`` that begins with the ``first`` of those ``said`` in it, and
    says all that is ``meant``, or what is ``needed`` of it and a word more; None when there is none."""
    left, last = list(meant), None
    kept = grammar = added = 0
    for at in range(first, len(said)):
        if at > first and not _TIES.fullmatch(text, said[at - 1].end(), said[at].start()):
            return last
        word = said[at][0]
        its = next((one for one in left if one.is_said(folded(word))), None)
        if its is not None:
            left.remove(its)
            kept += its.word == folded(word) and word[0].isupper()
            if (kept > 0) == is_anchored and _is_enough(left, meant, needed):
                last = at
            if not left:
                return last
        elif at == first:
            return None
        elif _is_grammar(folded(word)) and (not added or _OF.match(text, said[at - 1].end())):
            grammar += 1
        else:
            added += 1
            if not word.islower() or not (kept or _OF.match(text, said[at].end())):
                return last
        if grammar > _BETWEEN or added > 1:
            return last
    return last


def _is_enough(left: Sequence[_Meant], meant: Sequence[_Meant], needed: Set[str] | None) -> bool:
    """Whether what is ``left`` to say of what is ``meant`` may be left out: no name, and not all that are none."""
    if needed is None or not left:
        return not left
    return needed.isdisjoint(one.word for one in left) and len(meant) - len(left) > len(needed)


@dataclass(frozen=True, slots=True)
class _Meant:
    """A folded word, and those of the other language that say the same."""

    word: str
    others: frozenset[str]

    @classmethod
    @lru_cache(maxsize=256)
    def of(cls, word: str, lang: str) -> _Meant:
        across, heads = words_across(lang), heads_across(lang)
        forms = {word, *(one for one in (word.removesuffix("s"), word.removesuffix("x")) if one)}
        others = {each for one in forms for each, weight in across.get(one, {}).items() if weight >= _TRANSLATES}
        others.update(each for one in forms for each in heads.get(one, ()))
        others.update([f"{each}s" for each in others])
        return cls(word, frozenset(others))

    def is_said(self, word: str) -> bool:
        """Whether ``word`` is it, or says the same, or is nearly it: « polyptyque », "polyptych"."""
        if word == self.word or word in self.others:
            return True
        return word[:_COGNATE] == self.word[:_COGNATE] and _is_cognate(word, self.word)


def _is_cognate(word: str, other: str) -> bool:
    return min(len(word), len(other)) > _COGNATE and abs(len(word) - len(other)) <= _LONGER


def _is_grammar(word: str) -> bool:
    return any(word in STOP_WORDS[lang] for lang in STEMMERS)

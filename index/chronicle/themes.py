"""The events about a theme ("layoffs", « rachats »), which is no name: those whose sentence says it, in the other
language too, or tells what kind of thing happened, among the passages that a search ranks first."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence, Set
from typing import Final

from index.article import Article
from index.entities.book.names import name_key
from index.entities.headwords import heads_across, things
from index.entities.proper_names import begins_sentence
from index.events.event import ArticleEvent, Level
from index.events.languages.english import ENGLISH
from index.events.languages.french import FRENCH
from index.matters.matter import matter_of
from index.terms.common_words import common_words
from index.terms.tokens import STEMMERS, fold, stems
from index.terms.translations import OTHER_LANGUAGE, words_across

_TRANSLATES: Final = 0.12
"""The weight from which a translation stands for a word."""
_DEFINITE: Final = r"\b(?:the |\w+['’]s? |la |le |l['’]|du |au |cette |ce |cet )"
_INDEFINITE: Final = r"\b(?:an? |any |some |most |many |every |each |une? |des |les |aux |plusieurs |chaque )"
_SHORTEST: Final = 4
_LINKS: Final = frozenset("de la le les l d du des en au aux et a of the in on at for and".split())
"""Words of grammar in one language, which say nothing in the other either."""
_RARE: Final = 1e-3
"""The share of passages that hold a word which is not among the common ones."""


def is_theme(subject: str, articles: Sequence[Article]) -> bool:
    """Whether the ``articles`` that say ``subject`` write it as words, and not as a name; without any, whether it is
    typed so."""
    written = re.compile(rf"\b{re.escape(subject)}(?! (?-i:[A-ZÀ-ÖØ-Þ]))", re.IGNORECASE)  # not « Privacy Shield »
    as_word = as_name = 0
    for article in articles:
        for match in written.finditer(article.body):
            if match[0].islower():
                as_word += 1
            elif not begins_sentence(article.body, match.start()) or any(map(str.isupper, match[0][1:])):
                as_name += 1
    if articles:
        is_word = as_word > as_name or (as_name == 0 and matter_of(subject) is not None)
        return is_word and not _is_thing(subject, articles)
    return subject.islower() or matter_of(subject) is not None


def _is_thing(subject: str, articles: Sequence[Article]) -> bool:
    """Whether ``subject`` is one thing that articles speak of as such: « la halle aux grains », and never « une halle
    aux grains », nor several."""
    words = name_key(subject)
    if len(words) < 2 or not (words[0] in things("fr") or words[-1] in things("en")):
        return False
    definite = re.compile(rf"{_DEFINITE}(?:\w+ )?{re.escape(subject)}\b", re.IGNORECASE)
    indefinite = re.compile(rf"{_INDEFINITE}(?:\w+ )?{re.escape(subject)}s?\b", re.IGNORECASE)
    texts = [f"{article.card.title}\n{article.body}" for article in articles]
    return any(map(definite.search, texts)) and not any(map(indefinite.search, texts))


class Theme:
    """What a theme is said with: the stems of its words and of their translations, by language, and its kinds of
    action; or the words of a matter that the press tells in many."""

    def __init__(self, subject: str, key: str) -> None:
        self.key = key
        self.matter = matter_of(subject)
        self.written = re.compile(
            rf"\b{re.escape(subject)}\b|\b{re.escape(subject.removesuffix('s'))}s?\b", re.IGNORECASE
        )
        words = fold(subject).split()
        self._own = {lang: tuple(stems(subject, lang)) for lang in STEMMERS if self._is_of(subject, words, lang)}
        self._across = {
            other: [tuple(stems(word, other)) for word in _across(words[0], lang)] if self._is_translated(words) else []
            for lang, other in OTHER_LANGUAGE.items()
        }
        self._words = {lang: _alternatives(subject, lang) for lang in STEMMERS}
        self._kind = {lang: _of_matters(subject, lang) for lang in STEMMERS}
        self._actions = frozenset(
            action
            for syntax in (FRENCH, ENGLISH)
            for action, pattern in syntax.actions.items()
            if self.matter is None and any(pattern.fullmatch(one) for one in _in_number(subject))
        )

    def _is_of(self, subject: str, words: Sequence[str], lang: str) -> bool:
        """Whether ``subject`` may be said in ``lang``: "fines" is not « fin », its stem there."""
        if self.matter is not None:
            return False
        if len(words) != 1 or words[0] in words_across(lang) or words[0] not in words_across(OTHER_LANGUAGE[lang]):
            return True
        return tuple(stems(subject, lang)) in {(words[0],), (words[0].removesuffix("s"),)}

    def _is_translated(self, words: Sequence[str]) -> bool:
        return self.matter is None and len(words) == 1

    def phrases(self) -> set[tuple[str, ...]]:
        """The stems of all that says it, for the index of what clauses say."""
        across = (phrase for its in self._across.values() for phrase in its)
        found = {phrase for phrase in (*self._own.values(), *across) if phrase}
        return found | (self.matter.phrases() if self.matter is not None else set())

    def level(self, event: ArticleEvent, *, is_said: bool) -> Level | None:
        """How ``event`` is about it: said in its clause, in its sentence, where its words say it of this event, or by
        the kind of what happened; None when it is not."""
        is_done = not self._actions.isdisjoint(event.actions)
        phrases = self.phrases_in(event) if is_said else []
        if any(holds(event.said, phrase) for phrase in phrases):
            return Level.NAMED
        return Level.IN_SENTENCE if is_done or any(set(phrase) <= set(event.words) for phrase in phrases) else None

    def phrases_in(self, event: ArticleEvent) -> list[tuple[str, ...]]:
        """The stems that say it in the language of ``event``."""
        phrases = [self._own.get(event.lang, ())]
        if not self._actions or not self._actions.isdisjoint(event.actions):
            # "dismissals" translates a theme, "dismissed the appeal" tells none of it
            phrases += self._across.get(event.lang, ())
        return [phrase for phrase in phrases if phrase]

    @property
    def has_several_words(self) -> bool:
        """Whether it can be told in part, one word here and another there."""
        return all(len(words) > 1 for words in self._words.values())

    def is_said_by(self, text: str, lang: str) -> bool:
        """Whether ``text`` says all its words, in ``lang``."""
        said = frozenset(stems(text, lang))
        return all(any(_is_in(one, said) for one in word) for word in self._words.get(lang, ()))

    def says_kind(self, event: ArticleEvent) -> bool:
        """Whether the sentence of ``event`` says what kind of thing it is about, where a word of it tells that: of « la
        grève de la ligne 14 » something of a strike, not of line 14 alone."""
        kind = self._kind.get(event.lang)
        return not kind or any(_is_in(stem, frozenset(event.words)) for stem in kind)

    def share_in(self, event: ArticleEvent) -> float:
        """How much of it the sentence of ``event`` says, from 0 to 1: words by how rare they are."""
        said, total, most = frozenset(event.words), 0.0, 0.0
        for word in self._words.get(event.lang, ()):
            most += max((_rarity(one, event.lang) for one in word), default=_rarity("", event.lang))
            total += max((_rarity(one, event.lang) for one in word if _is_in(one, said)), default=0.0)
        return total / most if most else 0.0


def _alternatives(subject: str, lang: str) -> list[frozenset[str]]:
    """The stems in ``lang`` of each word of ``subject``, those of grammar left out, and of its translations."""
    other = OTHER_LANGUAGE[lang]
    found = []
    for word in fold(subject).replace("'", " ").split():
        own = () if word in _LINKS else stems(word, lang)
        if own:
            across = [*_across(word, other), *heads_across(other).get(word, ())]
            matter = matter_of(word)
            told = matter.stems_of(lang) if matter is not None else ()
            found.append(frozenset([*own, *(stem for one in across for stem in stems(one, lang)), *told]))
    return found


def _of_matters(subject: str, lang: str) -> frozenset[str]:
    """The stems in ``lang`` that may tell the matter which a word of ``subject`` is; none where no word is one."""
    matters = (matter_of(word) for word in fold(subject).replace("'", " ").split())
    return frozenset(stem for one in matters if one is not None for stem in one.stems_of(lang))


def _across(word: str, lang: str) -> list[str]:
    """The words of the other language that stand for ``word`` of ``lang``, or for it in the other number."""
    known = words_across(lang)
    across = (pair for form in _in_number(word) for pair in known.get(form, {}).items())
    return list(dict.fromkeys(one for one, weight in across if weight >= _TRANSLATES))


def _in_number(word: str) -> tuple[str, ...]:
    """``word``, and without the ending of a plural, if it has one."""
    return tuple(dict.fromkeys((word, word.removesuffix("s"), word.removesuffix("es"))))


def _is_in(stem: str, said: Set[str]) -> bool:
    """Whether ``said`` holds ``stem``, or a longer word made with it: "rail", "railway"."""
    return stem in said or (len(stem) >= _SHORTEST and any(one.startswith(stem) for one in said))


def _rarity(stem: str, lang: str) -> float:
    return -math.log(common_words(lang).get(stem, _RARE))


def holds(words: Sequence[str], phrase: Sequence[str]) -> bool:
    """Whether ``phrase`` stands in ``words``, one word after the other."""
    return any(list(words[at : at + len(phrase)]) == list(phrase) for at in range(len(words) - len(phrase) + 1))

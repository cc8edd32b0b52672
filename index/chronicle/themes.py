"""The events about a theme ("layoffs", « rachats »), which is no name: those whose sentence says it, in the other
language too, or tells what kind of thing happened, among the passages that a search ranks first."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from typing import Final

from index.article import Article
from index.entities.headwords import heads_across, things
from index.entities.names import name_key
from index.entities.proper_names import begins_sentence
from index.events.event import ArticleEvent, Level, Participant
from index.events.languages.english import ENGLISH
from index.events.languages.french import FRENCH
from index.generation.texts import ExcerptSource
from index.passages.passage import Span
from index.tellings.stored import EventSource
from index.terms.common_words import common_words
from index.terms.tokens import STEMMERS, fold, stems
from index.terms.translations import OTHER_LANGUAGE, words_across

MOST_SAID: Final = 400
"""Events whose clause says the theme that are looked at."""
_TRANSLATES: Final = 0.12
"""The weight from which a translation stands for a word."""
_DEFINITE: Final = r"\b(?:the |\w+['’]s? |la |le |l['’]|du |au |cette |ce |cet )"
_INDEFINITE: Final = r"\b(?:an? |any |some |most |many |every |each |une? |des |les |aux |plusieurs |chaque )"
_SHORTEST: Final = 4
_HALF: Final = 0.5
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
        return as_word > as_name and not _is_thing(subject, articles)
    return subject.islower()


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
    action."""

    def __init__(self, subject: str, key: str) -> None:
        self.key = key
        self._own = {lang: tuple(stems(subject, lang)) for lang in STEMMERS}
        words = fold(subject).split()
        self._across = {
            other: [tuple(stems(word, other)) for word in _across(words[0], lang)] if len(words) == 1 else []
            for lang, other in OTHER_LANGUAGE.items()
        }
        self._words = {lang: _alternatives(subject, lang) for lang in STEMMERS}
        self._actions = frozenset(
            action
            for syntax in (FRENCH, ENGLISH)
            for action, pattern in syntax.actions.items()
            if any(pattern.fullmatch(one) for one in _in_number(subject))
        )

    def phrases(self) -> set[tuple[str, ...]]:
        """The stems of all that says it, for the index of what clauses say."""
        across = (phrase for its in self._across.values() for phrase in its)
        return {phrase for phrase in (*self._own.values(), *across) if phrase}

    def level(self, event: ArticleEvent) -> Level | None:
        """How ``event`` is about it: said in its clause, in its sentence, or by the kind of what happened; None when it
        is not."""
        is_done = not self._actions.isdisjoint(event.actions)
        phrases = [self._own.get(event.lang, ())]
        if is_done or not self._actions:  # "dismissals" translates a theme, "dismissed the appeal" tells none of it
            phrases += self._across.get(event.lang, ())
        phrases = [phrase for phrase in phrases if phrase]
        if any(_holds(event.said, phrase) for phrase in phrases):
            return Level.NAMED
        return Level.IN_SENTENCE if is_done or any(set(phrase) <= set(event.words) for phrase in phrases) else None

    @property
    def has_several_words(self) -> bool:
        """Whether it can be told in part, one word here and another there."""
        return all(len(words) > 1 for words in self._words.values())

    def is_said_by(self, text: str, lang: str) -> bool:
        """Whether ``text`` says all its words, in ``lang``."""
        said = frozenset(stems(text, lang))
        return all(any(_is_in(one, said) for one in word) for word in self._words.get(lang, ()))

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
        own = stems(word, lang)
        if own:
            across = [*_across(word, other), *heads_across(other).get(word, ())]
            found.append(frozenset([*own, *(stem for one in across for stem in stems(one, lang))]))
    return found


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


def events_about(
    theme: Theme,
    events: EventSource,
    found: Mapping[str, Sequence[Span]],
    of_articles: Iterable[ArticleEvent],
    texts: ExcerptSource,
) -> list[ArticleEvent]:
    """The events about ``theme``, each with it as its participant: those that say it, and of ``of_articles`` those in
    the passages ``found``, by article. Of a theme of several words, all events of an article are, whose title says them
    all, and those that say the rarer half of them in an article that says the rest."""
    extent = _Extent(theme, texts)
    said = events.rows_that_say(theme.phrases())[:MOST_SAID]
    ranked = [one for one in of_articles if any(a <= one.sentence[0] < b for a, b in found.get(one.article_id, ()))]
    about: dict[tuple[str, Span, str], ArticleEvent] = {}
    for event in (*events.read(said), *ranked):
        level = theme.level(event) or extent.level(event)
        if level is not None:
            participant = Participant(theme.key, level, event.sentence, 1.0 if level is Level.NAMED else 0.7)
            told = replace(event, participants=(participant, *event.participants))
            about.setdefault((event.article_id, event.expression, event.date), told)
    return list(about.values())


class _Extent:
    """How far articles are about a theme of several words; each is looked at once."""

    def __init__(self, theme: Theme, texts: ExcerptSource) -> None:
        self._theme, self._texts = theme, texts
        self._about: dict[str, tuple[bool, bool]] = {}

    def level(self, event: ArticleEvent) -> Level | None:
        """How ``event``, which does not say the theme, is about it by its article."""
        if not self._theme.has_several_words:
            return None
        if event.article_id not in self._about:
            article = self._texts.article(event.article_id)
            title, text = (
                (article.card.title, f"{article.card.title}\n{article.body}") if article is not None else ("", "")
            )
            says_all = self._theme.is_said_by(text, event.lang)
            self._about[event.article_id] = says_all and self._theme.is_said_by(title, event.lang), says_all
        in_title, in_text = self._about[event.article_id]
        if in_title:
            return Level.TOPIC
        return Level.IN_SENTENCE if in_text and self._theme.share_in(event) >= _HALF else None


def _holds(words: Sequence[str], phrase: Sequence[str]) -> bool:
    return any(list(words[at : at + len(phrase)]) == list(phrase) for at in range(len(words) - len(phrase) + 1))

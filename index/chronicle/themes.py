"""The events about a theme ("layoffs", « rachats »), which is no name: those whose sentence says it, in the other
language too, or tells what kind of thing happened, among the passages that a search ranks first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from index.article import Article
from index.entities.headwords import things
from index.entities.names import name_key
from index.entities.proper_names import begins_sentence
from index.events.event import ArticleEvent, Level, Participant
from index.events.languages.english import ENGLISH
from index.events.languages.french import FRENCH
from index.passages.passage import Span
from index.tellings.stored import EventSource
from index.terms.tokens import STEMMERS, fold, stems
from index.terms.translations import words_across

MOST_SAID: Final = 400
"""Events whose clause says the theme that are looked at."""
_TRANSLATES: Final = 0.12
"""The weight from which a translation stands for a word."""
_DEFINITE: Final = r"\b(?:the |\w+['’]s? |la |le |l['’]|du |au |cette |ce |cet )"
_INDEFINITE: Final = r"\b(?:an? |any |some |most |many |every |each |une? |des |les |aux |plusieurs |chaque )"
_OTHER: Final = {"fr": "en", "en": "fr"}


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
        self._said = {lang: [stems(subject, lang)] for lang in STEMMERS}
        for lang, other in _OTHER.items():
            words = fold(subject).split()
            if len(words) == 1:
                across = words_across(lang).get(words[0], {})
                self._said[other] += [stems(word, other) for word, weight in across.items() if weight >= _TRANSLATES]
        self._actions = frozenset(
            action.value
            for syntax in (FRENCH, ENGLISH)
            for action, pattern in syntax.actions.items()
            if pattern.fullmatch(subject) or pattern.fullmatch(subject.removesuffix("s"))  # "closures"
        )

    def phrases(self) -> set[tuple[str, ...]]:
        """The stems of all that says it, for the index of what clauses say."""
        return {tuple(phrase) for its in self._said.values() for phrase in its if phrase}

    def level(self, event: ArticleEvent) -> Level | None:
        """How ``event`` is about it: said in its clause, in its sentence, or by the kind of what happened; None when it
        is not."""
        phrases = [phrase for phrase in self._said.get(event.lang, ()) if phrase]
        if any(_holds(event.said, phrase) for phrase in phrases):
            return Level.NAMED
        if any(set(phrase) <= set(event.words) for phrase in phrases) or self._actions & set(event.actions):
            return Level.IN_SENTENCE
        return None


def events_about(
    theme: Theme, events: EventSource, found: Mapping[str, Sequence[Span]], of_articles: Iterable[ArticleEvent]
) -> list[ArticleEvent]:
    """The events about ``theme``, each with it as its participant: those that say it, and of ``of_articles`` those in
    the passages ``found``, by article."""
    said = events.rows_that_say(theme.phrases())[:MOST_SAID]
    ranked = [one for one in of_articles if any(a <= one.sentence[0] < b for a, b in found.get(one.article_id, ()))]
    about: dict[tuple[str, Span, str], ArticleEvent] = {}
    for event in (*events.read(said), *ranked):
        level = theme.level(event)
        if level is not None:
            participant = Participant(theme.key, level, event.sentence, 1.0 if level is Level.NAMED else 0.7)
            told = replace(event, participants=(participant, *event.participants))
            about.setdefault((event.article_id, event.expression, event.date), told)
    return list(about.values())


def _holds(words: Sequence[str], phrase: Sequence[str]) -> bool:
    return any(list(words[at : at + len(phrase)]) == list(phrase) for at in range(len(words) - len(phrase) + 1))

"""Which events are about a theme: those whose sentence says it or tells its kind of thing, and those of articles about
it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from index.chronicle.theme_sentences import Sentences
from index.chronicle.themes import Theme
from index.events.event import ArticleEvent, Level, Participant
from index.generation.texts import ExcerptSource
from index.passages.passage import Span
from index.tellings.stored import EventSource

MOST_SAID: Final = 400
"""Events whose clause says the theme that are looked at."""
_HALF: Final = 0.5


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
    candidates = (*events.read(said), *ranked)
    sentences = Sentences(theme, candidates, texts)
    about: dict[tuple[str, Span, str], ArticleEvent] = {}
    for event in candidates:
        level = sentences.level(event) or extent.level(event)
        if level is not None:
            participant = Participant(theme.key, level, event.sentence, 1.0 if level is Level.NAMED else 0.7)
            which = event.says_which and not sentences.dates_it(event)
            told = replace(event, says_which=which, participants=(participant, *event.participants))
            about.setdefault((event.article_id, event.expression, event.date), told)
    return list(about.values())


class _Extent:
    """How far articles are about a theme of several words; each is looked at once."""

    def __init__(self, theme: Theme, texts: ExcerptSource) -> None:
        self._theme, self._texts = theme, texts
        self._about: dict[str, tuple[bool, bool]] = {}

    def level(self, event: ArticleEvent) -> Level | None:
        """How ``event``, which does not say the theme, is about it by its article."""
        if self._theme.matter is not None or not self._theme.has_several_words:
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
        is_of_it = in_text and self._theme.share_in(event) >= _HALF and self._theme.says_kind(event)
        return Level.IN_SENTENCE if is_of_it else None

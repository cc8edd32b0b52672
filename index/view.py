"""What is seen from one place: the shared base, and with it the collection of the server one asks in.

view = engine.seen_from(guild)
answer = view.ask("Combien Amazon a-t-il payé One Medical ?")
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from index.answering.answerer import Answerer, refuse_empty
from index.article import Article, ArticleCard
from index.events.happening import Happening
from index.faults import EngineFault, FaultCode
from index.passages.passage import Span
from index.reference import Located, QuoteReference, locate
from index.timeline import Timeline

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from index.chronicle.news import News
    from index.chronicle.subjects import KnownAs
    from index.timeline import Beside


THEME_PASSAGES: Final = 80
"""Passages that a search looks through for the dated sentences about a theme."""


class View(Answerer):
    """Answers from the ``shared`` base, which must be there, and from ``own``, which may not; safe to use from any
    thread. Where both have an article of the same id, ``own`` comes first."""

    def article_of(self, key: bytes) -> Article:
        """The article whose :func:`index.reference.article_key` is ``key``. Raises EngineFault: ARTICLE_GONE,
        NO_GENERATION."""
        for article in self._articles_of(key):
            return article
        raise EngineFault(FaultCode.ARTICLE_GONE)

    def quoted(self, reference: QuoteReference) -> Located:
        """The quote ``reference`` refers to, as the base has it now. Raises EngineFault: QUOTE_GONE, NO_GENERATION."""
        for article in self._articles_of(reference.article):
            located = locate(reference, article)
            if located is not None:
                return located
        raise EngineFault(FaultCode.QUOTE_GONE)

    def timeline(
        self,
        subject: str,
        *,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
        reach: str = "sure",
        kind: Happening | None = None,
    ) -> Timeline:
        """The dated events about ``subject``, from ``since`` to ``until`` (EDTF, or plain words: « juillet 2022 »).

        With a ``limit``, only the events most told and most specific; ``reach`` says which are held: those that name
        the subject in their sentence ("named"), those that are surely its ("sure"), or those that may be as well
        ("all"); with a ``kind``, events of that kind alone. A subject that is no name in the base is a theme: then the
        dated sentences about it are told. Raises
        EngineFault: SUBJECT_EMPTY, SUBJECT_TOO_LONG, SUBJECT_AMBIGUOUS, DATE_UNREADABLE, DATES_REVERSED,
        BASE_EMPTY, NO_GENERATION.
        """
        from index.chronicle.chronology import (  # the grammars of dates load slowly; no question needs them
            Reach,
            chronicle,
            of_kind,
            theme_chronicle,
            timeline,
        )
        from index.chronicle.pooled import Pool
        from index.chronicle.subjects import is_listed

        shared, *own = self._generations()
        refuse_empty((shared, *own))
        told = Pool((shared, *own)) if own else shared
        if not is_listed(subject, shared.wording):
            theme = theme_chronicle(
                shared.wording,
                told,
                subject,
                since,
                until,
                lambda: self._spans_about(subject, pooled=bool(own)),
                self._meanings,
            )
            if theme is not None:
                return timeline(of_kind(theme, told, kind), told, shared.wording, subject, limit)
        if not own:
            found = self._at_hand.chronicles(shared, self._meanings)(subject, since, until, Reach(reach))
        else:
            found = chronicle(shared.wording, told, subject, since, until, Reach(reach), self._meanings)
        return timeline(of_kind(found, told, kind), told, shared.wording, subject, limit)

    def _meanings(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of ``texts``, shape (texts, dimensions)."""
        return self._encoders.ready().passages(texts).vectors

    def _spans_about(self, theme: str, *, pooled: bool) -> dict[str, list[Span]]:
        """The passages that a search for ``theme`` finds, by article; none when it finds nothing that may answer, or
        can't be made."""
        try:
            finding = self.find(theme, limit=THEME_PASSAGES)
        except EngineFault:
            return {}
        spans: dict[str, list[Span]] = {}
        generations = self._generations()
        for hit in finding.hits:
            passage = hit.indexed.passage
            place = next((at for at, one in enumerate(generations) if one is hit.generation), 0)
            name = f"{place}:{passage.article_id}" if pooled else passage.article_id
            spans.setdefault(name, []).append((passage.start, passage.end))
        return spans

    def beside(
        self,
        subject: str,
        other: str,
        *,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
        reach: str = "sure",
        kind: Happening | None = None,
    ) -> Beside:
        """The timelines of ``subject`` and ``other`` on one axis, events that both tell joined. Raises as
        :meth:`timeline` does."""
        from index.chronicle.beside import beside

        first, second = (
            self.timeline(one, since=since, until=until, reach=reach, kind=kind) for one in (subject, other)
        )
        return beside(first, second, limit)

    def suggest(self, typed: str, most: int) -> tuple[str, ...]:
        """At most ``most`` names of subjects for what is ``typed`` so far. Raises EngineFault(NO_GENERATION)."""
        return self._shared_generation().suggestions.for_typed(typed, most)

    def subject(self, subject: str) -> KnownAs:
        """``subject`` under the name it goes by in the base.

        Raises EngineFault: SUBJECT_EMPTY, SUBJECT_TOO_LONG, SUBJECT_AMBIGUOUS, NO_GENERATION.
        """
        from index.chronicle.subjects import known_as

        generation = self._shared_generation()
        return known_as(subject, generation.wording, generation.events)

    def news(self, subjects: Sequence[str], *, since: int) -> dict[str, News]:
        """What came into the shared base after its generation ``since`` and speaks of each of ``subjects``; one that
        can't be looked for is left out. Raises EngineFault(NO_GENERATION)."""
        from index.chronicle.news import news

        return news(self._shared_generation(), subjects, since)

    def generation_number(self) -> int | None:
        """The number of the generation of the shared base that answers now; quick, whoever built it."""
        generation = self._shared()
        return generation.number if generation is not None else None

    def sources(self, search: str = "") -> tuple[ArticleCard, ...]:
        """The articles' cards, the server's own first, in order of path; with a ``search``, those that hold all its
        words, in their title, publisher, date or file, titles first. Quick, and good for any thread.

        Raises EngineFault(NO_GENERATION).
        """
        wanted = search.strip()
        every = (each.cards for each in reversed(self._generations()))
        return tuple(card for cards in every for card in (cards.matching(search) if wanted else cards.cards))

    def article(self, article_id: str) -> Article:
        """One article, whole, by its id or its title. Raises EngineFault: ARTICLE_UNKNOWN (``closest`` may be empty),
        NO_GENERATION."""
        unknown = EngineFault(FaultCode.ARTICLE_UNKNOWN, id=article_id, closest="")
        for generation in reversed(self._generations()):
            try:
                article = generation.texts.article(generation.cards.card(article_id).id)
            except EngineFault as fault:
                unknown = fault
                continue
            if article is not None:
                return article
        raise unknown

    def _articles_of(self, key: bytes) -> Sequence[Article]:
        """The articles with that key, the server's own first."""
        found = []
        for generation in reversed(self._generations()):
            card = generation.cards.with_key(key)
            article = generation.texts.article(card.id) if card is not None else None
            if article is not None:
                found.append(article)
        return found

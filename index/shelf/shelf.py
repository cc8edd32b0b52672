"""Adding, removing and restoring articles: the file, then the index; undone together when the index refuses.

shelf = engine.shelf
found = shelf.preview(Submission("rachat.pdf", content, publisher="Le Monde"))
shelf.add(found)
shelf.remove(found.card.id)
shelf.restore(found.card.id)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path, PurePath

from index.article import Article, ArticleCard
from index.articles.naming import file_of
from index.building.upkeep import EngineOptions, Upkeep
from index.drafts.front_matter import with_keys
from index.faults import ArticleFault, EngineFault, Fault, FaultCode
from index.files.tree import read_bytes
from index.generation.generation import Generation
from index.report import MadeBy, Progress, ReindexReport
from index.shelf import placing
from index.shelf.submission import Preview, Submission, preview, refuse_doubles
from index.shelf.trash import Trash, TrashedArticle


@dataclass(frozen=True, slots=True)
class Added:
    """An article that is in the knowledge folder and in the index now."""

    card: ArticleCard
    report: ReindexReport


@dataclass(frozen=True, slots=True)
class Removed:
    """An article that is in the trash now, where it stays ``days``."""

    article: TrashedArticle
    days: int
    report: ReindexReport


@dataclass(frozen=True, slots=True)
class Restored:
    """An article that is back in the knowledge folder and in the index."""

    article: TrashedArticle
    report: ReindexReport


class Shelf:
    """Changes the knowledge folder and has the index follow; questions go on. Safe to use from any thread."""

    def __init__(self, options: EngineOptions, upkeep: Upkeep, served: Callable[[], Generation | None]) -> None:
        self._options = options
        self._upkeep = upkeep
        self._served = served
        self._trash = Trash(options.data_dir, options.trash_days)

    @property
    def most_bytes(self) -> int:
        """The size of the largest file that becomes an article."""
        return self._options.max_article_bytes

    def fetch(self, address: str) -> Submission:
        """The page at ``address`` as a submission.

        Raises EngineFault: LINKS_OFF, LINK_NOT_HTTPS, LINK_PRIVATE, LINK_FORBIDDEN, LINK_UNREACHABLE; ArticleFault:
        TOO_LARGE, UNSUPPORTED_FORMAT.
        """
        if not self._options.add_by_url:
            raise EngineFault(FaultCode.LINKS_OFF)
        from index.shelf.fetching import fetch  # an HTTP client takes time to load

        return fetch(address, self._options.max_article_bytes)

    def read(self, file: Path) -> Submission:
        """A file of this machine as a submission. Raises ArticleFault: NOT_A_FILE, TOO_LARGE, UNREADABLE."""
        try:
            place = file.resolve(strict=True)
        except (OSError, RuntimeError) as error:  # RuntimeError: a link that leads to itself
            raise ArticleFault(FaultCode.UNREADABLE, reason=type(error).__name__) from error
        content = read_bytes(place.parent, PurePath(place.name), self._options.max_article_bytes)
        return Submission(file.name, content)

    def preview(self, submission: Submission) -> Preview:
        """How ``submission`` is read, and what adding it would write. Nothing is changed.

        Raises ArticleFault for what can't be an article (SAME_TEXT when the base has it already), EngineFault:
        ARTICLE_EXISTS, ADDRESS_UNUSABLE.
        """
        found = preview(submission, self._options.max_article_bytes)
        refuse_doubles(found, self._present())
        return found

    def add(self, found: Preview, *, made_by: MadeBy = MadeBy.SHELL, progress: Progress | None = None) -> Added:
        """Write what was previewed into the knowledge folder and index it.

        Raises EngineFault: ARTICLE_EXISTS, KNOWLEDGE_MISSING, KNOWLEDGE_UNWRITABLE, and what a re-index raises, or
        ArticleFault when it refuses the file; nothing has changed then.
        """
        report = self._put(found.card.id, found.path, found.content, made_by, progress)
        return Added(found.card, report)

    def remove(self, article_id: str, *, made_by: MadeBy = MadeBy.SHELL, progress: Progress | None = None) -> Removed:
        """Move an article from the knowledge folder to the trash, and out of the index.

        Raises EngineFault: ARTICLE_UNKNOWN (``closest`` may be empty), ARTICLE_SHARES_FILE, ARTICLE_IS_LINK,
        KNOWLEDGE_MISSING,
        KNOWLEDGE_UNWRITABLE, DATA_UNWRITABLE, and what a re-index raises; the article is where it was then.
        """
        root = self._options.knowledge_dir
        card = self._card(article_id)
        self._refuse_shared_file(card)
        content = placing.read(root, card.path)
        article = TrashedArticle(card.id, card.title, card.path, datetime.now(UTC).isoformat(timespec="milliseconds"))
        kept = self._trash.keep(article, content)  # first: killed here, it is in both places, never in none
        try:
            placing.take_out(root, card.path)
            report = self._reindex(made_by, progress)
        except Fault:
            self._put_back(card.path, content, kept)
            raise
        self._trash.clear_old()
        return Removed(article, self._options.trash_days, report)

    def restore(self, article_id: str, *, made_by: MadeBy = MadeBy.SHELL, progress: Progress | None = None) -> Restored:
        """Move an article, as it was last removed, from the trash to the place it had, and into the index.

        Raises EngineFault: TRASH_LACKS, and what :meth:`add` raises; the article is in the trash then.
        """
        self._trash.clear_old()
        kept, article, content = self._trash.last_of(article_id)
        report = self._put(article.id, article.path, content, made_by, progress)
        self._trash.drop(kept)
        return Restored(article, report)

    def relabel(self, article_id: str, keys: Mapping[str, str], *, made_by: MadeBy = MadeBy.SHELL) -> Added:
        """Give an article other front matter: ``keys``, in the place of those of these names; an empty one says nothing
        any more, nor does an earlier generation that nobody reads.

        Raises EngineFault and ArticleFault as :meth:`remove` and :meth:`add` do; the article is as it was then.
        """
        root = self._options.knowledge_dir
        card = self._card(article_id)
        self._refuse_shared_file(card)
        before = placing.read(root, card.path)
        found = preview(Submission(card.path, with_keys(before.decode(), keys).encode()), self.most_bytes)
        moment = datetime.now(UTC).isoformat(timespec="milliseconds")
        kept = self._trash.keep(TrashedArticle(card.id, card.title, card.path, moment), before)
        placing.take_out(root, card.path)
        try:
            report = self._put(card.id, card.path, found.content, made_by, None)
        except Fault:
            self._put_back(card.path, before, kept)
            raise
        self._trash.drop(kept)
        if not all(keys.values()):
            self._leave_no_trace(made_by)
        return Added(found.card, report)

    def erase(self, article_id: str, *, made_by: MadeBy = MadeBy.SHELL) -> None:
        """Remove an article for good: it is neither in the trash then, nor in an earlier generation that nobody reads.

        One that is gone already is no mistake. Raises EngineFault as :meth:`remove` does; the article is where it was
        then.
        """
        root = self._options.knowledge_dir
        card = self._cards().get(article_id)
        if card is not None:
            self._refuse_shared_file(card)
            content = placing.read(root, card.path)
            placing.take_out(root, card.path)
            try:
                self._reindex(made_by, None)
            except Fault:
                placing.put(root, card.path, content)
                raise
        self._trash.drop_all_of(article_id)
        self._leave_no_trace(made_by)

    def trash(self) -> tuple[TrashedArticle, ...]:
        """What can be restored, last removed first."""
        self._trash.clear_old()
        return self._trash.articles()

    def _leave_no_trace(self, made_by: MadeBy) -> None:
        """Let go of what was there before: a generation grown from one that had it may hold it in unused pages, and an
        earlier one could be gone back to."""
        self._upkeep.reindex(full=True, made_by=made_by, wait=True, may_empty=True)
        self._served()  # lets go of the one before
        self._upkeep.drop_earlier()

    def _put(
        self, article_id: str, path: str, content: bytes, made_by: MadeBy, progress: Progress | None
    ) -> ReindexReport:
        root = self._options.knowledge_dir
        try:
            placing.put(root, path, content)
        except FileExistsError as error:
            raise EngineFault(FaultCode.ARTICLE_EXISTS, id=article_id, path=path) from error
        try:
            report = self._reindex(made_by, progress)
            for refused in report.rejected:
                if refused.path == path:
                    raise ArticleFault(refused.code, **refused.details)
        except Fault:
            placing.take_out(root, path)
            raise
        return report

    def _put_back(self, path: str, content: bytes, kept: Path) -> None:
        try:
            placing.put(self._options.knowledge_dir, path, content)
        except FileExistsError:  # it was never taken out
            pass
        except Fault:  # then the trash alone has it
            return
        self._trash.drop(kept)

    def _reindex(self, made_by: MadeBy, progress: Progress | None) -> ReindexReport:
        return self._upkeep.reindex(made_by=made_by, progress=progress, wait=True, may_empty=True)

    def _present(self) -> Iterator[Article]:
        generation = self._served()
        if generation is not None:
            for card in generation.texts.cards():
                article = generation.texts.article(card.id)
                if article is not None:
                    yield article

    def _refuse_shared_file(self, card: ArticleCard) -> None:
        """A file of several articles is removed by hand: the others would go with the one."""
        generation = self._served()
        cards = generation.texts.cards() if generation is not None else ()
        file = file_of(card.path)
        sharing = [one for one in cards if file_of(one.path) == file]
        if len(sharing) > 1:
            raise EngineFault(FaultCode.ARTICLE_SHARES_FILE, path=file, count=len(sharing))

    def _cards(self) -> dict[str, ArticleCard]:
        generation = self._served()
        return {card.id: card for card in generation.texts.cards()} if generation is not None else {}

    def _card(self, article_id: str) -> ArticleCard:
        if self._served() is None:
            raise EngineFault(FaultCode.NO_GENERATION)
        cards = self._cards()
        if article_id not in cards:
            closest = get_close_matches(article_id, cards, n=1)
            raise EngineFault(FaultCode.ARTICLE_UNKNOWN, id=article_id, closest=closest[0] if closest else "")
        return cards[article_id]

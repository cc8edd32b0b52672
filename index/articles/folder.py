"""Reads the whole knowledge folder: its articles, and what had to be left out and why."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from index.article import Article, ArticleCard
from index.articles.language import declared_language, detect_language
from index.articles.naming import article_id, title_from_name
from index.articles.quiet import quiet_parsers
from index.faults import ArticleFault, EngineFault, FaultCode
from index.files.decoding import one_line
from index.files.tree import Found, list_folder, printable, read_bytes
from index.formats.draft import Draft
from index.formats.front_matter import LONGEST_VALUE
from index.formats.registry import READER_VERSION, reader_for
from index.report import Notice, Progress, Rejection, Stage

__all__ = ["READER_VERSION", "ReadFile", "Reading", "Recall", "read_folder"]

_log = logging.getLogger(__name__)

Recall = Callable[[str, str], Article | None]
"""``(relative path, digest)`` → the article as it was read before, so that unchanged files aren't parsed again."""

_NOTHING_HELD: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that became an article; ``digest`` is the SHA-256 of its bytes, in hexadecimal."""

    article: Article
    digest: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What the folder holds, each list in path order; notices concern the files parsed this time."""

    files: tuple[ReadFile, ...]
    rejections: tuple[Rejection, ...]
    notices: tuple[Notice, ...]


def _recall_nothing(_path: str, _digest: str) -> Article | None:
    return None


def read_folder(
    root: Path,
    *,
    max_bytes: int,
    recall: Recall = _recall_nothing,
    held_ids: Mapping[str, str] = _NOTHING_HELD,
    progress: Progress | None = None,
) -> Reading:
    """Read every article under ``root``. ``held_ids`` (article id → path) says which file had which id last
    time, so that a newcomer of the same name doesn't take it over.

    One bad file never stops the others, and one that is gone before it is read counts as never there. Raises
    ``EngineFault(KNOWLEDGE_MISSING, path=…)`` when ``root`` is missing, not a folder, or emptied meanwhile.
    """
    entries = list_folder(root)
    files: list[ReadFile] = []
    rejections: list[Rejection] = []
    notices: list[Notice] = []
    for done, entry in enumerate(entries, start=1):
        try:
            file, remarks = _read_entry(root, entry, max_bytes, recall)
        except ArticleFault as fault:
            rejections.append(Rejection(entry.path, fault.code, fault.details))
        else:
            files.append(file)
            notices.extend(remarks)
        if progress:
            progress(Stage.READ, done, len(entries))
    if any(rejection.code is FaultCode.UNREADABLE for rejection in rejections):
        rejections = _of_what_is_still_there(root, rejections)
    kept, doubles = _without_doubles(files, held_ids)
    dropped = {double.path for double in doubles}
    return Reading(
        files=tuple(kept),
        rejections=tuple(sorted([*rejections, *doubles], key=lambda rejection: rejection.path)),
        notices=tuple(notice for notice in notices if notice.path not in dropped),
    )


def _read_entry(root: Path, entry: Found, max_bytes: int, recall: Recall) -> tuple[ReadFile, list[Notice]]:
    if entry.fault:
        raise entry.fault
    reader_for(entry.path)  # what no reader reads need not be opened
    data = read_bytes(root, entry.place, max_bytes)
    digest = hashlib.sha256(data).hexdigest()
    known = recall(entry.path, digest)
    if known is not None and known.card.path == entry.path:
        return ReadFile(known, digest), []
    article, draft = read_article(data, entry.path)
    return ReadFile(article, digest), [Notice(entry.path, code) for code in draft.notices]


def read_article(data: bytes, path: str) -> tuple[Article, Draft]:
    """The article that the file ``path``, relative to the knowledge folder, holds when its bytes are ``data``, and what
    its own reader made of it. Raises ``ArticleFault``."""
    reader = reader_for(path)
    if not data.strip():
        raise ArticleFault(FaultCode.EMPTY)
    try:
        with quiet_parsers():
            draft = reader(data)
            return _article(draft, path), draft
    except ArticleFault:
        raise
    except Exception as error:  # parsers raise nearly anything on a hostile file
        _log.debug("reader failed on %s", path, exc_info=True)
        raise ArticleFault(FaultCode.UNREADABLE, reason=type(error).__name__) from error


def _of_what_is_still_there(root: Path, rejections: Iterable[Rejection]) -> list[Rejection]:
    there = {entry.path for entry in list_folder(root)}
    if not there:  # likelier a disk that was taken away than a wish
        raise EngineFault(FaultCode.KNOWLEDGE_MISSING, path=printable(str(root)))
    return [rejection for rejection in rejections if rejection.path in there]


def _article(draft: Draft, path: str) -> Article:
    body = draft.body
    if not body.text:
        raise ArticleFault(FaultCode.NO_TEXT)
    card = ArticleCard(
        id=article_id(path),
        title=one_line(draft.title or "", LONGEST_VALUE) or one_line(title_from_name(path), LONGEST_VALUE) or path,
        date=draft.date,
        publisher=draft.publisher,
        url=draft.url,
        path=path,
        lang=declared_language(draft.lang) or detect_language(body.text),
        sources=draft.sources,
    )
    return Article(card, body.text, body.headings, draft.tags)


def _without_doubles(files: Iterable[ReadFile], held_ids: Mapping[str, str]) -> tuple[list[ReadFile], list[Rejection]]:
    """One file per id and per text: the one that had the id last time, else the first in path order."""
    owner_of_id: dict[str, str] = {}
    owner_of_text: dict[str, str] = {}
    kept: list[ReadFile] = []
    rejections: list[Rejection] = []
    for file in sorted(files, key=lambda file: held_ids.get(file.article.card.id) != file.article.card.path):
        card = file.article.card
        text = hashlib.sha256(" ".join(file.article.body.split()).encode()).hexdigest()
        if card.id in owner_of_id:
            details = {"id": card.id, "other": owner_of_id[card.id]}
            rejections.append(Rejection(card.path, FaultCode.SAME_ID, details))
        elif text in owner_of_text:
            rejections.append(Rejection(card.path, FaultCode.SAME_TEXT, {"other": owner_of_text[text]}))
        else:
            owner_of_id[card.id] = card.path
            owner_of_text[text] = card.path
            kept.append(file)
    return sorted(kept, key=lambda file: file.article.card.path), rejections

"""Reads the whole knowledge folder: its articles, and what had to be left out and why."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import Final

from index.article import Article, ArticleCard
from index.articles.language import declared_language, detect_language
from index.articles.lifetime import Lifetime
from index.articles.naming import (
    article_id,
    date_from_name,
    file_of,
    id_at,
    is_exact,
    other_ids,
    place_of,
    title_from_name,
)
from index.articles.quiet import quiet_parsers
from index.articles.recalled import Recall, Recalled, recall_nothing, text_digest
from index.articles.seen import Seen, SeenFile
from index.drafts.byline import with_byline_read
from index.drafts.draft import Draft
from index.drafts.front_matter import LONGEST_VALUE
from index.faults import ArticleFault, EngineFault, FaultCode
from index.files.decoding import one_line
from index.files.tree import Found, list_folder, printable, read_whole, status_of
from index.formats.registry import READER_VERSION, reader_for
from index.report import Notice, NoticeCode, Progress, Rejection, Remark, Stage

__all__ = ["READER_VERSION", "ReadFile", "Reading", "Recall", "read_folder"]

_log = logging.getLogger(__name__)

TOLD_EVERY: Final = 100
"""Files of which one is told of when it is done, where there are ``MANY``: telling of each took as long as looking."""
MANY: Final = 10_000
_NOTHING_HELD: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ReadFile:
    """An article and the digest of its file: the SHA-256 of its bytes, in hexadecimal."""

    article: Article
    digest: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What the folder holds, each list in path order: the ``files`` read this time, what is ``unchanged``, what is
    refused; notices concern the files read this time."""

    files: tuple[ReadFile, ...]
    rejections: tuple[Rejection, ...]
    notices: tuple[Notice, ...]
    unchanged: tuple[Recalled, ...] = ()


def read_folder(
    root: Path,
    *,
    max_bytes: int,
    recall: Recall = recall_nothing,
    held_ids: Mapping[str, str] = _NOTHING_HELD,
    seen: Seen | None = None,
    lifetime: Lifetime | None = None,
    progress: Progress | None = None,
) -> Reading:
    """Read every article under ``root``. ``held_ids`` (article id → path) says which file had which id last
    time: each keeps it, and a newcomer of the same name gets another. ``recall`` spares parsing what was read before,
    ``seen`` opening it. Articles that are over by ``lifetime`` are left out.

    One bad file never stops the others, and one that is gone before it is read counts as never there. Raises
    ``EngineFault(KNOWLEDGE_MISSING, path=…)`` when ``root`` is missing, not a folder, or emptied meanwhile.
    """
    entries = list_folder(root)
    seen, lifetime = seen or Seen(), lifetime or Lifetime.now(None)
    files: list[ReadFile] = []
    unchanged: list[Recalled] = []
    rejections: list[Rejection] = []
    notices: list[Notice] = []
    for done, entry in enumerate(entries, start=1):
        try:
            if entry.is_companion:
                notices.append(Notice(entry.path, NoticeCode.COMPANION))
            else:
                known, of_entry, remarks = _read_entry(root, entry, max_bytes, recall, seen, lifetime)
                unchanged.extend(_still_living(known, lifetime))
                files.extend(of_entry)
                notices.extend(remarks)
        except ArticleFault as fault:
            rejections.append(Rejection(entry.path, fault.code, fault.details))
        if progress and (done % TOLD_EVERY == 0 or done == len(entries) or len(entries) < MANY):
            progress(Stage.READ, done, len(entries))
    if any(rejection.code is FaultCode.UNREADABLE for rejection in rejections):
        rejections = _of_what_is_still_there(root, rejections)
    told_apart = _told_apart(files, held_ids, {article.id for article in unchanged})
    kept, doubles = _without_doubles(told_apart, held_ids, {article.text: article.path for article in unchanged})
    dropped = {double.path for double in doubles}
    return Reading(
        files=tuple(kept),
        rejections=tuple(sorted([*rejections, *doubles], key=lambda rejection: rejection.path)),
        notices=tuple(notice for notice in notices if notice.path not in dropped),
        unchanged=tuple(unchanged),
    )


def _read_entry(
    root: Path, entry: Found, max_bytes: int, recall: Recall, seen: Seen, lifetime: Lifetime
) -> tuple[Sequence[Recalled], list[ReadFile], list[Notice]]:
    """The articles of a file: as they are known, or as they are read, with what is to be told of that."""
    if entry.fault:
        raise entry.fault
    known = _known(root, entry, max_bytes, recall, seen, lifetime)
    if known:
        return known, [], []
    reader_for(entry.path)  # what no reader reads need not be opened
    data, status = read_whole(root, PurePath(entry.place), max_bytes)
    digest = hashlib.sha256(data).hexdigest()
    known = recall(entry.path, digest)
    if known:
        seen.note(entry.path, status, SeenFile(digest))
        return known, [], []
    try:
        read = _living(read_articles(data, entry.path), lifetime)
    except ArticleFault as fault:
        seen.note(entry.path, status, SeenFile(digest, fault))
        raise
    seen.note(entry.path, status, SeenFile(digest))
    remarks = {(remark.code, str(remark.details)): remark for _, draft in read for remark in draft.notices}
    notices = [Notice(entry.path, remark.code, remark.details) for remark in remarks.values()]
    return (), [ReadFile(article, digest) for article, _ in read], notices


def _living(read: list[tuple[Article, Draft]], lifetime: Lifetime) -> list[tuple[Article, Draft]]:
    """The articles that are not over; raises why when all are."""
    ends = [lifetime.end_of(article.card.date, article.card.expires) for article, _ in read]
    if ends and all(ends):
        raise next(end for end in ends if end is not None)
    return [one for one, end in zip(read, ends, strict=True) if end is None]


def _still_living(known: Sequence[Recalled], lifetime: Lifetime) -> Sequence[Recalled]:
    """The articles of a file that are not over; raises why when all are."""
    if lifetime.days is None and not any(one.expires for one in known):
        return known
    ends = [lifetime.end_of(one.date, one.expires) for one in known]
    over = [end for end in ends if end is not None]
    if over and len(over) == len(known):
        raise over[0]
    return [one for one, end in zip(known, ends, strict=True) if end is None]


def _known(
    root: Path, entry: Found, max_bytes: int, recall: Recall, seen: Seen, lifetime: Lifetime
) -> Sequence[Recalled]:
    """The articles of a file that need not be opened; none when it must be. Raises ``ArticleFault`` again."""
    status = status_of(root, entry.place)
    if status is None or status.st_size > max_bytes:
        return ()
    told = seen.told(entry.path, status)
    if told is None:
        return ()
    if told.fault is not None:
        if not lifetime.still(told.fault):
            return ()
        raise told.fault
    return recall(entry.path, told.digest)


def read_article(data: bytes, path: str) -> tuple[Article, Draft]:
    """The article that the file ``path``, relative to the knowledge folder, holds when its bytes are ``data``, and what
    its own reader made of it. Raises ``ArticleFault``: SEVERAL_ARTICLES (``count``) when it holds more."""
    read = read_articles(data, path)
    if len(read) > 1:
        raise ArticleFault(FaultCode.SEVERAL_ARTICLES, count=len(read))
    return read[0]


def read_articles(data: bytes, path: str) -> list[tuple[Article, Draft]]:
    """The articles, at least one, that the file ``path`` holds, each with what the file's reader made of it: as of
    :func:`read_article`."""
    reader = reader_for(path)
    if not data.strip():
        raise ArticleFault(FaultCode.EMPTY)
    try:
        with quiet_parsers():
            drafts = [_with_lang_known(with_byline_read(draft)) for draft in reader(data) if draft.body.text]
            if not drafts:
                raise ArticleFault(FaultCode.NO_TEXT)
            several = len(drafts) > 1
            return [
                (_article(draft, path, number if several else None), draft) for number, draft in enumerate(drafts, 1)
            ]
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


def _with_lang_known(draft: Draft) -> Draft:
    """``draft`` without a language that is none, which is remarked on."""
    if not draft.lang or declared_language(draft.lang) is not None:
        return draft
    remark = Remark(NoticeCode.LANG_UNKNOWN, {"lang": one_line(draft.lang, 32)})
    return replace(draft, lang=None, notices=(*draft.notices, remark))


def _article(draft: Draft, path: str, number: int | None) -> Article:
    """The article of ``draft``; ``number`` is its place among several in one file."""
    of_file = article_id(path)
    card = ArticleCard(
        id=of_file if number is None else id_at(of_file, number),
        title=one_line(draft.title or "", LONGEST_VALUE) or one_line(title_from_name(path), LONGEST_VALUE) or path,
        date=draft.date or date_from_name(path),
        publisher=draft.publisher,
        url=draft.url,
        path=path if number is None else place_of(path, number),
        lang=declared_language(draft.lang) or detect_language(draft.body.text),
        sources=draft.sources,
        version=draft.version,
        withdrawn=draft.withdrawn,
        expires=draft.expires,
    )
    return Article(card, draft.body.text, draft.body.headings, draft.tags)


def _told_apart(files: Iterable[ReadFile], held_ids: Mapping[str, str], taken: set[str]) -> list[ReadFile]:
    """The files with an id each that is not ``taken``: the one it had last time, else its own, else another that says
    what it is."""
    held = {path: held_id for held_id, path in held_ids.items()}
    # An id in use is kept; of newcomers with one name, the file whose name says no more than the id comes first.
    ordered = sorted(files, key=lambda file: (file.article.card.path not in held, not is_exact(file.article.card.path)))
    told: list[ReadFile] = []
    for file in ordered:
        card = file.article.card
        file_path = file_of(card.path)
        number = int(card.path[len(file_path) + 1 :] or 1)
        others = [id_at(other, number) for other in other_ids(file_path)]
        wanted = [held.get(card.path), card.id, *others, *other_ids(card.path)]
        free = next(one for one in wanted if one and one not in taken)
        taken.add(free)
        told.append(file if free == card.id else replace(file, article=file.article.under(free)))
    return told


def _without_doubles(
    files: Iterable[ReadFile], held_ids: Mapping[str, str], owner_of_text: dict[str, str]
) -> tuple[list[ReadFile], list[Rejection]]:
    """One file a text: the one that was there last time, else the first in path order; some texts have an owner."""
    kept: list[ReadFile] = []
    rejections: list[Rejection] = []
    in_path_order = sorted(files, key=lambda file: file.article.card.path)
    for file in sorted(in_path_order, key=lambda file: held_ids.get(file.article.card.id) != file.article.card.path):
        card = file.article.card
        text = text_digest(file.article.body)
        if text in owner_of_text:
            rejections.append(Rejection(card.path, FaultCode.SAME_TEXT, {"other": owner_of_text[text]}))
        else:
            owner_of_text[text] = card.path
            kept.append(file)
    return sorted(kept, key=lambda file: file.article.card.path), rejections

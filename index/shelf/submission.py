"""An article handed in: what is given, and what would be made of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from posixpath import splitext
from typing import Final

from index.article import Article, ArticleCard
from index.articles.folder import read_article
from index.articles.naming import article_id
from index.drafts.edtf_date import article_date
from index.drafts.front_matter import LONGEST_VALUE, web_address, with_keys
from index.faults import ArticleFault, EngineFault, FaultCode
from index.files.decoding import decode, one_line
from index.files.tree import is_companion
from index.formats.registry import MARKDOWN
from index.passages.passage import Passage
from index.passages.windows import passages_of
from index.report import Remark
from index.shelf.markdown import markdown_of

SUFFIX: Final = ".md"
BESIDE_COMPANIONS: Final = "article-"
"""Put before a name that would stand for a companion of the articles, such as "readme"."""
NAMELESS: Final = "article"


@dataclass(frozen=True, slots=True)
class Submission:
    """A file's name, which says its format, and its bytes; what is given beside it comes before what it says itself."""

    name: str
    content: bytes
    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    url: str | None = None
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """How a submission was read and what would be written: ``format`` is its extension, ``path`` the file it would
    become in the knowledge folder, ``content`` that file's bytes."""

    card: ArticleCard
    format: str
    body: str
    sections: tuple[str, ...]
    passages: tuple[Passage, ...]
    notices: tuple[Remark, ...]
    path: str
    content: bytes


def preview(submission: Submission, max_bytes: int) -> Preview:
    """Read ``submission`` as the article it would become.

    Raises ArticleFault for what can't be an article, EngineFault(ADDRESS_UNUSABLE).
    """
    if len(submission.content) > max_bytes:
        raise ArticleFault(FaultCode.TOO_LARGE, size=len(submission.content), limit=max_bytes)
    name = _own_name(submission.name)
    article, draft = read_article(submission.content, name)
    path = file_name(name)
    given = _given(submission)
    if PurePosixPath(name).suffix.lower() in MARKDOWN:
        content = with_keys(decode(submission.content).text, given).encode("utf-8")
        written, _ = read_article(content, path)
    else:
        own = {"title": article.card.title, "date": draft.date, "publisher": draft.publisher, "url": draft.url}
        told = {key: value for key, value in own.items() if value} | given
        content = with_keys(f"\n{markdown_of(draft.body)}", told).encode("utf-8")
        written, _ = read_article(content, path)
        if written.body != article.body:
            raise ArticleFault(FaultCode.UNREADABLE, reason="Markdown")
    return Preview(
        card=written.card,
        format=PurePosixPath(name).suffix.lower(),
        body=written.body,
        sections=tuple(written.body[heading.start : heading.end] for heading in written.headings),
        passages=passages_of(written),
        notices=draft.notices,
        path=path,
        content=content,
    )


def refuse_doubles(found: Preview, present: Iterable[Article]) -> None:
    """Raise EngineFault(ARTICLE_EXISTS) or ArticleFault(SAME_TEXT) when ``present`` has the id or the text already."""
    text = found.body.split()
    for article in present:
        if article.card.id == found.card.id:
            raise EngineFault(FaultCode.ARTICLE_EXISTS, id=article.card.id, path=article.card.path)
        if article.body.split() == text:
            raise ArticleFault(FaultCode.SAME_TEXT, other=article.card.path)


def file_name(name: str) -> str:
    """The name of the file that a submission called ``name`` becomes: letters, digits and hyphens alone."""
    stem = article_id(name)
    return f"{BESIDE_COMPANIONS if is_companion(stem) else ''}{stem}{SUFFIX}"


def _own_name(given: str) -> str:
    """The last part of a name alone, since it comes from a person and a folder in it means nothing here; one that is
    nothing but dots and an extension (".txt", "..txt") gets something in front of it."""
    name = PurePosixPath(given.replace("\\", "/")).name or given
    return f"{NAMELESS}{name}" if name.startswith(".") and not splitext(name)[1] else name


def _given(submission: Submission) -> dict[str, str]:
    given = {
        "title": one_line(submission.title or "", LONGEST_VALUE),
        "date": article_date(submission.date) if submission.date else "",
        "lang": submission.lang or "",
        "publisher": one_line(submission.publisher or "", LONGEST_VALUE),
        "url": submission.url or "",
    }
    if submission.url and web_address(submission.url) is None:
        raise EngineFault(FaultCode.ADDRESS_UNUSABLE, url=one_line(submission.url, LONGEST_VALUE))
    return {key: value for key, value in given.items() if value}

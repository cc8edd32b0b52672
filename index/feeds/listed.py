"""``feeds.yaml`` beside the articles: which feeds are read.

- https://news.example/                       a feed, or the page of a site that names one
- url: https://paper.example/rss.xml
  publisher: Le Journal                       in the place of what the pages and the feed say
  folder: journal                             where its articles lie; its host by itself
  most: 20                                    articles a day
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import yaml

from index.articles.naming import article_id
from index.drafts.front_matter import LONGEST_VALUE, web_address
from index.faults import ArticleFault, FaultCode
from index.feeds.entry import canonical, secured
from index.files.decoding import decode, one_line
from index.files.safe_yaml import YamlRefusal, compose_yaml, is_absent, line_of
from index.files.tree import FEEDS, read_bytes
from index.report import Rejection

LONGEST: Final = 1_000_000
MOST_A_DAY: Final = 100
_DEEPEST: Final = 4
_KEYS: Final = frozenset({"url", "publisher", "folder", "most", "added_by"})


@dataclass(frozen=True, slots=True)
class Subscription:
    """A feed to be read: ``most`` articles of it a day, ``added_by`` is who asked for it on Discord."""

    url: str
    publisher: str | None = None
    folder: str = ""
    most: int = MOST_A_DAY
    added_by: int | None = None

    @property
    def place(self) -> str:
        """The folder of its articles."""
        return self.folder or article_id((urlsplit(self.url).hostname or "feed").removeprefix("www."))


@dataclass(frozen=True, slots=True)
class Listed:
    """The feeds of a folder, and what of its list had to be left out, line by line."""

    feeds: tuple[Subscription, ...]
    rejections: tuple[Rejection, ...] = ()


def listed_feeds(knowledge_dir: Path, max_bytes: int) -> Listed:
    """Read ``feeds.yaml`` in ``knowledge_dir``; a folder without one lists nothing."""
    if not (knowledge_dir / FEEDS).exists():
        return Listed(())
    try:
        text = decode(read_bytes(knowledge_dir, Path(FEEDS), max_bytes)).text
        root = compose_yaml(text, longest=LONGEST, deepest=_DEEPEST)
    except ArticleFault as fault:
        faults = () if fault.code is FaultCode.EMPTY else (Rejection(FEEDS, fault.code, fault.details),)
        return Listed((), faults)
    except YamlRefusal as refusal:
        return Listed((), (_rejection(refusal.line, refusal.problem),))
    if root is None or is_absent(root):
        return Listed(())
    if not isinstance(root, yaml.SequenceNode):
        return Listed((), (_rejection(line_of(root.start_mark), "not a list"),))
    feeds: dict[str, Subscription] = {}
    rejections = []
    for node in root.value:
        try:
            feed = _feed(node)
        except ValueError as error:
            rejections.append(_rejection(line_of(node.start_mark), str(error)))
        else:
            feeds.setdefault(canonical(feed.url), feed)
    return Listed(tuple(feeds.values()), tuple(rejections))


def written_feeds(feeds: Sequence[Subscription]) -> bytes:
    """``feeds`` as the list that :func:`listed_feeds` reads."""
    rows = [
        {
            "url": feed.url,
            **({"publisher": feed.publisher} if feed.publisher else {}),
            **({"folder": feed.folder} if feed.folder else {}),
            **({"most": feed.most} if feed.most != MOST_A_DAY else {}),
            **({"added_by": feed.added_by} if feed.added_by is not None else {}),
        }
        for feed in feeds
    ]
    return yaml.safe_dump(rows, allow_unicode=True, sort_keys=False).encode("utf-8") if rows else b""


def _feed(node: yaml.Node) -> Subscription:
    """Raises ValueError, which says what is wrong with it."""
    if isinstance(node, yaml.ScalarNode):
        return Subscription(_address(node.value))
    if not isinstance(node, yaml.MappingNode):
        raise ValueError("neither an address nor keys and values")
    said: Mapping[str, str] = {
        key.value: value.value
        for key, value in node.value
        if isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode) and not is_absent(value)
    }
    unknown = [key for key in said if key not in _KEYS]
    if unknown:
        raise ValueError(f"{one_line(unknown[0], 40)}: an unknown key")
    most = said.get("most", str(MOST_A_DAY))
    if not re.fullmatch(r"\d{1,5}", most, re.ASCII) or int(most) < 1:
        raise ValueError(f"most: {one_line(most, 40)} is no number of articles")
    folder = "/".join(article_id(part) for part in said.get("folder", "").split("/") if part.strip(". "))
    by = said.get("added_by", "")
    return Subscription(
        url=_address(said.get("url", "")),
        publisher=one_line(said.get("publisher", ""), LONGEST_VALUE) or None,
        folder=folder,
        most=int(most),
        added_by=int(by) if by.isascii() and by.isdecimal() and len(by) < 21 else None,
    )


def https_address(written: str) -> str | None:
    """``written`` as the https address of a feed or a site; None when it is none."""
    try:
        address = web_address(secured(written.strip()))
    except ValueError:  # urllib's own word for it
        return None
    return address if address is not None and urlsplit(address).scheme.lower() == "https" else None


def _address(written: str) -> str:
    address = https_address(written)
    if address is None:
        raise ValueError(f"{one_line(written, 60) or 'url'}: no https address")
    return address


def _rejection(line: int, problem: str) -> Rejection:
    return Rejection(FEEDS, FaultCode.FEEDS_INVALID, {"line": line, "problem": one_line(problem, 120)})

"""What a file holds and its article does not, so that nothing is lost without a word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from index.report import NoticeCode, Remark

_NAMED: Final = 3
_SHOWN: Final = 40
"""Of what is left out of an article: how many texts are named, and how many of their characters."""

_PAGE_NUMBER: Final = re.compile(
    r"(?:page|p\.)?\s*[-–—|]?\s*\d{1,4}\s*(?:(?:/|of|sur|de)\s*\d{1,4})?\s*[-–—|]?", re.IGNORECASE
)


def is_page_number(text: str) -> bool:
    """Whether a line says which page it stands on, and no more."""
    return _PAGE_NUMBER.fullmatch(text) is not None


def left_out(texts: Iterable[str], title: str | None, body: str) -> Iterator[Remark]:
    """A remark that names those of ``texts`` which have not become a part of the article, each once; none where all
    have."""
    kept = _comparable(f"{title or ''} {body}")
    missing = [text for text in dict.fromkeys(texts) if _comparable(text) not in kept]
    if missing:
        shown = [f"« {text[:_SHOWN].strip()}{'…' if len(text) > _SHOWN else ''} »" for text in missing[:_NAMED]]
        yield Remark(NoticeCode.LEFT_OUT, {"parts": " ".join([*shown, *(["…"] if len(missing) > _NAMED else [])])})


def page_furniture_left_out(texts: Iterable[str], title: str | None, body: str) -> Iterator[Remark]:
    """As :func:`left_out`, for what stands at the head and foot of pages: the numbers of pages are no loss."""
    return left_out((text for text in texts if not is_page_number(text)), title, body)


def _comparable(text: str) -> str:
    """The letters and figures of ``text`` alone: what stands between them may be shown otherwise."""
    return "".join(filter(str.isalnum, text)).casefold()

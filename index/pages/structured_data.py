"""What a page says of its article in JSON-LD (schema.org), for programs; on some pages, the only place that has it."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DEEPEST: Final = 12
_TAG: Final = re.compile(r"<(/?)(p|br|div|h[1-6]|li)\b[^>]*>", re.IGNORECASE)
_ANY_TAG: Final = re.compile(r"<[^<>]{1,2000}>")


def article_body(page: HtmlElement) -> str | None:
    """The longest ``articleBody`` that the page holds, its paragraphs a blank line apart; None if it has none."""
    bodies = [body for script in _scripts(page) for body in _bodies(script, _DEEPEST)]
    longest = max(bodies, key=len, default="")
    return _as_text(longest) or None


def _scripts(page: HtmlElement) -> Iterator[Any]:
    for script in page.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        try:
            yield json.loads(script.text, strict=False)
        except (ValueError, RecursionError):
            continue


def _bodies(held: Any, depth: int) -> Iterator[str]:
    if depth == 0:
        return
    if isinstance(held, dict):
        body = held.get("articleBody")
        if isinstance(body, str) and body.strip():
            yield body
        for value in held.values():
            yield from _bodies(value, depth - 1)
    elif isinstance(held, list):
        for value in held:
            yield from _bodies(value, depth - 1)


def _as_text(body: str) -> str:
    """Some sites write it with tags, or with their entities twice."""
    text = _ANY_TAG.sub("", _TAG.sub("\n\n", body))
    text = html.unescape(html.unescape(text))
    paragraphs = [re.sub(r"[ \t]+", " ", line).strip() for line in re.split(r"\s*\n\s*", text)]
    return "\n\n".join(filter(None, paragraphs))

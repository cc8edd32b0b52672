"""Markdown as notebooks and site generators write it (Obsidian, Hugo, Jekyll), brought to plain Markdown: what they
show as text is text, what they hide is gone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

_CODE: Final = re.compile(
    r"^(?P<indent> {0,3})(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}(?P=fence)[`~]*[^\S\n]*$|\Z)"
    r"|(?<!`)(?P<ticks>`++)(?:(?!\n\n).)*?(?<!`)(?P=ticks)(?!`)",
    re.MULTILINE | re.DOTALL,
)
_HIDDEN: Final = re.compile(
    r"%%.*?%%"
    r"|\{%-?\s*comment\b.*?-?%\}.*?\{%-?\s*endcomment\s*-?%\}"
    r"|\{#.*?#\}"
    r"|<!--.*?-->"
    r"|\{\{(?:<|%)\s*/\*.*?\*/\s*(?:>|%)\}\}",
    re.DOTALL,
)
"""Comments: of Obsidian, of Liquid and Jinja, of HTML, of Hugo."""
_SHORTCODE: Final = re.compile(
    r"\{\{[<%]\s*(?P<close>/?)\s*(?P<name>[\w/.-]+)(?P<rest>[^{}]*?)[>%]\}\}|\{%[^{}\n]*?%\}"
)
_CAPTION: Final = re.compile(r"\b(?:caption|title|alt)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_WIKI_LINK: Final = re.compile(r"(?P<embeds>!?)\[\[(?P<target>[^\[\]|\n]*?)(?:\\?\|(?P<shown>[^\[\]\n]*))?\]\]")
_MARKED: Final = re.compile(r"(?<![=\w])==(?=[^\s=])([^\n]*?[^\s=])==(?![=\w])")
_CALLOUT: Final = re.compile(
    r"^(?P<quote>[^\S\n]*(?:>[^\S\n]*)+)\[![\w-]+\](?:[+-])?[^\S\n]*(?P<title>[^\n]*)$", re.MULTILINE
)
_BLOCK_ID: Final = re.compile(r"(?:(?<=\s)|^)\^[A-Za-z0-9-]+[^\S\n]*$", re.MULTILINE)
_ATTRIBUTES: Final = re.compile(r"^\{:[^{}\n]*\}[^\S\n]*$", re.MULTILINE)
_PICTURES: Final = frozenset(".png .jpg .jpeg .gif .svg .webp .bmp .avif .pdf .mp4 .webm .mp3 .ogg .wav .mov".split())


@dataclass(frozen=True, slots=True)
class PlainMarkdown:
    """``text`` without what such programs add; ``left_out``: what they would fetch from elsewhere, by name."""

    text: str
    left_out: tuple[str, ...] = ()


def plain_markdown(markdown: str) -> PlainMarkdown:
    """``markdown`` as CommonMark; code stays as it is."""
    left_out: list[str] = []

    def shortcode(found: re.Match[str]) -> str:
        caption = _CAPTION.search(found["rest"] or "")
        if found["name"] and not found["close"]:
            left_out.append(found["name"])
        return (caption[1] or caption[2] or "") if caption else ""

    def wiki_link(found: re.Match[str]) -> str:
        target = found["target"].strip()
        if found["embeds"]:
            left_out.append(target)
            return ""
        shown = (found["shown"] or "").strip()
        return shown or target.lstrip("#").replace("#", " > ")

    def rewritten(text: str) -> str:
        text = _SHORTCODE.sub(shortcode, text)
        text = _WIKI_LINK.sub(wiki_link, text)
        text = _MARKED.sub(r"\1", text)
        text = _CALLOUT.sub(_callout, text)
        return _ATTRIBUTES.sub("", _BLOCK_ID.sub("", text))

    shown = "".join(_outside_code(_without_hidden(markdown), rewritten))
    pictures = [name for name in left_out if PurePosixPath(name.partition("|")[0]).suffix.lower() in _PICTURES]
    named = [name for name in left_out if name not in pictures]
    return PlainMarkdown(shown, tuple(dict.fromkeys(named)))


def _without_hidden(markdown: str) -> str:
    """Comments may hold code, and code what looks like a comment: whichever begins first is what it seems."""
    pieces: list[str] = []
    at = 0
    while (hidden := _HIDDEN.search(markdown, at)) is not None:
        code = _CODE.search(markdown, at)
        if code is not None and code.start() < hidden.start():
            pieces.append(markdown[at : code.end()])
            at = max(code.end(), at + 1)
            continue
        pieces.append(markdown[at : hidden.start()])
        at = hidden.end()
    return "".join([*pieces, markdown[at:]])


def _outside_code(text: str, rewrite: Callable[[str], str]) -> Iterator[str]:
    at = 0
    for code in _CODE.finditer(text):
        yield rewrite(text[at : code.start()])
        yield code[0]
        at = code.end()
    yield rewrite(text[at:])


def _callout(found: re.Match[str]) -> str:
    """A callout's title is a paragraph over its text; without one its kind is only drawn."""
    quote, title = found["quote"].rstrip(), found["title"].strip()
    return f"{quote} {title}\n{quote}" if title else quote

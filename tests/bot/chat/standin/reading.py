"""A message as a person reads it: written apart from the bot, so that it can judge the bot's Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.bot.chat.standin.world import Payload

_LINES = re.compile(r"(\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])")
LAYOUT, EPHEMERAL = 1 << 15, 1 << 6
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


@dataclass(frozen=True)
class Shown:
    """A quote on the screen: its text, and the parts of it in bold and underlined, as spans of the text."""

    text: str
    bold: tuple[tuple[int, int], ...]
    underlined: tuple[tuple[int, int], ...] = ()

    @property
    def bold_text(self) -> tuple[str, ...]:
        return tuple(self.text[start:end] for start, end in self.bold)

    @property
    def underlined_text(self) -> tuple[str, ...]:
        return tuple(self.text[start:end] for start, end in self.underlined)


@dataclass(frozen=True)
class Reply:
    """A message of the bot."""

    payload: Payload

    @property
    def is_layout(self) -> bool:
        """Whether it is made of components alone."""
        return bool(int(self.payload.get("flags") or 0) & LAYOUT)

    @property
    def is_private(self) -> bool:
        """Whether one person alone sees it."""
        return bool(int(self.payload.get("flags") or 0) & EPHEMERAL)

    @property
    def parts(self) -> list[Payload]:
        """Its components, those inside others too, from top to bottom."""
        return list(_walk(self.payload.get("components") or []))

    @property
    def texts(self) -> list[str]:
        """The texts among its components."""
        return [part["content"] for part in self.parts if part["type"] == 10]

    @property
    def content(self) -> str:
        """The text outside of cards and boxes."""
        if self.is_layout:
            return "\n".join(part["content"] for part in self.payload["components"] if part["type"] == 10)
        return str(self.payload.get("content") or "")

    @property
    def blocks(self) -> list[str]:
        """The texts that hold a quote."""
        return [block for block in self.texts if block.startswith("> ") or "\n> " in block]

    @property
    def embeds(self) -> list[Payload]:
        return list(self.payload.get("embeds") or [])

    @property
    def quotes(self) -> list[Shown]:
        return [quoted(block) for block in self.blocks]

    @property
    def footer(self) -> str:
        """The last small print."""
        return [line for text in self.texts for line in text.split("\n") if line.startswith("-# ")][-1][3:]

    @property
    def buttons(self) -> dict[str, str]:
        """The custom id behind each button, by its label or emoji; the first of those that share one."""
        found: dict[str, str] = {}
        for part in self.parts:
            if part["type"] == 2 and "custom_id" in part:
                found.setdefault(part.get("label") or part["emoji"]["name"], part["custom_id"])
        return found

    @property
    def links(self) -> dict[str, str]:
        """The address behind each button that opens one, by its label."""
        return {part["label"]: part["url"] for part in self.parts if part["type"] == 2 and "url" in part}

    @property
    def controls(self) -> dict[str, Payload]:
        """Every button and menu, wherever it stands, by its custom id."""
        return {part["custom_id"]: part for part in self.parts if "custom_id" in part}

    @property
    def everything(self) -> str:
        """All the text of the message, as it was sent."""
        return "\n".join([str(self.payload.get("content") or ""), *self.texts])

    @property
    def answers_message(self) -> int | None:
        """The id of the message it is a reply to."""
        reference = self.payload.get("message_reference") or {}
        return int(reference["message_id"]) if "message_id" in reference else None


def _walk(parts: list[Payload]) -> Iterator[Payload]:
    for part in parts:
        yield part
        yield from _walk(part.get("components") or [])
        if "accessory" in part:
            yield part["accessory"]


def quoted(markdown: str) -> Shown:
    """The block quote in ``markdown``, as shown. ValueError when something in it would be formatted otherwise than
    as bold, or as underlined within bold."""
    pieces = _LINES.split(markdown)
    lines = [(line, pieces[at + 1] if at + 1 < len(pieces) else "") for at, line in enumerate(pieces) if at % 2 == 0]
    inside = [at for at, (line, _) in enumerate(lines) if line.startswith("> ")]
    if not inside or inside != list(range(inside[0], inside[-1] + 1)):
        raise ValueError(f"not one block quote: {markdown!r}")
    text: list[str] = []
    bold: list[tuple[int, int]] = []
    underlined: list[tuple[int, int]] = []
    for at in inside:
        line, ending = lines[at]
        _read_line(line[2:], text, bold, underlined)
        if at != inside[-1]:
            text.append(ending)
    return Shown("".join(text), tuple(bold), tuple(underlined))


def _read_line(line: str, text: list[str], bold: list[tuple[int, int]], underlined: list[tuple[int, int]]) -> None:
    opened: int | None = None
    line_opened: int | None = None
    at = 0
    while at < len(line):
        if line[at] == "\\":
            if line[at + 1] not in _PUNCTUATION:
                raise ValueError(f"a backslash before {line[at + 1]!r}")
            text.append(line[at + 1])
            at += 2
        elif line.startswith("**", at):
            place = sum(map(len, text))
            if opened is None:
                opened = place
            elif line_opened is not None:
                raise ValueError(f"bold ends before its underlining in {line!r}")
            else:
                bold.append((opened, place))
                opened = None
            at += 2
        elif line.startswith("__", at):
            place = sum(map(len, text))
            if opened is None:
                raise ValueError(f"underlined outside bold in {line!r}")
            if line_opened is None:
                line_opened = place
            else:
                underlined.append((line_opened, place))
                line_opened = None
            at += 2
        elif line[at] in "*_~|`<>[]@#" or (line[at] == ":" and line[at + 1 :].lstrip("*_")[:1].strip()):
            raise ValueError(f"an open mark {line[at]!r} in {line!r}")
        else:
            text.append(line[at])
            at += 1
    if opened is not None:
        raise ValueError(f"bold never closed in {line!r}")

"""Messages as Discord's API takes them, drawn as HTML in the look of a chat.

Written apart from the bot: it reads Discord's Markdown and components as a client does, so that what looks wrong here
would look wrong there.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any

Payload = Mapping[str, Any]

_INLINE = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|\*\*(?P<bold>(?:\\.|[^\\])+?)\*\*"
    r"|__(?P<underlined>(?:\\.|[^\\])+?)__(?!_)"
    r"|\*(?P<italic>(?:\\.|[^\\*])+?)\*"
    r"|`(?P<code>[^`]+)`"
    r"|\[(?P<label>(?:\\.|[^\]\\])+)\]\((?P<url>[^)\s]+)\)"
    r"|<@!?(?P<person>\d+)>"
    r"|(?P<plain>.)",
    re.DOTALL,
)
_BUTTONS = {1: "primary", 2: "", 3: "success", 4: "danger", 5: ""}
_MENUS = (3, 5, 6, 7, 8)
EPHEMERAL = 1 << 6


def message_html(payload: Payload, pictures: Mapping[str, str], people: Mapping[str, str], private: str) -> str:
    """One message of the bot; ``pictures`` are the addresses of attachments by name, ``people`` names by id,
    ``private`` the line beneath what one person alone sees."""
    draw = _Drawing(pictures, people)
    parts = [draw.text(payload["content"])] if payload.get("content") else []
    parts += [draw.part(part) for part in payload.get("components") or []]
    if int(payload.get("flags") or 0) & EPHEMERAL:
        parts.append(f'<div class="private">👁 {html.escape(private)}</div>')
    return "".join(f'<div class="part">{part}</div>' for part in parts)


class _Drawing:
    def __init__(self, pictures: Mapping[str, str], people: Mapping[str, str]) -> None:
        self._pictures = pictures
        self._people = people

    def part(self, part: Payload) -> str:
        kind = part["type"]
        if kind == 1:
            return f'<div class="row">{"".join(map(self.part, part["components"]))}</div>'
        if kind == 2:
            return _button(part)
        if kind in _MENUS:
            return _menu(part)
        if kind == 9:
            texts = "".join(map(self.part, part["components"]))
            return f'<div class="section"><div>{texts}</div>{self.part(part["accessory"])}</div>'
        if kind == 10:
            return self.text(part["content"])
        if kind == 12:
            images = (self._picture(item["media"]["url"], item.get("description") or "") for item in part["items"])
            return f'<div class="gallery">{"".join(images)}</div>'
        if kind == 14:
            return '<hr class="rule">'
        if kind == 17:
            inside = "".join(f'<div class="part">{self.part(inner)}</div>' for inner in part["components"])
            return f'<div class="box" style="{_edge(part.get("accent_color"))}">{inside}</div>'
        raise ValueError(f"a component of type {kind}")

    def text(self, markdown: str) -> str:
        return "".join(self._lines(markdown))

    def _lines(self, markdown: str) -> Iterator[str]:
        for line in markdown.split("\n"):
            header = re.match(r"(#{1,3}) (.+)", line)
            if line.startswith("> "):
                yield f'<div class="quote">{self.inline(line[2:])}</div>'
            elif line.startswith("-# "):
                yield f'<div class="line small">{self.inline(line[3:])}</div>'
            elif header:
                level = len(header[1])
                yield f"<h{level}>{self.inline(header[2])}</h{level}>"
            elif re.match(r"[-*] ", line):
                yield f'<div class="line item">{self.inline(line[2:])}</div>'
            else:
                yield f'<div class="line">{self.inline(line) or "&nbsp;"}</div>'

    def inline(self, text: str) -> str:
        return "".join(self._inline(found) for found in _INLINE.finditer(text))

    def _inline(self, found: re.Match[str]) -> str:
        match found.lastgroup:
            case "bold":
                return f"<strong>{self.inline(found['bold'])}</strong>"
            case "underlined":
                return f"<u>{self.inline(found['underlined'])}</u>"
            case "italic":
                return f"<em>{self.inline(found['italic'])}</em>"
            case "code":
                return f"<code>{html.escape(found['code'])}</code>"
            case "url":
                return f'<a href="#">{self.inline(found["label"])}</a>'
            case "person":
                return f'<span class="mention">@{html.escape(self._people.get(found["person"], "?"))}</span>'
            case "escaped":
                return html.escape(found["escaped"])
        return html.escape(found[0])

    def _picture(self, address: str, description: str) -> str:
        source = self._pictures.get(address.removeprefix("attachment://"), address)
        return f'<img src="{source}" alt="{html.escape(description)}">'


def _button(part: Payload) -> str:
    emoji = (part.get("emoji") or {}).get("name") or ""
    label = html.escape(" ".join(filter(None, (emoji, part.get("label")))))
    looks = " ".join(filter(None, ("button", _BUTTONS[part["style"]], "off" if part.get("disabled") else "")))
    return f'<span class="{looks}">{label}{" ↗" if part["style"] == 5 else ""}</span>'


def _menu(part: Payload) -> str:
    chosen = [option["label"] for option in part.get("options") or [] if option.get("default")]
    shown = ", ".join(chosen) or part.get("placeholder") or ""
    looks = "select chosen" if chosen else "select"
    return f'<div class="{looks}"><span>{html.escape(shown)}</span><span>▾</span></div>'


def _edge(colour: int | None) -> str:
    return f"--edge: #{colour:06x}" if colour is not None else ""

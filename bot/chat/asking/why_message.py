"""Why an answer is what it is, for those who look after articles: in words, with a file of the figures behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.catalogue import Words
from bot.chat.messages.limits import measure
from bot.chat.messages.markdown import escape, for_display, shorten
from bot.chat.messages.message import ROOM, Document, Message, download, laid_out, text
from bot.plain.explanation import candidate_lines, explanation_text, verdict_lines
from bot.plain.why import why_text
from index.explanation import Explanation

_MOST_LOOKED: Final = 3
_CANDIDATES: Final = 3
_LINE_ROOM: Final = 180
_FILE: Final = "sourcier.txt"


def why_message(explanation: Explanation, words: Words) -> Message:
    """How sure the answer is and what it rests on, the first passages found with what spoke for each, as far as there
    is room; all of it, with figures, in a file."""
    lines = [_shown(line) for line in why_text(explanation.answer, words).split("\n")]
    for looked in explanation.looked[:_MOST_LOOKED]:
        lines += ["", _shown(words("explain-looked", passages=looked.passages, question=looked.question), "**")]
        for number, weighed in enumerate(looked.weighed[:_CANDIDATES], start=1):
            first, *others = candidate_lines(number, weighed, looked, explanation.answer.lang, words)
            lines += [_shown(first), *(f"-# {_shown(line)}" for line in others)]
        lines += [_shown(line) for line in verdict_lines(looked, words)]
    foot = words("discord-why-figures")
    document = Document(_FILE, explanation_text(explanation, words).encode("utf-8"))
    shown = laid_out([text(_fitted(lines, ROOM - measure(foot))), text(foot), download(document.name)])
    return replace(shown, document=document)


def _shown(line: str, mark: str = "") -> str:
    """``line`` as it is, cut to a few lines of a phone, between two of ``mark``."""
    return f"{mark}{escape(shorten(for_display(line), _LINE_ROOM))}{mark}"


def _fitted(lines: Sequence[str], room: int) -> str:
    """As many of ``lines`` as there is room for."""
    told: list[str] = []
    for line in lines:
        room -= measure(line) + 1
        if room < 0:
            break
        told.append(line)
    return "\n".join(told)

"""What a line typed in the console asks for: a command, with or without its slash and in either language, or nothing
but a question."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from functools import cache
from typing import Final

from bot.catalogue import LANGUAGES, words_in
from index.text import folded

NAMES: Final = (
    "ask",
    "timeline",
    "sources",
    "article",
    "more",
    "context",
    "why",
    "about",
    "status",
    "reindex",
    "help",
    "quit",
)
"""The commands of the console, in the order of its help."""
OF_SOMETHING: Final = frozenset({"ask", "timeline", "sources", "article", "context"})
"""Those that words may follow."""
_MOST_WORDS: Final = 2
_LINKS: Final = ("of ", "for ", "about ", "de la ", "de l’", "de l'", "de ", "du ", "des ", "d’", "d'", "pour ", "sur ")
_LIKE: Final = 0.6


@dataclass(frozen=True, slots=True)
class Order:
    """A command by its name, and what follows it; ``bare`` where it was typed without its slash."""

    name: str
    rest: str
    bare: bool


@dataclass(frozen=True, slots=True)
class Unknown:
    """A slash before a word that is no command; ``closest`` is the one it resembles, if any."""

    typed: str
    closest: str | None


def order_in(line: str) -> Order | Unknown | None:
    """What ``line`` orders; None for a question. A bare word counts as a command when it stands alone, or when words
    may follow it."""
    line = line.strip()
    slashed = line.startswith("/")
    spoken = line.removeprefix("/").strip() or ("help" if slashed else "")
    parts = spoken.split()
    for count in range(min(_MOST_WORDS, len(parts)), 0, -1):
        rest = spoken.split(maxsplit=count)[count] if len(parts) > count else ""
        name = _named(" ".join(parts[:count]), alone=not rest)
        if name is not None and (slashed or not rest or name in OF_SOMETHING):
            return Order(name, rest if slashed else _without_link(rest), not slashed)
    if not slashed:
        return None
    typed = parts[0]
    close = difflib.get_close_matches(folded(typed), list(_meanings()), n=1, cutoff=_LIKE)
    return Unknown(f"/{typed}", f"/{_meanings()[close[0]]}" if close else None)


def command_for(typed: str) -> str | None:
    """The command that a word names in either language: « frise » is the timeline."""
    return _named(typed, alone=True)


def _named(typed: str, *, alone: bool) -> str | None:
    """The command that ``typed`` is a word for; "help!" and "sources :" are words too."""
    meanings = _meanings()
    if folded(typed) in meanings:
        return meanings[folded(typed)]
    return meanings.get(folded(typed.rstrip(" .!?:" if alone else ":")))


@cache
def _meanings() -> dict[str, str]:
    """Each word for a command, and the command, in all languages."""
    every = {name: name for name in NAMES}
    for lang in LANGUAGES:
        for name in NAMES:
            every |= {folded(word): name for word in words_in(lang)(f"console-names-{name}").split(", ")}
    return every


def _without_link(rest: str) -> str:
    """ "of Haven" as "Haven"."""
    link = next((link for link in _LINKS if rest.casefold().startswith(link)), "")
    return rest[len(link) :].strip()

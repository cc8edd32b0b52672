"""From the letters that a PDF's fonts draw to those a reader sees: ligatures taken apart, accents put on their letters,
what stands for no letter shown as such."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from index.files.decoding import without_surrogates

ILLEGIBLE: Final = "\N{REPLACEMENT CHARACTER}"

_LIGATURES: Final = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
"""ﬀ, ﬁ, ﬂ, ﬃ, ﬄ, ﬅ, ﬆ: how a font draws letters that a reader sees, and searches for, as two or three."""
_ACCENTS: Final = {
    "´": "\u0301",
    "ˋ": "\u0300",
    "ˆ": "\u0302",
    "¨": "\u0308",
    "˜": "\u0303",
    "ˇ": "\u030c",
    "˚": "\u030a",
    "˝": "\u030b",
    "¯": "\u0304",
    "˘": "\u0306",
    "˙": "\u0307",
}
"""Accents with a place of their own, which old fonts draw before their letter."""
_APART: Final = re.compile(rf"([{''.join(_ACCENTS)}])\s?([A-Za-zıȷ])")
_CEDILLA: Final = re.compile(r"([CcSs])\s?¸|¸\s?([CcSs])")
_DOTLESS: Final = {"ı": "i", "ȷ": "j"}
_PRIVATE_BULLET: Final = re.compile(r"^\s*[\ue000-\uf8ff](?=\s)")
_NO_LETTER: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffe\uffff]")
_TRACKED: Final = re.compile(
    r"(?<!\S)(?:[^\W\d_](?: [^\W\d_])+(?:\s{2,}[^\W\d_](?: [^\W\d_])+)+|[^\W\d_](?: [^\W\d_]){3,})(?!\S)"
)


def letters_of(drawn: str) -> str:
    """What a reader sees of ``drawn``, a line as a PDF holds it; ILLEGIBLE for each letter that nothing names."""
    text = without_surrogates(drawn).translate(_LIGATURES)
    text = _PRIVATE_BULLET.sub("•", text)
    text = _APART.sub(_accented, text)
    text = _CEDILLA.sub(lambda found: unicodedata.normalize("NFC", f"{found[1] or found[2]}\u0327"), text)
    text = _NO_LETTER.sub(ILLEGIBLE, text)
    return _TRACKED.sub(_closed_up, text)


def _accented(found: re.Match[str]) -> str:
    """The letter with its accent where such a letter exists, else as it was drawn."""
    composed = unicodedata.normalize("NFC", _DOTLESS.get(found[2], found[2]) + _ACCENTS[found[1]])
    return composed if len(composed) == 1 else found[0]


def _closed_up(found: re.Match[str]) -> str:
    """« L E   T I T R E » is « LE TITRE »."""
    return " ".join(word.replace(" ", "") for word in re.split(r"\s{2,}", found[0]))

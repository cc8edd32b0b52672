"""Sums in any scale as one word: « 12,4 milliards », « 12 400 millions » and "12.4bn" find each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final

GROUPED_DIGITS: Final = re.compile(r"(?<=\d)[\u00a0\u202f\u2009 ,](?=\d{3}(?!\d))")
LEAST_WRITTEN_OUT: Final = 1_000_000
"""A number written out from here on is a sum too: 3 000 000 is three millions."""

_SPELLED: Final[Mapping[str, int]] = MappingProxyType(
    {
        word: value
        for words in (
            "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen",
        )
        for value, word in enumerate(words.split(), start=1)
    }
)
_SCALES: Final[Mapping[str, int]] = MappingProxyType(
    {
        **dict.fromkeys(("mille", "thousand", "k"), 10**3),
        **dict.fromkeys(("million", "millions", "mn", "m", "mio"), 10**6),
        **dict.fromkeys(("milliard", "milliards", "md", "mds", "mrd", "mrds", "bn", "g"), 10**9),
        "tn": 10**12,
    }
)
_LONG_SCALE: Final = "fr"
"""In French a billion is a million of millions; in English a thousand of them."""
_SUM: Final = re.compile(
    rf"(?<![\w.,])(?P<currency>[$€£]\s?)?(?P<number>\d+(?:[.,]\d+)?|\b(?:{'|'.join(_SPELLED)})(?= (?:mill|bill|trill)))"
    r"(?:[\s\u00a0\u202f-]?(?P<word>milliards?|millions?|billions?|trillions?|thousand|mille|mrds?|mds?|mio|bn|tn|mn)\b"
    r"|[\s\u00a0\u202f]?(?P<letter>[kKMG])(?=[\s\u00a0\u202f]?[€$£])|(?P<attached>[kKmMbB])\b)?",
    re.IGNORECASE,
)


def sums_in(text: str, lang: str) -> Iterator[tuple[str, int, int]]:
    """The sums of ``text``, in ``lang``, whose groups of figures are joined: each as its word, and where it stands."""
    for found in _SUM.finditer(text):
        word = _word_of(found, lang)
        if word is not None:
            yield word, *found.span()


def with_sums_as_words(text: str, lang: str) -> str:
    """``text`` with a word in the place of each sum."""
    pieces: list[str] = []
    at = 0
    for word, start, end in sums_in(text, lang):
        pieces += (text[at:start], f" {word} ")
        at = end
    return "".join([*pieces, text[at:]])


def with_sums_as_told(question: str, asked_in: str, told: str, lang: str) -> str:
    """``question``, asked in ``asked_in``, with each sum that ``told``, in ``lang``, writes otherwise written so: who
    reads both then sees that it is the same."""
    joined = _joined(question)
    asked = list(sums_in(joined, asked_in))
    if not asked:
        return question
    writings = _writings(told, lang)
    pieces: list[str] = []
    at = 0
    for word, start, end in asked:
        its = writings.get(word, ())
        if its and joined[start:end] not in map(_joined, its):
            pieces += (joined[at:start], its[0])
            at = end
    return "".join([*pieces, joined[at:]]) if pieces else question


def _writings(text: str, lang: str) -> dict[str, list[str]]:
    """How ``text`` writes each of its sums, by the sum's word."""
    gaps = {gap.start() for gap in GROUPED_DIGITS.finditer(text)}
    places = [place for place in range(len(text)) if place not in gaps]
    found: dict[str, list[str]] = {}
    for word, start, end in sums_in(_joined(text), lang):
        found.setdefault(word, []).append(text[places[start] : places[end - 1] + 1])
    return found


def _joined(text: str) -> str:
    return GROUPED_DIGITS.sub("", text)


def _word_of(found: re.Match[str], lang: str) -> str | None:
    said = found["number"]
    number = Decimal(_SPELLED[said.lower()]) if said.lower() in _SPELLED else Decimal(said.replace(",", "."))
    scale = _scale(found, lang)
    if scale is None:
        return None
    value = number * scale
    if value != value.to_integral_value() or (scale == 1 and value < LEAST_WRITTEN_OUT):
        return None
    return f"s{int(value)}"


def _scale(found: re.Match[str], lang: str) -> int | None:
    if word := found["word"]:
        folded = word.lower()
        if folded.startswith("billion"):
            return 10 ** (12 if lang == _LONG_SCALE else 9)
        if folded.startswith("trillion"):
            return 10 ** (18 if lang == _LONG_SCALE else 12)
        return _SCALES[folded]
    if letter := found["letter"]:
        return _SCALES[letter.lower()]
    if attached := found["attached"]:
        # "12m" alone are metres; with a currency before, millions.
        if not found["currency"]:
            return None
        return 10**9 if attached in "bB" else _SCALES[attached.lower()]
    return 1

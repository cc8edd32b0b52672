"""Numbers and years in words: « deux mille vingt-deux », "nineteen ninety-nine"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_FRENCH_UNITS: Final = (
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
    "dix-neuf"
).split()
_FRENCH_TENS: Final = {"vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
_ENGLISH_UNITS: Final = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_ENGLISH_TENS: Final = {
    word: 10 * place
    for place, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_VALUES: Final[Mapping[str, int]] = {
    **{word: value for units in (_FRENCH_UNITS, _ENGLISH_UNITS) for value, word in enumerate(units, start=1)},
    **_FRENCH_TENS,
    **_ENGLISH_TENS,
    "oh": 0,
}
_HUNDREDS: Final = ("cent", "cents", "hundred")
_THOUSANDS: Final = ("mille", "thousand")
_FOUR_TWENTIES: Final = ("vingt", "vingts")

_FRENCH: Final = "|".join(sorted([*_FRENCH_UNITS, *_FRENCH_TENS], key=len, reverse=True))
FRENCH_YEAR: Final = (
    r"(?:(?:deux )?mille|(?:onze|douze|treize|quatorze|quinze|seize|dix[ -]sept|dix[ -]huit|dix[ -]neuf) cents?)"
    rf"(?:(?: et |[ -])(?:{_FRENCH}|cents?)\b){{0,6}}"
)
FRENCH_LONG_YEAR: Final = rf"(?!(?:deux )?mille(?! et |[ -](?:{_FRENCH}|cents?)\b)){FRENCH_YEAR}"
"""A year of more than thousands: « deux mille » alone may count anything."""
_ENGLISH_DIGIT: Final = "|".join(_ENGLISH_UNITS[:9])
_ENGLISH_FROM_TEN: Final = (
    rf"(?:{'|'.join(_ENGLISH_UNITS[9:])}|(?:{'|'.join(_ENGLISH_TENS)})(?:[ -](?:{_ENGLISH_DIGIT}))?)"
)
ENGLISH_YEAR: Final = (
    r"(?:(?:eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)[ -]"
    rf"(?:hundred(?: and (?:{_ENGLISH_FROM_TEN}|{_ENGLISH_DIGIT}))?|oh[ -](?:{_ENGLISH_DIGIT})|{_ENGLISH_FROM_TEN})"
    rf"|two thousand(?:(?: and |[ -])(?:{_ENGLISH_FROM_TEN}|{_ENGLISH_DIGIT}))?)\b"
)


def spelled_number(written: str) -> int:
    """The number that ``written`` spells in French or English; a year may be said in hundreds ("nineteen eighty").

    Raises KeyError for a word that is no number.
    """
    words = re.split(r"[ -]", written.casefold())
    said = [word for word in words if word not in ("et", "and")]
    plain = not any(word in (*_HUNDREDS, *_THOUSANDS) for word in said)
    total, current, before = 0, 0, ""
    for place, word in enumerate(said):
        if word in _THOUSANDS:
            total, current = total + max(current, 1) * 1000, 0
        elif word in _HUNDREDS:
            current = max(current, 1) * 100
        elif word in _FOUR_TWENTIES and before == "quatre":
            current += 76
        else:
            current += _VALUES[word]
        if plain and place == 0 and len(said) > 1 and word in (*_ENGLISH_UNITS[9:], "twenty"):
            total, current = 100 * current, 0
        before = word
    return total + current

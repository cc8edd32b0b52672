"""Money by its names in both languages, and what is paid with where, both from CLDR, by way of Babel."""

from __future__ import annotations

from functools import cache
from typing import Final

from index.terms.tokens import fold, stem_of

_SIGNS: Final = {"EUR": "€", "USD": "$", "GBP": "£"}
"""The currencies that figures are told in by a sign of their own."""
_LANGS: Final = ("fr", "en")


@cache
def signs_of_currencies(country: str) -> frozenset[str]:
    """The signs of what is paid with in a ``country`` (ISO 3166 code); none for what is no country."""
    from babel.numbers import get_territory_currencies

    try:
        paid = get_territory_currencies(country)
    except KeyError:
        return frozenset()
    return frozenset(_SIGNS.get(code, code) for code in paid)


@cache
def stems_of_currencies() -> frozenset[str]:
    """The stems of the words that name currencies: « couronne », "rupee"."""
    from babel import Locale

    return frozenset(
        stem_of(fold(word), lang)
        for lang in _LANGS
        for name in Locale(lang).currencies.values()
        if (word := (name.split()[0] if lang == "fr" else name.split()[-1])).isalpha()
    )

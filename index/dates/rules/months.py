"""The months by their names, whole and short, in French and English."""

from __future__ import annotations

from typing import Final

from index.dates.rules.grammar import by_place

FRENCH_MONTHS: Final = by_place(
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre", 1
)
FRENCH_SHORT_MONTHS: Final = by_place("janv févr,fév mars avr mai juin juil aout sept oct nov déc", 1)
ENGLISH_MONTHS: Final = by_place(
    "january february march april may june july august september october november december", 1
)
ENGLISH_SHORT_MONTHS: Final = by_place("jan feb mar apr may jun jul aug sept,sep oct nov dec", 1)

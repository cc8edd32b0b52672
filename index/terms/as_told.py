"""A question in the figures of a text: its sums and ordinals written as that writes them."""

from __future__ import annotations

from index.terms.ordinals import with_ordinals_as_told
from index.terms.sums import with_sums_as_told


def as_told(question: str, asked_in: str, told: str, lang: str) -> str:
    """``question``, asked in ``asked_in``, with each sum and ordinal that ``told``, in ``lang``, writes otherwise
    written so: who reads both then sees that it is the same."""
    return with_ordinals_as_told(with_sums_as_told(question, asked_in, told, lang), asked_in, told, lang)

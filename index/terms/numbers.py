"""Stems as numbers that any block of rows gives by itself: a digest, so that no list of all stems has to grow."""

from __future__ import annotations

import hashlib
from typing import Final

_SHORT: Final = 0x7FFF_FFFF


def stem_key(stem: str) -> int:
    """A number of 64 bits; that two stems of a base share one won't happen."""
    return int.from_bytes(hashlib.blake2b(stem.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def stem_number(stem: str) -> int:
    """A number of 31 bits, for where a few dozen stems are told from each other."""
    return stem_key(stem) & _SHORT

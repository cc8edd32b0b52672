"""What was seen of the engine beside the index, in words."""

from __future__ import annotations

from bot.catalogue import Words
from bot.printable import one_line
from index.report import StoreSeen


def store_line(seen: StoreSeen, words: Words) -> str:
    """Whether it finds candidates, or what is wrong."""
    if seen.fault is not None:
        told = words(f"store-{seen.fault.value}", place=seen.place, reason=seen.reason, version=seen.version or "?")
        return one_line(told)
    if seen.collection is None:
        return one_line(words("store-lacks", place=seen.place, version=seen.version or "?"))
    return one_line(
        words(
            "store-serves",
            place=seen.place,
            version=seen.version or "?",
            collection=seen.collection,
            generation=str(seen.generation),
        )
    )

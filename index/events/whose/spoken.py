"""Whom a text has spoken of so far, named or not, and when last."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from index.events.references import Told
from index.events.whose.evidence import Dwelt
from index.passages.passage import Span

_PARAGRAPH: Final = re.compile(r"\n")


class Spoken:
    """Follows one text, sentence by sentence."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}
        self._times: Counter[str] = Counter()
        self._place = -1
        self._opened = 0
        self._opens_with: str | None = None
        self._last_of: str | None = None
        self._end = 0

    def come_to(self, sentence: Span, body: str) -> None:
        """The next sentence is ``sentence`` of ``body``."""
        self._place += 1
        if self._place == 0 or _PARAGRAPH.search(body, self._end, sentence[0]):
            self._opened, self._opens_with = self._place, None
        self._end = sentence[1]

    def go_on(self, told: Told) -> None:
        """That sentence was read: it ``told`` of some."""
        keys = [one.key for one in (*told.subject, *told.all)]
        for key in dict.fromkeys(keys):
            self._last[key] = self._place
            self._times[key] += 1
        if keys:
            self._last_of = keys[0]
            if self._opens_with is None:
                self._opens_with = keys[0]

    def dwelt(self, key: str, *, named_later: bool) -> Dwelt:
        """What was dwelt on before the present sentence, seen from ``key``."""
        last = self._last.get(key)
        since = sum(place > last for place in self._last.values()) if last is not None else len(self._last)
        return Dwelt(
            ago=self._place - last if last is not None else None,
            in_paragraph=last is not None and last >= self._opened,
            others_since=since,
            paragraph_of_other=self._opens_with not in (None, key),
            last_is_other=self._last_of not in (None, key),
            share=self._times[key] / self._place if self._place else 0.0,
            named_later=named_later,
        )

"""What a base has already, by the addresses and by the text of its articles."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Self

from index.articles.naming import file_of
from index.feeds.entry import canonical
from index.feeds.page import Arrival
from index.generation.generation import Generation


@dataclass
class Present:
    """The file with each address and with each text."""

    addresses: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, generation: Generation | None) -> Self:
        """What answers now."""
        if generation is None:
            return cls()
        cards, recalled = generation.texts.cards(), generation.texts.recalled()
        return cls(
            {canonical(card.url): file_of(card.path) for card in cards if card.url},
            {article.text: file_of(article.path) for article in recalled},
        )

    def has(self, arrival: Arrival, own_path: str | None) -> str | None:
        """The other file that has an arrival's text or is at one of its addresses."""
        addresses = [*arrival.addresses, arrival.claims or ""]
        held = [self.texts.get(arrival.text), *map(self.addresses.get, addresses)]
        return next((path for path in held if path is not None and path != own_path), None)

    def note(self, arrival: Arrival, path: str) -> None:
        """An arrival has become the file ``path``."""
        self.texts[arrival.text] = path
        own = [arrival.claims] if arrival.claims else []
        self.addresses.update(dict.fromkeys([*arrival.addresses, *own], path))

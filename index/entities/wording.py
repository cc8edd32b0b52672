"""Names behind names: a question or a passage that says « le géant de Seattle » speaks of Amazon.

Both sides are brought to an entity's own name: the question is asked under it, and a passage that only uses another
name is indexed under it as well. Nothing of this is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.entities.book.entity import EntityBook
from index.entities.book.names import name_key
from index.entities.mentions import Mention, MentionFinder


class Wording:
    """Knows the entities of one base by all their names."""

    def __init__(self, book: EntityBook) -> None:
        self.book = book
        self.finder = MentionFinder(book)

    def under_own_names(self, text: str) -> str:
        """``text`` with each entity under its own name."""
        pieces = []
        position = 0
        for mention in self._by_other_names(text):
            pieces += [text[position : mention.start], self.book[mention.entity_id].name]
            position = mention.end
        return "".join([*pieces, text[position:]])

    def names_behind(self, body: str, spans: Sequence[tuple[int, int]]) -> list[str]:
        """For each of ``spans`` of ``body``: the names, one space between two, of the entities it mentions by
        another name only."""
        mentions = self.finder.mentions(body)
        behind = []
        for start, end in spans:
            within = [m for m in mentions if start <= m.start and m.end <= end and not m.ambiguous]
            plain = {m.entity_id for m in within if not self._is_by_other_name(body, m)}
            hidden = dict.fromkeys(m.entity_id for m in within if m.entity_id not in plain)
            behind.append(" ".join(self.book[entity].name for entity in hidden))
        return behind

    def _by_other_names(self, text: str) -> Iterator[Mention]:
        return (m for m in self.finder.mentions(text) if not m.ambiguous and self._is_by_other_name(text, m))

    def _is_by_other_name(self, text: str, mention: Mention) -> bool:
        said = name_key(text[mention.start : mention.end])
        return not set(name_key(self.book[mention.entity_id].name)) <= set(said)

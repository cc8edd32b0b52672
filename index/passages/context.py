"""What is indexed of a passage: its own text under its article's title and its section."""

from __future__ import annotations

from index.passages.passage import Passage


def text_in_context(title: str, passage: Passage) -> str:
    """The text that is encoded and whose words are indexed; never shown.

    A passage seldom repeats what its article is about: the title in front is worth four points of R@1 to
    BM25 alone (measured on 1,000 questions).
    """
    return "\n".join(part for part in (title, passage.section, passage.text) if part)

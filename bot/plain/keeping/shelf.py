"""Articles added, removed and restored, as plain text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from bot.catalogue import Words
from bot.dates import spell_date, spell_moment
from bot.plain.keeping.report import report_text
from bot.printable import one_line, web_link

if TYPE_CHECKING:  # the shelf brings NumPy, which no help waits for
    from index.shelf.shelf import Removed, Restored
    from index.shelf.submission import Preview
    from index.shelf.trash import TrashedArticle

SHOWN: Final = 160
"""Characters shown of the first and the last passage."""


def preview_text(found: Preview, words: Words, *, added: bool) -> str:
    """How a submission was read: its card, its sections, where its passages begin and end."""
    card = found.card
    facts: list[tuple[str, str | None]] = [
        ("title", card.title),
        ("date", spell_date(card.date, words.lang) if card.date else words("preview-no-date")),
        ("lang", words(f"language-{card.lang}") if card.lang in ("fr", "en") else card.lang),
        ("publisher", card.publisher),
        ("url", web_link(card.url)),
        ("format", found.format),
        ("sections", " · ".join(found.sections) or None),
        ("passages", str(len(found.passages))),
        ("begins", _cut(found.passages[0].text) if found.passages else None),
        ("ends", _cut(found.passages[-1].text, end=True) if len(found.passages) > 1 else None),
    ]
    head = words("preview-added" if added else "preview-head", id=card.id, path=found.path)
    return "\n".join([head, *(one_line(f"{words(f'preview-{name}')} {value}") for name, value in facts if value)])


def removed_text(removed: Removed, words: Words) -> str:
    """What was removed, until when it can be restored, and what the re-index changed."""
    article = removed.article
    head = words("removed-done", id=article.id, title=one_line(article.title), days=removed.days)
    return f"{head}\n{report_text(removed.report, words)}"


def restored_text(restored: Restored, words: Words) -> str:
    """What was restored and where to, and what the re-index changed."""
    head = words("restored-done", id=restored.article.id, path=one_line(restored.article.path))
    return f"{head}\n{report_text(restored.report, words)}"


def trash_text(trash: Sequence[TrashedArticle], words: Words) -> str:
    """What can be restored, a line an article."""
    if not trash:
        return words("trash-empty")
    return "\n".join(
        one_line(f"{article.id}  {article.title} · {spell_moment(article.removed, words.lang)}") for article in trash
    )


def _cut(text: str, *, end: bool = False) -> str:
    line = one_line(text)
    if len(line) <= SHOWN:
        return line
    return f"…{line[-SHOWN:]}" if end else f"{line[:SHOWN]}…"

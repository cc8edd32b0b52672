"""Where removed articles wait to be restored, each in a folder of its own, until their time is over.

data/trash/20261125T221003Z-1f2e3d4c/
  about.json        whose file it is, when it was removed
  file              its bytes
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter, ValidationError

from index.faults import EngineFault, FaultCode

ABOUT: Final = "about.json"
FILE: Final = "file"
UNFINISHED: Final = ".new-"


@dataclass(frozen=True, slots=True)
class TrashedArticle:
    """A removed article: the ``path`` it had in the knowledge folder, and when it was ``removed`` (ISO 8601, UTC)."""

    id: str
    title: str
    path: str
    removed: str


_JSON: Final = TypeAdapter(TrashedArticle)


class Trash:
    """The removed articles under one data folder, kept for ``days``."""

    def __init__(self, data_dir: Path, days: int) -> None:
        self._folder = data_dir / "trash"
        self._days = days

    def articles(self) -> tuple[TrashedArticle, ...]:
        """What can be restored, last removed first; nothing that can't be read."""
        return tuple(article for _, article in self._entries())

    def keep(self, article: TrashedArticle, content: bytes) -> Path:
        """Keep an article's file; it is on the disk when this returns. The folder it is in.

        Raises EngineFault(DATA_UNWRITABLE).
        """
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            stamp = datetime.fromisoformat(article.removed).strftime("%Y%m%dT%H%M%SZ")
            name = f"{stamp}-{secrets.token_hex(4)}"
            fresh = self._folder / f"{UNFINISHED}{name}"
            fresh.mkdir()
            for file, written in ((FILE, content), (ABOUT, _JSON.dump_json(article, indent=1))):
                with (fresh / file).open("xb") as opened:
                    opened.write(written)
                    opened.flush()
                    os.fsync(opened.fileno())
            return fresh.rename(self._folder / name)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise EngineFault(FaultCode.DATA_UNWRITABLE, path=str(self._folder), reason=reason) from error

    def last_of(self, article_id: str) -> tuple[Path, TrashedArticle, bytes]:
        """The folder, the article and the content of what was last removed under that id.

        Raises EngineFault(TRASH_LACKS).
        """
        for folder, article in self._entries():
            if article.id == article_id:
                with suppress(OSError):
                    return folder, article, (folder / FILE).read_bytes()
        raise EngineFault(FaultCode.TRASH_LACKS, id=article_id)

    def drop(self, folder: Path) -> None:
        """Delete one entry."""
        shutil.rmtree(folder, ignore_errors=True)

    def drop_all_of(self, article_id: str) -> None:
        """Delete every entry under that id."""
        for folder, article in list(self._entries()):
            if article.id == article_id:
                self.drop(folder)

    def clear_old(self) -> None:
        """Delete what was removed longer ago than it is to be kept; a clock that went back deletes nothing."""
        for folder, article in list(self._entries()):
            if datetime.now(UTC) - datetime.fromisoformat(article.removed) > timedelta(days=self._days):
                self.drop(folder)

    def _entries(self) -> Iterator[tuple[Path, TrashedArticle]]:
        if not self._folder.is_dir():
            return
        found = []
        for folder in self._folder.iterdir():
            if folder.name.startswith(UNFINISHED):
                continue
            with suppress(OSError, ValidationError, ValueError):
                article = _JSON.validate_json((folder / ABOUT).read_bytes())
                moment = datetime.fromisoformat(article.removed)
                if moment.tzinfo is not None:
                    found.append((moment, folder, article))
        for _, folder, article in sorted(found, key=lambda entry: (entry[0], entry[1].name), reverse=True):
            yield folder, article

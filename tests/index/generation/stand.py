"""What the tests of generations share."""

from __future__ import annotations

import shutil
from pathlib import Path

from index.encoder.model import SHIPPED_MODEL


def add_article(knowledge: Path, number: int) -> None:
    text = f"---\ntitle: Note {number}\n---\nVega publie sa note numéro {number}."
    (knowledge / f"note-{number}.md").write_text(text, encoding="utf-8")


def generations(data: Path) -> list[str]:
    return sorted(path.name for path in (data / "generations").iterdir() if path.is_dir())


def another_model(folder: Path) -> Path:
    """The shipped model with other prompts: another fingerprint, vectors that must not be mixed with the first's."""
    shutil.copytree(SHIPPED_MODEL, folder)
    (folder / "config_sentence_transformers.json").write_text('{"prompts": {"query": "q: ", "document": "d: "}}')
    return folder

"""The folder of somebody who begins: a first article, the settings, a page that says what is what."""

from __future__ import annotations

import os
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Final

from bot.settings import DOTENV, TOKEN

_BEGINNING: Final = "first_folder"


@dataclass(frozen=True, slots=True)
class Laid:
    """A file of the folder, and whether it was written now or stood there before."""

    path: Path
    is_new: bool


def lay_out(folder: Path, knowledge: Path, lang: str) -> list[Laid]:
    """Make ``folder`` ready in the language ``lang``: nothing that is there is touched. Raises OSError."""
    texts = resources.files("bot.catalogue").joinpath(lang, _BEGINNING)
    articles = knowledge if knowledge.is_absolute() else folder / knowledge
    folder.mkdir(parents=True, exist_ok=True)
    has_articles = articles.is_dir() and any(articles.iterdir())
    articles.mkdir(parents=True, exist_ok=True)
    wanted = [(articles / texts.joinpath("name").read_text(encoding="utf-8").strip(), "welcome.md")]
    files = ([] if has_articles else wanted) + [(folder / DOTENV, "env"), (folder / "README.md", "README.md")]
    laid = []
    for path, source in files:
        text = texts.joinpath(source).read_text(encoding="utf-8").replace("@ARTICLES@", str(knowledge))
        laid.append(Laid(path, _write_new(path, text, private=path.name == DOTENV)))
    return laid


def keep_token(dotenv: Path, token: str) -> None:
    """Write ``token`` into the settings at ``dotenv``, in the place of the one there. Raises OSError."""
    lines = dotenv.read_text(encoding="utf-8-sig").splitlines() if dotenv.is_file() else []
    line = f"{TOKEN}={token}"
    places = [at for at, each in enumerate(lines) if each.replace(" ", "").startswith(f"{TOKEN}=")]
    for at in places:
        lines[at] = line
    text = "\n".join(lines if places else [*lines, line]) + "\n"
    draft = dotenv.with_name(f"{dotenv.name}.new")
    draft.unlink(missing_ok=True)
    _write_new(draft, text, private=True)
    draft.replace(dotenv)


def _write_new(path: Path, text: str, *, private: bool) -> bool:
    """Write a file unless it is there; only its owner may read a ``private`` one."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600 if private else 0o666)
    except FileExistsError:
        return False
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    return True

"""The pages of the documentation: every command block runs, both languages say the same, and the site builds whole."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ARTICLES, write_articles

ROOT = Path(__file__).parents[2]
PAGES = sorted(page for page in (ROOT / "docs").rglob("*.md") if "decisions" not in page.parts)
_BLOCK = re.compile(r"^```(?:sh|\{ \.sh \.(?P<needs>[\w-]+) \})\n(?P<lines>.*?)^```$", re.MULTILINE | re.DOTALL)
_FENCES = re.compile(r"^```(?:\{ *\.)?(?:sh|bash|console|shell)\b", re.MULTILINE)
NEEDS = {"installs", "needs-discord", "needs-network", "needs-root"}
"""Why a block is not run."""


def blocks(page: Path) -> Iterator[tuple[str | None, str]]:
    for found in _BLOCK.finditer(page.read_text(encoding="utf-8")):
        yield found["needs"], found["lines"]


def runnable(page: Path) -> str:
    return "".join(lines for needs, lines in blocks(page) if needs is None)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_command_block_runs_or_says_what_it_needs(page: Path) -> None:
    kinds = [needs for needs, _ in blocks(page)]
    assert {needs for needs in kinds if needs} <= NEEDS
    assert len(kinds) == len(_FENCES.findall(page.read_text(encoding="utf-8")))


def test_most_blocks_run() -> None:
    counted = Counter("runs" if needs is None else needs for page in PAGES for needs, _ in blocks(page))
    print(dict(counted))
    assert counted["runs"] > 2 * (counted.total() - counted["runs"])


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with three articles and their index, to be copied."""
    folder = tmp_path_factory.mktemp("base")
    write_articles(folder / "knowledge", ARTICLES)
    run("sourcier reindex", folder)
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("page", [page for page in PAGES if runnable(page)], ids=lambda page: page.name)
def test_the_commands_of_a_page_do_what_it_says(page: Path, base: Path, tmp_path: Path) -> None:
    tutorial = page.name.startswith("tutorial")
    if not tutorial:  # which begins in an empty folder
        shutil.copytree(base, tmp_path, dirs_exist_ok=True)
    said = run(runnable(page), tmp_path)
    assert not tutorial or "2022" in said


def run(commands: str, folder: Path) -> str:
    """What ``commands`` print, in ``folder``; the first that fails, fails the test."""
    ours = ("SOURCIER_", "DISCORD_", "PYTHON")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    environment |= {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "HF_HUB_OFFLINE": "1",
        "LC_ALL": "C.UTF-8",
    }
    done = subprocess.run(
        ["bash", "-c", f"set -eu\n{commands}"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


def test_each_page_of_the_menu_speaks_both_languages_and_runs_the_same_kinds_of_blocks() -> None:
    menu = (ROOT / "docs" / "site" / "mkdocs.yml").read_text(encoding="utf-8")
    written = re.findall(r"- ((?:index|tutorial|how-to/\w+|explanation/\w+)\.md)$", menu, re.MULTILINE)
    assert len(written) > 10
    for name in written:
        page, french = ROOT / "docs" / name, (ROOT / "docs" / name).with_suffix(".fr.md")
        assert [needs for needs, _ in blocks(page)] == [needs for needs, _ in blocks(french)], name
        assert len(re.findall("^#", page.read_text(encoding="utf-8"), re.MULTILINE)) == len(
            re.findall("^#", french.read_text(encoding="utf-8"), re.MULTILINE)
        ), name


def test_the_reference_has_every_command_setting_and_shape(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("reference", ROOT / "docs" / "site" / "reference.py")
    assert spec is not None
    assert spec.loader is not None
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    reference.write_reference(tmp_path)

    from bot.cli import _FAMILIES
    from bot.settings import Settings, variable_of

    for suffix in (".md", ".fr.md"):
        commands = (tmp_path / f"commands{suffix}").read_text(encoding="utf-8")
        assert [name for name in _FAMILIES if f"## sourcier {name}\n" not in commands] == []
        rows = (tmp_path / f"settings{suffix}").read_text(encoding="utf-8").splitlines()
        for field in Settings.model_fields:
            (row,) = [row for row in rows if f"`{variable_of(field)}`" in row]
            assert len(row.split(" | ")[-1]) > 10, row
        assert "sourcier_answers" in (tmp_path / f"metrics{suffix}").read_text(encoding="utf-8")
        assert ".docx" in (tmp_path / f"formats{suffix}").read_text(encoding="utf-8")
    assert '"verdict"' in (tmp_path / "json.md").read_text(encoding="utf-8")

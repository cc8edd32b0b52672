"""Articles shared out among processes are read as one process reads them, whatever becomes of the others."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index.article import Article
from index.articles.folder import read_folder
from index.building import shared_out
from index.building.content import Content, ContentReader
from index.building.shared_out import contents
from index.entities.book.folder import listed_entities
from index.entities.wording import Wording
from index.machine.memory import memory_left

BASE = Path(__file__).parents[3] / "knowledge"

LONG = """
import sys
from index.building import shared_out
from tests.index.building.test_shared_out import articles, wording

if __name__ == "__main__":
    shared_out.ALONE = 1
    for number, _ in enumerate(shared_out.contents(articles() * 1000, wording())):
        if number == 0:
            print("begun", flush=True)
"""

PIPED = """
from index.building import shared_out
from tests.index.building.test_shared_out import articles, wording

shared_out.ALONE = 1
print(len(list(shared_out.contents(articles()[:3], wording()))))
"""


def articles() -> list[Article]:
    return [file.article for file in read_folder(BASE, max_bytes=10**6).files][:20]


def wording() -> Wording:
    return Wording(listed_entities(BASE, 10**6).book)


def told(content: Content) -> tuple[object, ...]:
    grams = [one.grams.tolist() for one in content.told]
    stems = [(one.stems, one.kinds) for one in content.told]
    return content.as_written, content.langs, content.worded, content.sizes, content.events, grams, stems


@pytest.mark.slow
def test_several_processes_read_what_one_reads_in_the_same_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared_out, "ALONE", 1)
    monkeypatch.setattr(shared_out, "AT_A_TIME", 3)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    alone = list(map(ContentReader(wording()).content, articles()))
    assert list(map(told, contents(articles(), wording()))) == list(map(told, alone))


@pytest.mark.slow
def test_where_no_process_can_be_had_one_reads_all() -> None:
    # what Python reads from a pipe, a second process can't read again: it ends before it begins
    surroundings = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    done = subprocess.run(
        [sys.executable, "-"], input=PIPED, capture_output=True, text=True, env=surroundings, check=False
    )
    assert done.stdout == "3\n", done.stderr
    assert "by one process alone" in done.stderr


def test_where_memory_is_short_nobody_else_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared_out, "ALONE", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 64)
    monkeypatch.setattr(shared_out, "memory_left", lambda: 5 * shared_out.EACH)
    assert shared_out._processes() == 2
    monkeypatch.setattr(shared_out, "memory_left", lambda: 3 * shared_out.EACH)
    monkeypatch.setattr(shared_out, "_shared_out", None)
    assert len(list(contents(articles()[:2], wording()))) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="others don't tell")
def test_the_memory_left_is_what_the_system_tells() -> None:
    left = memory_left()
    assert left is not None
    assert 0 < left <= os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes as Linux tells them")
def test_the_processes_of_one_that_was_killed_end_by_themselves(tmp_path: Path) -> None:
    script = tmp_path / "long.py"
    script.write_text(LONG, "utf-8")
    surroundings = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True, env=surroundings) as asking:
        assert asking.stdout is not None
        assert asking.stdout.readline() == "begun\n"
        readers = Path(f"/proc/{asking.pid}/task/{asking.pid}/children").read_text().split()
        assert readers
        asking.kill()
    until = time.monotonic() + 60
    while any(runs(reader) for reader in readers):
        assert time.monotonic() < until, "somebody reads on for nobody"
        time.sleep(0.1)


def runs(process: str) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state != "Z"

"""A watched folder: changes told once when they have settled, whatever becomes of the folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from threading import Event, Thread

import pytest

from index.building.watching import Settling, watch

PATIENCE = 30.0


def test_changes_have_settled_when_none_came_for_a_while_and_are_told_once() -> None:
    settling = Settling(2, 60)
    assert not settling.due(0)
    settling.changed(10)
    assert not settling.due(11)
    settling.changed(11.5)
    assert not settling.due(13)
    assert settling.due(13.5)
    assert not settling.due(20)


def test_a_folder_that_never_rests_is_told_all_the_same() -> None:
    settling = Settling(2, 60)
    told = []
    for second in range(130):
        settling.changed(second)
        if settling.due(second):
            told.append(second)
    assert told == [60, 121]


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Queue[str]]:
    """What a watch over ``tmp_path/"knowledge"`` tells."""
    folder = tmp_path / "knowledge"
    folder.mkdir()
    heard: Queue[str] = Queue()
    stop = Event()
    watching = Thread(target=watch, args=(folder, folder / "data", lambda: heard.put("changed"), stop, 0.3))
    watching.start()
    _until_watched(folder, heard)
    yield heard
    stop.set()
    watching.join()


def _until_watched(folder: Path, heard: Queue[str]) -> None:
    """The watch begins some moments after its thread: the first change may come too early to be seen."""
    for number in range(100):
        (folder / "first.md").write_text(str(number))
        try:
            heard.get(timeout=1)
        except Exception:
            continue
        return


def test_a_file_added_changed_or_removed_is_told(told: Queue[str], tmp_path: Path) -> None:
    article = tmp_path / "knowledge" / "a.md"
    article.write_text("one")
    assert told.get(timeout=PATIENCE)
    article.write_text("two")
    assert told.get(timeout=PATIENCE)
    article.unlink()
    assert told.get(timeout=PATIENCE)


@pytest.mark.slow
def test_a_folder_taken_away_and_put_back_is_watched_again(told: Queue[str], tmp_path: Path) -> None:
    folder = tmp_path / "knowledge"
    shutil.rmtree(folder)
    folder.mkdir()
    assert told.get(timeout=PATIENCE)
    _until_watched(folder, told)
    (folder / "b.md").write_text("new")
    assert told.get(timeout=PATIENCE)

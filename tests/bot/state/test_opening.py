"""A state opened: migrated, by several processes at once, after a kill, or refused."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sql
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from bot.state import State, StateUnusable
from bot.state.database import FILE
from bot.state.tables import metadata


def child(code: str, url: str | None, folder: Path) -> subprocess.Popen[str]:
    """Another process with the state at ``url``, else in ``folder``, open as ``state``."""
    begin = (
        f"from pathlib import Path; from bot.state import State; state = State.open({url!r}, Path({str(folder)!r}), "
    )
    begin += "retention=90)\nfrom bot.state.follows import Place, PlaceKind\n"
    return subprocess.Popen([sys.executable, "-c", begin + code], stdout=subprocess.PIPE, text=True)


def test_migrations_make_the_tables_that_the_program_uses(state: State, url: str | None, tmp_path: Path) -> None:
    engine = sql.create_engine(url or f"sqlite:///{tmp_path / FILE}")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


@pytest.mark.slow
def test_processes_that_open_a_new_state_at_once_and_write_together_lose_nothing(
    url: str | None, tmp_path: Path
) -> None:
    code = "for n in range(25): state.audit.note(n, 1, 'settings')"
    children = [child(code, url, tmp_path) for _ in range(3)]
    assert [one.wait(60) for one in children] == [0, 0, 0]
    for one in children:
        one.communicate()
    state = State.open(url, tmp_path, retention=90)
    assert len(state.audit.latest(100)) == 75
    state.close()


def test_what_was_written_before_a_kill_is_there_after_it(tmp_path: Path) -> None:
    code = (
        "import itertools\nfor n in itertools.count():\n"
        "    state.follows.add(Place(PlaceKind.PERSON, n), n, 'Vega', 'vega', 'fr', 1); print(n, flush=True)"
    )
    writer = child(code, None, tmp_path)
    assert writer.stdout is not None
    for line in writer.stdout:
        if int(line) == 20:
            break
    writer.kill()
    written = [20, *(int(line) for line in writer.stdout.read().split())]
    writer.communicate()
    state = State.open(None, tmp_path, retention=90)
    assert all(state.kept_of(person).follows == 1 for person in range(max(written) + 1))
    state.close()
    with sqlite3.connect(tmp_path / FILE) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()


@pytest.mark.parametrize(
    "url",
    [
        "nonsense",
        "sqlite:////nowhere/at/all.sqlite",
        "nosuchdialect://host/db",
        "postgresql://user:secret@127.0.0.1:1/db",
    ],
)
def test_a_state_that_can_not_be_opened_is_told_in_one_line_without_its_password(tmp_path: Path, url: str) -> None:
    with pytest.raises(StateUnusable) as refused:
        State.open(url, tmp_path, retention=90)
    assert refused.value.reason
    assert "\n" not in refused.value.reason
    assert "secret" not in refused.value.reason


def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"not a database" * 500)
    with pytest.raises(StateUnusable):
        State.open(None, tmp_path, retention=90)
    assert (tmp_path / FILE).read_bytes() == b"not a database" * 500


def test_tables_of_a_newer_version_are_refused(tmp_path: Path) -> None:
    State.open(None, tmp_path, retention=90).close()
    with sqlite3.connect(tmp_path / FILE) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    with pytest.raises(StateUnusable, match="9999"):
        State.open(None, tmp_path, retention=90)

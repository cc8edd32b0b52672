"""One machine at a time makes an index; a turn whose holder died runs out."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sql

from bot.state.leases import Leases
from bot.state.tables import lease
from index.engine import Engine, EngineOptions
from index.faults import EngineFault, FaultCode


@pytest.fixture
def address(url: str | None, tmp_path: Path) -> str:
    return url or f"sqlite:///{tmp_path / 'state.sqlite'}"


@pytest.fixture
def leases(address: str, tmp_path: Path) -> Iterator[Leases]:
    leases = Leases(address, tmp_path, lasts=2)
    yield leases
    leases.close()


def test_another_machine_is_told_who_holds_the_turn(leases: Leases, address: str, tmp_path: Path) -> None:
    other = Leases(address, tmp_path)
    with leases.held("shared", wait=False) as check:
        with pytest.raises(EngineFault) as refusal, other.held("shared", wait=False):
            pass
        with other.held("server7", wait=False):  # another base is nobody's
            check()
    assert refusal.value.code is FaultCode.INDEXING_ELSEWHERE
    assert refusal.value.details["holder"]
    with other.held("shared", wait=False):
        pass
    other.close()


def test_a_turn_is_renewed_for_as_long_as_its_holder_lives(leases: Leases, address: str, tmp_path: Path) -> None:
    from time import sleep

    other = Leases(address, tmp_path)
    with leases.held("shared", wait=False) as check:
        sleep(3)  # longer than a turn lasts
        check()
        with pytest.raises(EngineFault), other.held("shared", wait=False):
            pass
    other.close()


@pytest.mark.slow
def test_the_turn_of_a_killed_process_runs_out(leases: Leases, address: str, tmp_path: Path) -> None:
    code = (
        f"from pathlib import Path; from bot.state.leases import Leases; import time\n"
        f"with Leases({address!r}, Path({str(tmp_path)!r}), lasts=2).held('shared', False):\n"
        "    print('held', flush=True); time.sleep(60)\n"
    )
    holder = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    holder.kill()
    holder.wait()
    holder.stdout.close()
    with pytest.raises(EngineFault), leases.held("shared", wait=False):
        pass
    with leases.held("shared", wait=True) as check:
        check()


def test_who_was_away_too_long_changes_nothing(leases: Leases, address: str, knowledge: Path, tmp_path: Path) -> None:
    engine = Engine(EngineOptions(knowledge, tmp_path / "data", turn=leases.held))
    engine.prepare()
    (knowledge / "more.md").write_text("---\ntitle: Plus\n---\nVega ouvre une école.", encoding="utf-8")

    def taken_over(*_: object) -> None:
        database = sql.create_engine(address)
        with database.begin() as connection:
            connection.execute(sql.update(lease).values(token="another", until=2**40))
        database.dispose()
        from time import sleep

        sleep(1)  # as long as a renewal takes to come

    with pytest.raises(EngineFault) as refusal:
        engine.reindex(progress=taken_over)
    assert refusal.value.code is FaultCode.TURN_LOST
    assert engine.status().generations == (1,)
    with pytest.raises(EngineFault) as refusal:
        engine.upkeep.rollback(1)
    assert refusal.value.code is FaultCode.INDEXING_ELSEWHERE
    engine.close()


def test_a_database_that_cannot_be_reached_is_told(tmp_path: Path) -> None:
    pytest.importorskip("psycopg")
    lost = Leases("postgresql+psycopg://nobody@127.0.0.1:1/none", tmp_path)
    with pytest.raises(EngineFault) as refusal, lost.held("shared", wait=False):
        pass
    assert refusal.value.code is FaultCode.TURN_LOST
    assert os.linesep not in str(refusal.value.details["reason"])

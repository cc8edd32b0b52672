"""No network but Discord's: neither Python nor a library below it looks anything up, connects, or keeps something for
its maker."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SOURCIER = Path(sys.executable).with_name("sourcier")
STRACE = shutil.which("strace")
COMMANDS = (
    ("reindex",),
    ("ask", "Qui a racheté Orion ?", "--json"),
    ("timeline", "Vega", "--png", "vega.png"),
    ("status",),
)


def _run(knowledge: Path, folder: Path, *arguments: str, home: Path, under: tuple[str, ...] = ()) -> str:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "ORT_", "HF_", "MPL"))}
    kept |= {"HOME": str(home), "SOURCIER_KNOWLEDGE_DIR": str(knowledge), "SOURCIER_DATA_DIR": str(folder / "data")}
    kept |= {"SOURCIER_LOG_FORMAT": "json", "SOURCIER_LOG_LEVEL": "warning"}
    done = subprocess.run(
        [*under, str(SOURCIER), *arguments], cwd=folder, env=kept, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


def _told_abroad(trace: Path) -> list[str]:
    """The system calls that speak to another machine, or ask one for a name, whatever library made them."""
    return [line for line in trace.read_text(encoding="utf-8").splitlines() if "AF_INET" in line]


@pytest.mark.slow
@pytest.mark.skipif(STRACE is None, reason="strace is not here")
def test_no_command_speaks_to_another_machine_nor_keeps_anything_for_a_maker(knowledge: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    for place, arguments in enumerate(COMMANDS):
        trace = tmp_path / f"trace-{place}"
        tracer = (str(STRACE), "-f", "-o", str(trace), "-e", "trace=connect,sendto,sendmsg,sendmmsg")
        _run(knowledge, tmp_path, *arguments, home=home, under=tracer)
        assert _told_abroad(trace) == []
    kept = [str(path.relative_to(home)) for path in home.rglob("*") if path.is_file()]
    assert [path for path in kept if "matplotlib" not in path and "fontconfig" not in path] == []


@pytest.mark.skipif(STRACE is None, reason="strace is not here")
def test_the_trace_does_see_what_speaks_to_another_machine(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    code = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('127.0.0.1', 9))"
    subprocess.run([str(STRACE), "-f", "-o", str(trace), "-e", "trace=connect", sys.executable, "-c", code], check=True)
    assert _told_abroad(trace)


@pytest.mark.parametrize("package", ["index", "bot"])
def test_importing_either_package_switches_reports_off(package: str) -> None:
    code = f"import {package}, os; print(os.environ['ORT_DISABLE_TELEMETRY'])"
    told = {**os.environ, "ORT_DISABLE_TELEMETRY": "0"}
    done = subprocess.run([sys.executable, "-c", code], env=told, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "1"


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self").exists(), reason="/proc is where no folder can be made")
def test_without_a_home_every_line_told_is_json_still(knowledge: Path, tmp_path: Path) -> None:
    for arguments in COMMANDS:
        told = _run(knowledge, tmp_path, *arguments, home=Path("/proc/nowhere"))
        for line in told.splitlines():
            assert "\x1b" not in line
            if not line.startswith(("Reading", "Taking in", "Writing", "sourcier:")):
                json.loads(line)

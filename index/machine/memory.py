"""How much memory there is for more, on the machine and for the service that this process belongs to."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Final

_CONTROLLED: Final = Path("/sys/fs/cgroup")


def memory_left() -> int | None:
    """The bytes that may still be taken, page caches counted as free; None where the system doesn't tell."""
    left: list[int] = []
    with suppress(OSError, ValueError, IndexError):
        (line,) = [one for one in Path("/proc/meminfo").read_text("ascii").splitlines() if "MemAvailable" in one]
        left.append(int(line.split()[1]) * 1024)
    with suppress(OSError, ValueError, IndexError):
        group = _CONTROLLED / Path("/proc/self/cgroup").read_text("utf-8").strip().rsplit("::", 1)[1].lstrip("/")
        most = int((group / "memory.max").read_text("ascii"))  # "max", no number, where there is no bound
        told = dict(line.split() for line in (group / "memory.stat").read_text("ascii").splitlines())
        left.append(most - int((group / "memory.current").read_text("ascii")) + int(told["file"]))
    return min(left, default=None)

"""How the cores of a small machine are shared; each in a process of its own, since it changes the process."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


def said_by(code: str) -> list[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()


def test_numpy_multiplies_on_one_thread_and_others_keep_theirs() -> None:
    code = (
        "import numpy, faiss\n"
        "from threadpoolctl import threadpool_info\n"
        "from index.machine.threads import multiply_on_one_thread\n"
        "before = {one['filepath']: one['num_threads'] for one in threadpool_info()}\n"
        "multiply_on_one_thread()\n"
        "after = {one['filepath']: one['num_threads'] for one in threadpool_info()}\n"
        "print(*(after[path] for path in before if 'numpy' in path))\n"
        "print(all(after[path] == count for path, count in before.items() if 'numpy' not in path))\n"
    )
    assert said_by(code) == ["1", "True"]


@pytest.mark.skipif(not hasattr(os, "nice"), reason="this system has no nice")
def test_what_nobody_waits_for_gives_way() -> None:
    code = (
        "import os; from index.machine.threads import give_way; was = os.nice(0); give_way(); print(os.nice(0) - was)"
    )
    assert said_by(code) == ["10"]

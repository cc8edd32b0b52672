"""How the libraries that compute use the cores of a small machine that does something else too."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import Final

from threadpoolctl import ThreadpoolController

NUMPY_BLAS: Final = "libscipy_openblas"
"""The library that NumPy's own packages multiply matrices with; FAISS brings another one, which keeps its threads."""
_POLITE: Final = 10
"""Of 19, as ``nice`` counts: a tenth of the time when somebody else wants all of it, all of it else."""


def let_idle_threads_sleep() -> None:
    """Threads of OpenMP (torch's, FAISS's) sleep between two tasks instead of spinning: those make the slowest question
    in twenty wait twenty times as long (1,011 ms against 47, measured with both cores busy).

    To be called before the library is first imported, which is when it reads this; a value that the operator has set
    stays.
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")


def multiply_on_one_thread() -> None:
    """NumPy multiplies matrices on the thread that asks: a question's are small, done before a second thread wakes up.

    Half of a question's time went into waiting for that one (16.6 ms against 8.9, measured with both cores busy).
    """
    for library in ThreadpoolController().select(prefix=NUMPY_BLAS).lib_controllers:
        library.set_num_threads(1)


def give_way() -> None:
    """This process computes when no other wants to: for what nobody waits for, beside a bot that answers."""
    if hasattr(os, "nice"):  # not on Windows
        with suppress(OSError):
            os.nice(_POLITE)

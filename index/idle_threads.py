"""What waits must not work: threads of OpenMP (torch's, FAISS's) sleep between two tasks instead of spinning.

On a small machine that does something else too, spinning threads make the slowest question in twenty wait twenty times
as long (1,011 ms against 47, measured with both cores busy).
"""

from __future__ import annotations

import os


def let_idle_threads_sleep() -> None:
    """To be called before the library is first imported, which is when it reads this; a value that the operator has set
    stays."""
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

"""torch's libraries, told to speak and to wait quietly before they are used."""

from __future__ import annotations

import logging

from index.machine.threads import let_idle_threads_sleep


def quieten() -> None:
    """No progress bars and no warnings on stderr, no spinning threads; to be called before torch is imported."""
    let_idle_threads_sleep()
    logging.getLogger("sentence_transformers").setLevel(logging.WARNING)
    from transformers.utils import logging as transformers_logging

    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    transformers_logging.set_verbosity_error()  # type: ignore[no-untyped-call]

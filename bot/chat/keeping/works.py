"""Work that takes its time, each in a thread of its own: nothing waits for it, neither a question nor the end."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

_Result = TypeVar("_Result")


class Works:
    """Runs work beside the answers; every method is for the event loop's thread."""

    def __init__(self) -> None:
        self._under_way: set[Future[object]] = set()

    @property
    def busy(self) -> bool:
        """Whether some work goes on: it can't be stopped, only left behind."""
        return any(not work.done() for work in self._under_way)

    async def done(self, work: Callable[[], _Result]) -> _Result:
        """What ``work`` gives or raises; it goes on when the one who waits gives up."""
        result: Future[_Result] = Future()

        def run() -> None:
            try:
                result.set_result(work())
            except BaseException as error:
                result.set_exception(error)

        self._under_way = {each for each in self._under_way if not each.done()} | {result}  # type: ignore[arg-type]
        threading.Thread(target=run, name="upkeep", daemon=True).start()
        return await asyncio.shield(asyncio.wrap_future(result))

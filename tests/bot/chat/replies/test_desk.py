"""The desk: one question at a time, a short queue, a limit of time, a clean end."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

import pytest

from bot.chat.replies.desk import AnsweringDesk, DeskBusy, DeskClosed, TooSlow
from index.answer import Answer, Verdict
from index.faults import EngineFault, FaultCode
from index.follow_ups.before import Before
from index.question.filters import Filters
from index.report import Progress


class Gated:
    """An engine that answers each question when the test lets it."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.begun = threading.Event()
        self.asked: list[str] = []
        self.threads: set[int] = set()
        self.refusal: Exception | None = None

    def prepare(self, progress: Progress | None = None) -> None:
        self.threads.add(threading.get_ident())
        if self.refusal is not None:
            raise self.refusal

    def seen_from(self, guild: int | None) -> Gated:
        return self

    def ask(self, question: str, *, limit: int, further: int, filters: Filters, after: Before | None) -> Answer:
        self.threads.add(threading.get_ident())
        self.asked.append(question)
        self.begun.set()
        assert self.gate.wait(30)
        if self.refusal is not None:
            raise self.refusal
        return Answer(question, "fr", Verdict.NONE, 0.0, 1, 0.0, ())


@pytest.fixture
def engine() -> Iterator[Gated]:
    gated = Gated()
    yield gated
    gated.gate.set()


async def begun(engine: Gated) -> None:
    await asyncio.to_thread(engine.begun.wait, 30)


async def test_everything_is_computed_in_one_thread_that_is_not_the_loops(engine: Gated) -> None:
    engine.gate.set()
    desk = AnsweringDesk(engine)
    await desk.open()

    answers = await asyncio.gather(*(desk.answer(f"q{number}", None, limit=3) for number in range(5)))

    assert [answer.question for answer in answers] == [f"q{number}" for number in range(5)]
    assert len(engine.threads) == 1
    assert threading.get_ident() not in engine.threads
    desk.close()


async def test_the_loop_goes_on_while_the_engine_computes(engine: Gated) -> None:
    desk = AnsweringDesk(engine)
    answer = asyncio.create_task(desk.answer("q", None, limit=3))
    await begun(engine)

    assert not answer.done()
    engine.gate.set()

    assert (await answer).question == "q"
    desk.close()


async def test_a_full_queue_refuses_at_once_and_takes_again_later(engine: Gated) -> None:
    desk = AnsweringDesk(engine, most_waiting=1)
    first = asyncio.create_task(desk.answer("first", None, limit=3))
    await begun(engine)
    second = asyncio.create_task(desk.answer("second", None, limit=3))
    await asyncio.sleep(0)

    with pytest.raises(DeskBusy):
        await desk.answer("third", None, limit=3)

    engine.gate.set()
    await asyncio.gather(first, second)
    assert (await desk.answer("fourth", None, limit=3)).question == "fourth"
    assert engine.asked == ["first", "second", "fourth"]
    desk.close()


async def test_who_waits_too_long_is_told_and_a_question_still_queued_is_never_asked(engine: Gated) -> None:
    desk = AnsweringDesk(engine, time_limit=0.05)
    first = asyncio.create_task(desk.answer("first", None, limit=3))
    await begun(engine)

    with pytest.raises(TooSlow):
        await desk.answer("queued", None, limit=3)
    with pytest.raises(TooSlow):
        await first

    assert desk.working
    engine.gate.set()
    desk.close()
    assert engine.asked == ["first"]


async def test_a_timeout_of_the_engine_itself_is_not_taken_for_the_limit(engine: Gated) -> None:
    engine.refusal = TimeoutError("of the engine")
    engine.gate.set()
    desk = AnsweringDesk(engine)

    with pytest.raises(TimeoutError, match="of the engine"):
        await desk.answer("q", None, limit=3)
    desk.close()


async def test_what_the_engine_refuses_reaches_the_asker(engine: Gated) -> None:
    engine.refusal = EngineFault(FaultCode.KNOWLEDGE_MISSING, path="nowhere")
    engine.gate.set()
    desk = AnsweringDesk(engine)

    with pytest.raises(EngineFault):
        await desk.open()
    with pytest.raises(EngineFault):
        await desk.answer("q", None, limit=3)
    desk.close()


async def test_stopping_finishes_the_question_in_hand_and_refuses_the_rest(engine: Gated) -> None:
    desk = AnsweringDesk(engine)
    first = asyncio.create_task(desk.answer("first", None, limit=3))
    await begun(engine)
    queued = asyncio.create_task(desk.answer("queued", None, limit=3))
    await asyncio.sleep(0)

    desk.stop_taking()

    with pytest.raises(DeskClosed):
        await queued
    with pytest.raises(DeskClosed):
        await desk.answer("late", None, limit=3)
    engine.gate.set()
    assert (await first).question == "first"
    desk.close()


async def test_closing_lets_go_of_a_question_the_engine_is_stuck_on(engine: Gated) -> None:
    desk = AnsweringDesk(engine)
    stuck = asyncio.create_task(desk.answer("stuck", None, limit=3))
    await begun(engine)

    desk.close()

    with pytest.raises(DeskClosed):
        await stuck
    assert desk.working

"""A message that follows a re-index, and where its end is told when nobody can edit it any more."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

import discord
import pytest

from bot.catalogue import words_in
from bot.chat.keeping.live import LiveMessage, progress_line
from bot.chat.messages.limits import CONTENT, measure
from index.report import Stage

LONG = "\n".join(f"Added: article-{number} *with marks*" for number in range(200))


@dataclass
class Place:
    """Somewhere a message can be sent to; ``closed`` to the bot."""

    closed: bool = False
    mention: str = "<@1>"
    said: list[tuple[str, bool]] = field(default_factory=list)

    async def send(self, content: str, file: discord.File | None = None) -> None:
        if self.closed:
            raise discord.ClientException("closed")
        self.said.append((content, file is not None))


class Channel(discord.abc.Messageable):
    def __init__(self) -> None:
        self.place = Place()
        self.send: Any = self.place.send


class Used:
    """An interaction that was acknowledged."""

    def __init__(self, *, direct_closed: bool = False) -> None:
        self.user = Place(direct_closed)
        self.channel = Channel()
        self.edits: list[dict[str, Any]] = []

    async def edit_original_response(self, **edit: Any) -> None:
        self.edits.append(edit)


def live(used: Used, token_life: float) -> LiveMessage:
    interaction: Any = used
    return LiveMessage(interaction, words_in("en"), token_life)


async def test_progress_is_edited_in_when_it_changed_and_no_oftener_than_wanted() -> None:
    used, gate, looks = Used(), asyncio.Event(), 0

    def look() -> tuple[Stage, int, int]:
        nonlocal looks
        looks += 1
        if looks == 4:
            gate.set()
        return (Stage.ENCODE, min(looks, 2) * 10, 40)

    async def work() -> str:
        await gate.wait()
        return "done"

    assert await live(used, 60).while_working(work(), look, 0.01) == "done"
    assert [edit["content"] for edit in used.edits] == [
        progress_line(Stage.ENCODE, done, 40, words_in("en")) for done in (10, 20)
    ]


async def test_a_long_outcome_is_attached_and_a_short_one_shown_with_its_marks_harmless() -> None:
    used = Used()
    await live(used, 60).conclude("✅ **Done**", "*short*")
    await live(used, 60).conclude("✅ **Done**", LONG)
    short, long = used.edits
    assert short["content"] == "✅ **Done**\n\\*short\\*"
    assert short["attachments"] == []
    assert long["content"] == "✅ **Done**"
    assert [file.fp.read().decode() for file in long["attachments"]] == [LONG]


@pytest.mark.parametrize(("direct_closed", "text"), [(False, "short"), (True, "short"), (False, LONG), (True, LONG)])
async def test_too_late_to_edit_the_outcome_goes_to_whoever_asked_or_where_they_asked(
    direct_closed: bool, text: str
) -> None:
    used = Used(direct_closed=direct_closed)
    message = live(used, -1)
    await message.show("unseen")
    await message.conclude("✅ Done", text)
    assert used.edits == []
    ((content, attached),) = used.channel.place.said if direct_closed else used.user.said
    assert "✅ Done" in content
    assert ("<@1>" in content) == direct_closed
    assert attached == (text is LONG)
    assert measure(content) <= CONTENT


@pytest.mark.parametrize("stage", list(Stage))
@pytest.mark.parametrize(("done", "total"), [(0, 0), (0, 7), (7, 7), (9, 7), (1, 10**6)])
def test_any_progress_has_a_bar_of_one_width(stage: Stage, done: int, total: int) -> None:
    assert len(progress_line(stage, done, total, words_in("fr")).split("`")[1]) == 12

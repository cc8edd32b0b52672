"""What answers in the posts of a forum: each post's name asks, and of what people wrote in it one message answers."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from itertools import chain
from typing import Final

import discord

MOST_POSTS: Final = 50
"""Posts looked through at once, the latest."""
_READ: Final = 50
"""Messages read of each."""
_AT_ONCE: Final = 5


async def answers_of_posts(forum: discord.ForumChannel, shortest: int) -> AsyncIterator[discord.Message]:
    """The messages of at least ``shortest`` characters that answer in the latest posts, the oldest post first.

    Raises discord.Forbidden.
    """
    archived = [thread async for thread in forum.archived_threads(limit=MOST_POSTS)]
    known = {thread.id: thread for thread in chain(forum.threads, archived)}
    posts = [known[number] for number in sorted(known)[-MOST_POSTS:]]
    turn = asyncio.Semaphore(_AT_ONCE)
    for found in await asyncio.gather(*(_answers_in(post, shortest, turn) for post in posts)):
        for message in found:
            yield message


async def _answers_in(post: discord.Thread, shortest: int, turn: asyncio.Semaphore) -> list[discord.Message]:
    async with turn:
        said = [message async for message in post.history(limit=_READ, oldest_first=True)]
    return chosen(said, post.id, shortest)


def chosen(said: Sequence[discord.Message], opening: int, shortest: int) -> list[discord.Message]:
    """Of what was ``said`` in a post: what is pinned; else what opens it (it has the id ``opening``), unless that asks
    something; else the first that somebody else replied."""
    long = [one for one in said if not one.author.bot and len(one.content) >= shortest]
    pinned = [one for one in long if one.pinned]
    if pinned:
        return pinned
    first = next((one for one in said if one.id == opening), None)
    if first is not None and first in long and "?" not in first.content:
        return [first]
    others = [one for one in long if first is None or one.author.id != first.author.id]
    return others[:1]

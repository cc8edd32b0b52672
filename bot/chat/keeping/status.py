"""``/status``: how the bot is doing; for those who look after articles also the generations they can go back to, what
was changed last, and what went unanswered."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from typing import Any, Final

import discord

from bot.catalogue import Words
from bot.chat.asking.asking import Asking, Making
from bot.chat.keeping.acts import act_line
from bot.chat.keeping.keeping import Keeping, keeping_of
from bot.chat.keeping.unanswered import MOST, asked_markdown
from bot.chat.library.about import Simple, base_facts, private_command
from bot.chat.messages.markdown import escape, for_display
from bot.chat.messages.message import NEUTRAL, Message, Part, box, laid_out, row, text
from bot.chat.people.authority import manages_guild
from bot.chat.people.permissions import lacking_line, lacking_of
from bot.chat.people.reader import collection_of
from bot.chat.replies.buttons import ButtonMaker, Kind, Press
from bot.chat.replies.replying import tell, told_in_private
from bot.plain.keeping.status import generation_line
from bot.unanswered import grouped
from index.engine import Base
from index.report import Health, Status

_MOST_ACTS: Final = 6
_MOST_UNANSWERED: Final = 5
_MOST_LACKING: Final = 5
_MOST_KEPT: Final = 5
"""Generations shown, and gone back to, of each base."""
_SHARED: Final = 0


def status_command(asking: Asking) -> Simple:
    """``/status``; only the person who asked sees the reply."""

    def making(interaction: discord.Interaction[Any]) -> Making:
        async def made(words: Words) -> Message:
            keeping = keeping_of(interaction)
            waiting = asking.desk.waiting
            status = await asking.desk.status()
            groups: list[list[Part | None]] = [[text(*_facts(status, waiting, interaction, words))]]
            guild = collection_of(interaction)
            operator = keeping.is_operator(interaction)
            if operator:
                groups.append(_kept(status, None, words("status-shared-articles"), words, asking.maker))
            own = await asyncio.to_thread(keeping.engine.begun, guild) if guild is not None else None
            if own is not None and guild is not None:
                groups += await _own(keeping, interaction, own, guild, words, asking.maker)
            lacking = _lacking(interaction, words) if manages_guild(interaction) else []
            if lacking:
                groups.append([text(words("status-lacking"), *lacking)])
            if operator or manages_guild(interaction):
                groups += await asyncio.to_thread(_noted, keeping, None if operator else guild, words)
            return laid_out([box(groups, NEUTRAL)])

        return made

    return private_command(asking, "status", making)


def presses_on_status() -> Mapping[Kind, Press]:
    """What the buttons of ``/status`` do."""
    return {Kind.ROLLBACK: _roll_back}


async def _roll_back(interaction: discord.Interaction[Any], carried: str) -> None:
    async with told_in_private(interaction):
        keeping = keeping_of(interaction)
        place, _, number = carried.partition(":")
        async with keeping.acting(interaction, "rollback", guild=int(place) or None) as act:
            act.detail = f"generation {int(number)}"
            done = await keeping.works.done(lambda: act.base.upkeep.rollback(int(number)))
            await keeping.works.done(act.base.load)
            words = keeping.memory.words_for(interaction)
            await tell(interaction, words("rollback-back", number=str(done.now.number)))


def _facts(status: Status, waiting: int, interaction: discord.Interaction[Any], words: Words) -> Iterator[str]:
    healthy = status.health is Health.OK
    yield words("discord-status-good" if healthy else f"discord-status-{status.health.value}")
    yield from base_facts(status, words)
    if status.running is not None:
        yield words("discord-status-running")
    yield words("discord-status-waiting", waiting=waiting)
    latency = interaction.client.latency
    if latency == latency and latency < 60:  # not a number before the first heartbeat
        yield words("discord-status-latency", milliseconds=round(latency * 1000))


def _lacking(interaction: discord.Interaction[Any], words: Words) -> list[str]:
    """The channels of this server where the bot lacks a permission it needs, a line each."""
    guild = interaction.guild
    if guild is None or guild.me is None:
        return []
    channels: list[discord.TextChannel | discord.ForumChannel] = [*guild.text_channels, *guild.forums]
    allowed = [(channel.name, lacking_of(channel.permissions_for(guild.me))) for channel in channels]
    short = [(name, lacking) for name, lacking in allowed if lacking]
    lines = [f"-# {escape(for_display(lacking_line(name, its, words)))}" for name, its in short[:_MOST_LACKING]]
    others = len(short) - len(lines)
    return [*lines, words("status-lacking-more", count=others)] if others else lines


async def _own(
    keeping: Keeping, interaction: discord.Interaction[Any], own: Base, guild: int, words: Words, maker: ButtonMaker
) -> list[list[Part | None]]:
    """The server's own collection, with the ways back for those who may."""
    status = await asyncio.to_thread(own.upkeep.status)
    if await keeping.may(interaction, guild):
        return [_kept(status, guild, words("status-own"), words, maker)]
    return [[text(words("status-own"), *base_facts(status, words))]]


def _kept(status: Status, guild: int | None, heading: str, words: Words, maker: ButtonMaker) -> list[Part | None]:
    """The generations of a base, and a button for each that answers could come from instead."""
    cards = status.history[:_MOST_KEPT]
    buttons = [
        maker.button(
            Kind.ROLLBACK, f"{guild or _SHARED}:{card.number}", words("rollback-button", number=str(card.number))
        )
        for card in cards
        if not card.current
    ]
    lines = [f"-# {generation_line(card, words)}" for card in cards] or [f"-# {words('status-none-kept')}"]
    return [text(heading, *lines), row(*buttons)]


def _noted(keeping: Keeping, guild: int | None, words: Words) -> list[list[Part | None]]:
    """What was changed last and what went unanswered, in one server or (None) anywhere."""
    state = keeping.memory.state
    acts = [act_line(act, words) for act in state.audit.latest(_MOST_ACTS, guild)]
    questions = grouped(state.unanswered.latest(MOST, guild))
    asked = [line for one in questions[:_MOST_UNANSWERED] for line in asked_markdown(one, words)]
    if len(questions) > _MOST_UNANSWERED:
        asked.append(words("status-unanswered-more", count=len(questions) - _MOST_UNANSWERED))
    groups = []
    if acts:
        groups.append([text(words("status-acts"), *(f"-# {line}" for line in acts))])
    if asked:
        groups.append([text(words("status-unanswered"), *(f"-# {line.removeprefix('-# ')}" for line in asked))])
    return groups

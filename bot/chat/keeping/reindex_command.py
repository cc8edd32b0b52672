"""``/reindex``: the articles read again, its progress and its outcome shown to whoever asked."""

from __future__ import annotations

import asyncio
from typing import Any

import discord
from discord import app_commands

from bot.catalogue import Words
from bot.chat.keeping.keeping import Keeping, keeping_of
from bot.chat.keeping.live import LiveMessage
from bot.chat.people.authority import Where
from bot.chat.people.translator import catalogued
from bot.chat.replies.replying import told_in_private
from bot.plain.keeping.report import report_text
from index.engine import Base
from index.faults import EngineFault, FaultCode
from index.report import MadeBy, ReindexReport, Stage

WHERE_CHOICES = [app_commands.Choice(name=catalogued(f"upkeep-where-{where}"), value=where.value) for where in Where]


def reindex_command() -> app_commands.Command[Any, Any, None]:
    """``/reindex [full:] [where:]``, for those who may change the articles."""

    @app_commands.command(name=catalogued("reindex-name"), description=catalogued("reindex-description"))
    @app_commands.rename(full=catalogued("reindex-full-name"), where=catalogued("upkeep-where-name"))
    @app_commands.describe(full=catalogued("reindex-full-description"), where=catalogued("upkeep-where-description"))
    @app_commands.choices(where=WHERE_CHOICES)
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
    async def reindex(interaction: discord.Interaction, full: bool = False, where: str | None = None) -> None:
        async with told_in_private(interaction):
            keeping = keeping_of(interaction)
            words = keeping.memory.words_for(interaction)
            live = LiveMessage(interaction, words, keeping.token_life)
            async with keeping.acting(interaction, "reindex", where=where) as act:
                report = await _reindexed(keeping, act.base, live, full=full)
                if report is None:
                    act.detail = "joined"
                    await live.conclude(words("reindex-joined-ended"), "")
                else:
                    act.detail = f"generation {report.generation}"
                    await live.conclude(*outcome(report, words))

    return reindex


def outcome(report: ReindexReport, words: Words) -> tuple[str, str]:
    """What a re-index came to, in a line, and the rest of what there is to say; that nothing changed is said once."""
    mark = "⚠️" if report.rejected else "✅"
    if not report.is_new:
        first, _, rest = report_text(report, words).partition("\n")
        return f"{mark} {first}", rest
    changed = len(report.added) + len(report.updated) + len(report.removed)
    line = words("reindex-outcome", changed=changed, refused=len(report.rejected))
    return f"{mark} {line}", report_text(report, words)


async def _reindexed(keeping: Keeping, base: Base, live: LiveMessage, *, full: bool) -> ReindexReport | None:
    """The report of a re-index; None when one was under way already, and was followed to its end."""
    told: tuple[Stage, int, int] | None = None

    def progress(stage: Stage, done: int, total: int) -> None:
        nonlocal told
        told = (stage, done, total)

    def work() -> ReindexReport:
        report = base.upkeep.reindex(full=full, made_by=MadeBy.DISCORD, progress=progress)
        base.load()  # so that no question waits for it
        return report

    try:
        return await live.while_working(keeping.works.done(work), lambda: told, keeping.every)
    except EngineFault as fault:
        if fault.code is not FaultCode.REINDEX_RUNNING:
            raise
    await _follow(keeping, base, live)
    return None


async def _follow(keeping: Keeping, base: Base, live: LiveMessage) -> None:
    while (running := await asyncio.to_thread(base.upkeep.running)) is not None:
        await live.show_progress(running.stage, running.done, running.total)
        await asyncio.sleep(keeping.every)

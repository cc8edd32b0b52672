"""``/follow``, ``/unfollow`` and ``/following``: who wants to hear when new articles speak of a subject, and where.

A person follows for their own direct messages; those who manage a server may follow for one of its channels.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from typing import Any, Final, Self

import discord
from discord import app_commands

from bot.catalogue import Words
from bot.chat.messages.limits import CHOICE, MOST_CHOICES
from bot.chat.messages.markdown import escape, for_display, shorten
from bot.chat.messages.message import NEUTRAL, Part, box, layout_of, row, text
from bot.chat.people.authority import manages_guild
from bot.chat.people.translator import catalogued
from bot.chat.replies.memory import Memory, memory_of
from bot.chat.replies.replying import show, tell, told_in_private
from bot.state.follows import NOTHING_YET, Follow, Place, PlaceKind, TooManyFollows
from index.chronicle.subjects import KnownAs
from index.faults import EngineFault, FaultCode
from index.timeline import EVERYTHING

_NAME_ROOM: Final = 80
_PAUSED: Final = " ⏸️"
_CHANNEL: Final = PlaceKind.CHANNEL.value
_WEEKLY: Final = "weekly"


def following_commands() -> tuple[app_commands.Command[Any, Any, None], ...]:
    """The three commands, wherever ``/ask`` is."""
    return _follow_command(), _unfollow_command(), _following_command()


class UnfollowButton(discord.ui.DynamicItem[discord.ui.Button[Any]], template=r"unfollow:(?P<follow>\d{1,18})"):
    """Ends a follow, for whoever may end it."""

    def __init__(self, follow_id: int, label: str = "…") -> None:
        super().__init__(discord.ui.Button(label=label, custom_id=f"unfollow:{follow_id}"))
        self.follow_id = follow_id

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button that was pressed."""
        del interaction, item
        return cls(int(match["follow"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """End the follow, and say so to whoever pressed."""
        async with told_in_private(interaction, in_place=True):
            await _unfollow(
                interaction, await asyncio.to_thread(memory_of(interaction).state.follows.get, self.follow_id)
            )


class UnfollowMenu(discord.ui.DynamicItem[discord.ui.Select[Any]], template=r"unfollow:from:(?P<place>[a-z]+)"):
    """Ends one of the follows of a place."""

    def __init__(self, item: discord.ui.Select[Any]) -> None:
        super().__init__(item)

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The menu that was used; what else bears its id is taken for it."""
        del interaction
        return cls(item if isinstance(item, discord.ui.Select) else discord.ui.Select(custom_id=match.string))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """End the chosen follow, and say so."""
        async with told_in_private(interaction, in_place=True):
            chosen = self.item.values[0] if self.item.values else ""
            follows = memory_of(interaction).state.follows
            known = await asyncio.to_thread(follows.get, int(chosen)) if re.fullmatch(r"\d{1,18}", chosen) else None
            await _unfollow(interaction, known)


def unfollow_row(follows: Sequence[Follow], words: Words) -> Part | None:
    """A button each to end ``follows``, five at most."""
    return row(
        *(UnfollowButton(one.id, words("follow-stop", subject=subject_name(one.subject, words, 60))) for one in follows)
    )


def _follow_command() -> app_commands.Command[Any, Any, None]:
    @app_commands.command(name=catalogued("follow-name"), description=catalogued("follow-description"))
    @app_commands.rename(subject=catalogued("follow-subject-name"), where=catalogued("follow-where-name"))
    @app_commands.rename(digest=catalogued("follow-digest-name"))
    @app_commands.describe(
        subject=catalogued("follow-subject-description"),
        where=catalogued("follow-where-description"),
        digest=catalogued("follow-digest-description"),
    )
    @app_commands.choices(
        where=[
            app_commands.Choice(name=catalogued(f"follow-where-{kind.value}"), value=kind.value)
            for kind in (PlaceKind.PERSON, PlaceKind.CHANNEL)
        ],
        digest=[app_commands.Choice(name=catalogued("follow-digest-weekly"), value=_WEEKLY)],
    )
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def follow(
        interaction: discord.Interaction,
        subject: str | None = None,
        where: str = PlaceKind.PERSON.value,
        digest: str | None = None,
    ) -> None:
        async with told_in_private(interaction):
            weekly = digest == _WEEKLY
            if (subject is None or subject.strip() == EVERYTHING) and not weekly:
                await tell(interaction, memory_of(interaction).words_for(interaction)("follow-what"))
                return
            await _follow(interaction, subject or EVERYTHING, in_channel=where == _CHANNEL, weekly=weekly)

    @follow.autocomplete("subject")
    async def suggest(interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        names = await interaction.client.asking.desk.suggest(typed, MOST_CHOICES)
        return [app_commands.Choice(name=name, value=name) for name in names if len(name) <= CHOICE]

    return follow


def _unfollow_command() -> app_commands.Command[Any, Any, None]:
    @app_commands.command(name=catalogued("unfollow-name"), description=catalogued("unfollow-description"))
    @app_commands.rename(subject=catalogued("follow-subject-name"))
    @app_commands.describe(subject=catalogued("unfollow-subject-description"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def unfollow(interaction: discord.Interaction, subject: str) -> None:
        async with told_in_private(interaction):
            await _unfollow(interaction, await asyncio.to_thread(_named, interaction, subject))

    @unfollow.autocomplete("subject")
    async def suggest(interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        wanted = typed.strip().casefold()
        follows = await asyncio.to_thread(_reachable, interaction)
        words = memory_of(interaction).words_for(interaction)
        found = [one for one in follows if wanted in one.subject.casefold()][:MOST_CHOICES]
        return [app_commands.Choice(name=_with_place(one, words)[:CHOICE], value=str(one.id)) for one in found]

    return unfollow


def _following_command() -> app_commands.Command[Any, Any, None]:
    @app_commands.command(name=catalogued("following-name"), description=catalogued("following-description"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def following(interaction: discord.Interaction) -> None:
        async with told_in_private(interaction):
            words = memory_of(interaction).words_for(interaction)
            follows = await asyncio.to_thread(_reachable, interaction)
            if not follows:
                await tell(interaction, words("following-none"))
                return
            await show(interaction, _list(follows, words))

    return following


async def _follow(interaction: discord.Interaction[Any], subject: str, *, in_channel: bool, weekly: bool) -> None:
    memory = memory_of(interaction)
    words = memory.words_for(interaction)
    refusal = _refusal(interaction) if in_channel else None
    if refusal is not None:
        await tell(interaction, words(refusal))
        return
    place = _channel_of(interaction) if in_channel else _person_of(interaction)
    try:
        known, new = await asyncio.to_thread(_add, memory, place, interaction, subject, words.lang, weekly)
    except TooManyFollows:
        await tell(interaction, words("follow-too-many"))
        return
    if new and in_channel:
        note = memory.state.audit.note
        await asyncio.to_thread(note, interaction.user.id, interaction.guild_id, "follow", known.subject)
    way = "already" if not new else "weekly" if weekly else "done"
    name = escape(subject_name(known.subject, words, _NAME_ROOM))
    line = words(f"follow-{way}-{place.kind.value}", subject=name, minutes=memory.alert_minutes)
    await show(interaction, layout_of([text(line), unfollow_row([known], words)]))


def _add(
    memory: Memory, place: Place, interaction: discord.Interaction[Any], subject: str, lang: str, weekly: bool
) -> tuple[Follow, bool]:
    """The follow of ``subject`` in ``place``, and whether it is new. Raises EngineFault, TooManyFollows."""
    everything = subject.strip() == EVERYTHING
    known = KnownAs(EVERYTHING, EVERYTHING) if everything else memory.engine.subject(subject)
    generation = memory.engine.generation_number()
    if generation is None:
        raise EngineFault(FaultCode.NO_GENERATION)
    follows = memory.state.follows
    own = memory.engine.collection_numbers().get(place.guild_id, NOTHING_YET) if place.guild_id else None
    new = follows.add(place, interaction.user.id, known.name, known.key, lang, generation, own, weekly=weekly)
    return next(one for one in follows.of(place) if one.subject_key == known.key), new


async def _unfollow(interaction: discord.Interaction[Any], known: Follow | None) -> None:
    """End a follow if whoever asks may, and say what came of it."""
    memory = memory_of(interaction)
    words = memory.words_for(interaction)
    if known is None:
        await tell(interaction, words("unfollow-gone"))
    elif not _may_end(interaction, known):
        await tell(interaction, words("unfollow-refused"))
    else:
        await asyncio.to_thread(memory.state.follows.remove, known.id)
        if known.place.kind is PlaceKind.CHANNEL:
            note = memory.state.audit.note
            await asyncio.to_thread(note, interaction.user.id, interaction.guild_id, "unfollow", known.subject)
        await tell(interaction, words("unfollow-done", subject=escape(subject_name(known.subject, words, _NAME_ROOM))))


def _may_end(interaction: discord.Interaction[Any], known: Follow) -> bool:
    if known.place.kind is PlaceKind.PERSON:
        return interaction.user.id == known.place.id
    return interaction.guild_id == known.place.guild_id and manages_guild(interaction)


def _refusal(interaction: discord.Interaction[Any]) -> str | None:
    """Why alerts can't come to the channel a command is used in; None when they can."""
    if interaction.guild_id is None or interaction.channel_id is None or not manages_guild(interaction):
        return "follow-refused"
    allowed = interaction.app_permissions
    in_thread = isinstance(interaction.channel, discord.Thread)
    may_send = allowed.send_messages_in_threads if in_thread else allowed.send_messages
    return None if may_send and allowed.view_channel else "follow-no-permission"


def _person_of(interaction: discord.Interaction[Any]) -> Place:
    return Place(PlaceKind.PERSON, interaction.user.id)


def _channel_of(interaction: discord.Interaction[Any]) -> Place:
    return Place(PlaceKind.CHANNEL, interaction.channel_id or 0, interaction.guild_id or 0)


def _reachable(interaction: discord.Interaction[Any]) -> tuple[Follow, ...]:
    """What a person may see and end from here: their own follows, and for an admin those of the channel."""
    follows = memory_of(interaction).state.follows
    own = follows.of(_person_of(interaction))
    return (*own, *follows.of(_channel_of(interaction))) if manages_guild(interaction) else own


def _named(interaction: discord.Interaction[Any], subject: str) -> Follow | None:
    """The follow that a suggestion (its id) or what a person typed stands for."""
    follows = _reachable(interaction)
    by_id = next((one for one in follows if str(one.id) == subject.strip()), None)
    if by_id is not None:
        return by_id
    if subject.strip() == EVERYTHING:
        return next((one for one in follows if one.subject_key == EVERYTHING), None)
    key = memory_of(interaction).engine.subject(subject).key
    return next((one for one in follows if one.subject_key == key), None)


def _list(follows: Sequence[Follow], words: Words) -> discord.ui.LayoutView:
    """What is followed, place by place, each with a menu to end one."""
    places = [[one for one in follows if one.place.kind is kind] for kind in PlaceKind]
    paused = words("following-paused", mark=_PAUSED) if any(one.paused for one in follows) else ""
    groups = [[text(*_lines(its, words)), _menu(its, words)] for its in places if its]
    return layout_of([text(words("following-heading", count=len(follows)), paused), box(groups, NEUTRAL)])


def _lines(follows: Sequence[Follow], words: Words) -> list[str]:
    weekly = f" · {words('follow-digest-weekly')}"
    names = [
        f"- {escape(subject_name(one.subject, words, 28))}{_PAUSED if one.paused else ''}{weekly if one.weekly else ''}"
        for one in follows
    ]
    return [f"**{words(f'follow-where-{follows[0].place.kind.value}')}**", *names]


def _menu(follows: Sequence[Follow], words: Words) -> Part:
    kind = follows[0].place.kind.value
    options = [
        discord.SelectOption(label=subject_name(one.subject, words, CHOICE), value=str(one.id)) for one in follows
    ]
    menu: discord.ui.Select[Any] = discord.ui.Select(
        custom_id=f"unfollow:from:{kind}", options=options, placeholder=words(f"following-stop-{kind}")
    )
    made: discord.ui.ActionRow[Any] = discord.ui.ActionRow(UnfollowMenu(menu))
    return made


def _with_place(one: Follow, words: Words) -> str:
    return f"{subject_name(one.subject, words, 60)} ({words(f'follow-where-{one.place.kind.value}')})"


def subject_name(subject: str, words: Words, room: int) -> str:
    """A followed subject as it is shown."""
    return shorten(for_display(words("follow-everything") if subject == EVERYTHING else subject), room)

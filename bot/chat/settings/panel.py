"""``/settings``: how the bot answers on a server, for its admins.

The panel's menus and buttons carry no state: each click changes the settings of the server it happens in, after the
same check as the command, and shows the panel anew. So they work after a restart, and a forged id changes nothing
that its sender may not change.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable
from typing import Any, Final, Self

import discord
from discord import app_commands

from bot.catalogue import LANGUAGES, Words
from bot.chat.messages.limits import MOST_CHOICES
from bot.chat.people.authority import manages_guild
from bot.chat.people.translator import catalogued
from bot.chat.replies.memory import Memory, memory_of
from bot.chat.replies.replying import tell, told_in_private
from bot.state.guilds import DEFAULTS, MOST_QUOTES, GuildSettings

READERS_OWN: Final = "reader"
_OPENABLE: Final = [discord.ChannelType.forum, discord.ChannelType.text, discord.ChannelType.news]
_TEAM_CHANNELS: Final = [discord.ChannelType.text, discord.ChannelType.news]
_TEAM: Final = {"team": "team_channel", "helpers": "team_role"}
_ID: Final = re.compile(r"\d{1,20}")

Control = discord.ui.Item[Any]


def settings_panel(
    settings: GuildSettings, words: Words, *, reads_all: bool, kept: bool = True
) -> discord.ui.LayoutView:
    """The settings as they are, with what changes them; ``kept`` says whether questions without an answer are."""
    parts: list[Control] = [discord.ui.TextDisplay(f"## {words('settings-title')}\n{words('settings-intro')}")]
    parts += _menu("lang", words, _languages(settings, words))
    parts += _menu("quotes", words, _quotes(settings, words))
    parts += [_switch("private", settings.private, words), _switch("feedback", settings.feedback, words)]
    if reads_all:
        none = words("settings-channels-none")
        opened = _channel_menu("channels", _OPENABLE, sorted(settings.open_channels), MOST_CHOICES, none)
        parts += _menu("channels", words, opened)
    else:
        parts.append(discord.ui.TextDisplay(f"**{words('settings-channels')}**\n{words('settings-channels-closed')}"))
    roles = _role_menu("roles", sorted(settings.reindex_roles), MOST_CHOICES, words("settings-roles-none"))
    parts += _menu("roles", words, roles)
    parts += _team(settings, words, kept=kept)
    reset: discord.ui.Button[Any] = discord.ui.Button(label=words("settings-reset"), custom_id="settings:reset")
    reset.disabled = settings == DEFAULTS
    parts += [discord.ui.Separator(), discord.ui.ActionRow(SettingControl(reset))]
    panel = discord.ui.LayoutView(timeout=None)
    panel.add_item(discord.ui.Container(*parts))
    return panel


class SettingControl(discord.ui.DynamicItem[Control], template=r"settings:(?P<name>[a-z]+)"):
    """A menu or a button of the panel."""

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: Control, match: re.Match[str], /
    ) -> Self:
        """The control that was used."""
        del interaction, match
        return cls(item)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Change the setting if its user may, and show all of them as they are then."""
        data: Any = interaction.data
        async with told_in_private(interaction, in_place=True):
            await _change(interaction, self.custom_id.partition(":")[2], list(data.get("values") or []))


def settings_command() -> app_commands.Command[Any, Any, None]:
    """``/settings``, on servers the bot was added to, for those who manage them."""

    @app_commands.command(
        name=catalogued("settings-command-name"), description=catalogued("settings-command-description")
    )
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    async def settings(interaction: discord.Interaction) -> None:
        async with told_in_private(interaction):
            if (guild := await _managed(interaction)) is not None:
                memory = memory_of(interaction)
                await _show(interaction, await asyncio.to_thread(memory.state.guilds.settings, guild), memory)

    return settings


async def _managed(interaction: discord.Interaction[Any]) -> int | None:
    """The server whose settings may be seen and changed; None, and a line to whoever tried, when they may not."""
    if manages_guild(interaction):
        return interaction.guild_id
    await tell(interaction, memory_of(interaction).words_for(interaction)("settings-refused"))
    return None


async def _change(interaction: discord.Interaction[Any], name: str, values: list[str]) -> None:
    guild = await _managed(interaction)
    if guild is None:
        return
    memory = memory_of(interaction)
    guilds, audit = memory.state.guilds, memory.state.audit
    before = await asyncio.to_thread(guilds.settings, guild)
    changed = _changed(name, values, before, reads_all=memory.reads_all)
    if changed is None:
        await tell(interaction, memory.words_for(interaction)("settings-stale"))
        return
    if name == "reset":
        await asyncio.to_thread(guilds.forget, guild)
        after = DEFAULTS
    else:
        after = await asyncio.to_thread(lambda: guilds.change(guild, **changed))
    memory.look_again(guild)
    detail = "reset" if name == "reset" else ", ".join(f"{key}={_plain(value)}" for key, value in changed.items())
    await asyncio.to_thread(audit.note, interaction.user.id, guild, "settings", detail)
    await _show(interaction, after, memory)


async def _show(interaction: discord.Interaction[Any], settings: GuildSettings, memory: Memory) -> None:
    panel = settings_panel(
        settings, memory.words_for(interaction), reads_all=memory.reads_all, kept=memory.keeps_questions
    )
    await interaction.edit_original_response(view=panel)


def _changed(name: str, values: list[str], before: GuildSettings, *, reads_all: bool) -> dict[str, Any] | None:
    """What a control changes, its values checked as if anybody could have sent them; None for what no control does."""
    match name, values:
        case "reset", _:
            return {}
        case "private", _:
            return {"private": not before.private}
        case "feedback", _:
            return {"feedback": not before.feedback}
        case "lang", [lang] if lang in (*LANGUAGES, READERS_OWN):
            return {"lang": None if lang == READERS_OWN else lang}
        case "quotes", [count] if count in map(str, range(1, MOST_QUOTES + 1)):
            return {"quotes": int(count)}
        case "roles", _ if _are_ids(values):
            return {"reindex_roles": frozenset(map(int, values))}
        case "weak", _:
            return {"team_weak": not before.team_weak}
        case (("team" | "helpers"), _) if _are_ids(values) and len(values) <= 1:
            return {_TEAM[name]: int(values[0]) if values else None}
        case "channels", _ if reads_all and _are_ids(values):
            return {"open_channels": frozenset(map(int, values))}
    return None


def _team(settings: GuildSettings, words: Words, *, kept: bool) -> list[Control]:
    """Who is asked what the base doesn't answer."""
    heading = f"**{words('settings-team')}**\n"
    if not kept:
        return [discord.ui.TextDisplay(f"{heading}{words('settings-team-closed')}")]
    channel = [] if settings.team_channel is None else [settings.team_channel]
    role = [] if settings.team_role is None else [settings.team_role]
    return [
        discord.ui.TextDisplay(f"{heading}{words('settings-team-about')}"),
        discord.ui.ActionRow(
            SettingControl(_channel_menu("team", _TEAM_CHANNELS, channel, 1, words("settings-team-none")))
        ),
        discord.ui.ActionRow(SettingControl(_role_menu("helpers", role, 1, words("settings-helpers-none")))),
        _switch("weak", settings.team_weak, words),
    ]


def _are_ids(values: list[str]) -> bool:
    return len(values) <= MOST_CHOICES and all(_ID.fullmatch(value) and int(value) < 2**63 for value in values)


def _plain(value: object) -> str:
    return " ".join(map(str, sorted(value))) if isinstance(value, frozenset) else str(value)


def _menu(name: str, words: Words, menu: Control) -> list[Control]:
    heading = f"**{words(f'settings-{name}')}**\n{words(f'settings-{name}-about')}"
    return [discord.ui.TextDisplay(heading), discord.ui.ActionRow(SettingControl(menu))]


def _switch(name: str, on: bool, words: Words) -> Control:
    button: discord.ui.Button[Any] = discord.ui.Button(
        label=words("settings-on" if on else "settings-off"),
        style=discord.ButtonStyle.success if on else discord.ButtonStyle.secondary,
        custom_id=f"settings:{name}",
    )
    heading = f"**{words(f'settings-{name}')}**\n{words(f'settings-{name}-about')}"
    return discord.ui.Section(heading, accessory=SettingControl(button))


def _languages(settings: GuildSettings, words: Words) -> Control:
    options = [
        discord.SelectOption(label=words(f"settings-lang-{lang}"), value=lang, default=lang == chosen)
        for chosen in [settings.lang or READERS_OWN]
        for lang in (READERS_OWN, *LANGUAGES)
    ]
    return discord.ui.Select(custom_id="settings:lang", options=options)


def _quotes(settings: GuildSettings, words: Words) -> Control:
    options = [
        discord.SelectOption(
            label=words("settings-quotes-count", count=count), value=str(count), default=count == settings.quotes
        )
        for count in range(1, MOST_QUOTES + 1)
    ]
    return discord.ui.Select(custom_id="settings:quotes", options=options)


def _channel_menu(
    name: str, kinds: list[discord.ChannelType], chosen: Iterable[int], most: int, placeholder: str
) -> Control:
    defaults = [discord.SelectDefaultValue(id=one, type=discord.SelectDefaultValueType.channel) for one in chosen]
    return discord.ui.ChannelSelect(
        custom_id=f"settings:{name}",
        channel_types=kinds,
        placeholder=placeholder,
        min_values=0,
        max_values=most,
        default_values=defaults,
    )


def _role_menu(name: str, chosen: Iterable[int], most: int, placeholder: str) -> Control:
    defaults = [discord.SelectDefaultValue(id=one, type=discord.SelectDefaultValueType.role) for one in chosen]
    return discord.ui.RoleSelect(
        custom_id=f"settings:{name}",
        placeholder=placeholder,
        min_values=0,
        max_values=most,
        default_values=defaults,
    )

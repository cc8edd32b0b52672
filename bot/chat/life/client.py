"""The bot's presence on Discord: what it listens to, and what happens when something goes wrong."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Any, Final

import discord

from bot.chat.asking.answer_buttons import presses_on_answers
from bot.chat.asking.asking import Asking
from bot.chat.asking.mentions import addresses, answer_message_of
from bot.chat.asking.open_channels import answer_open_post
from bot.chat.collecting.collecting import presses_on_collected
from bot.chat.collecting.from_messages import TITLE_MODAL, press_on_titles, retitle
from bot.chat.following.alerts import Alerts
from bot.chat.following.awaiting import SecondAsking, presses_on_awaited
from bot.chat.following.commands import UnfollowButton, UnfollowMenu
from bot.chat.keeping.adding import MODAL, add_pasted, presses_on_previews
from bot.chat.keeping.bylines import presses_on_bylines
from bot.chat.keeping.feed_news import tell_of_feeds
from bot.chat.keeping.keeping import Keeping
from bot.chat.keeping.removing import presses_on_removals
from bot.chat.keeping.status import presses_on_status
from bot.chat.library.articles import press_on_shelf
from bot.chat.life.odd_events import pass_over_odd_events, read_as_python_does
from bot.chat.life.options import ALL_SHARDS, BotOptions, Shards
from bot.chat.life.sync import CommandSync
from bot.chat.life.tree import CommandTree, add_commands
from bot.chat.people.authority import operators_of
from bot.chat.people.translator import CatalogueTranslator
from bot.chat.replies.buttons import Kind, SignedButton, SignedMenu
from bot.chat.replies.errors import UNSENT, note_incident, note_unsent
from bot.chat.replies.memory import Memory
from bot.chat.settings.panel import SettingControl
from bot.chat.settings.privacy import ForgetButton
from bot.chat.team.bringing import bring_back
from bot.chat.team.handing import presses_on_teams
from bot.chat.timelines.publishing import press_on_page
from bot.chat.timelines.timeline import press_on_timeline
from bot.settings import interface_language
from bot.state.follows import Place, PlaceKind

INTENTS = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
"""None of them privileged: Discord hands over the text of messages that address the bot all the same."""


DYNAMIC_ITEMS: Final = (SignedButton, SignedMenu, SettingControl, UnfollowButton, UnfollowMenu, ForgetButton)
"""The buttons and menus that live for ever."""


class SourcierClient(discord.Client):
    """Answers through ``asking``, looks after articles and memory through ``keeping``; keeps no members and no
    messages in memory of its own, and never pings anyone. After an outage it takes up its session where it stood, and
    what was said meanwhile.

    It serves the shards that ``shards`` name, of all that share one ``data_dir`` and one state, and reaches Discord
    through ``proxy`` where one is named.
    """

    def __init__(
        self, asking: Asking, keeping: Keeping, data_dir: Path, shards: Shards = ALL_SHARDS, proxy: str | None = None
    ) -> None:
        memory = keeping.memory
        self._shards = shards
        ids: Any = {} if shards.ids is None else {"shard_ids": list(shards.ids)}
        super().__init__(
            intents=intents_for(memory),
            shard_count=shards.count,
            **ids,
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            proxy=proxy,
        )
        read_as_python_does()
        pass_over_odd_events(self._connection.parsers)
        self.asking = asking
        self.memory = memory
        self.keeping = keeping
        self.tree = CommandTree(self)
        add_commands(self.tree, asking)
        self.maker = asking.maker
        self.presses = {
            Kind.TIMELINE: press_on_timeline(asking),
            Kind.WEB_PAGE: press_on_page(asking),
            Kind.SHELF: press_on_shelf(asking),
            **presses_on_answers(asking, memory.state.votes),
            **presses_on_previews(),
            **presses_on_removals(),
            **presses_on_status(),
            **presses_on_teams(asking),
            **presses_on_awaited(asking),
            **presses_on_bylines(),
            **press_on_titles(),
            **presses_on_collected(),
        }
        self._sync = CommandSync(self.tree, data_dir)
        self._at_work: set[asyncio.Task[None]] = set()

    async def setup_hook(self) -> None:
        """Begin what goes on beside answering, without keeping questions waiting for it."""
        await self.tree.set_translator(CatalogueTranslator())
        self.add_dynamic_items(*DYNAMIC_ITEMS)
        works = [
            Alerts(self.memory, self, self.maker).run(),
            SecondAsking(self.asking, self.memory, self).run(),
        ]
        if self._serves_shard(0):  # of several processes, one is enough for these
            works += [self._sync.run(), self.memory.drop_expired_daily(), self.keeping.drop_left_daily()]
            if self.keeping.feeds:
                works.append(self._tell_of_feeds())
        self._at_work = {asyncio.create_task(work) for work in works}

    def serves(self, guild_id: int) -> bool:
        """As :meth:`bot.chat.following.bases.Channels.serves`."""
        # https://discord.com/developers/docs/events/gateway#sharding-sharding-formula
        return self._serves_shard((guild_id >> 22) % (self.shard_count or 1))

    async def place_to_write(self, place: Place) -> discord.abc.Messageable:
        """As :meth:`bot.chat.replies.places.Places.place_to_write`."""
        if place.kind is PlaceKind.PERSON:
            return await self.create_dm(discord.Object(place.id))
        return self.get_partial_messageable(place.id, guild_id=place.guild_id)

    async def _tell_of_feeds(self) -> None:
        async def write(person: int, line: str) -> object:
            channel = await self.create_dm(discord.Object(person))
            return await channel.send(line)

        lang = self.memory.forced_lang or interface_language()
        await tell_of_feeds(self.keeping.engine, operators_of(self, self.keeping.operators), lang, write)

    def _serves_shard(self, number: int) -> bool:
        return self._shards.ids is None or number in self._shards.ids

    @property
    def has_entered(self) -> bool:
        """Whether it has ever had a connection."""
        return self.ws is not None

    @property
    def online(self) -> bool:
        """Whether it has a session on an open connection."""
        return self.ws is not None and self.ws.open and self.ws.session_id is not None

    async def on_message(self, message: discord.Message) -> None:
        """Answer a message that speaks to the bot, or that stands in a channel opened for it; pass on what people say
        to a question that was put to them."""
        if self.user is None or await bring_back(message, self.user, self.memory, self):
            return
        if addresses(message, self.user):
            await answer_message_of(message, self.asking, self.user.id, self._keeps)
        else:
            await answer_open_post(message, self.asking, self.memory, self.user.id, self._keeps)

    async def _keeps(self, message: discord.Message) -> bool:
        return await self.keeping.wrote_as_keeper(message, self)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Forget the settings and follows of a server that the bot has left."""
        await asyncio.to_thread(self.memory.state.forget_guild, guild.id)
        self.memory.look_again(guild.id)
        await asyncio.to_thread(self.keeping.engine.leave, guild.id)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Find again the articles of a server that the bot was in before."""
        await asyncio.to_thread(self.keeping.engine.come_back, guild.id)

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Take in the forms, which need no memory of having been opened, and tell of buttons that nothing is behind."""
        await answer_unclaimed(interaction, self)

    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:
        """Log what an event handler let through; ``args`` hold what people wrote, and stay out of the log."""
        del event_method, args, kwargs
        error = sys.exception()
        if error is not None:
            note_incident(error)

    async def close(self) -> None:
        """Leave Discord."""
        for work in self._at_work:
            work.cancel()
        await super().close()


async def answer_unclaimed(interaction: discord.Interaction[Any], client: SourcierClient) -> None:
    """Answer what discord.py finds nobody for: forms sent in, and buttons or menus with an id that none of ours has."""
    data: Any = interaction.data or {}
    custom_id = str(data.get("custom_id", ""))
    if interaction.type is discord.InteractionType.modal_submit and custom_id.startswith(MODAL):
        await add_pasted(interaction)
    elif interaction.type is discord.InteractionType.modal_submit and custom_id.startswith(TITLE_MODAL):
        await retitle(interaction)
    elif interaction.type in (discord.InteractionType.component, discord.InteractionType.modal_submit):
        claimed = any(one.__discord_ui_compiled_template__.fullmatch(custom_id) for one in DYNAMIC_ITEMS)
        if claimed and interaction.type is discord.InteractionType.component:
            return
        try:
            words = client.memory.words_for(interaction)
            await interaction.response.send_message(words("discord-button-forged"), ephemeral=True)
        except UNSENT as error:
            note_unsent(error)


def intents_for(memory: Memory) -> discord.Intents:
    """What is asked of Discord; the text of all messages only where the operator wants it."""
    intents = discord.Intents(INTENTS.value)
    intents.message_content = memory.reads_all
    return intents


class ShardedClient(SourcierClient, discord.AutoShardedClient):
    """The same with a connection for each shard; discord.py begins a shard's session anew after an outage."""

    @property
    def has_entered(self) -> bool:
        """Whether one of its shards has ever had a connection."""
        return bool(self.shards)

    @property
    def online(self) -> bool:
        """Whether every shard it has is connected."""
        return self.has_entered and not any(shard.is_closed() for shard in self.shards.values())


def client_for(asking: Asking, keeping: Keeping, options: BotOptions) -> SourcierClient:
    """The client that serves the shards of ``options``: with one connection when the operator named none."""
    kind = SourcierClient if options.shards == ALL_SHARDS else ShardedClient
    return kind(asking, keeping, options.data_dir, options.shards, options.proxy)

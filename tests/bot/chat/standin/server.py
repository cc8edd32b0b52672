"""A Discord of one server, on a local port: enough of its HTTP API and gateway for the bot to live in.

    async with StandIn() as discord:
        bot = await discord.start_bot(BOT, home)
        reply = await discord.ask(Person("Ada", locale="fr"), "Quand Amazon Care a-t-il fermé ?")

Requests are held against Discord's OpenAPI document and its documented limits: an offence is answered with 400 as
Discord would, and fails the test when the stand-in closes.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from aiohttp import web

from tests.bot.chat.standin.api import PREFIX, Api, Request, Trouble
from tests.bot.chat.standin.gateway import Gateway
from tests.bot.chat.standin.interaction import PATIENCE, Interaction
from tests.bot.chat.standin.process import BotProcess
from tests.bot.chat.standin.reading import Reply
from tests.bot.chat.standin.world import EMBED_LINKS, USUAL, Channel, Guild, Payload, Person, message_payload, snowflake

TOKEN = "MTE1.G1fake.not-a-token-of-anyone"


_KINDS_OF_VALUES = {str: 3, int: 4, bool: 5}


class StandIn:
    """The stand-in, and what people do on it."""

    def __init__(self, *, guild_locale: str = "en-US", token: str = TOKEN) -> None:
        self.me = Person("Sourcier", bot=True)
        self.channel = Channel("general")
        self.bare_channel = Channel("no-embeds", denied=EMBED_LINKS)
        self.other_channel = Channel("elsewhere")
        self.thread = Channel("a-thread", parent=self.channel)
        self.guild = Guild(guild_locale, channels=[self.channel, self.bare_channel, self.thread])
        # on another shard than the first server, whenever there are two
        self.other_guild = Guild(guild_locale, id=self.guild.id ^ (1 << 22), channels=[self.other_channel])
        self.gateway = Gateway(token, self.me, [self.guild, self.other_guild], lambda: self._gateway_address)
        self.bots: list[BotProcess] = []
        self._token = token
        self._api = Api(token, self.me, self.guild, self.channel)
        self._api.gateway_address = lambda: self._gateway_address

    async def __aenter__(self) -> StandIn:
        app = self._api.application()
        app.router.add_get("/gateway/", self.gateway.handle)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self._port = self._runner.addresses[0][1]
        return self

    async def __aexit__(self, *failure: object) -> None:
        for bot in self.bots:
            await bot.kill()
        await self._runner.cleanup()
        if failure[0] is None:
            assert not self._api.offences, "requests that Discord refuses:\n" + "\n".join(self._api.offences)

    @property
    def requests(self) -> list[Request]:
        """What the bot asked for, in order."""
        return self._api.requests

    @property
    def api(self) -> Api:
        """What the bot's requests are answered by."""
        return self._api

    @property
    def owner(self) -> Person:
        """Whose application the bot is."""
        return self._api.owner

    @property
    def commands(self) -> list[Payload]:
        """The commands the bot described."""
        return self._api.commands

    # What the bot is given

    async def start_bot(
        self,
        command: Sequence[str],
        home: Path,
        environment: Mapping[str, str] | None = None,
        *,
        token: str | None = None,
        online: bool = True,
        anew: bool = False,
    ) -> BotProcess:
        """Start the bot and, with ``online``, wait until it is connected; ``anew`` where starting is the point."""
        before = len(self.gateway.identified)
        settings = {"DISCORD_TOKEN": token or self._token, **(environment or {})}
        bot = await BotProcess.start(command, home, settings, self.addresses, anew)
        self.bots.append(bot)
        if online:
            ended = asyncio.create_task(bot.ended())
            connected = asyncio.create_task(self.gateway.until(lambda gateway: len(gateway.identified) > before))
            await asyncio.wait({ended, connected}, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
            assert connected.done(), f"the bot did not connect:\n{bot.log}"
        return bot

    @property
    def addresses(self) -> dict[str, str]:
        """What the shim needs to know."""
        return {"STANDIN_API": f"http://127.0.0.1:{self._port}{PREFIX}", "STANDIN_GATEWAY": self._gateway_address}

    @property
    def _gateway_address(self) -> str:
        return f"ws://127.0.0.1:{self._port}/gateway/"

    def fail_next(
        self, where: str, status: int, *, times: int = 1, retry_after: float = 0.2, everywhere: bool = False
    ) -> None:
        """Answer the next requests whose "METHOD /path" contains ``where`` with ``status``; for a 429, ``everywhere``
        makes it the global limit."""
        self._api.troubles.append(Trouble(where, status, times, retry_after, everywhere))

    def forget(self, message: Payload) -> None:
        """Delete a message, as its author might while the bot is thinking."""
        self._api.deleted.add(int(message["id"]))

    # What people do

    async def use_command(
        self,
        person: Person,
        name: str,
        options: Mapping[str, str | bool | int],
        *,
        file: tuple[str, bytes] | None = None,
        direct: bool = False,
        channel: Channel | None = None,
        channel_object: Payload | None = None,
        elsewhere: bool = False,
    ) -> Interaction:
        """``/name options`` in the server's channel (or another ``channel`` of it), or in a direct message; ``file`` is
        what is attached in an option of that name. ``channel_object`` is what the interaction says of its channel,
        where that is not all there is to say."""
        data: Payload = {
            "id": self._command_id(name),
            "name": name,
            "type": 1,
            "options": [
                {"name": key, "type": _KINDS_OF_VALUES[type(value)], "value": value} for key, value in options.items()
            ],
        }
        if file is not None:
            uploaded = self._uploaded(*file)
            data["options"].append({"name": "file", "type": 11, "value": uploaded["id"]})
            data["resolved"] = {"attachments": {uploaded["id"]: uploaded}}
        place = {"channel": channel, "channel_object": channel_object}
        return await self._interact(person, 2, data, direct=direct, elsewhere=elsewhere, **place)

    async def use_menu(self, person: Person, name: str, message: Payload, **where: Any) -> Interaction:
        """Choose ``name`` in the menu of ``message``."""
        resolved = {"messages": {message["id"]: message}}
        data = {
            "id": self._command_id(name),
            "name": name,
            "type": 3,
            "target_id": message["id"],
            "resolved": resolved,
        }
        return await self._interact(person, 2, data, **where)

    async def fill_in(
        self, person: Person, opened: Interaction, values: Mapping[str, str], **where: bool
    ) -> Interaction:
        """Send in the form that ``opened`` opened."""
        assert opened.form is not None
        return await self.send_form(person, opened.form["custom_id"], values, **where)

    async def send_form(self, person: Person, custom_id: str, values: Mapping[str, str], **where: bool) -> Interaction:
        """Send in a form, whose id may be forged."""
        filled = [
            {"type": 18, "id": at, "component": {"type": 4, "id": 100 + at, "custom_id": name, "value": value}}
            for at, (name, value) in enumerate(values.items(), start=1)
        ]
        return await self._interact(person, 5, {"custom_id": custom_id, "components": filled}, **where)

    def _uploaded(self, name: str, content: bytes) -> Payload:
        number = str(snowflake())
        self._api.uploads[number] = content
        address = f"http://127.0.0.1:{self._port}/uploads/{number}"
        return {"id": number, "filename": name, "size": len(content), "url": address, "proxy_url": address}

    async def type_option(self, person: Person, name: str, option: str, typed: str) -> list[str]:
        """Type into an option of ``/name``: the choices that come up."""
        options = [{"name": option, "type": 3, "value": typed, "focused": True}]
        data = {"id": self._command_id(name), "name": name, "type": 1, "options": options}
        interaction = await self._interact(person, 4, data)
        await interaction.deferred()
        return interaction.choices

    async def press(self, person: Person, reply: Reply, label: str) -> Reply:
        """Press a button of a message of the bot: what is shown for it, or the message as it is then."""
        return await self.press_id(person, reply, reply.buttons[label])

    async def press_id(self, person: Person, reply: Reply, custom_id: str) -> Reply:
        """Press a button with an id that may be forged, as if the message had it."""
        return await (await self.pressed(person, reply, custom_id)).reply()

    async def pressed(self, person: Person, reply: Reply, custom_id: str) -> Interaction:
        """The same, without waiting for what comes of it."""
        message = reply.payload
        if custom_id not in reply.buttons.values():
            button = {"type": 2, "style": 2, "label": "…", "custom_id": custom_id, "id": 999}
            row = {"type": 1, "components": [button], "id": 998}
            message = {**message, "components": [*(message.get("components") or []), row]}
        data = {"custom_id": custom_id, "component_type": 2}
        return await self._interact(person, 3, data, message=message)

    async def operate(
        self,
        person: Person,
        reply: Reply,
        custom_id: str,
        kind: int = 2,
        values: Sequence[str] | None = None,
        *,
        direct: bool = False,
        elsewhere: bool = False,
    ) -> Interaction:
        """Press a button or choose in a menu (``kind``: its component type); id and values may be forged."""
        control: Payload = {"type": kind, "custom_id": custom_id}
        control |= {"style": 2, "label": "…"} if kind == 2 else {"options": []} if kind == 3 else {}
        message = {**reply.payload, "components": [{"type": 1, "components": [control]}], "flags": 0}
        data = {"custom_id": custom_id, "component_type": kind, **({} if values is None else {"values": list(values)})}
        if kind in (6, 8):  # people's own menus bring what they name
            data["resolved"] = {}
        return await self._interact(person, 3, data, message=message, direct=direct, elsewhere=elsewhere)

    @property
    def messages(self) -> list[Reply]:
        """What the bot said of its own accord or in reply to messages, in order."""
        return [Reply(message) for message in self._api.messages]

    async def until_said(self, count: int) -> list[Reply]:
        """Wait until the bot has said ``count`` messages."""
        async with self._api.said:
            await asyncio.wait_for(self._api.said.wait_for(lambda: len(self._api.messages) >= count), PATIENCE)
        return self.messages

    def close_to_the_bot(self, person: Person) -> None:
        """Take no more direct messages of the bot."""
        self._api.closed_to_the_bot.add(person.id)

    def lose_replies(self, count: int) -> None:
        """Take the next messages, without the bot hearing of it."""
        self._api.lost_replies = count

    def _command_id(self, name: str) -> str:
        return str(next((known["id"] for known in self._api.commands if known["name"] == name), snowflake()))

    async def _interact(
        self,
        person: Person,
        kind: int,
        data: Payload,
        *,
        direct: bool = False,
        message: Payload | None = None,
        channel: Channel | None = None,
        channel_object: Payload | None = None,
        elsewhere: bool = False,
    ) -> Interaction:
        home = (self.other_guild, self.other_channel) if elsewhere else (self.guild, channel or self.channel)
        guild, channel = (None, Channel("direct", recipient=person)) if direct else home
        interaction = Interaction(snowflake(), f"interaction-{snowflake()}", channel, time.monotonic())
        self._api.interactions[interaction.token] = interaction
        payload: Payload = {
            "id": str(interaction.id),
            "application_id": str(self.me.id),
            "type": kind,
            "token": interaction.token,
            "version": 1,
            "locale": person.locale,
            "channel_id": str(channel.id),
            "channel": channel_object or channel.payload(guild),
            "app_permissions": str(USUAL),
            "entitlements": [],
            "attachment_size_limit": 10 * 2**20,
            "authorizing_integration_owners": {"1": str(person.id)} if guild is None else {"0": str(guild.id)},
            "context": 1 if direct else 0,
            "data": data,
        }
        if guild is None:
            payload["user"] = person.payload()
        else:
            payload |= {"guild_id": str(guild.id), "guild_locale": guild.preferred_locale}
            payload |= {
                "guild": {"id": str(guild.id), "locale": "en-US", "features": []},
                "member": person.member(),
            }
        if message is not None:
            interaction.message = message
            payload["message"] = message
        await self.gateway.dispatch("INTERACTION_CREATE", payload)
        return interaction

    async def ask(self, person: Person, question: str, *, direct: bool = False) -> Reply:
        """``/ask question:`` and what comes of it."""
        interaction = await self.use_command(person, "ask", {"question": question}, direct=direct)
        return await interaction.reply()

    async def say(self, person: Person, text: str, channel: Channel | None = None, **more: Any) -> Payload:
        """Write an ordinary message; ``more`` are fields of its payload."""
        place = channel or self.channel
        guild = self.guild if place.recipient is None else None
        payload = message_payload(person, place, guild, text, **more)
        if guild is not None:
            payload["member"] = {key: value for key, value in person.member().items() if key != "user"}
        else:
            payload["channel_type"] = 1
        self._api.said_by_people.append(payload)
        await self.gateway.dispatch("MESSAGE_CREATE", payload)
        return payload

    async def open_thread(self, thread: Channel, parent: Channel) -> None:
        """Open a thread in a channel of the server."""
        about = {"archived": False, "locked": False, "auto_archive_duration": 1440}
        payload = {
            **thread.payload(self.guild),
            "type": 11,
            "parent_id": str(parent.id),
            "owner_id": str(snowflake()),
            "message_count": 0,
            "member_count": 1,
            "thread_metadata": {**about, "archive_timestamp": "2022-08-24T12:00:00+00:00"},
        }
        await self.gateway.dispatch("THREAD_CREATE", payload)

    async def mention(self, person: Person, text: str, channel: Channel | None = None) -> Payload:
        """Write a message that mentions the bot."""
        return await self.say(person, f"<@{self.me.id}> {text}", channel, mentions=[self.me.payload()])

    async def reply_to_bot(self, person: Person, reply: Reply, text: str, *, ping: bool = True) -> Payload:
        """Reply to a message of the bot, with Discord's "mention" switch on or off."""
        reference = {"message_id": reply.payload["id"], "channel_id": str(self.channel.id)}
        return await self.say(
            person,
            text,
            type=19,
            message_reference=reference,
            referenced_message=reply.payload,
            mentions=[self.me.payload()] if ping else [],
        )

    async def direct(self, person: Person, text: str) -> Payload:
        """Write to the bot in private."""
        return await self.say(person, text, Channel("direct", recipient=person))

    async def answer_to(self, message: Payload) -> Reply:
        """What the bot says in reply to ``message``, or in its channel if the message is gone."""

        def found() -> Payload | None:
            for said in self._api.messages:
                reference = said.get("message_reference")
                if (reference and reference["message_id"] == message["id"]) or (
                    reference is None and said["channel_id"] == message["channel_id"] and self._is_gone(message)
                ):
                    return said
            return None

        async with self._api.said:
            await asyncio.wait_for(self._api.said.wait_for(lambda: found() is not None), PATIENCE)
        said = found()
        assert said is not None
        return Reply(said)

    def sent(self, where: str) -> list[Request]:
        """The requests whose "METHOD /path" contains ``where``."""
        return [request for request in self._api.requests if where in f"{request.method} {request.path}"]

    def _is_gone(self, message: Payload) -> bool:
        return int(message["id"]) in self._api.deleted

"""A Discord of one server, on a local port: enough of its HTTP API and gateway for the bot to live in.

    async with StandIn() as discord:
        bot = await discord.start_bot(["-m", "bot.cli", "bot"], home)
        reply = await discord.ask(Person("Ada", locale="fr"), "Quand Amazon Care a-t-il fermé ?")

Requests are held against Discord's OpenAPI document and its documented limits: an offence is answered with 400 as
Discord would, and fails the test when the stand-in closes.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiohttp import web

from tests.chat.standin.gateway import Gateway
from tests.chat.standin.process import BotProcess
from tests.chat.standin.reading import Reply
from tests.chat.standin.rules import violations
from tests.chat.standin.world import (
    EMBED_LINKS,
    USUAL,
    Channel,
    Guild,
    Payload,
    Person,
    message_payload,
    snowflake,
)

TOKEN = "MTE1.G1fake.not-a-token-of-anyone"
PREFIX = "/api/v10"
FIRST_RESPONSE_WITHIN = 3.0
"""Seconds: https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback"""
PATIENCE = 60.0
"""Seconds a test waits for something that should happen; only a failing test waits that long."""

LOADING, EPHEMERAL = 1 << 7, 1 << 6


@dataclass
class Request:
    """A request of the bot, and what it was answered."""

    method: str
    path: str
    body: Any
    status: int = 0


@dataclass
class Trouble:
    """What is to go wrong: the next ``times`` requests whose "METHOD /path" contains ``where``."""

    where: str
    status: int
    times: int
    retry_after: float = 0.2
    everywhere: bool = False


@dataclass
class Interaction:
    """A command somebody used."""

    id: int
    token: str
    channel: Channel
    created: float
    acknowledged: asyncio.Event = field(default_factory=asyncio.Event)
    answered: asyncio.Event = field(default_factory=asyncio.Event)
    kind: int | None = None
    message: Payload | None = None

    async def deferred(self) -> None:
        """Wait for the first response."""
        await asyncio.wait_for(self.acknowledged.wait(), PATIENCE)

    async def reply(self) -> Reply:
        """The message the asker reads in the end."""
        await asyncio.wait_for(self.answered.wait(), PATIENCE)
        assert self.message is not None
        return Reply(self.message)


class StandIn:
    """The stand-in, and what people do on it."""

    def __init__(self, *, guild_locale: str = "en-US", token: str = TOKEN) -> None:
        self.me = Person("Sourcier", bot=True)
        self.channel = Channel("general")
        self.bare_channel = Channel("no-embeds", denied=EMBED_LINKS)
        self.guild = Guild(guild_locale, channels=[self.channel, self.bare_channel])
        self.gateway = Gateway(token, self.me, [self.guild], lambda: self._gateway_address)
        self.requests: list[Request] = []
        self.offences: list[str] = []
        self.commands: list[Payload] = []
        self.bots: list[BotProcess] = []
        self._token = token
        self._troubles: list[Trouble] = []
        self._interactions: dict[str, Interaction] = {}
        self._messages: list[Payload] = []
        self._deleted: set[int] = set()
        self._said = asyncio.Condition()

    async def __aenter__(self) -> StandIn:
        app = web.Application(middlewares=[self._judge], client_max_size=32 * 2**20)
        app.router.add_get("/gateway/", self.gateway.handle)
        app.router.add_get(f"{PREFIX}/users/@me", self._get_me)
        app.router.add_get(f"{PREFIX}/oauth2/applications/@me", self._get_application)
        app.router.add_get(f"{PREFIX}/applications/{{application}}/commands", self._get_commands)
        app.router.add_put(f"{PREFIX}/applications/{{application}}/commands", self._put_commands)
        app.router.add_post(f"{PREFIX}/interactions/{{id}}/{{token}}/callback", self._post_callback)
        app.router.add_patch(f"{PREFIX}/webhooks/{{application}}/{{token}}/messages/@original", self._patch_original)
        app.router.add_get(f"{PREFIX}/webhooks/{{application}}/{{token}}/messages/@original", self._get_original)
        app.router.add_post(f"{PREFIX}/webhooks/{{application}}/{{token}}", self._post_follow_up)
        app.router.add_post(f"{PREFIX}/channels/{{channel}}/messages", self._post_message)
        app.router.add_post(f"{PREFIX}/channels/{{channel}}/typing", self._post_typing)
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
            assert not self.offences, "requests that Discord refuses:\n" + "\n".join(self.offences)

    # What the bot is given

    async def start_bot(
        self,
        command: Sequence[str],
        home: Path,
        environment: Mapping[str, str] | None = None,
        *,
        token: str | None = None,
        online: bool = True,
    ) -> BotProcess:
        """Start the bot and, with ``online``, wait until it is connected."""
        before = len(self.gateway.identified)
        settings = {"DISCORD_TOKEN": token or self._token, **(environment or {})}
        bot = await BotProcess.start(command, home, settings, self.addresses)
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
        self._troubles.append(Trouble(where, status, times, retry_after, everywhere))

    def forget(self, message: Payload) -> None:
        """Delete a message, as its author might while the bot is thinking."""
        self._deleted.add(int(message["id"]))

    # What people do

    async def use_command(
        self, person: Person, name: str, options: Mapping[str, str], *, direct: bool = False
    ) -> Interaction:
        """``/name options`` in the server's channel, or in a direct message."""
        command = next((known for known in self.commands if known["name"] == name), {"id": str(snowflake())})
        channel = Channel("direct", recipient=person) if direct else self.channel
        interaction = Interaction(snowflake(), f"interaction-{snowflake()}", channel, time.monotonic())
        self._interactions[interaction.token] = interaction
        guild = None if direct else self.guild
        payload: Payload = {
            "id": str(interaction.id),
            "application_id": str(self.me.id),
            "type": 2,
            "token": interaction.token,
            "version": 1,
            "locale": person.locale,
            "channel_id": str(channel.id),
            "channel": channel.payload(guild),
            "app_permissions": str(USUAL),
            "entitlements": [],
            "attachment_size_limit": 10 * 2**20,
            "authorizing_integration_owners": {"1": str(person.id)} if direct else {"0": str(self.guild.id)},
            "context": 1 if direct else 0,
            "data": {
                "id": str(command["id"]),
                "name": name,
                "type": 1,
                "options": [{"name": key, "type": 3, "value": value} for key, value in options.items()],
            },
        }
        if direct:
            payload["user"] = person.payload()
        else:
            payload |= {"guild_id": str(self.guild.id), "guild_locale": self.guild.preferred_locale}
            payload |= {
                "guild": {"id": str(self.guild.id), "locale": "en-US", "features": []},
                "member": person.member(),
            }
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
        await self.gateway.dispatch("MESSAGE_CREATE", payload)
        return payload

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
            for said in self._messages:
                reference = said.get("message_reference")
                if (reference and reference["message_id"] == message["id"]) or (
                    reference is None and said["channel_id"] == message["channel_id"] and self._is_gone(message)
                ):
                    return said
            return None

        async with self._said:
            await asyncio.wait_for(self._said.wait_for(lambda: found() is not None), PATIENCE)
        said = found()
        assert said is not None
        return Reply(said)

    def sent(self, where: str) -> list[Request]:
        """The requests whose "METHOD /path" contains ``where``."""
        return [request for request in self.requests if where in f"{request.method} {request.path}"]

    def _is_gone(self, message: Payload) -> bool:
        return int(message["id"]) in self._deleted

    # What Discord answers

    @web.middleware
    async def _judge(self, request: web.Request, handler: Any) -> web.StreamResponse:
        if request.path.startswith("/gateway"):
            socket: web.StreamResponse = await handler(request)
            return socket
        text = await request.text()
        path = request.path.removeprefix(PREFIX)
        made = Request(request.method, path, json.loads(text) if text else None)
        self.requests.append(made)
        response: web.StreamResponse = await self._refusal(request, made) or await handler(request)
        made.status = response.status
        async with self._said:
            self._said.notify_all()
        return response

    async def _refusal(self, request: web.Request, made: Request) -> web.Response | None:
        public = made.path.startswith(("/interactions/", "/webhooks/"))
        if not public and request.headers.get("Authorization") != f"Bot {self._token}":
            return _error(401, 0, "401: Unauthorized")
        for trouble in self._troubles:
            if trouble.times > 0 and trouble.where in f"{made.method} {made.path}":
                trouble.times -= 1
                return _limited(trouble) if trouble.status == 429 else _error(trouble.status, 0, "trouble")
        problems = violations(made.method, made.path, made.body)
        if problems:
            self.offences += [f"{made.method} {made.path}: {problem}" for problem in problems]
            return _error(400, 50035, "Invalid Form Body")
        return None

    async def _get_me(self, request: web.Request) -> web.Response:
        return _json(self.me.payload())

    async def _get_application(self, request: web.Request) -> web.Response:
        application = {
            "id": str(self.me.id),
            "name": "Sourcier",
            "description": "",
            "icon": None,
            "bot_public": True,
            "bot_require_code_grant": False,
            "owner": Person("Owner").payload(),
            "verify_key": "0" * 64,
            "flags": 0,
        }
        return _json(application)

    async def _get_commands(self, request: web.Request) -> web.Response:
        return _json(self.commands)

    async def _put_commands(self, request: web.Request) -> web.Response:
        known = {command["name"]: command["id"] for command in self.commands}
        self.commands = [
            {
                **command,
                "id": known.get(command["name"], str(snowflake())),
                "application_id": str(self.me.id),
                "version": str(snowflake()),
                "default_member_permissions": command.get("default_member_permissions"),
            }
            for command in await request.json()
        ]
        return _json(self.commands)

    async def _post_callback(self, request: web.Request) -> web.Response:
        interaction = self._interactions.get(request.match_info["token"])
        if interaction is None or time.monotonic() - interaction.created > FIRST_RESPONSE_WITHIN:
            return _error(404, 10062, "Unknown interaction")
        if interaction.acknowledged.is_set():
            return _error(400, 40060, "Interaction has already been acknowledged.")
        body = await request.json()
        data = body.get("data") or {}
        deferred = body["type"] == 5
        flags = data.get("flags", 0) | (LOADING if deferred else 0)
        interaction.kind = body["type"]
        interaction.message = self._bot_message(interaction.channel, {**data, "flags": flags})
        interaction.acknowledged.set()
        if not deferred:
            interaction.answered.set()
        about = {
            "id": str(interaction.id),
            "type": 2,
            "response_message_id": interaction.message["id"],
            "response_message_loading": deferred,
            "response_message_ephemeral": bool(flags & EPHEMERAL),
        }
        return _json({"interaction": about, "resource": {"type": body["type"], "message": interaction.message}})

    async def _patch_original(self, request: web.Request) -> web.Response:
        interaction = self._interactions.get(request.match_info["token"])
        if interaction is None or interaction.message is None:
            return _error(404, 10015, "Unknown Webhook")
        interaction.message |= await request.json()
        interaction.message["flags"] &= ~LOADING
        interaction.answered.set()
        return _json(interaction.message)

    async def _get_original(self, request: web.Request) -> web.Response:
        interaction = self._interactions.get(request.match_info["token"])
        if interaction is None or interaction.message is None:
            return _error(404, 10015, "Unknown Webhook")
        return _json(interaction.message)

    async def _post_follow_up(self, request: web.Request) -> web.Response:
        interaction = self._interactions.get(request.match_info["token"])
        if interaction is None or interaction.message is None:
            return _error(404, 10015, "Unknown Webhook")
        if not interaction.answered.is_set():
            return await self._patch_original(request)
        return _json(self._bot_message(interaction.channel, await request.json()))

    async def _post_message(self, request: web.Request) -> web.Response:
        body = await request.json()
        reference = body.pop("message_reference", None)
        if reference is not None and int(reference["message_id"]) in self._deleted:
            if reference.get("fail_if_not_exists", True):
                return _error(400, 50035, "Invalid Form Body: message_reference: Unknown message")
            reference = None
        more: Payload = {"channel_id": request.match_info["channel"]}
        if reference is not None:
            more["message_reference"] = {**reference, "message_id": str(reference["message_id"])}
        message = self._bot_message(self.channel, body) | more
        self._messages.append(message)
        return _json(message)

    async def _post_typing(self, request: web.Request) -> web.Response:
        return web.Response(status=204)

    def _bot_message(self, channel: Channel, body: Payload) -> Payload:
        content = body.get("content") or ""
        shown = {key: value for key, value in body.items() if key in ("embeds", "flags", "components")}
        return message_payload(self.me, channel, self.guild, content, **shown)


def _json(body: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> web.Response:
    # Discord names no charset, and discord.py reads JSON under that exact content type only.
    more = {"Content-Type": "application/json", **(headers or {})}
    return web.Response(body=json.dumps(body).encode(), status=status, headers=more)


def _error(status: int, code: int, message: str) -> web.Response:
    return _json({"code": code, "message": message}, status=status)


def _limited(trouble: Trouble) -> web.Response:
    # "Via" is how discord.py tells Discord's own limit from a block by what stands in front of it.
    headers = {"Via": "1.1 standin", "Retry-After": str(trouble.retry_after)}
    if trouble.everywhere:
        headers["X-RateLimit-Global"] = "true"
    else:
        headers |= {"X-RateLimit-Limit": "1", "X-RateLimit-Remaining": "0", "X-RateLimit-Bucket": "standin"}
        headers["X-RateLimit-Reset-After"] = str(trouble.retry_after)
    body = {"message": "You are being rate limited.", "retry_after": trouble.retry_after, "global": trouble.everywhere}
    return _json(body, status=429, headers=headers)

"""The HTTP API: what the bot asks of Discord, judged and answered."""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.bot.chat.standin.interaction import PATIENCE, Interaction
from tests.bot.chat.standin.rules import violations
from tests.bot.chat.standin.world import Channel, Guild, Payload, Person, message_payload, snowflake

PREFIX = "/api/v10"
FIRST_RESPONSE_WITHIN = 3.0
"""Seconds: https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback"""

BODY = web.RequestKey("body", Any)  # type: ignore[arg-type]
LOADING, EPHEMERAL, LAYOUT = 1 << 7, 1 << 6, 1 << 15


@dataclass
class Request:
    """A request of the bot, and what it was answered."""

    method: str
    path: str
    body: Any
    status: int = 0
    files: dict[str, bytes] = field(default_factory=dict)


@dataclass
class Trouble:
    """What is to go wrong: the next ``times`` requests whose "METHOD /path" contains ``where``."""

    where: str
    status: int
    times: int
    retry_after: float = 0.2
    everywhere: bool = False


class Api:
    """Answers as Discord does, remembers every request, and keeps what the bot said."""

    def __init__(self, token: str, me: Person, guild: Guild, channel: Channel) -> None:
        self.requests: list[Request] = []
        self.offences: list[str] = []
        self.commands: list[Payload] = []
        self.troubles: list[Trouble] = []
        self.interactions: dict[str, Interaction] = {}
        self.messages: list[Payload] = []
        self.said_by_people: list[Payload] = []
        self.deleted: set[int] = set()
        self.said = asyncio.Condition()
        self.gateway_address: Callable[[], str] = str
        self.direct_channels: dict[int, Channel] = {}
        self.closed_to_the_bot: set[int] = set()
        self.owner = Person("Owner", locale="fr")
        self.uploads: dict[str, bytes] = {}
        self.application_flags = 0
        self.lost_replies = 0
        """Of how many messages to come the bot doesn't hear that they were taken."""
        self._token = token
        self._me = me
        self._guild = guild
        self._channel = channel

    def application(self) -> web.Application:
        """The routes, and the judge in front of them."""
        app = web.Application(middlewares=[self._judge], client_max_size=32 * 2**20)
        app.router.add_get("/uploads/{name}", self._get_upload)
        app.router.add_get(f"{PREFIX}/users/@me", self._get_me)
        app.router.add_get(f"{PREFIX}/oauth2/applications/@me", self._get_application)
        app.router.add_get(f"{PREFIX}/gateway", self._get_gateway)
        app.router.add_get(f"{PREFIX}/users/@me/guilds", self._get_guilds)
        app.router.add_get(f"{PREFIX}/guilds/{{guild}}", self._get_guild)
        app.router.add_get(f"{PREFIX}/guilds/{{guild}}/channels", self._get_channels)
        app.router.add_get(f"{PREFIX}/guilds/{{guild}}/members/{{member}}", self._get_member)
        app.router.add_get(f"{PREFIX}/gateway/bot", self._get_gateway)
        app.router.add_post(f"{PREFIX}/users/@me/channels", self._post_direct_channel)
        app.router.add_get(f"{PREFIX}/applications/{{application}}/commands", self._get_commands)
        app.router.add_put(f"{PREFIX}/applications/{{application}}/commands", self._put_commands)
        app.router.add_post(f"{PREFIX}/interactions/{{id}}/{{token}}/callback", self._post_callback)
        app.router.add_patch(f"{PREFIX}/webhooks/{{application}}/{{token}}/messages/@original", self._patch_original)
        app.router.add_get(f"{PREFIX}/webhooks/{{application}}/{{token}}/messages/@original", self._get_original)
        app.router.add_post(f"{PREFIX}/webhooks/{{application}}/{{token}}", self._post_follow_up)
        app.router.add_post(f"{PREFIX}/channels/{{channel}}/messages", self._post_message)
        app.router.add_get(f"{PREFIX}/channels/{{channel}}/messages", self._get_messages)
        app.router.add_get(f"{PREFIX}/channels/{{channel}}/threads/archived/public", self._get_archived)
        app.router.add_get(f"{PREFIX}/channels/{{channel}}/messages/pins", self._get_pins)
        app.router.add_get(f"{PREFIX}/channels/{{channel}}/messages/{{message}}", self._get_message)
        app.router.add_patch(f"{PREFIX}/channels/{{channel}}/messages/{{message}}", self._patch_message)
        app.router.add_post(f"{PREFIX}/channels/{{channel}}/typing", self._post_typing)
        return app

    @web.middleware
    async def _judge(self, request: web.Request, handler: Any) -> web.StreamResponse:
        if request.path.startswith(("/gateway", "/uploads")):
            socket: web.StreamResponse = await handler(request)
            return socket
        path = request.path.removeprefix(PREFIX)
        made = Request(request.method, path, None)
        if request.content_type == "multipart/form-data":
            form = await request.post()
            made.body = json.loads(str(form["payload_json"]))
            made.files = {
                str(part.filename): part.file.read() for part in form.values() if isinstance(part, web.FileField)
            }
        elif text := await request.text():
            made.body = json.loads(text)
        request[BODY] = made.body
        self.requests.append(made)
        response: web.StreamResponse = await self._refusal(request, made) or await handler(request)
        made.status = response.status
        async with self.said:
            self.said.notify_all()
        return response

    async def _refusal(self, request: web.Request, made: Request) -> web.Response | None:
        public = made.path.startswith(("/interactions/", "/webhooks/")) or made.path == "/gateway"
        if not public and request.headers.get("Authorization") != f"Bot {self._token}":
            return _error(401, 0, "401: Unauthorized")
        for trouble in self.troubles:
            if trouble.times > 0 and trouble.where in f"{made.method} {made.path}":
                trouble.times -= 1
                return _limited(trouble) if trouble.status == 429 else _error(trouble.status, 0, "trouble")
        problems = violations(made.method, made.path, made.body)
        if problems:
            self.offences += [f"{made.method} {made.path}: {problem}" for problem in problems]
            return _error(400, 50035, "Invalid Form Body")
        return None

    async def _get_me(self, request: web.Request) -> web.Response:
        return _json(self._me.payload())

    async def _get_application(self, request: web.Request) -> web.Response:
        application = {
            "id": str(self._me.id),
            "name": "Sourcier",
            "description": "",
            "icon": None,
            "bot_public": True,
            "bot_require_code_grant": False,
            "owner": self.owner.payload(),
            "verify_key": "0" * 64,
            "flags": self.application_flags,
        }
        return _json(application)

    async def _get_guilds(self, request: web.Request) -> web.Response:
        payload = self._guild.payload(self._me)
        kept = ("id", "name", "icon", "features")
        one = {**{name: payload[name] for name in kept}, "banner": None, "owner": False, "permissions": "0"}
        return _json([] if "after" in request.query and request.query["after"] != "0" else [one])

    async def _get_guild(self, request: web.Request) -> web.Response:
        return _json(self._guild.payload(self._me))

    async def _get_channels(self, request: web.Request) -> web.Response:
        return _json(self._guild.payload(self._me)["channels"])

    async def _get_member(self, request: web.Request) -> web.Response:
        return _json(self._me.member())

    async def _get_upload(self, request: web.Request) -> web.Response:
        return web.Response(body=self.uploads[request.match_info["name"]])

    async def _get_gateway(self, request: web.Request) -> web.Response:
        starts = {"total": 1000, "remaining": 1000, "reset_after": 14400000, "max_concurrency": 1}
        return _json({"url": self.gateway_address(), "shards": 1, "session_start_limit": starts})

    async def _post_direct_channel(self, request: web.Request) -> web.Response:
        person = int(request[BODY]["recipient_id"])
        if person in self.closed_to_the_bot:
            return _error(403, 50007, "Cannot send messages to this user")
        channel = self.direct_channels.setdefault(person, Channel("direct", Person("somebody", id=person)))
        return _json(channel.payload(None))

    async def _get_commands(self, request: web.Request) -> web.Response:
        return _json(self.commands)

    async def _put_commands(self, request: web.Request) -> web.Response:
        known = {command["name"]: command["id"] for command in self.commands}
        self.commands = [
            {
                "description": "",  # menus are sent without one, and given back with one
                **command,
                "id": known.get(command["name"], str(snowflake())),
                "application_id": str(self._me.id),
                "version": str(snowflake()),
                "default_member_permissions": command.get("default_member_permissions"),
            }
            for command in request[BODY]
        ]
        return _json(self.commands)

    async def _post_callback(self, request: web.Request) -> web.Response:
        interaction = self.interactions.get(request.match_info["token"])
        if interaction is None or time.monotonic() - interaction.created > FIRST_RESPONSE_WITHIN:
            return _error(404, 10062, "Unknown interaction")
        if interaction.acknowledged.is_set():
            return _error(400, 40060, "Interaction has already been acknowledged.")
        body = request[BODY]
        data = body.get("data") or {}
        deferred = body["type"] in (5, 6)
        flags = data.get("flags", 0) | (LOADING if body["type"] == 5 else 0)
        interaction.kind = body["type"]
        if body["type"] == 8:
            interaction.choices = [choice["value"] for choice in data["choices"]]
            interaction.choice_names = [choice["name"] for choice in data["choices"]]
            interaction.acknowledged.set()
            return web.Response(status=204)
        if body["type"] == 9:
            interaction.form = data
            interaction.acknowledged.set()
            return _json({"interaction": {"id": str(interaction.id), "type": 2}})
        if body["type"] == 7:  # a button's message, edited at once
            assert interaction.message is not None
            interaction.message = _edited(interaction.message, data)
        elif body["type"] != 6:  # a button's message stays until it is edited
            interaction.message = self._bot_message(interaction.channel, {**data, "flags": flags})
        assert interaction.message is not None
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
        interaction = self.interactions.get(request.match_info["token"])
        if interaction is None or interaction.message is None:
            return _error(404, 10015, "Unknown Webhook")
        edit = dict(request[BODY])
        if "attachments" in edit:
            edit["attachments"] = [_stored(attachment, self.requests[-1].files) for attachment in edit["attachments"]]
        if interaction.message["flags"] & LAYOUT and (edit.get("content") or edit.get("embeds")):
            self.offences.append(f"{request.path}: a layout can't become an ordinary message again")
            return _error(400, 50035, "Invalid Form Body")
        interaction.message = _edited(interaction.message, edit)
        interaction.answered.set()
        return _json(interaction.message)

    async def _get_original(self, request: web.Request) -> web.Response:
        interaction = self.interactions.get(request.match_info["token"])
        if interaction is None or interaction.message is None:
            return _error(404, 10015, "Unknown Webhook")
        return _json(interaction.message)

    async def _post_follow_up(self, request: web.Request) -> web.Response:
        interaction = self.interactions.get(request.match_info["token"])
        if interaction is None or interaction.message is None:
            return _error(404, 10015, "Unknown Webhook")
        if not interaction.answered.is_set() and interaction.kind == 5:
            return await self._patch_original(request)
        message = self._bot_message(interaction.channel, request[BODY])
        interaction.follow_ups.append(message)
        interaction.followed_up.set()
        return _json(message)

    async def _get_message(self, request: web.Request) -> web.Response:
        wanted, channel = request.match_info["message"], request.match_info["channel"]
        answers = [
            each.message
            for each in self.interactions.values()
            if each.message and not each.message["flags"] & EPHEMERAL
        ]
        for message in (*self.messages, *self.said_by_people, *answers):
            if message["id"] == wanted and message["channel_id"] == channel and int(wanted) not in self.deleted:
                return _json(message)
        return _error(404, 10008, "Unknown Message")

    async def _patch_message(self, request: web.Request) -> web.Response:
        wanted = request.match_info["message"]
        for at, message in enumerate(self.messages):
            if message["id"] == wanted and int(wanted) not in self.deleted:
                self.messages[at] = _edited(message, request[BODY])
                return _json(self.messages[at])
        return _error(404, 10008, "Unknown Message")

    async def _post_message(self, request: web.Request) -> web.Response:
        body = request[BODY]
        reference = body.pop("message_reference", None)
        if reference is not None and int(reference["message_id"]) in self.deleted:
            if reference.get("fail_if_not_exists", True):
                return _error(400, 50035, "Invalid Form Body: message_reference: Unknown message")
            reference = None
        more: Payload = {"channel_id": request.match_info["channel"]}
        if reference is not None:
            more["message_reference"] = {**reference, "message_id": str(reference["message_id"])}
        nonce = body.get("nonce")
        if body.get("enforce_nonce") and nonce is not None:
            known = [
                said for said in self.messages if said["nonce"] == nonce and said["channel_id"] == more["channel_id"]
            ]
            if known:
                return _json(known[0])
        message = self._bot_message(self._channel, body) | more | {"nonce": nonce}
        self.messages.append(message)
        if self.lost_replies:
            self.lost_replies -= 1
            async with self.said:
                self.said.notify_all()
            await asyncio.sleep(PATIENCE)
        return _json(message)

    async def _get_messages(self, request: web.Request) -> web.Response:
        said = [one for one in self.said_by_people if one["channel_id"] == request.match_info["channel"]]
        if "after" in request.query:
            later = [one for one in said if int(one["id"]) > int(request.query["after"])]
            return _json(later[: int(request.query.get("limit", "50"))][::-1])
        return _json(said[::-1][: int(request.query.get("limit", "50"))])

    async def _get_archived(self, request: web.Request) -> web.Response:
        its = [
            one for one in self._guild.channels if one.parent and str(one.parent.id) == request.match_info["channel"]
        ]
        return _json(
            {"threads": [one.payload(self._guild) for one in its if one.archived], "members": [], "has_more": False}
        )

    async def _get_pins(self, request: web.Request) -> web.Response:
        said = [one for one in self.said_by_people if one["channel_id"] == request.match_info["channel"]]
        pinned = [{"pinned_at": one["timestamp"], "message": one} for one in said[::-1] if one["pinned"]]
        return _json({"items": pinned, "has_more": False})

    async def _post_typing(self, request: web.Request) -> web.Response:
        return web.Response(status=204)

    def _bot_message(self, channel: Channel, body: Payload) -> Payload:
        content = body.get("content") or ""
        shown = {key: value for key, value in body.items() if key in ("embeds", "flags", "components")}
        shown["components"] = _numbered(shown.get("components") or [])
        return message_payload(self._me, channel, self._guild, content, **shown)


def _edited(message: Payload, edit: Payload) -> Payload:
    """``message`` after an edit: a flag once set stays, but for the one that says that it is still to come."""
    flags = (message["flags"] | edit.get("flags", 0)) & ~LOADING
    return {**message, **edit, "flags": flags, "components": _numbered(edit.get("components", message["components"]))}


def _numbered(components: list[Payload]) -> list[Payload]:
    """Components as Discord gives them back: each with a number."""
    numbers = itertools.count(1)

    def numbered(part: Payload) -> Payload:
        more = {"components": [numbered(inner) for inner in part["components"]]} if "components" in part else {}
        return {"id": next(numbers), **part, **more}

    return [numbered(part) for part in components]


def _stored(attachment: Payload, files: Mapping[str, bytes]) -> Payload:
    """An attachment as Discord gives it back."""
    name = attachment["filename"]
    address = f"https://cdn.example/{name}"
    more = {"size": len(files[name]), "url": address, "proxy_url": address, "content_type": "image/png"}
    return {**attachment, "id": str(snowflake()), **more}


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

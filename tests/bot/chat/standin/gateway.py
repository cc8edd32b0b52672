"""The gateway: sessions, heartbeats, compression, resuming."""

from __future__ import annotations

import asyncio
import importlib
import json
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Protocol

from aiohttp import WSMsgType, web

from tests.bot.chat.standin.world import Guild, Payload, Person

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, INVALID_SESSION, HELLO, ACK = 0, 1, 2, 6, 7, 9, 10, 11


class Packing(Protocol):
    """One continuous compressed stream for the life of a connection."""

    def __call__(self, text: bytes) -> bytes: ...


def _packing(name: str | None) -> Packing | None:
    if name == "zlib-stream":
        stream = zlib.compressobj()
        return lambda text: stream.compress(text) + stream.flush(zlib.Z_SYNC_FLUSH)
    if name == "zstd-stream":
        for module in ("compression.zstd", "backports.zstd", "zstandard"):
            with suppress(ImportError):
                zstd = importlib.import_module(module)
                if module == "zstandard":
                    compressor = zstd.ZstdCompressor().compressobj()
                    return lambda text: compressor.compress(text) + compressor.flush(zstd.COMPRESSOBJ_FLUSH_BLOCK)
                packer = zstd.ZstdCompressor()
                return lambda text: packer.compress(text, packer.FLUSH_BLOCK)
        raise RuntimeError("the bot asks for zstd-stream, but the tests have no zstd")
    return None


@dataclass
class Session:
    """What a bot was told, so that it can be told again after a lost connection."""

    id: str
    shard: int = 0
    shards: int = 1
    events: list[Payload] = field(default_factory=list)
    connection: Connection | None = None

    def hears(self, event: str, data: Payload) -> bool:
        """Whether Discord tells it of ``event``: what happens on a server, to the shard of that server only."""
        guild = data.get("id") if event == "GUILD_CREATE" else data.get("guild_id")
        return (int(guild or 0) >> 22) % self.shards == self.shard


class Connection:
    def __init__(self, socket: web.WebSocketResponse, request: web.Request) -> None:
        self.socket = socket
        self.transport = request.transport
        self.deaf = False
        self._pack = _packing(request.query.get("compress"))

    async def send(self, payload: Payload) -> None:
        text = json.dumps(payload)
        with suppress(ConnectionError):
            if self._pack is None:
                await self.socket.send_str(text)
            else:
                await self.socket.send_bytes(self._pack(text.encode()))


class Gateway:
    """Serves one bot at a time, in one process or a shard each; ``identified`` and ``resumed`` count how it came."""

    def __init__(self, token: str, me: Person, guilds: list[Guild], address: Callable[[], str]) -> None:
        self._token = token
        self._me = me
        self._guilds = guilds
        self._address = address
        self._sessions: dict[str, Session] = {}
        self._changed = asyncio.Condition()
        self.identified: list[Payload] = []
        self.resumed = 0
        self.heartbeats = 0
        self.closes: list[int | None] = []
        self.refuse_with: int | None = None
        self.down = False
        self.unreachable = 0
        self.turned_away = 0

    async def handle(self, request: web.Request) -> web.StreamResponse:
        if self.down:
            raise web.HTTPServiceUnavailable
        if self.unreachable > 0:
            self.unreachable -= 1
            self.turned_away += 1
            await self._tell()
            return web.Response(status=503)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        connection = Connection(socket, request)
        await connection.send({"op": HELLO, "d": {"heartbeat_interval": 41250}, "s": None, "t": None})
        async for message in socket:
            if message.type is WSMsgType.TEXT and not connection.deaf:
                await self._receive(connection, json.loads(message.data))
        self.closes.append(socket.close_code)
        for session in self._sessions.values():
            if session.connection is connection:
                session.connection = None
        await self._tell()
        return socket

    async def dispatch(self, event: str, data: Payload) -> None:
        """Tell every session that hears of it of ``event``; one without a connection hears when it resumes."""
        for session in list(self._sessions.values()):
            if session.hears(event, data):
                await self._tell_session(session, event, data)

    async def _tell_session(self, session: Session, event: str, data: Payload) -> None:
        session.events.append({"op": DISPATCH, "t": event, "s": len(session.events) + 1, "d": data})
        if session.connection is not None:
            await session.connection.send(session.events[-1])

    async def until(self, condition: Callable[[Gateway], bool]) -> None:
        """Wait until ``condition`` holds after something has happened here."""
        async with self._changed:
            await self._changed.wait_for(lambda: condition(self))

    @property
    def online(self) -> bool:
        return any(session.connection is not None for session in self._sessions.values())

    async def drop(self) -> None:
        """Cut the connections as a failing network does, without a word."""
        for session in self._sessions.values():
            if session.connection is not None:
                connection, session.connection = session.connection, None
                if connection.transport is not None:
                    connection.transport.abort()

    async def fall_silent(self) -> None:
        """Answer nothing any more on the connections there are, heartbeats included, and leave them open."""
        for session in self._sessions.values():
            if session.connection is not None:
                session.connection.deaf = True
                session.connection = None

    async def close(self, code: int) -> None:
        """Close the connections with ``code``."""
        for session in list(self._sessions.values()):
            if session.connection is not None:
                connection, session.connection = session.connection, None
                await connection.socket.close(code=code)

    async def ask_to_reconnect(self) -> None:
        """Op 7: the bot is to come back and resume."""
        await self._control({"op": RECONNECT, "d": None, "s": None, "t": None})

    async def invalidate(self, *, resumable: bool) -> None:
        """Op 9; a session that is not resumable is forgotten."""
        await self._control({"op": INVALID_SESSION, "d": resumable, "s": None, "t": None})
        if not resumable:
            self._sessions.clear()

    async def _control(self, payload: Payload) -> None:
        for session in self._sessions.values():
            if session.connection is not None:
                connection, session.connection = session.connection, None
                await connection.send(payload)

    async def _receive(self, connection: Connection, payload: Payload) -> None:
        match payload["op"]:
            case 1:
                self.heartbeats += 1
                await connection.send({"op": ACK, "d": None, "s": None, "t": None})
            case 2:
                await self._identify(connection, payload["d"])
            case 6:
                await self._resume(connection, payload["d"])
        await self._tell()

    async def _identify(self, connection: Connection, data: Payload) -> None:
        if data["token"] != self._token or self.refuse_with is not None:
            await connection.socket.close(code=self.refuse_with or 4004)
            return
        self.identified.append(data)
        shard, shards = data.get("shard") or (0, 1)
        session = Session(f"session-{len(self.identified)}", shard, shards, connection=connection)
        others = [other for other in self._sessions.values() if (other.shards, other.shard) != (shards, shard)]
        self._sessions = {other.id: other for other in [*others, session] if other.shards == shards}
        await self._tell_session(session, "READY", self._ready(session))
        for guild in self._guilds:
            payload = guild.payload(self._me)
            if session.hears("GUILD_CREATE", payload):
                await self._tell_session(session, "GUILD_CREATE", payload)

    async def _resume(self, connection: Connection, data: Payload) -> None:
        session = self._sessions.get(data["session_id"])
        if session is None or data["token"] != self._token:
            await connection.send({"op": INVALID_SESSION, "d": False, "s": None, "t": None})
            return
        heard = data["seq"]
        while heard < len(session.events):
            heard += 1
            await connection.send(session.events[heard - 1])
        session.connection = connection
        self.resumed += 1
        await self._tell_session(session, "RESUMED", {})

    def _ready(self, session: Session) -> Payload:
        return {
            "v": 10,
            "user": self._me.payload(),
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in self._guilds],
            "session_id": session.id,
            "resume_gateway_url": self._address(),
            "application": {"id": str(self._me.id), "flags": 0},
            "shard": [session.shard, session.shards],
        }

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()

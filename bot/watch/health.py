"""Whether the bot is well, over HTTP, for whatever watches it: off unless the operator gives an address.

/livez    200 while the process answers at all
/healthz  200 while questions are answered on Discord, else 503; why, as JSON
/metrics  for Prometheus
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from aiohttp import web

from bot.contract.lines import json_line
from bot.watch.metrics import Metrics
from index.report import Health, Status

SERVING = frozenset({Health.OK, Health.DEGRADED})


class HealthServer:
    """Serves on ``host`` and ``port``; ``online`` tells whether Discord is connected."""

    def __init__(
        self, host: str, port: int, status: Callable[[], Status], online: Callable[[], bool], metrics: Metrics
    ) -> None:
        self.host = host
        self.port = port
        self._status = status
        self._online = online
        self._metrics = metrics
        app = web.Application()
        app.router.add_get("/livez", self._live)
        app.router.add_get("/healthz", self._health)
        app.router.add_get("/metrics", self._tell_metrics)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)

    async def start(self) -> None:
        """Begin to serve; OSError when the address can't be had."""
        await self._runner.setup()
        await web.TCPSite(self._runner, self.host, self.port).start()

    async def stop(self) -> None:
        """Serve no more."""
        await self._runner.cleanup()

    async def _live(self, request: web.Request) -> web.Response:
        del request
        return web.json_response({"alive": True})

    async def _health(self, request: web.Request) -> web.Response:
        del request
        status = await asyncio.to_thread(self._status)
        online = self._online()
        well = online and status.health in SERVING
        body = {"healthy": well, "discord": online, "index": status.health.value, "generation": status.generation}
        return web.Response(text=json_line(body), status=200 if well else 503, content_type="application/json")

    async def _tell_metrics(self, request: web.Request) -> web.Response:
        del request
        text = await asyncio.to_thread(self._metrics.text)
        return web.Response(body=text, headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"})

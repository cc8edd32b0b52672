"""A web site of our own on 127.0.0.1, an address that is allowed to tests alone."""

from __future__ import annotations

import asyncio
import gc
import socket
import ssl
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult

from index.shelf.fetching import Network, fetch
from index.shelf.submission import Submission

CERTIFICATE = Path(__file__).parent / "shelf" / "news_example.pem"
LIMIT = 100_000
PAGE = "<html><head><title>Un été</title></head><body><p>Vega ferme ses cliniques.</p></body></html>"


@dataclass
class Site:
    """A web server on this machine that answers to every name of the tests."""

    port: int = 0
    pages: dict[str, web.Response | Callable[[], web.Response]] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    lookups: list[str] = field(default_factory=list)
    addresses: dict[str, list[str]] = field(default_factory=dict)
    conditions: list[str] = field(default_factory=list)
    dripping: set[str] = field(default_factory=set)

    def address(self, path: str, host: str = "news.example") -> str:
        return f"https://{host}:{self.port}{path}"

    def network(self) -> Network:
        """What reaches this site under whatever name, and nothing else."""
        site = self

        class Resolver(AbstractResolver):
            async def resolve(
                self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
            ) -> list[ResolveResult]:
                site.lookups.append(host)
                told = site.addresses.get(host, ["127.0.0.1"])
                address = told.pop(0) if len(told) > 1 else told[0]
                return [ResolveResult(hostname=host, host=address, port=port, family=socket.AF_INET, proto=0, flags=0)]

            async def close(self) -> None:
                pass

        tls = ssl.create_default_context(cafile=str(CERTIFICATE))
        return Network(lambda ip: ip == "127.0.0.1", frozenset({self.port}), tls, Resolver)

    def get(self, path: str, host: str = "news.example") -> Submission:
        return fetch(self.address(path, host), LIMIT, self.network())

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.asked.append((request.host.partition(":")[0], request.path))
        self.agents.add(request.headers["User-Agent"])
        if "If-None-Match" in request.headers:
            self.conditions.append(request.headers["If-None-Match"])
        if request.path in self.dripping:
            return await self._drip(request)
        page = self.pages.get(request.path_qs) or self.pages.get(request.path)
        if page is None:
            return web.Response(status=404)
        if isinstance(page, web.Response):
            return web.Response(body=page.body, status=page.status, headers=page.headers)
        return page()

    async def _drip(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/html"})
        await response.prepare(request)
        with suppress(ConnectionError):
            while request.path in self.dripping:
                await response.write(b" ")
                await asyncio.sleep(0.05)
        return response


@contextmanager
def served() -> Iterator[Site]:
    """A site, as long as it is used."""
    site = Site()
    loop = asyncio.new_event_loop()
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(CERTIFICATE)

    async def start() -> web.AppRunner:
        app = web.Application()
        app.router.add_get("/{path:.*}", site.handle)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=tls).start()
        return runner

    runner = loop.run_until_complete(start())
    site.port = runner.addresses[0][1]
    site.pages["/a.html"] = web.Response(text=PAGE, content_type="text/html", charset="utf-8")
    serving = Thread(target=loop.run_forever)
    serving.start()
    try:
        yield site
    finally:
        asyncio.run_coroutine_threadsafe(runner.cleanup(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        serving.join()
        loop.close()
        _forget_connections()


def _forget_connections() -> None:
    """Collect what is left of visits that did not wait for TLS to close, lest another test is blamed for it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()

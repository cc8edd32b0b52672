"""Points discord.py at the stand-in, in the bot's process only, from the outside.

Put on PYTHONPATH by the tests. It waits for discord.py to be imported: the bot alone decides when that is.
"""

import importlib.abc
import importlib.machinery
import os
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any, cast

API = os.environ.get("STANDIN_API")
GATEWAY = os.environ.get("STANDIN_GATEWAY")
SILENCE = os.environ.get("STANDIN_SILENCE")
"""Seconds of silence that discord.py bears, in the place of its minute."""


def _redirect_http(module: Any) -> None:
    module.Route.BASE = API


def _redirect_gateway(module: Any) -> None:
    import yarl

    module.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(GATEWAY or "")


def _shorten_silence(module: Any) -> None:
    begin = module.ConnectionState.__init__

    def begin_impatient(self: Any, **options: Any) -> None:
        begin(self, **{**options, "heartbeat_timeout": float(SILENCE or 60)})

    module.ConnectionState.__init__ = begin_impatient


REDIRECTED = {
    "discord.http": _redirect_http,
    "discord.gateway": _redirect_gateway,
    "discord.state": _shorten_silence,
}


class _Redirecting(importlib.abc.Loader):
    def __init__(self, loader: Any, redirect: Callable[[Any], None]) -> None:
        self._loader = loader
        self._redirect = redirect

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType | None:
        return cast("ModuleType | None", self._loader.create_module(spec))

    def exec_module(self, module: ModuleType) -> None:
        self._loader.exec_module(module)
        self._redirect(module)


class _Finder(importlib.abc.MetaPathFinder):
    def find_spec(
        self, name: str, path: Any, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name not in REDIRECTED:
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        if spec is not None and spec.loader is not None:
            spec.loader = _Redirecting(spec.loader, REDIRECTED[name])
        return spec


def redirect_imported() -> None:
    """Point a discord.py that is imported already."""
    for name, redirect in REDIRECTED.items():
        redirect(sys.modules[name])


if API and GATEWAY:
    sys.meta_path.insert(0, _Finder())

"""What the operator set for the bot on Discord."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final


@dataclass(frozen=True, slots=True)
class Shards:
    """Into how many shards Discord divides the bot's servers (None: as many as it recommends), and which of them this
    process serves (None: all)."""

    count: int | None = None
    ids: tuple[int, ...] | None = None


ALL_SHARDS: Final = Shards()


@dataclass(frozen=True, slots=True)
class BotOptions:
    """``lang`` forces the language of every reply; None follows each reader. ``data_dir`` keeps what Discord was told
    of the commands, and what is remembered unless ``state_url`` names a database. ``admins`` are the people who may
    change what all servers share; with none, the owners of the application at Discord. ``proxy``: the HTTP proxy that
    Discord is reached through. With ``feeds``, those who look after them are told how they are doing."""

    token: str
    data_dir: Path
    lang: str | None = None
    state_url: str | None = None
    retention_days: int = 90
    alert_minutes: int = 60
    message_content: bool = False
    shards: Shards = ALL_SHARDS
    admins: frozenset[int] = frozenset()
    proxy: str | None = None
    feeds: bool = False

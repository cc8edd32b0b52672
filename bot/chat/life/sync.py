"""Telling Discord about the commands, only when they have changed.

Discord keeps an application's commands; describing them anew at each start wastes a request that is limited to
a few hundred a day. What was last described is remembered as a hash in ``data_dir/discord/commands.json``, one
entry an application; ``sourcier sync`` describes them whatever is remembered.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import os
import tempfile
from pathlib import Path

import discord
from discord import app_commands

from bot.chat.replies.errors import UNSENT

_log = logging.getLogger(__name__)


class CommandSync:
    """Describes the commands of ``tree`` to Discord when they differ from what ``data_dir`` remembers."""

    def __init__(self, tree: app_commands.CommandTree[discord.Client], data_dir: Path) -> None:
        self._tree = tree
        self._memory = data_dir / "discord" / "commands.json"

    async def run(self) -> None:
        """Describe the commands if they changed. A failure is logged, and tried again at the next start."""
        try:
            known = (await asyncio.to_thread(self._remembered)).get(str(self._tree.client.application_id))
            if known == await self._fingerprint():
                return
            await self.describe()
        except UNSENT as error:
            _log.warning("the commands could not be described to Discord (%s): next try at the next start", error)
        else:
            _log.info("commands described to Discord")

    async def describe(self) -> int:
        """Describe the commands, and remember that they are; how many there are. Raises what discord.py and the disk
        do."""
        described = await self._fingerprint()
        await self._tree.sync()
        await asyncio.to_thread(self._remember, str(self._tree.client.application_id), described)
        return len(self._tree.get_commands())

    async def _fingerprint(self) -> str:
        translator = self._tree.translator
        payload = [
            await command.get_translated_payload(self._tree, translator) if translator else command.to_dict(self._tree)
            for command in self._tree.get_commands()
        ]
        return hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()

    def _remembered(self) -> dict[str, str]:
        """What each application was last told; nothing when the file is missing or damaged."""
        try:
            remembered = json.loads(self._memory.read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            return {}
        return remembered if isinstance(remembered, dict) else {}

    def _remember(self, application: str, described: str) -> None:
        entries = {**self._remembered(), application: described}
        self._memory.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=self._memory.parent, prefix="commands-", suffix=".tmp")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(entries, file, indent=1)
                file.flush()
                os.fsync(file.fileno())
            Path(draft).replace(self._memory)
        except BaseException:
            Path(draft).unlink(missing_ok=True)
            raise

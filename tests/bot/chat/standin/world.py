"""The people and places of the stand-in, and their payloads as Discord sends them."""

from __future__ import annotations

import itertools
import time
from dataclasses import dataclass, field
from typing import Any

_EPOCH_MS = 1420070400000
_numbers = itertools.count(1)

Payload = dict[str, Any]


def snowflake() -> int:
    """A new id, dated now as Discord's are."""
    return ((int(time.time() * 1000) - _EPOCH_MS) << 22) | (next(_numbers) & 0x3FFFFF)


@dataclass(frozen=True)
class Person:
    name: str
    locale: str = "en-US"
    bot: bool = False
    id: int = field(default_factory=snowflake)
    permissions: int = 2248473465835073
    """Those of a plain member; the interactions they begin carry them."""
    roles: tuple[int, ...] = ()

    def payload(self) -> Payload:
        return {
            "id": str(self.id),
            "username": self.name.lower(),
            "global_name": self.name,
            "discriminator": "0",
            "avatar": None,
            "bot": self.bot,
        }

    def member(self) -> Payload:
        return {
            "user": self.payload(),
            "roles": [str(role) for role in self.roles],
            "joined_at": "2022-08-24T00:00:00+00:00",
            "deaf": False,
            "mute": False,
            "flags": 0,
            "permissions": str(self.permissions),
        }


MANAGE_GUILD = 1 << 5
VIEW, SEND, EMBED_LINKS, HISTORY = 1 << 10, 1 << 11, 1 << 14, 1 << 16
SEND_IN_THREADS = 1 << 38
USUAL = VIEW | SEND | EMBED_LINKS | HISTORY | SEND_IN_THREADS


@dataclass(frozen=True)
class Channel:
    """A text channel or a ``forum`` of a server, a thread of the channel ``parent`` (``archived`` when nobody wrote in
    it for long), or a direct message with ``recipient``."""

    name: str
    recipient: Person | None = None
    denied: int = 0
    parent: Channel | None = None
    forum: bool = False
    archived: bool = False
    id: int = field(default_factory=snowflake)

    def payload(self, guild: Guild | None) -> Payload:
        if self.recipient is not None or guild is None:
            recipients = [self.recipient.payload()] if self.recipient else []
            return {"id": str(self.id), "type": 1, "recipients": recipients, "last_message_id": None, "flags": 0}
        if self.parent is not None:
            times = {"archive_timestamp": "2022-08-24T00:00:00+00:00", "create_timestamp": "2022-08-24T00:00:00+00:00"}
            return {
                "id": str(self.id),
                "type": 11,
                "guild_id": str(guild.id),
                "parent_id": str(self.parent.id),
                "owner_id": str(snowflake()),
                "name": self.name,
                "message_count": 1,
                "member_count": 1,
                "rate_limit_per_user": 0,
                "flags": 0,
                "thread_metadata": {"archived": self.archived, "auto_archive_duration": 1440, "locked": False, **times},
            }
        overwrites = [{"id": str(guild.id), "type": 0, "allow": "0", "deny": str(self.denied)}] if self.denied else []
        return {
            "id": str(self.id),
            "type": 15 if self.forum else 0,
            "guild_id": str(guild.id),
            "name": self.name,
            "position": 0,
            "permission_overwrites": overwrites,
            "nsfw": False,
            "parent_id": None,
            "topic": None,
            "rate_limit_per_user": 0,
            "flags": 0,
            **(
                {"available_tags": [], "default_reaction_emoji": None, "default_sort_order": None} if self.forum else {}
            ),
        }


@dataclass
class Guild:
    preferred_locale: str = "en-US"
    id: int = field(default_factory=snowflake)
    channels: list[Channel] = field(default_factory=list)
    roles: dict[int, int] = field(default_factory=dict)
    """Those beside everyone's, and their permissions."""

    def payload(self, bot: Person) -> Payload:
        roles = [
            {
                "id": str(role),
                "name": "@everyone" if role == self.id else f"role {role}",
                "color": 0,
                "hoist": False,
                "position": position,
                "permissions": str(permissions),
                "managed": False,
                "mentionable": False,
                "flags": 0,
            }
            for position, (role, permissions) in enumerate([(self.id, USUAL), *self.roles.items()])
        ]
        return {
            "id": str(self.id),
            "name": "The reading room",
            "owner_id": str(snowflake()),
            "preferred_locale": self.preferred_locale,
            "roles": roles,
            "emojis": [],
            "stickers": [],
            "features": [],
            "member_count": 12,
            "members": [bot.member()],
            "channels": [channel.payload(self) for channel in self.channels if channel.parent is None],
            "threads": [channel.payload(self) for channel in self.channels if channel.parent and not channel.archived],
            "voice_states": [],
            "presences": [],
            "stage_instances": [],
            "guild_scheduled_events": [],
            "soundboard_sounds": [],
            "unavailable": False,
            "large": False,
            "joined_at": "2022-08-24T00:00:00+00:00",
            "icon": None,
            "afk_timeout": 300,
            "verification_level": 0,
            "default_message_notifications": 0,
            "explicit_content_filter": 0,
            "nsfw_level": 0,
            "mfa_level": 0,
            "premium_tier": 0,
            "premium_progress_bar_enabled": False,
            "system_channel_flags": 0,
        }


def message_payload(author: Person, channel: Channel, guild: Guild | None, content: str, **more: Any) -> Payload:
    """A message as MESSAGE_CREATE and the API give it."""
    payload: Payload = {
        "id": str(snowflake()),
        "channel_id": str(channel.id),
        "author": author.payload(),
        "content": content,
        "timestamp": "2022-08-24T12:00:00+00:00",
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "pinned": False,
        "type": 0,
        "flags": 0,
    }
    if guild is not None:
        payload["guild_id"] = str(guild.id)
    return payload | more

"""What was changed and by whom, in words: the acts of the audit log as those who look after articles read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from bot.catalogue import Words
from bot.chat.keeping.keeping import DONE, REFUSED
from bot.chat.messages.markdown import escape, for_display, shorten
from bot.chat.people.authority import Where
from bot.dates import spell_moment
from bot.faults import BLANKS, describe_refusal
from bot.state.audit import Act
from index.faults import FaultCode

_DETAIL_ROOM: Final = 60
_GENERATION: Final = re.compile(r"generation (\d+)")
_MESSAGE: Final = re.compile(r"message \d+")
_SETTINGS: Final = {
    "lang": "settings-lang",
    "private": "settings-private",
    "quotes": "settings-quotes",
    "feedback": "settings-feedback",
    "open_channels": "settings-channels",
    "reindex_roles": "settings-roles",
    "team_channel": "settings-team",
    "team_role": "act-team-role",
    "team_weak": "settings-weak",
}
_CHANNELS: Final = frozenset({"open_channels", "team_channel"})
_ROLES: Final = frozenset({"reindex_roles", "team_role"})


def act_line(act: Act, words: Words) -> str:
    """When, who, what and what came of it, as a line of Markdown."""
    what = f"act-did-{act.action}"
    done = words(what) if words.knows(what) else escape(for_display(act.action))
    return words(
        "status-act",
        when=spell_moment(datetime.fromtimestamp(act.at, UTC).isoformat(), words.lang),
        who=f"<@{act.user_id}>" if act.user_id else words("status-who-shell"),
        what=" ".join([done, *_details(act, words)]),
        result=escape(_result(act.result, words)),
    )


def _details(act: Act, words: Words) -> Iterator[str]:
    is_shared = f" {act.detail}".endswith(f" {Where.SHARED.value}")
    detail = act.detail.removesuffix(Where.SHARED.value).removesuffix(" ") if is_shared else act.detail
    if act.action == "settings":
        yield ", ".join(_settings(detail, words))
    elif (version := _GENERATION.fullmatch(detail)) is not None:
        yield words("act-version", number=version[1])
    elif detail == "joined":
        yield words("act-joined")
    elif detail and not _MESSAGE.fullmatch(detail):
        yield f"**{escape(shorten(for_display(detail), _DETAIL_ROOM))}**"
    if is_shared:
        yield words("act-shared")


def _settings(detail: str, words: Words) -> Iterator[str]:
    """Each setting that was changed and what it is now."""
    if detail == "reset":
        yield words("settings-reset")
        return
    for change in detail.split(", "):
        key, _, value = change.partition("=")
        name = words(_SETTINGS[key]) if key in _SETTINGS else escape(for_display(key))
        yield words("act-setting", name=name, value=_value(key, value, words))


def _value(key: str, value: str, words: Words) -> str:
    if key == "lang":
        chosen = f"settings-lang-{'reader' if value == 'None' else value}"
        return words(chosen) if words.knows(chosen) else escape(for_display(value))
    if value in ("True", "False"):
        return words("settings-on" if value == "True" else "settings-off")
    if value in ("None", ""):
        return words("act-nothing")
    ids = value.split()
    if key in _CHANNELS and all(map(str.isdecimal, ids)):
        return " ".join(f"<#{one}>" for one in ids)
    if key in _ROLES and all(map(str.isdecimal, ids)):
        return " ".join(f"<@&{one}>" for one in ids)
    return escape(for_display(value))


def _result(result: str, words: Words) -> str:
    """What came of it; why it failed, where that is told without the case."""
    if result in (DONE, REFUSED):
        return words(f"act-{result}")
    if result in set(FaultCode) and not BLANKS.get(FaultCode(result)):
        return words("act-failed-why", why=shorten(describe_refusal(FaultCode(result), {}, words), 2 * _DETAIL_ROOM))
    return words("act-failed")

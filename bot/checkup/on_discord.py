"""Discord: the way there, the token, the intents, the commands, the permissions in each channel."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bot.catalogue import Words
from bot.chat.life.visit import NotLetIn, ServerSeen, Visit, invitation, reach, visit
from bot.chat.people.permissions import lacking_line
from bot.checkup.finding import Finding, Grade, bad, doubtful, good
from bot.printable import one_line

_OFF: Final = 60.0
"""Seconds by which a clock may be wrong: what is remembered bears dates, and certificates end."""
_MOST_CHANNELS: Final = 6


def discord_findings(token: str | None, proxy: str | None, message_content: bool, words: Words) -> Iterator[Finding]:
    """What is found there; without a token, the way alone."""
    try:
        way = reach(proxy, words)
    except NotLetIn as error:
        grade = Grade.DOUBTFUL if token is None else Grade.BAD  # the console needs no network
        yield Finding("network", grade, error.reason, words("check-network-todo"))
        if token is None:
            yield doubtful("token", words, "token-none")
        return
    yield good("network", words, "network", milliseconds=round(way.seconds * 1000), proxy="yes" if proxy else "no")
    if way.clock is not None:
        told = good if abs(way.clock) <= _OFF else doubtful
        yield told("clock", words, "clock" if told is good else "clock-off", seconds=round(abs(way.clock)))
    if token is None:
        yield doubtful("token", words, "token-none")
        return
    try:
        seen = visit(token, proxy, words)
    except NotLetIn as error:
        todo = words("check-token-todo" if error.refused else "check-network-todo")
        yield Finding("token", Grade.BAD, error.reason, todo)
        return
    yield good("token", words, "token", name=one_line(seen.name), id=str(seen.application_id))
    yield from _seen(seen, message_content, words)


def _seen(seen: Visit, message_content: bool, words: Words) -> Iterator[Finding]:
    if message_content and not seen.message_content:
        yield bad("intents", words, "intents-lacking")
    else:
        yield good("intents", words, "intents" if message_content else "intents-unneeded")
    if seen.commands:
        yield good("commands", words, "commands", count=seen.commands)
    else:
        yield doubtful("commands", words, "commands-none")
    link = invitation(seen.application_id)
    if not seen.server_count:
        said = words("check-servers-none")
        yield Finding("servers", Grade.DOUBTFUL, said, words("check-servers-none-todo", link=link))
        return
    short = [server for server in seen.servers if server.lacking]
    if not short:
        yield good("servers", words, "servers", count=seen.server_count, seen=len(seen.servers))
    for server in short:
        yield Finding("servers", Grade.DOUBTFUL, _lacking(server, words), words("check-servers-todo", link=link))


def _lacking(server: ServerSeen, words: Words) -> str:
    named = [lacking_line(channel.name, channel.lacking, words) for channel in server.lacking[:_MOST_CHANNELS]]
    others = len(server.lacking) - len(named)
    return words("check-servers-lacking", name=one_line(server.name), channels=" ; ".join(named), others=others)

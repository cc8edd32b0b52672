"""The text that people see of a message: what was written, and what it forwards, embeds, asks or is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

import discord

_MARKS: Final = re.compile(r"<(?:@[!&]?|#|a?:\w+:)\d+>")


def question_in(content: str) -> str:
    """What is asked: the text without mentions of people, roles and channels, and without custom emojis."""
    return " ".join(_MARKS.sub(" ", content).split())


def text_of(message: discord.Message) -> str:
    """All text of ``message`` on one line, without mentions and custom emojis; empty when it has none."""
    return question_in("\n".join(dict.fromkeys(part.strip() for part in _parts(message) if part and part.strip())))


def shown_texts(message: discord.Message) -> list[str]:
    """The texts that a message of the bot is made of."""
    return [part for part in (message.content, *_of_components(getattr(message, "components", ()))) if part]


def _parts(message: discord.Message) -> Iterator[str | None]:
    yield message.content
    yield from _of_poll(getattr(message, "poll", None))
    for snapshot in getattr(message, "message_snapshots", ()):
        yield snapshot.content
        yield from _of_embeds(snapshot.embeds)
        yield from _of_components(getattr(snapshot, "components", ()))
    yield from _of_embeds(message.embeds)
    yield from _of_components(getattr(message, "components", ()))  # unset when Discord sent none


def _of_embeds(embeds: Any) -> Iterator[str | None]:
    for embed in embeds:
        yield embed.author.name
        yield embed.title
        yield embed.description
        for field in embed.fields:
            yield field.name
            yield field.value
        yield embed.footer.text


def _of_poll(poll: Any) -> Iterator[str | None]:
    if poll is not None:
        question = poll.question
        yield getattr(question, "text", question)
        for answer in poll.answers:
            yield answer.text


def _of_components(components: Any) -> Iterator[str | None]:
    """The texts of a message made of components; buttons and menus are what is done with it, not what it says."""
    for component in components:
        if isinstance(component, discord.TextDisplay):
            yield component.content
        elif isinstance(component, discord.MediaGalleryComponent):
            for item in component.items:
                yield item.description
        elif not isinstance(component, discord.ActionRow):
            yield from _of_components(getattr(component, "children", ()))

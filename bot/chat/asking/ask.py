"""``/ask``, and the same from the menu of a message."""

from __future__ import annotations

from typing import Any, Final

import discord
from discord import app_commands

from bot.chat.asking.answer_message import Manner
from bot.chat.asking.asking import Asking
from bot.chat.asking.conversation import Turn
from bot.chat.asking.message_text import text_of
from bot.chat.messages.limits import CHOICE, MOST_CHOICES, measure
from bot.chat.messages.markdown import for_display
from bot.chat.people.reader import collection_of
from bot.chat.people.translator import catalogued, language_of
from bot.chat.replies.sending import completing
from bot.dates import spell_date
from index.article import ArticleCard
from index.question.filters import ALL_ARTICLES, Filters

EVERYWHERE: Final = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)
BY_ANYONE: Final = app_commands.AppInstallationType(guild=True, user=True)
"""On a server, in direct messages and group chats; installed on a server or by a person."""

_NO_TEXT: Final = "discord-no-text"


def ask_command(asking: Asking) -> app_commands.Command[Any, Any, None]:
    """``/ask question: [article:] [from:] [to:] [private:]``."""

    @app_commands.command(name=catalogued("discord-ask-name"), description=catalogued("discord-ask-description"))
    @app_commands.rename(
        question=catalogued("discord-ask-question-name"),
        article=catalogued("discord-article-article-name"),
        since=catalogued("discord-timeline-from-name"),
        until=catalogued("discord-timeline-to-name"),
        private=catalogued("discord-ask-private-name"),
    )
    @app_commands.describe(
        question=catalogued("discord-ask-question-description"),
        article=catalogued("discord-ask-article-description"),
        since=catalogued("discord-ask-from-description"),
        until=catalogued("discord-ask-to-description"),
        private=catalogued("discord-ask-private-description"),
    )
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def ask(
        interaction: discord.Interaction,
        question: str,
        article: str | None = None,
        since: str | None = None,
        until: str | None = None,
        private: bool | None = None,
    ) -> None:
        turn = Turn(interaction.channel_id)
        await _answer(asking, interaction, question, private, Filters(article or None, since, until), turn)

    @ask.autocomplete("article")
    async def suggest(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await article_choices(asking, interaction, typed)

    return ask


def ask_this_menu(asking: Asking) -> app_commands.ContextMenu:
    """ "Ask this": a message taken as a question."""

    async def ask_this(interaction: discord.Interaction, message: discord.Message) -> None:
        await _answer(asking, interaction, text_of(message), None, empty=_NO_TEXT)

    return _menu("discord-menu-ask", ask_this)


def find_sources_menu(asking: Asking) -> app_commands.ContextMenu:
    """ "Find sources": what in the base supports or touches a message; for the eyes of who asked, until shared."""

    async def find_sources(interaction: discord.Interaction, message: discord.Message) -> None:
        await interaction.response.defer(thinking=True, ephemeral=True)
        reader = await asking.reader_of(interaction)
        explained = await _explained(interaction)
        manner = Manner(echo=True, of_message=True, shareable=not reader.alone, empty=_NO_TEXT, explained=explained)
        await asking.reply_to(text_of(message), reader, completing(interaction), manner)

    return _menu("discord-menu-sources", find_sources)


async def article_choices(
    asking: Asking, interaction: discord.Interaction, typed: str
) -> list[app_commands.Choice[str]]:
    """The articles to choose from for what is ``typed`` so far: title and date, with the id behind."""
    cards = await asking.desk.suggest_articles(typed, collection_of(interaction), MOST_CHOICES)
    lang = language_of(interaction.locale)
    return [
        app_commands.Choice(name=_choice(card, lang), value=card.id) for card in cards if measure(card.id) <= CHOICE
    ]


def _choice(card: ArticleCard, lang: str) -> str:
    title = for_display(card.title) or for_display(card.path)
    name = f"{title} · {for_display(spell_date(card.date, lang))}" if card.date else title
    shown = name
    while measure(shown) > CHOICE:
        name = name[:-1]
        shown = name.rstrip() + "…"
    return shown


def _menu(name: str, callback: Any) -> app_commands.ContextMenu:
    return app_commands.ContextMenu(
        name=catalogued(name), callback=callback, allowed_contexts=EVERYWHERE, allowed_installs=BY_ANYONE
    )


async def _explained(interaction: discord.Interaction[Any]) -> bool:
    """Whether whoever asks may be told why an answer is what it is."""
    looks_after: bool = await interaction.client.keeping.looks_after_articles(interaction)
    return looks_after


async def _answer(
    asking: Asking,
    interaction: discord.Interaction[Any],
    question: str,
    private: bool | None,
    filters: Filters = ALL_ARTICLES,
    turn: Turn | None = None,
    *,
    empty: str = "discord-help-asking",
) -> None:
    reader = await asking.reader_of(interaction)
    hidden = reader.hides(private)
    await interaction.response.defer(thinking=True, ephemeral=hidden)
    explained = await _explained(interaction)
    manner = Manner(echo=True, shareable=hidden, feedback=True, empty=empty, filters=filters, explained=explained)
    await asking.reply_to(question, reader, completing(interaction), manner, turn)

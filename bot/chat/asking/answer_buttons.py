"""What the buttons under an answer do: look closer, see more, share, say what it was worth."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import discord

from bot.catalogue import Words
from bot.chat.asking.answer_message import (
    MOST_QUOTES,
    Manner,
    also_message,
    asked_with,
    further_message,
)
from bot.chat.asking.asking import Asking
from bot.chat.asking.closer import context_message, source_message
from bot.chat.asking.conversation import question_shown
from bot.chat.asking.reading import TURN, read_place, reading_message
from bot.chat.asking.why_message import why_message
from bot.chat.messages.message import Message
from bot.chat.people.authority import NotAllowed
from bot.chat.people.reader import collection_of
from bot.chat.replies.buttons import Kind, Press, SignedButton, as_bytes
from bot.chat.replies.sending import completing, replacing
from bot.state.votes import Vote, Votes
from index.answer import Quote, Verdict
from index.faults import EngineFault, FaultCode
from index.reference import REFERENCE_BYTES, QuoteReference

_VERDICTS = {verdict.value[0]: verdict for verdict in Verdict}


def presses_on_answers(asking: Asking, votes: Votes) -> Mapping[Kind, Press]:
    """What each kind of button under an answer does."""
    following = _Following(asking, votes)
    return {
        Kind.CONTEXT: following.show_context,
        Kind.SOURCE: following.show_source,
        Kind.MORE: following.show_more,
        Kind.ALSO: following.show_also,
        Kind.PAGE: following.show_page,
        Kind.SHARE: following.share,
        Kind.UP: following.vote_up,
        Kind.DOWN: following.vote_down,
        Kind.ALONE: following.ask_alone,
        Kind.WHY: following.show_why,
    }


class _Following:
    def __init__(self, asking: Asking, votes: Votes) -> None:
        self._asking = asking
        self._votes = votes

    async def show_context(self, interaction: discord.Interaction[Any], carried: str) -> None:
        async def making(words: Words) -> Message:
            located = await self._asking.desk.quoted(
                QuoteReference.unpacked(as_bytes(carried)), collection_of(interaction)
            )
            return await asyncio.to_thread(context_message, located, words, self._asking.maker)

        await self._show(interaction, making)

    async def show_source(self, interaction: discord.Interaction[Any], carried: str) -> None:
        async def making(words: Words) -> Message:
            located = await self._asking.desk.quoted(
                QuoteReference.unpacked(as_bytes(carried)), collection_of(interaction)
            )
            return await asyncio.to_thread(source_message, located, words, self._asking.maker)

        await self._show(interaction, making)

    async def show_more(self, interaction: discord.Interaction[Any], carried: str) -> None:
        async def making(words: Words) -> Message:
            verdict, quotes = await self._quotes(carried, interaction)
            return await asyncio.to_thread(further_message, quotes, verdict, words, self._asking.maker)

        await self._show(interaction, making)

    async def show_also(self, interaction: discord.Interaction[Any], carried: str) -> None:
        async def making(words: Words) -> Message:
            _, quotes = await self._quotes(carried, interaction)
            return await asyncio.to_thread(also_message, quotes, words, self._asking.maker)

        await self._show(interaction, making)

    async def show_page(self, interaction: discord.Interaction[Any], carried: str) -> None:
        how, key, offset = read_place(carried)

        async def making(words: Words) -> Message:
            article = await self._asking.desk.article_of(key, collection_of(interaction))
            return await asyncio.to_thread(reading_message, article, offset, words, self._asking.maker)

        if how != TURN:
            await self._show(interaction, making)
            return
        await interaction.response.defer()
        reader = await self._asking.reader_of(interaction)
        await self._asking.reply_with(making, reader, replacing(interaction))

    async def ask_alone(self, interaction: discord.Interaction[Any], carried: str) -> None:
        """Answer a question without what came before it, to whoever pressed."""
        await interaction.response.defer(thinking=True, ephemeral=True)
        reader = await self._asking.reader_of(interaction)
        explained = await interaction.client.keeping.looks_after_articles(interaction)
        manner = Manner(echo=True, shareable=not reader.alone, explained=explained)
        await self._asking.reply_to(carried, reader, completing(interaction), manner)

    async def show_why(self, interaction: discord.Interaction[Any], carried: str) -> None:
        """Explain the answer to somebody who looks after articles. Raises NotAllowed for others."""
        if not await interaction.client.keeping.looks_after_articles(interaction):
            raise NotAllowed("discord-why-refused")
        asked, filters = asked_with(carried)
        question = asked or (question_shown(interaction.message) if interaction.message is not None else None)

        async def making(words: Words) -> Message:
            if not question:
                return Message(words("discord-why-no-question"))
            most = min(max(reader.preferences.quotes, 1), MOST_QUOTES)
            explanation = await self._asking.desk.explain(
                question, collection_of(interaction), limit=most, filters=filters
            )
            return await asyncio.to_thread(why_message, explanation, words)

        await interaction.response.defer(thinking=True, ephemeral=True)
        reader = await self._asking.reader_of(interaction)
        await self._asking.reply_with(making, reader, completing(interaction))

    async def share(self, interaction: discord.Interaction[Any], carried: str) -> None:
        """Say in public what one person was shown: the message itself tells what, so nothing has to be kept."""
        del carried
        message = interaction.message
        reader = await self._asking.reader_of(interaction)
        if message is None or not message.flags.ephemeral:
            await interaction.response.send_message(reader.words("discord-shared-already"), ephemeral=True)
            return
        await interaction.response.edit_message(view=_without_sharing(message))
        shared = _without_sharing(message)
        shared.add_item(discord.ui.TextDisplay(reader.words("discord-shared-by", person=interaction.user.mention)))
        await interaction.followup.send(view=shared)

    async def vote_up(self, interaction: discord.Interaction[Any], carried: str) -> None:
        await self._vote(interaction, carried, helpful=True)

    async def vote_down(self, interaction: discord.Interaction[Any], carried: str) -> None:
        await self._vote(interaction, carried, helpful=False)

    async def _vote(self, interaction: discord.Interaction[Any], carried: str, *, helpful: bool) -> None:
        await interaction.response.defer(thinking=True, ephemeral=True)
        reader = await self._asking.reader_of(interaction)

        async def making(words: Words) -> Message:
            if not reader.preferences.feedback:
                return Message(words("discord-feedback-off"))
            verdict, references = _read(carried)
            quote = await self._still_there(references[0], interaction) if references else None
            vote = Vote(
                message=interaction.message.id if interaction.message else interaction.id,
                voter=self._asking.key.pseudonym(reader.person),
                guild=reader.guild,
                channel=interaction.channel_id,
                helpful=helpful,
                verdict=verdict,
                article=quote.article.id if quote else None,
                start=quote.start if quote else None,
                length=len(quote.text) if quote else None,
            )
            await asyncio.to_thread(self._votes.keep, vote)
            return Message(words("discord-thanks-up" if helpful else "discord-thanks-down"))

        await self._asking.reply_with(making, reader, completing(interaction))

    async def _quotes(self, carried: str, interaction: discord.Interaction[Any]) -> tuple[Verdict, list[Quote]]:
        """The quotes that a button carries, as far as they are still there, and the verdict they stand under. Raises
        EngineFault(QUOTE_GONE) when none is."""
        verdict, references = _read(carried)
        quotes = [quote for reference in references if (quote := await self._still_there(reference, interaction))]
        if not quotes:
            raise EngineFault(FaultCode.QUOTE_GONE)
        return verdict, quotes

    async def _still_there(self, reference: QuoteReference, interaction: discord.Interaction[Any]) -> Quote | None:
        with suppress(EngineFault):
            return (await self._asking.desk.quoted(reference, collection_of(interaction))).quote
        return None

    async def _show(self, interaction: discord.Interaction[Any], making: Any) -> None:
        """Show what ``making`` makes to whoever pressed, and to them alone."""
        await interaction.response.defer(thinking=True, ephemeral=True)
        reader = await self._asking.reader_of(interaction)
        await self._asking.reply_with(making, reader, completing(interaction))


def _read(carried: str) -> tuple[Verdict, list[QuoteReference]]:
    packed = as_bytes(carried[1:])
    starts = range(0, len(packed), REFERENCE_BYTES)
    return _VERDICTS[carried[0]], [QuoteReference.unpacked(packed[at : at + REFERENCE_BYTES]) for at in starts]


def _without_sharing(message: discord.Message) -> discord.ui.LayoutView:
    """The layout of ``message`` without its "share" button, to be sent again."""
    layout = discord.ui.LayoutView.from_message(message, timeout=None)
    for row in [item for item in layout.walk_children() if isinstance(item, discord.ui.ActionRow)]:
        buttons = list(row.children)
        row.clear_items()
        for button in buttons:
            custom_id = getattr(button, "custom_id", None)
            if not isinstance(button, discord.ui.Button) or custom_id is None:
                row.add_item(button)
            elif not custom_id.startswith(f"{Kind.SHARE}:"):
                row.add_item(SignedButton(button))
        if not row.children:
            above = row.parent if isinstance(row.parent, discord.ui.Container) else layout
            above.remove_item(row)
    return layout

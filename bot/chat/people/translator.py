"""The names and descriptions of commands, in the languages Discord may show them in."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final

import discord
from discord import app_commands

from bot.catalogue import FALLBACK, words_in

LOCALES: Final = MappingProxyType(
    {
        discord.Locale.french: "fr",
        discord.Locale.american_english: "en",
        discord.Locale.british_english: "en",
    }
)
"""The catalogue language of each locale that is sent to Discord; any other locale is shown the default."""

_KEY: Final = "key"


def catalogued(key: str) -> app_commands.locale_str:
    """The catalogue's sentence ``key`` as a text that Discord shows in the reader's language."""
    return app_commands.locale_str(words_in(FALLBACK)(key), **{_KEY: key})


def language_of(locale: discord.Locale) -> str:
    """The catalogue language for a reader of ``locale``: French for French, else English."""
    return LOCALES.get(locale, FALLBACK)


class CatalogueTranslator(app_commands.Translator):
    """Hands the catalogue's words to discord.py when commands are described to Discord."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContext[Any, Any],
    ) -> str | None:
        """The sentence in ``locale``; None, which leaves the default, for a locale the catalogue lacks."""
        del context
        key = string.extras.get(_KEY)
        lang = LOCALES.get(locale)
        return words_in(lang)(key) if key is not None and lang is not None else None

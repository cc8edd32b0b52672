"""Whether the options of a command are of the kinds it has: Discord sees to it, a client of one's own may not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import discord
from discord import AppCommandOptionType as Kind
from discord import app_commands

_KINDS: Final[Mapping[Kind, tuple[type, ...]]] = {
    Kind.string: (str,),
    Kind.boolean: (bool,),
    Kind.integer: (int,),
    Kind.number: (int, float),
}


def options_fit(interaction: discord.Interaction[Any]) -> bool:
    """Whether each option that ``interaction`` gives to its command has a value of the kind described."""
    command = interaction.command
    if not isinstance(command, app_commands.Command):
        return True
    wanted = {parameter.display_name: parameter.type for parameter in command.parameters}
    return all(_fits(wanted.get(str(option.get("name"))), option) for option in _given(interaction.data))


def _given(data: Any) -> Iterator[Mapping[str, Any]]:
    for option in (data or {}).get("options") or ():
        if "options" in option:
            yield from _given(option)
        else:
            yield option


def _fits(wanted: Kind | None, option: Mapping[str, Any]) -> bool:
    kinds = _KINDS.get(wanted) if wanted is not None else None
    if kinds is None or option.get("focused"):
        return True
    value = option.get("value")
    return isinstance(value, kinds) and (wanted is Kind.boolean or not isinstance(value, bool))

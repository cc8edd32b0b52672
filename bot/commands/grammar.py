"""The grammar of the command line: click's commands and options, speaking the user's language.

click words its own mistakes in English; here each becomes a :class:`WrongUsage` that names a sentence of the
catalogue.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from bot.catalogue import LANGUAGES
from bot.commands.invocation import Invocation
from bot.console.words import command_for
from bot.settings import SECRETS, Settings, option_of

if TYPE_CHECKING:
    from bot.catalogue import Value, Words

DEFAULT_LIMIT: Final = 3


class WrongUsage(click.UsageError):
    """A command line that can't be understood; ``key`` names the sentence, ``values`` fill its blanks."""

    def __init__(self, key: str, **values: Value) -> None:
        super().__init__(key, ctx=click.get_current_context(silent=True))
        self.key = key
        self.values = values


class Count(click.ParamType[int]):
    """A whole number, ``least`` or more."""

    name = "count"

    def __init__(self, least: int) -> None:
        self.least = least

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number; WrongUsage for anything else."""
        del ctx
        try:
            number = int(value)
        except ValueError:
            number = self.least - 1
        if number < self.least:
            raise WrongUsage("usage-not-a-count", option=_name(param), value=str(value), least=self.least)
        return number


class OneOf(click.ParamType[str]):
    """One of a few words; "FR" counts as "fr"."""

    name = "choice"

    def __init__(self, *choices: str) -> None:
        self.choices = choices

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word; WrongUsage for any other."""
        del ctx
        if str(value).lower() not in self.choices:
            choices = ", ".join(self.choices)
            raise WrongUsage("usage-not-a-choice", option=_name(param), value=str(value), choices=choices)
        return str(value).lower()


class ExistingFile(click.ParamType[Path]):
    """The path of a file that is there."""

    name = "file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path; WrongUsage when no file is there."""
        del param, ctx
        path = Path(value)
        if not path.is_file():
            raise WrongUsage("usage-no-such-file", path=str(value))
        return path


class SpokenCommand(click.Command):
    """A command whose help and complaints are in the language of ``words``."""

    def __init__(self, words: Words, name: str, **details: Any) -> None:
        super().__init__(name, help=words(f"help-{name}"), add_help_option=False, **details)
        self.words = words
        self.params += [*settings_options(words, except_for=self.params), help_option(words), help_all_option(words)]
        self.allow_extra_args = True  # parse_args words the complaint

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse ``args``; WrongUsage for an argument too many."""
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise WrongUsage("usage-too-many", text=" ".join(rest))
        return rest

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        _write_usage(self, self.words, ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, one a line."""
        _write_options(self, self.words, ctx, formatter)


class SpokenGroup(click.Group):
    """A group of commands whose help is in the language of ``words``."""

    def __init__(self, words: Words, name: str, **details: Any) -> None:
        super().__init__(name, help=words("help-sourcier"), add_help_option=False, **details)
        self.subcommand_metavar = words("metavar-subcommand")
        self.words = words
        self.params += [*settings_options(words, except_for=()), help_option(words), help_all_option(words)]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        _write_usage(self, self.words, ctx, formatter)

    everyday: frozenset[str] = frozenset()
    """The commands that a first look shows with what they do; the others are named after them."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, which are what one looks for here, and where the settings are."""
        self.format_commands(ctx, formatter)
        formatter.write_text(self.words("help-where-settings"))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the everyday commands, one a line, and the names of the others."""
        names = self.list_commands(ctx)
        commands = [(name, self.get_command(ctx, name)) for name in names if name in self.everyday]
        with formatter.section(self.words("help-commands")):
            formatter.write_dl(
                [(name, command.get_short_help_str(limit=1000)) for name, command in commands if command]
            )
        further = [name for name in names if name not in self.everyday]
        if further:
            formatter.write_text(self.words("help-more-commands", names=", ".join(further)))


def help_option(words: Words) -> click.Option:
    """``--help``, explained in the language of ``words``."""

    def show(ctx: click.Context, param: click.Parameter, value: bool) -> None:
        del param
        if value and not ctx.resilient_parsing:
            click.echo(ctx.get_help())
            ctx.exit()

    return click.Option(
        ["--help", "-h"], is_flag=True, is_eager=True, expose_value=False, callback=show, help=words("help-help")
    )


def help_all_option(words: Words) -> click.Option:
    """``--help-all``: the help with the settings that each command takes, which would hide its own options."""

    def show(ctx: click.Context, param: click.Parameter, value: bool) -> None:
        del param
        if value and not ctx.resilient_parsing:
            for setting in ctx.command.params:
                if isinstance(setting, click.Option):
                    setting.hidden = False
            if isinstance(ctx.command, SpokenGroup):
                ctx.command.everyday = frozenset(ctx.command.list_commands(ctx))
            formatter = ctx.make_formatter()
            ctx.command.format_help(ctx, formatter)
            if isinstance(ctx.command, click.Group):
                _write_options(ctx.command, words, ctx, formatter)
            click.echo(formatter.getvalue().rstrip("\n"))
            ctx.exit()

    return click.Option(
        ["--help-all"], is_flag=True, is_eager=True, expose_value=False, callback=show, help=words("help-help-all")
    )


def json_option(words: Words) -> click.Option:
    """``--json``, given to the command as ``as_json``."""
    return click.Option(["--json", "as_json"], is_flag=True, help=words("help-option-json"))


def limit_option(words: Words) -> click.Option:
    """``--limit N``: how many quotes at most."""
    return click.Option(
        ["--limit"],
        type=Count(1),
        default=DEFAULT_LIMIT,
        metavar="N",
        help=words("help-option-limit", default=DEFAULT_LIMIT),
    )


def answer_language_option(words: Words) -> click.Option:
    """``--lang fr|en``: the language a question is read in."""
    return click.Option(["--lang"], type=OneOf(*LANGUAGES), metavar="fr|en", help=words("help-option-ask-lang"))


def settings_options(words: Words, except_for: Sequence[click.Parameter]) -> list[click.Option]:
    """An option for each setting but the secrets, except those whose name ``except_for`` already uses.

    The values are kept as text in the invocation: the settings check them, wherever they come from.
    """
    taken = {param.name for param in except_for}

    def keep(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
        if value is not None and param.name is not None:
            ctx.find_object(Invocation).given[param.name] = value  # type: ignore[union-attr]

    return [
        click.Option(
            [option_of(field)],
            metavar=words(f"metavar-{field.replace('_', '-')}"),
            expose_value=False,
            hidden=True,
            callback=keep,
            help=words(f"help-setting-{field.replace('_', '-')}"),
        )
        for field in Settings.model_fields
        if field not in SECRETS and field not in taken
    ]


def usage_line(error: click.UsageError, words: Words, commands: Sequence[str] = ()) -> str:
    """What is wrong with a command line and where to look; ``commands`` are the names there are."""
    match error:
        case WrongUsage():
            said = words(error.key, **error.values)
        case click.NoSuchOption(possibilities=[closest, *_]):
            said = words("usage-unknown-option-close", option=error.option_name, closest=closest)
        case click.NoSuchOption():
            said = words("usage-unknown-option", option=error.option_name)
        case click.exceptions.NoSuchCommand():
            meant = command_for(error.command_name)
            likest = difflib.get_close_matches(error.command_name.lower(), commands, n=1, cutoff=0.5)
            close = [meant] if meant is not None and meant in commands else list(likest)
            there, typed = ", ".join(commands), error.command_name
            if close:
                said = words("usage-unknown-command-close", command=typed, closest=close[0], commands=there)
            else:
                said = words("usage-unknown-command", command=typed, commands=there)
        case click.BadOptionUsage():
            said = words("usage-option-value", option=error.option_name)
        case _:
            said = words("usage-wrong")
    path = error.ctx.command_path if error.ctx else "sourcier"
    return said + " " + words("usage-hint", command=f"{path} --help")


def _write_usage(command: click.Command, words: Words, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    pieces = " ".join(command.collect_usage_pieces(ctx))
    formatter.write_usage(ctx.command_path, pieces, prefix=words("help-usage") + " ")


def _write_options(command: click.Command, words: Words, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    options = [param for param in command.get_params(ctx) if isinstance(param, click.Option)]
    records = [record for option in options if (record := option.get_help_record(ctx)) is not None]
    if records:
        with formatter.section(words("help-options")):
            formatter.write_dl(records)


def _name(param: click.Parameter | None) -> str:
    return "" if param is None else max(param.opts, key=len)

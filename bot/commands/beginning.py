"""``sourcier init``: from nothing to a folder with a first article, a token that Discord knows, and an invitation."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import click

from bot.catalogue import Words
from bot.commands.grammar import SpokenCommand, WrongUsage
from bot.commands.invocation import Invocation
from bot.first_folder import keep_token, lay_out
from bot.printable import one_line
from bot.settings import DOTENV, TOKEN, in_dotenv, proxy_of_environment

_TRIES: Final = 3


def init_command(words: Words) -> SpokenCommand:
    """``init``, in the language of ``words``."""
    params: list[click.Parameter] = [
        click.Argument(["folder"], metavar=words("metavar-init-folder"), required=False),
        click.Option(["--yes", "-y", "unasked"], is_flag=True, help=words("help-option-init-yes")),
        click.Option(["--no-token", "tokenless"], is_flag=True, help=words("help-option-init-no-token")),
        click.Option(["--token-stdin", "from_stdin"], is_flag=True, help=words("help-option-init-token-stdin")),
    ]
    return SpokenCommand(words, "init", callback=_init, params=params)


@click.make_pass_decorator(Invocation)
def _init(invocation: Invocation, folder: str | None, unasked: bool, tokenless: bool, from_stdin: bool) -> int:
    if tokenless and from_stdin:
        raise WrongUsage("usage-one-token")
    words, settings = invocation.words, invocation.settings
    place = Path(folder or ".").expanduser()
    try:
        for laid in lay_out(place, settings.knowledge_dir, words.lang):
            invocation.say(words("init-written" if laid.is_new else "init-kept", path=one_line(str(laid.path))))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        invocation.tell(words("file-unwritable", path=str(error.filename or place), reason=reason))
        return 1
    status = 0
    if not tokenless:
        asked = not unasked and not from_stdin and sys.stdin is not None and sys.stdin.isatty()
        status = _see_token(invocation, place / DOTENV, asked=asked, from_stdin=from_stdin)
    _say_what_next(invocation, place, has_token=bool(in_dotenv(place / DOTENV, TOKEN)))
    return status


def _see_token(invocation: Invocation, dotenv: Path, *, asked: bool, from_stdin: bool) -> int:
    """Have the token that is given, there, or asked for seen by Discord, and keep it; the exit status."""
    words, known = invocation.words, in_dotenv(dotenv, TOKEN)
    given = sys.stdin.readline().strip() if from_stdin and sys.stdin is not None else ""
    secret = invocation.settings.discord_token
    token = given or known or (secret.get_secret_value() if secret is not None else "")
    if not token and asked:
        invocation.say(words("init-where-token"))
    for tried in range(_TRIES):
        if not token and asked:
            token = click.prompt(
                words("init-token"), hide_input=True, default="", show_default=False, prompt_suffix=" "
            ).strip()
        if not token:
            return 0
        if _is_known(invocation, token):
            if token != known:
                keep_token(dotenv, token)
                invocation.say(words("init-token-kept", path=str(dotenv)))
            return 0
        if not asked or tried == _TRIES - 1:
            return 1
        token = ""
    return 1


def _is_known(invocation: Invocation, token: str) -> bool:
    """Whether the token can be kept: Discord knows it, and then what it says is told; or it can't be reached."""
    from bot.chat.life.visit import NotLetIn, invitation, visit

    words, proxy = invocation.words, invocation.settings.proxy
    try:
        seen = visit(
            token, proxy.get_secret_value() if proxy is not None else proxy_of_environment(), words, servers=False
        )
    except NotLetIn as error:
        invocation.tell(error.reason)
        if not error.refused:
            invocation.tell(words("init-unchecked"))
        return not error.refused
    invocation.say(words("init-application", name=one_line(seen.name), id=str(seen.application_id)))
    wanted = invocation.settings.message_content
    key = "on" if seen.message_content else "needed" if wanted else "off"
    invocation.say(words(f"init-intent-{key}"))
    invocation.say(words("init-invite", link=invitation(seen.application_id)))
    return True


def _say_what_next(invocation: Invocation, place: Path, *, has_token: bool) -> None:
    words = invocation.words
    steps = [words("init-next-run" if has_token else "init-next-console"), words("init-next-articles")]
    if place.resolve() != Path.cwd():
        steps.insert(0, f"cd {_quoted(str(place))}")
    if not has_token:
        steps.append(words("init-next-token"))
    steps.append(words("init-next-doctor"))
    invocation.say("\n".join(["", words("init-next"), *(f"  {at}. {step}" for at, step in enumerate(steps, start=1))]))


def _quoted(path: str) -> str:
    import shlex

    return shlex.quote(path)

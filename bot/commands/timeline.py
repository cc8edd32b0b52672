"""``sourcier timeline``: the dated events of a subject, to read, for other programs, or drawn."""

from __future__ import annotations

from pathlib import Path

import click

from bot.catalogue import Words
from bot.commands.grammar import Count, SpokenCommand, WrongUsage, json_option
from bot.commands.invocation import TIMELINE_LIMIT, Invocation
from bot.contract import beside_object, json_line, timeline_object
from index.events.happening import Happening
from index.timeline import Beside, Timeline


def timeline_command(words: Words) -> SpokenCommand:
    """``timeline``, in the language of ``words``."""
    return SpokenCommand(
        words,
        "timeline",
        callback=_timeline,
        params=[
            click.Argument(["subject"], required=False),
            click.Option(["--with", "other"], metavar="SUBJECT", help=words("help-option-with")),
            click.Option(["--from", "since"], metavar="EDTF", help=words("help-option-from")),
            click.Option(["--to", "until"], metavar="EDTF", help=words("help-option-to")),
            click.Option(["--kind"], type=click.Choice(list(map(str, Happening))), help=words("help-option-kind")),
            click.Option(
                ["--limit"],
                type=Count(1),
                metavar="N",
                help=words("help-option-timeline-limit", default=TIMELINE_LIMIT),
            ),
            click.Option(["--named-only"], is_flag=True, help=words("help-option-named-only")),
            click.Option(["--possible"], is_flag=True, help=words("help-option-possible")),
            json_option(words),
            click.Option(["--csv", "as_csv"], is_flag=True, help=words("help-option-csv")),
            click.Option(["--timelinejs", "as_timelinejs"], is_flag=True, help=words("help-option-timelinejs")),
            click.Option(["--png"], metavar="FILE", help=words("help-option-png")),
        ],
    )


def call_timeline(invocation: Invocation, arguments: list[str]) -> None:
    """Run the command with ``arguments`` within a conversation; click.UsageError when they can't be understood."""
    command = timeline_command(invocation.words)
    with command.make_context("/timeline", arguments, obj=invocation) as context:
        command.invoke(context)


@click.make_pass_decorator(Invocation)
def _timeline(
    invocation: Invocation,
    subject: str | None,
    other: str | None,
    since: str | None,
    until: str | None,
    kind: str | None,
    limit: int | None,
    named_only: bool,
    possible: bool,
    as_json: bool,
    as_csv: bool,
    as_timelinejs: bool,
    png: str | None,
) -> int:
    if not subject or not subject.strip():
        raise WrongUsage("fault-subject-empty")
    if as_json + as_csv + as_timelinejs > 1:
        raise WrongUsage("usage-one-format")
    if named_only and possible:
        raise WrongUsage("usage-one-reach")
    reach = "named" if named_only else "all" if possible else "sure"
    if limit is None and not (as_json or as_csv or as_timelinejs):
        limit = TIMELINE_LIMIT
    only = Happening(kind) if kind else None
    if other is not None:
        two = invocation.from_index(
            lambda engine: engine.beside(subject, other, since=since, until=until, limit=limit, reach=reach, kind=only)
        )
        return _show_two(invocation, two, as_json, as_csv, as_timelinejs, Path(png) if png else None)
    found = invocation.from_index(
        lambda engine: engine.timeline(subject, since=since, until=until, limit=limit, reach=reach, kind=only)
    )
    if as_json:
        invocation.say(json_line(timeline_object(found)))
    elif as_csv:
        from bot.exports import timeline_csv

        invocation.say(timeline_csv(found))
    elif as_timelinejs:
        from bot.exports import timelinejs_object

        invocation.say(json_line(timelinejs_object(found, invocation.words)))
    else:
        invocation.show_timeline(found)
    return _draw(invocation, found, Path(png)) if png else 0


def _show_two(
    invocation: Invocation, two: Beside, as_json: bool, as_csv: bool, as_timelinejs: bool, png: Path | None
) -> int:
    if as_json:
        invocation.say(json_line(beside_object(two)))
    elif as_csv:
        from bot.exports import beside_csv

        invocation.say(beside_csv(two))
    elif as_timelinejs:
        from bot.exports import beside_timelinejs

        invocation.say(json_line(beside_timelinejs(two, invocation.words)))
    else:
        invocation.show_beside(two)
    if png is None:
        return 0
    from bot.picture.timeline import beside_png

    return _write(invocation, beside_png(two, invocation.words), png)


def _draw(invocation: Invocation, timeline: Timeline, path: Path) -> int:
    from bot.picture.timeline import timeline_png

    return _write(invocation, timeline_png(timeline, invocation.words), path)


def _write(invocation: Invocation, drawn: bytes, path: Path) -> int:
    try:
        path.write_bytes(drawn)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        invocation.tell(invocation.words("file-unwritable", path=str(path), reason=reason))
        return 1
    return 0

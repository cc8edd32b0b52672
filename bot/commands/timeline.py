"""``sourcier timeline``: the dated events of a subject, to read, for other programs, or drawn."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict

import click

from bot.catalogue import Words
from bot.commands.grammar import Count, OneOf, SpokenCommand, WrongUsage, json_option
from bot.commands.invocation import TIMELINE_LIMIT, Invocation
from bot.contract.lines import json_line
from bot.contract.timelines import beside_object, timeline_object
from bot.dates import spell_date
from bot.printable import one_line
from index.events.happening import Happening
from index.text import date_named, folded
from index.timeline import Beside, Timeline


class Period(TypedDict):
    """Which events are asked for, and how many."""

    since: str | None
    until: str | None
    limit: int | None
    reach: str
    kind: Happening | None


def timeline_command(words: Words) -> SpokenCommand:
    """``timeline``, in the language of ``words``."""
    return SpokenCommand(
        words,
        "timeline",
        callback=_timeline,
        params=[
            click.Argument(["subject"], metavar=f"[{words('metavar-subject')}]", required=False),
            click.Option(["--with", "other"], metavar=words("metavar-subject"), help=words("help-option-with")),
            click.Option(["--from", "since"], metavar="DATE", help=words("help-option-from")),
            click.Option(["--to", "until"], metavar="DATE", help=words("help-option-to")),
            click.Option(
                ["--kind"],
                type=OneOf(*map(str, Happening)),
                metavar=words("metavar-kind"),
                help=words("help-option-kind"),
            ),
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
            click.Option(["--png"], metavar=words("metavar-file"), help=words("help-option-png")),
            click.Option(["--dark"], is_flag=True, help=words("help-option-dark")),
            click.Option(["--html"], metavar=words("metavar-file"), help=words("help-option-html")),
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
    dark: bool,
    html: str | None,
) -> int:
    if not subject or not subject.strip() or (other is not None and not other.strip()):
        raise WrongUsage("fault-subject-empty")
    if as_json + as_csv + as_timelinejs > 1:
        raise WrongUsage("usage-one-format")
    if other is not None and folded(" ".join(other.split())) == folded(" ".join(subject.split())):
        raise WrongUsage("usage-same-subject", subject=one_line(subject))
    if named_only and possible:
        raise WrongUsage("usage-one-reach")
    _tell_dates(invocation, since, until)
    reach = "named" if named_only else "all" if possible else "sure"
    form = "json" if as_json else "csv" if as_csv else "timelinejs" if as_timelinejs else None

    only = Happening(kind) if kind else None

    def told(most: int | None) -> Timeline | Beside:
        period: Period = {"since": since, "until": until, "limit": most, "reach": reach, "kind": only}
        if other is not None:
            return invocation.from_index(lambda engine: engine.beside(subject, other, **period))
        return invocation.from_index(lambda engine: engine.timeline(subject, **period))

    found = told(limit if limit or form else TIMELINE_LIMIT)
    if form is None:
        _show(invocation, found)
    else:
        invocation.say(_for_programs(found, form, invocation.words))
    drawn = _write(invocation, _png(found, invocation.words, dark), Path(png)) if png else True
    # a page has room for all events, where a person is shown the most told first
    paged = _write(invocation, _html(told(limit), invocation.words), Path(html)) if html else True
    return 0 if drawn and paged else 1


def _show(invocation: Invocation, found: Timeline | Beside) -> None:
    if isinstance(found, Beside):
        invocation.show_beside(found)
    else:
        invocation.show_timeline(found)


def _tell_dates(invocation: Invocation, *written: str | None) -> None:
    """Say how each date that is not plain was understood: "monday", "01/02/2020" could be another one."""
    for date in written:
        understood = date_named(date) if date else None
        if date and understood and understood != date.strip():
            spelled = spell_date(understood, invocation.words.lang)
            invocation.tell(invocation.words("date-understood", written=one_line(date), date=spelled))


def _for_programs(found: Timeline | Beside, form: str, words: Words) -> str:
    """The text of a ``form``: "json", "csv" or "timelinejs"."""
    if form == "json":
        return json_line(beside_object(found) if isinstance(found, Beside) else timeline_object(found))
    from bot import exports

    if form == "csv":
        return exports.beside_csv(found) if isinstance(found, Beside) else exports.timeline_csv(found)
    if isinstance(found, Beside):
        return json_line(exports.beside_timelinejs(found, words))
    return json_line(exports.timelinejs_object(found, words))


def _png(found: Timeline | Beside, words: Words, dark: bool) -> bytes:
    from bot.picture.inks import DARK, LIGHT
    from bot.picture.timeline import beside_png, timeline_png

    inks = DARK if dark else LIGHT
    return beside_png(found, words, inks) if isinstance(found, Beside) else timeline_png(found, words, inks)


def _html(found: Timeline | Beside, words: Words) -> bytes:
    from bot.webpage.timeline import beside_page, timeline_page

    page = beside_page(found, words) if isinstance(found, Beside) else timeline_page(found, words)
    return page.encode("utf-8")


def _write(invocation: Invocation, written: bytes, path: Path) -> bool:
    """Whether the file could be written; why not is told."""
    try:
        path.write_bytes(written)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        invocation.tell(invocation.words("file-unwritable", path=str(path), reason=reason))
        return False
    return True

"""``sourcier add``, ``remove`` and ``restore``: articles put into the base and taken out of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from bot.catalogue import LANGUAGES, Words
from bot.commands.grammar import OneOf, SpokenCommand, WrongUsage, json_option
from bot.commands.invocation import Invocation
from bot.contract.feeds import filling_object
from bot.contract.lines import json_line
from bot.contract.shelf import added_object, removed_object, restored_object, trash_object
from bot.faults import describe, describe_notice
from bot.plain.keeping.feeds import filling_text
from bot.plain.keeping.report import report_text
from bot.plain.keeping.shelf import preview_text, removed_text, restored_text, trash_text
from bot.terminal.progress import shown_on_stderr
from index.faults import ArticleFault
from index.report import Notice, Stage


def add_command(words: Words) -> SpokenCommand:
    """``add``, in the language of ``words``."""
    details = [
        click.Option([f"--{name}"], metavar=words(f"metavar-add-{name}"), help=words(f"help-option-add-{name}"))
        for name in ("title", "date", "publisher", "url")
    ]
    lang = click.Option(["--lang"], type=OneOf(*LANGUAGES), metavar="fr|en", help=words("help-option-add-lang"))
    dry = click.Option(["--dry-run"], is_flag=True, help=words("help-option-dry-run"))
    file = click.Argument(["file"], metavar=words("metavar-add-file"), required=False)
    sitemap, since = (
        click.Option([f"--{name}"], metavar=words(f"metavar-add-{metavar}"), help=words(f"help-option-add-{name}"))
        for name, metavar in (("sitemap", "url"), ("since", "date"))
    )
    params = [file, *details, lang, dry, sitemap, since, json_option(words)]
    return SpokenCommand(words, "add", callback=_add, params=params)


def remove_command(words: Words) -> SpokenCommand:
    """``remove``, in the language of ``words``."""
    params = [click.Argument(["article_id"], metavar="ID", required=False), json_option(words)]
    return SpokenCommand(words, "remove", callback=_remove, params=params)


def restore_command(words: Words) -> SpokenCommand:
    """``restore``, in the language of ``words``; without an id it lists the trash."""
    params = [click.Argument(["article_id"], metavar="[ID]", required=False), json_option(words)]
    return SpokenCommand(words, "restore", callback=_restore, params=params)


@click.make_pass_decorator(Invocation)
def _add(
    invocation: Invocation,
    /,
    file: str | None,
    dry_run: bool,
    sitemap: str | None,
    since: str | None,
    as_json: bool,
    **details: Any,
) -> int:
    if sitemap:
        if file or dry_run or any(details.values()):
            raise WrongUsage("usage-sitemap-alone")
        return _fill(invocation, sitemap, since, as_json)
    if since:
        raise WrongUsage("usage-since-what")
    if not file:
        raise WrongUsage("usage-file-to-add-missing")
    words, shelf = invocation.words, invocation.engine.shelf
    by_link = "://" in file
    if not by_link and not Path(file).exists():
        raise WrongUsage("usage-no-such-file", path=file)
    try:
        submission = shelf.fetch(file) if by_link else shelf.read(Path(file))
        given = {name: value for name, value in details.items() if value}
        found = shelf.preview(replace(submission, **given))
        added = None
        if not dry_run:
            with shown_on_stderr(words) as progress:
                added = shelf.add(found, progress=progress)
    except ArticleFault as fault:
        invocation.tell(f"{file}: {describe(fault, words)}")
        return 1
    for notice in found.notices:
        invocation.tell(describe_notice(Notice(file, notice.code, notice.details), words))
    report = added.report if added else None
    if as_json:
        invocation.say(json_line(added_object(found, report, words)))
    else:
        invocation.say(preview_text(found, words, added=report is not None))
        if report is not None:
            invocation.say(report_text(report, words))
    return 0


def _fill(invocation: Invocation, sitemap: str, since: str | None, as_json: bool) -> int:
    """Add the pages of a sitemap; what is broken off goes on where it was when it is called again."""
    words = invocation.words
    with shown_on_stderr(words) as progress:
        filling = invocation.engine.feeds(None).fill(
            sitemap, since=since, progress=lambda done, total: progress(Stage.FETCH, done, total)
        )
    invocation.say(json_line(filling_object(filling)) if as_json else filling_text(filling, words))
    return 0


@click.make_pass_decorator(Invocation)
def _remove(invocation: Invocation, article_id: str | None, as_json: bool) -> None:
    if not article_id:
        raise WrongUsage("usage-id-missing")
    words = invocation.words
    with shown_on_stderr(words) as progress:
        removed = invocation.engine.shelf.remove(article_id, progress=progress)
    invocation.say(json_line(removed_object(removed, words)) if as_json else removed_text(removed, words))


@click.make_pass_decorator(Invocation)
def _restore(invocation: Invocation, article_id: str | None, as_json: bool) -> int:
    words, shelf = invocation.words, invocation.engine.shelf
    if not article_id:
        trash = shelf.trash()
        invocation.say(json_line(trash_object(trash)) if as_json else trash_text(trash, words))
        return 0
    try:
        with shown_on_stderr(words) as progress:
            restored = shelf.restore(article_id, progress=progress)
    except ArticleFault as fault:
        invocation.tell(f"{article_id}: {describe(fault, words)}")
        return 1
    invocation.say(json_line(restored_object(restored, words)) if as_json else restored_text(restored, words))
    return 0

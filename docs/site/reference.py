"""The pages of the reference, made from the code each time the site is built, so that they can't tell anything else."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import Any, Final

import click

import bot.checkup.text
import bot.contract
from bot.catalogue import Words, words_in
from bot.cli import CommandLine
from bot.commands.invocation import Invocation
from bot.contract.answers import answer_object
from bot.contract.timelines import timeline_object
from bot.contract.upkeep import status_object
from bot.settings import SECRETS, Settings, option_of, variable_of
from bot.watch.metrics import Metrics
from index.answer import Answer, Quote, Verdict
from index.article import ArticleCard
from index.edtf import Precision
from index.events.event import Level, Mark
from index.formats.registry import READERS
from index.report import Health, Status
from index.timeline import Telling, Timeline, TimelineEvent

HEADINGS: Final = {
    "en": {
        "commands": ("Commands", "Every command of `sourcier`. Settings can be given as options too: `--data-dir DIR`."),
        "settings": ("Settings", "From the environment, from `.env` in the folder where Sourcier starts, or as options."),
        "json": ("JSON", "What `--json` prints: one line of UTF-8, whatever the language. `start` and `end` count characters in the article's body."),
        "metrics": ("Metrics", "What `/metrics` tells Prometheus where `SOURCIER_HEALTH_ADDRESS` is set."),
        "formats": ("File formats", "What the articles folder may hold, by extension. Sub-folders are followed; the rest is reported and left."),
    },
    "fr": {
        "commands": ("Commandes", "Toutes les commandes de `sourcier`. Les réglages se donnent aussi en options : `--data-dir DOSSIER`."),
        "settings": ("Réglages", "Pris dans l’environnement, dans `.env` du dossier où Sourcier démarre, ou donnés en options."),
        "json": ("JSON", "Ce qu’écrit `--json` : une ligne d’UTF-8, quelle que soit la langue. `start` et `end` comptent des caractères dans le corps de l’article. Les descriptions sont celles du code, en anglais."),
        "metrics": ("Mesures", "Ce que `/metrics` dit à Prometheus quand `SOURCIER_HEALTH_ADDRESS` est réglé. Les descriptions sont celles du code, en anglais."),
        "formats": ("Formats de fichiers", "Ce que peut contenir le dossier d’articles, par extension. Les sous-dossiers sont suivis ; le reste est signalé et laissé."),
    },
}  # fmt: skip

KINDS: Final = {
    ".md": "markdown", ".markdown": "markdown", ".txt": "text", ".text": "text", ".html": "page", ".htm": "page", ".pdf": "pdf",
    ".docx": "word", ".odt": "odt", ".epub": "book", ".eml": "letter", ".mbox": "letters",
}  # fmt: skip
FORMATS: Final = {
    "en": {
        "markdown": "Markdown, with YAML or TOML front matter, as Obsidian, Hugo and Jekyll keep it",
        "text": "Plain text; exports of press databases, each article apart",
        "page": "Web pages; a page of several posts gives several articles",
        "pdf": "PDF with text in it; scans have none, and are named",
        "word": "Word",
        "odt": "OpenDocument text",
        "book": "EPUB, each chapter an article",
        "letter": "One e-mail; a newsletter of several parts gives several articles",
        "letters": "A mailbox, each message an article",
    },
    "fr": {
        "markdown": "Markdown, avec un en-tête YAML ou TOML, comme l’écrivent Obsidian, Hugo et Jekyll",
        "text": "Texte brut ; exports de bases de presse, chaque article à part",
        "page": "Pages web ; une page de plusieurs billets donne plusieurs articles",
        "pdf": "PDF qui contient du texte ; un scan n’en a pas, et il est nommé",
        "word": "Word",
        "odt": "Texte OpenDocument",
        "book": "EPUB, chaque chapitre est un article",
        "letter": "Un courriel ; une lettre d’information peut donner plusieurs articles",
        "letters": "Une boîte aux lettres, chaque message est un article",
    },
}


def write_reference(folder: Path) -> None:
    """Write the pages into ``folder``, in each language."""
    makers: dict[str, Callable[[Words], str]] = {
        "commands": commands,
        "settings": settings,
        "json": shapes,
        "metrics": metrics,
        "formats": formats,
    }
    folder.mkdir(parents=True, exist_ok=True)
    for lang, headings in HEADINGS.items():
        for name, make in makers.items():
            title, lead = headings[name]
            suffix = ".md" if lang == "en" else f".{lang}.md"
            page = f"# {title}\n\n{lead}\n\n{make(words_in(lang))}\n"
            (folder / f"{name}{suffix}").write_text(page, encoding="utf-8")


def commands(words: Words) -> str:
    """A section a command: what it does, how it is called, its own options."""
    line = CommandLine(words, "sourcier")
    top = click.Context(line, info_name="sourcier", obj=Invocation({"lang": words.lang}))
    sections = []
    for name in line.list_commands(top):
        command = line.get_command(top, name)
        if command is None:
            raise RuntimeError(name)
        own = [one for one in command.params if one.name not in Settings.model_fields or one.expose_value]
        usage = " ".join(["sourcier", name, *(one.make_metavar(top) for one in own if isinstance(one, click.Argument))])
        rows = [row(" ".join(filter(None, [", ".join(f"`{opt}`" for opt in one.opts), code(one.metavar)])), one.help)
                for one in own if isinstance(one, click.Option)]  # fmt: skip
        sections.append(f"## sourcier {name}\n\n{command.help}\n\n`{usage}`\n\n| | |\n|---|---|\n" + "\n".join(rows))
    return "\n\n".join(sections)


def settings(words: Words) -> str:
    """A row a setting: its variable, its option, its default and what it does."""
    rows = ["| | | |", "|---|---|---|"]
    for field, about in Settings.model_fields.items():
        option = "" if field in SECRETS else f"<br>`{option_of(field)}`"
        key = f"help-setting-{field.replace('_', '-')}"
        said = words(key) if words.knows(key) else ""
        default = "" if about.default in (None, (), False) else code(str(about.default))
        rows.append(row(f"`{variable_of(field)}`{option}", default, said))
    return "\n".join(rows)


def shapes(words: Words) -> str:
    """An example of each of the main objects, then what is said of every one in the code."""
    del words
    examples = {
        "sourcier ask QUESTION --json": answer_object(EXAMPLE),
        "sourcier timeline SUBJECT --json": timeline_object(TIMELINE),
        "sourcier status --json": status_object(STATUS),
    }
    parts = [
        f"## {command}\n\n```json\n{json.dumps(value, ensure_ascii=False, indent=2)}\n```"
        for command, value in examples.items()
    ]
    objects = [
        f"`{name.removesuffix('_object')}`\n:   {plain(inspect.getdoc(made) or '')}"
        for name, made in sorted(
            made
            for module in (*modules_of(bot.contract), bot.checkup.text)
            for made in inspect.getmembers(module, inspect.isfunction)
            if made[1].__module__ == module.__name__
        )
        if name.endswith("_object") and not name.startswith("_")
    ]
    return "\n\n".join([*parts, "## Objects", *objects])


def modules_of(package: ModuleType) -> Iterator[ModuleType]:
    """The modules right below a package, in the order of their names."""
    return (import_module(f"{package.__name__}.{its.name}") for its in iter_modules(package.__path__))


def metrics(words: Words) -> str:
    """A row a family, as Prometheus reads it."""
    del words
    from prometheus_client.parser import text_string_to_metric_families

    text = Metrics(lambda: STATUS, lambda: True).text().decode("utf-8")
    rows = (
        row(f"`{family.name}`", family.type, family.documentation)
        for family in text_string_to_metric_families(text)
        if family.name.startswith("sourcier_")
    )
    return "\n".join(["| | | |", "|---|---|---|", *rows])


def formats(words: Words) -> str:
    """A row a format: the extensions that its reader takes, and what it is."""
    kinds: dict[str, list[str]] = {}
    for extension in READERS:
        kinds.setdefault(KINDS[extension], []).append(extension)
    rows = (row(", ".join(map(code, found)), FORMATS[words.lang][kind]) for kind, found in kinds.items())
    return "\n".join(["| | |", "|---|---|", *rows])


def row(*cells: str | None) -> str:
    """A row of a table; what would part a cell doesn't."""
    return "| " + " | ".join((cell or "").replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def code(text: str | None) -> str:
    """``text`` in code; nothing for nothing."""
    return f"`{text}`" if text else ""


def plain(docstring: str) -> str:
    """A docstring's reStructuredText as Markdown on one line."""
    named = re.sub(r":\w+:`~?([\w.]+)`", lambda found: f"`{found[1].rpartition('.')[2]}`", docstring)
    return " ".join(named.replace("``", "`").split())


def _example() -> Iterator[Any]:
    card = ArticleCard(
        "amazon-care", "The closing of Amazon Care", "2022-08-24", "The Daily Example", None, "amazon-care.md", "en"
    )
    text = "Amazon announced that Amazon Care would close on 31 December 2022."
    quote = Quote(text, 0, len(text), ((0, len(text)),), 0.97, None, card, (46, 65))
    yield Answer("When did Amazon Care close?", "en", Verdict.FOUND, 0.97, 1, 0.08, (quote,))
    telling = Telling(quote, "2022-12-31", "31 December 2022", Level.NAMED, Mark.ANNOUNCED, False, text)
    event = TimelineEvent("2022-12-31", Precision.DAY, (telling,))
    yield Timeline("amazon care", "amazon-care", "Amazon Care", (event,), 1, False, 1)
    yield Status(
        Health.OK, 1, "2026-01-01T00:00:00+00:00", 1, 1, 0, 100_000, "sourcier", "0123abcd", 384, {"en": 1}, (1,),
        (), (), None, "knowledge", "data",
    )  # fmt: skip


EXAMPLE, TIMELINE, STATUS = _example()

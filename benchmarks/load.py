"""Many people asking at once while the articles are read again: how long they wait, and whether anybody is told wrong.

    python benchmarks/load.py [--askers 200] [--over 10] [--knowledge knowledge] [--ways unread,read] [--quiet]

A real bot on knowledge/ is asked by the wire, by commands and mentions in both languages, each at a moment drawn by
lot within ``--over`` seconds (0: all at once). With nobody reading and with the shipped reader, and each of these
twice: with nothing else to do, and, unless ``--quiet``, while ``sourcier reindex --full`` runs in another process over
articles that change meanwhile. Prints the milliseconds to the first sign (Discord
waits 3,000) and to the answer, as p50, p95, p99 and the longest; how many answers tell words that were read; how many
people were asked to come back later, and what went wrong: no answer, or a quote that stands in no article of any
generation served meanwhile.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import shutil
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bot.catalogue import words_in
from index.engine import Engine, EngineOptions
from tests.bot.chat.standin import Person, Reply, StandIn

QUESTIONS = (
    ("fr", "Combien Amazon a-t-il payé One Medical ?"),
    ("en", "How did the attackers get into Change Healthcare?"),
    ("fr", "Quand Haven a-t-elle été annoncée ?"),
    ("en", "When did Walmart close its health centers?"),
    ("fr", "Qui a fondé PillPack ?"),
    ("en", "What is Health Data Hub?"),
    ("en", "How do I fix a leaking kitchen tap?"),
)
LOCALES = {"fr": "fr", "en": "en-US"}
WAYS = {"unread": {"SOURCIER_READER": "off"}, "read": {}}
WORDS_READ = "__"
"""What Discord underlines: the words that answer, which nobody tells but a reader."""


@dataclass
class Waits:
    """Milliseconds to the first sign and to the answer; what went otherwise."""

    signs: list[float] = field(default_factory=list)
    answers: list[float] = field(default_factory=list)
    busy: int = 0
    read: int = 0
    wrong: list[str] = field(default_factory=list)


async def ask(discord: StandIn, number: int, delay: float, waits: Waits, known: set[str]) -> None:
    lang, question = QUESTIONS[number % len(QUESTIONS)]
    person = Person(f"Asker {number}", locale=LOCALES[lang])
    await asyncio.sleep(delay)
    began = time.perf_counter()
    try:
        if number % 4 == 3:
            reply = await discord.answer_to(await discord.mention(person, question))
        else:
            interaction = await discord.use_command(person, "ask", {"question": question})
            await interaction.deferred()
            waits.signs.append(1000 * (time.perf_counter() - began))
            reply = await interaction.reply()
    except TimeoutError:
        waits.wrong.append(f"no answer to {question}")
        return
    if any(words_in(lang)("discord-busy") in reply.everything for lang in LOCALES):
        waits.busy += 1
        return
    waits.answers.append(1000 * (time.perf_counter() - began))
    waits.read += WORDS_READ in reply.everything
    waits.wrong += [f"not in any article: {quote}" for quote in quotes_of(reply) if quote not in known]


def quotes_of(reply: Reply) -> list[str]:
    return [" ".join(quote.text.split()) for quote in reply.quotes]


class Known(set[str]):
    """Every slice of what the articles said at some time: asked with ``in``."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def __contains__(self, quote: object) -> bool:
        return any(str(quote) in text for text in self.texts)


async def crowd(discord: StandIn, askers: int, over: float, known: set[str], draw: random.Random) -> Waits:
    waits = Waits()
    delays = [draw.uniform(0, over) for _ in range(askers)]
    await asyncio.gather(*(ask(discord, number, delay, waits, known) for number, delay in enumerate(delays)))
    return waits


async def reindexing(home: Path, environment: dict[str, str], stop: asyncio.Event) -> int:
    """Change an article and re-index everything, again and again; how often it was done."""
    times = 0
    while not stop.is_set():
        times += 1
        path = sorted((home / "knowledge").glob("*.md"))[times % 30]
        path.write_text(path.read_text(encoding="utf-8") + f"\n\nAdded in round {times}.\n", encoding="utf-8")
        command = (sys.executable, "-m", "bot.cli", "reindex", "--full")
        process = await asyncio.create_subprocess_exec(
            *command, cwd=home, env=environment, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL
        )
        await process.wait()
    return times


def remember(home: Path, known: Known) -> None:
    engine = Engine(EngineOptions(home / "knowledge", home / "data"))
    known.texts += [" ".join(engine.article(card.id).body.split()) for card in engine.sources()]
    engine.close()


def line(name: str, waits: list[float]) -> str:
    if not waits:
        return f"  {name:11} –"
    figures = [*np.percentile(waits, (50, 95, 99)), max(waits)]
    return f"  {name:11}" + "".join(f"{figure:9.0f}" for figure in figures)


async def measured(arguments: argparse.Namespace, way: str) -> int:
    draw = random.Random(0)
    known = Known()
    wrong = 0
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch)
        shutil.copytree(arguments.knowledge, home / "knowledge")
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "HF_HUB_OFFLINE": "1"}
        limits = {"SOURCIER_QUESTIONS_PER_MINUTE": "0", "SOURCIER_SERVER_QUESTIONS_PER_MINUTE": "0"}
        with closing(Engine(EngineOptions(home / "knowledge", home / "data"))) as engine:
            engine.prepare()  # what a first index takes is not the matter here
        async with StandIn() as discord:
            await discord.start_bot(["-m", "bot.cli", "bot"], home, {**limits, **WAYS[way]})
            remember(home, known)
            await crowd(discord, 10, 0, known, draw)  # warm
            askers = f"{arguments.askers} askers within {arguments.over:g} s"
            print(f"{way}: {askers}, milliseconds: p50, p95, p99, longest")
            for busy in (False,) if arguments.quiet else (False, True):
                stop = asyncio.Event()
                rounds = asyncio.create_task(reindexing(home, environment, stop)) if busy else None
                if busy:
                    await asyncio.sleep(2)
                waits = await crowd(discord, arguments.askers, arguments.over, known, draw)
                stop.set()
                done = f", {await rounds} re-indexes" if rounds is not None else ""
                remember(home, known)
                print("while re-indexing" + done if busy else "with nothing else to do")
                print(line("first sign", waits.signs), line("answer", waits.answers), sep="\n")
                print(
                    f"  told words read {waits.read}, to come back {waits.busy}, wrong {len(waits.wrong)}", flush=True
                )
                for problem in waits.wrong[:5]:
                    print("   ", problem[:150])
                wrong += len(waits.wrong)
    return min(1, wrong)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--askers", type=int, default=200)
    parser.add_argument("--over", type=float, default=10.0)
    parser.add_argument("--knowledge", type=Path, default=ROOT / "knowledge")
    parser.add_argument("--ways", default=",".join(WAYS), type=lambda names: names.split(","))
    parser.add_argument("--quiet", action="store_true", help="with nothing else to do alone")
    arguments = parser.parse_args()
    return max(asyncio.run(measured(arguments, way)) for way in arguments.ways)


if __name__ == "__main__":
    raise SystemExit(main())

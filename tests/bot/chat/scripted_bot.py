"""The real bot over an engine that does what the question says: for what no real engine does on command.

Run as ``python -m tests.bot.chat.scripted_bot`` with DISCORD_TOKEN set. In the working directory, ``held`` is made when
a question that says "hold" has reached the engine, which then waits for ``gate``.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.chat.life.options import ALL_SHARDS, BotOptions, Shards
from bot.chat.life.run import run_bot
from bot.chat.people.pace import Pace
from bot.chat.people.preferences import USUAL, Preferences
from bot.watch.logs import configure_logs
from index.answer import Answer, Quote, Verdict
from index.article import Article, ArticleCard
from index.chronicle.news import News
from index.chronicle.subjects import KnownAs
from index.explanation import Explanation, Looked, Weighed
from index.faults import EngineFault, FaultCode
from index.follow_ups.before import Before
from index.question.filters import ALL_ARTICLES, Filters
from index.reference import Located, QuoteReference, article_key, locate
from index.report import Health, MadeBy, Progress, Reindexing, Stage, Status
from index.shelf.base import Base
from index.timeline import EVERYTHING, Timeline

SENTENCES = (
    "Amazon a présenté Amazon Care en 2019.",
    "Amazon Care fermera le 31 décembre 2022.",
    "Haven avait été dissoute en 2021.",
)
BODY = " ".join(SENTENCES)
WORDS = "le 31 décembre 2022"
"""The words of the second sentence that answer."""
CARD = ArticleCard(
    id="fin-amazon-care",
    title="La fin d’Amazon Care",
    date="2022-08",
    publisher="Le Journal",
    url="https://example.org/fin-amazon-care",
    path="fin-amazon-care.md",
    lang="fr",
)

ARTICLE = Article(CARD, f"{BODY} Après la citation.")
SHARED_NEWS = Path("news")
FURTHER = ((0, SENTENCES[0]), (len(SENTENCES[0]) + 1, SENTENCES[1]))


class ScriptedEngine:
    def prepare(self, progress: Progress | None = None) -> None:
        if os.environ.get("SCRIPT_PREPARE") == "hold":
            Path("held").touch()
            while True:
                time.sleep(0.01)

    def base(self, guild: int | None) -> Base:
        raise EngineFault(FaultCode.NO_GENERATION)

    def begun(self, guild: int) -> None:
        return None

    def leave(self, guild: int) -> None:
        return None

    def come_back(self, guild: int) -> None:
        return None

    def drop_left(self) -> tuple[int, ...]:
        return ()

    def seen_from(self, guild: int | None) -> ScriptedEngine:
        return self

    def ask(
        self,
        question: str,
        *,
        lang: str | None = None,
        limit: int = 3,
        further: int = 0,
        filters: Filters = ALL_ARTICLES,
        after: Before | None = None,
    ) -> Answer:
        if "hold" in question:
            Path("held").touch()
            while not Path("gate").exists():
                time.sleep(0.01)
        if "crash" in question:
            raise RuntimeError(f"secret {question}")
        if "unavailable" in question:
            raise EngineFault(FaultCode.NO_GENERATION)
        if "refuse" in question:
            raise EngineFault(FaultCode.QUESTION_TOO_LONG, length=7000, limit=6000)
        verdict = next((verdict for verdict in Verdict if verdict.value in question), Verdict.FOUND)
        start = BODY.index(SENTENCES[1])
        said = BODY.index(WORDS)
        spans, words = ((start, start + len(SENTENCES[1])),), (said, said + len(WORDS))
        quote = Quote(BODY, 0, len(BODY), spans, 1.0, "Une annonce", CARD, words)
        close = tuple(Quote(text, at, at + len(text), (), 1.0, "Une annonce", CARD) for at, text in FURTHER)
        if "also" in question:  # told by the very passages that come next
            quote = replace(quote, also=close)
        quotes = () if verdict is Verdict.NONE else (quote,)
        understood = f"{question} ({after.question})" if after and question.startswith(("et ", "and ")) else None
        lang = "fr" if "Quand" in question or question.startswith("et ") else "en"
        return Answer(question, lang, verdict, 0.9, 1, 0.01, quotes, close if further else (), understood)

    def explain(self, question: str, *, limit: int = 3, filters: Filters = ALL_ARTICLES) -> Explanation:
        answer = self.ask(question, limit=limit, filters=filters)
        weighed = [Weighed(quote, True, 1, {"bm25": 1.5}, {"words": 0.5}, 5.25, 0.9) for quote in answer.quotes]
        evidence = {"named": 0.0, "lead": 0.5}
        looked = Looked(question, False, 3, tuple(weighed), answer.verdict, 0.9, evidence, 0.8, 0.3)
        return Explanation(answer, (looked,))

    def quoted(self, reference: QuoteReference) -> Located:
        if Path("emptied").exists():
            raise EngineFault(FaultCode.QUOTE_GONE)
        located = locate(reference, ARTICLE)
        if located is None:
            raise EngineFault(FaultCode.QUOTE_GONE)
        return located

    def article(self, article_id: str) -> Article:
        if article_id != CARD.id:
            raise EngineFault(FaultCode.ARTICLE_UNKNOWN, id=article_id, closest=CARD.id)
        return ARTICLE

    def article_of(self, key: bytes) -> Article:
        if key != article_key(CARD.id) or Path("emptied").exists():
            raise EngineFault(FaultCode.ARTICLE_GONE)
        return ARTICLE

    def status(self) -> Status:
        health = Health(os.environ.get("SCRIPT_HEALTH", "ok"))
        return Status(
            health=health,
            generation=1,
            created="2026-01-02T03:04:05+00:00",
            articles=2,
            passages=3,
            rejected=0,
            index_bytes=10**6,
            model="sourcier",
            model_fingerprint="abc",
            dimensions=384,
            languages={"fr": 2},
            generations=(1,),
            damaged=(),
            history=(),
            running=Reindexing(Stage.READ, 1, 2, MadeBy.SIGNAL, "2026-01-02T03:04:05+00:00"),
            knowledge_dir="/secret/knowledge",
            data_dir="/secret/data",
        )

    def timeline(
        self, subject: str, *, since: str | None = None, until: str | None = None, limit: int | None = None
    ) -> Timeline:
        if "crash" in subject:
            raise RuntimeError(f"secret {subject}")
        if "ambiguous" in subject:
            raise EngineFault(FaultCode.SUBJECT_AMBIGUOUS, subject=subject, names="Amazon Care, Care Medical")
        return Timeline(subject, None, None, (), 0, bool(since or until), 1)

    def suggest(self, typed: str, most: int) -> tuple[str, ...]:
        return tuple(name for name in ("Amazon", "Amazon Care") if name.startswith(typed))[:most]

    def collection_numbers(self) -> dict[int, int]:
        files = {int(path.suffix[1:]): path for path in Path().glob("news.[0-9]*")}
        return {guild: max(number for number, _, _ in _arrived(path)) for guild, path in files.items()}

    def alone(self, guild: int) -> ScriptedCollection:
        return ScriptedCollection(Path(f"news.{guild}"))

    def subject(self, subject: str) -> KnownAs:
        if "crash" in subject:
            raise RuntimeError(f"secret {subject}")
        if "ambiguous" in subject:
            raise EngineFault(FaultCode.SUBJECT_AMBIGUOUS, subject=subject, names="Amazon Care, Care Medical")
        return KnownAs(subject.casefold(), subject)

    def news(self, subjects: Sequence[str], *, since: int) -> dict[str, News]:
        return ScriptedCollection(SHARED_NEWS).news(subjects, since=since)

    def generation_number(self) -> int:
        return ScriptedCollection(SHARED_NEWS).generation_number()

    def sources(self, search: str = "") -> tuple[ArticleCard, ...]:
        cards = (CARD, replace(CARD, id="autre", title="Autre chose", publisher="Sourcier"))
        return () if Path("emptied").exists() else tuple(card for card in cards if search in card.title)


@dataclass(frozen=True)
class ScriptedCollection:
    """What came into a base, as the lines "generation<tab>article<tab>sentence" of a file say."""

    file: Path

    def news(self, subjects: Sequence[str], *, since: int) -> dict[str, News]:
        number = self.generation_number()
        return {subject: News(subject, number, tuple(_news(self.file, subject, since))) for subject in subjects}

    def generation_number(self) -> int:
        return max([1, *(generation for generation, _, _ in _arrived(self.file))])


async def preferences(guild: int | None, channel: int | None) -> Preferences:
    """As SCRIPT_PREFERENCES says for the channel (its id, a colon, JSON), else the usual ones."""
    script = os.environ.get("SCRIPT_PREFERENCES", "")
    if script == "stuck":
        await asyncio.sleep(3600)
    place, _, said = script.partition(":")
    return Preferences(**json.loads(said)) if place in (str(channel), "any") else USUAL


def _arrived(file: Path) -> list[tuple[int, str, str]]:
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return [(int(generation), article, sentence) for generation, article, sentence in map(_columns, lines)]


def _columns(line: str) -> list[str]:
    return line.split("\t")


def _news(file: Path, subject: str, since: int) -> Iterator[Quote]:
    for generation, article, sentence in _arrived(file):
        at = 0 if subject == EVERYTHING else sentence.casefold().find(subject.casefold())
        if generation > since and at >= 0:
            card = replace(CARD, id=article, title=article)
            yield Quote(sentence, 0, len(sentence), ((at, at + len(subject)),), 1.0, None, card)


if __name__ == "__main__":
    configure_logs("debug")
    lang = os.environ.get("SOURCIER_LANG") or None
    options = BotOptions(
        os.environ["DISCORD_TOKEN"],
        Path("data"),
        lang,
        alert_minutes=int(os.environ.get("SCRIPT_ALERT_MINUTES", "0")),
        message_content="SCRIPT_MESSAGE_CONTENT" in os.environ,
        shards=Shards(int(os.environ["SCRIPT_SHARDS"])) if "SCRIPT_SHARDS" in os.environ else ALL_SHARDS,
    )
    rates = [int(rate) for rate in os.environ.get("SCRIPT_PACE", "0 0").split()]
    chosen = preferences if "SCRIPT_PREFERENCES" in os.environ else None
    sys.exit(run_bot(ScriptedEngine(), options, pace=Pace(*rates), preferences=chosen))

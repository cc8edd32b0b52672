"""The state of the index and its generations, as plain text."""

from __future__ import annotations

from bot.catalogue import Words
from bot.dates import spell_moment
from bot.plain.keeping.report import rounded
from bot.printable import one_line
from index.report import GenerationCard, Mirroring, Publication, Reindexing, Rollback, Status


def status_text(status: Status, words: Words, place: str = "") -> str:
    """The engine's state, a line a fact; ``place`` begins the keys of sentences that name commands, where they are
    called otherwise than on the command line."""
    health = f"{place}health-{status.health.value}"
    languages = ", ".join(f"{lang} {count}" for lang, count in sorted(status.languages.items()))
    facts: list[tuple[str, str | None]] = [
        ("health", words(health if words.knows(health) else f"health-{status.health.value}")),
        ("generation", _generation_text(status, words)),
        ("articles", str(status.articles) + (f" ({languages})" if languages else "")),
        ("passages", str(status.passages)),
        ("rejected", str(status.rejected) if status.rejected else None),
        ("size", words("megabytes", size=rounded(status.index_bytes / 2**20, words))),
        ("model", status.model + (f" ({status.model_fingerprint[:12]})" if status.model_fingerprint else "")),
        ("dimensions", str(status.dimensions) if status.dimensions else None),
        ("damaged", ", ".join(map(str, status.damaged)) or None),
        ("knowledge", status.knowledge_dir),
        ("data", status.data_dir),
    ]
    lines = [one_line(f"{words(f'status-{name}')} {value}") for name, value in facts if value is not None]
    if status.generation is not None and not status.articles:
        lines.append(words(f"{place}fault-base-empty"))
    if status.running is not None:
        lines.append(running_line(status.running, words))
    if status.history:
        lines += [words("status-kept"), *(f"  {generation_line(card, words)}" for card in status.history)]
    return "\n".join(lines)


def running_line(running: Reindexing, words: Words) -> str:
    """How far a re-index under way is."""
    stage = words(f"stage-{running.stage.value}", done=running.done, total=running.total)
    return words(
        "status-running", stage=stage, maker=maker_text(running, words), since=spell_moment(running.since, words.lang)
    )


def rollback_text(done: Rollback, words: Words) -> str:
    """The generation that is served from now on, and what the next re-index will do."""
    lines = [words("rollback-done", generation=str(done.now.number)), f"  {generation_line(done.now, words)}"]
    return "\n".join([*lines, words("rollback-next")])


def publication_text(done: Publication, folder: str, words: Words) -> str:
    """What was laid out, where, and how much of it is new there."""
    size, copied = (words("megabytes", size=rounded(count / 2**20, words)) for count in (done.bytes, done.copied_bytes))
    return one_line(
        words("publish-done", generation=str(done.number), path=folder, files=done.files, size=size, copied=copied)
    )


def mirroring_text(done: Mirroring, words: Words) -> str:
    """The generation that is served from now on, or that nothing newer was published."""
    copied = words("megabytes", size=rounded(done.copied_bytes / 2**20, words))
    key = "mirror-done" if done.is_new else "mirror-nothing"
    return f"{words(key, generation=str(done.now.number), copied=copied)}\n  {generation_line(done.now, words)}"


def maker_text(made: GenerationCard | Reindexing, words: Words) -> str:
    """What had a generation made."""
    return words(f"made-by-{made.made_by.value}")


def _generation_text(status: Status, words: Words) -> str:
    if status.generation is None:
        return words("status-no-generation")
    return str(status.generation) + (f" ({spell_moment(status.created, words.lang)})" if status.created else "")


def generation_line(card: GenerationCard, words: Words) -> str:
    """A kept generation: its number, when it was made and by what, and what it holds."""
    line = words(
        "generation-line",
        number=str(card.number),
        created=spell_moment(card.created, words.lang),
        articles=card.articles,
        passages=card.passages,
        maker=maker_text(card, words),
    )
    return one_line(line + (f" {words('generation-served')}" if card.current else ""))

"""What the engine tells about its own work: a re-index report, its progress, its status."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from index.faults import Detail, FaultCode


@dataclass(frozen=True, slots=True)
class Rejection:
    """A file left out, and why; ``path`` is relative to the knowledge folder."""

    path: str
    code: FaultCode
    details: Mapping[str, Detail]


class NoticeCode(StrEnum):
    """What is worth telling about a file that was read all the same."""

    READ_AS_CP1252 = "read-as-cp1252"
    COMPANION = "companion"
    """Not read: it stands beside the articles."""
    DATE_UNREAD = "date-unread"
    LANG_UNKNOWN = "lang-unknown"
    PAGES_ILLEGIBLE = "pages-illegible"
    LEFT_OUT = "left-out"
    COMMENTS_LEFT_OUT = "comments-left-out"


@dataclass(frozen=True, slots=True)
class Remark:
    """What is worth telling about what was read; ``details`` fill the sentence."""

    code: NoticeCode
    details: Mapping[str, Detail] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Notice:
    """A remark about the file ``path``."""

    path: str
    code: NoticeCode
    details: Mapping[str, Detail] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReindexReport:
    """What a re-index changed; ``added``, ``updated`` and ``removed`` are article ids, ``embedded`` the
    number of passages that had to be encoded, the others' vectors being kept. The generation is not ``is_new`` when
    nothing had changed: nothing was written then."""

    generation: int
    added: tuple[str, ...]
    updated: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int
    rejected: tuple[Rejection, ...]
    notices: tuple[Notice, ...]
    passages: int
    embedded: int
    seconds: float
    is_new: bool = True


class Stage(StrEnum):
    """The stages of a re-index, in order, and before them that of pages being fetched."""

    FETCH = "fetch"
    READ = "read"
    ENCODE = "encode"
    WRITE = "write"


class Progress(Protocol):
    """Called as a re-index goes on: ``done`` of ``total`` (files, passages, files written)."""

    def __call__(self, stage: Stage, done: int, total: int) -> None:
        """Tell that ``done`` of ``total`` items of ``stage`` are done."""


class MadeBy(StrEnum):
    """What had a generation made: the first start, a command, the console, a changed folder, SIGHUP, Discord, feeds."""

    START = "start"
    SHELL = "shell"
    CONSOLE = "console"
    WATCH = "watch"
    SIGNAL = "signal"
    DISCORD = "discord"
    FEED = "feed"


@dataclass(frozen=True, slots=True)
class Reindexing:
    """The re-index under way in some process: ``done`` of ``total`` items of ``stage``; ``since`` is ISO 8601, UTC."""

    stage: Stage
    done: int
    total: int
    made_by: MadeBy
    since: str


@dataclass(frozen=True, slots=True)
class GenerationCard:
    """A kept generation; ``created`` is ISO 8601 in UTC, ``bytes`` its size on disk, ``current`` whether the pointer
    names it."""

    number: int
    created: str
    made_by: MadeBy
    articles: int
    passages: int
    rejected: int
    bytes: int
    current: bool


@dataclass(frozen=True, slots=True)
class Rollback:
    """The pointer was moved from generation ``before`` (None: it named none) to ``now``."""

    before: int | None
    now: GenerationCard


@dataclass(frozen=True, slots=True)
class Publication:
    """Generation ``number`` was laid out in ``files`` of ``bytes`` altogether, of which ``copied_bytes`` were not there
    yet."""

    number: int
    files: int
    bytes: int
    copied_bytes: int


@dataclass(frozen=True, slots=True)
class Mirroring:
    """A published generation was taken and is served ``now``, after ``before`` (None: there was none); it ``is_new``
    unless it was served already. ``copied_bytes`` came from the published folder, the rest was at hand."""

    before: int | None
    now: GenerationCard
    is_new: bool
    copied_bytes: int


class StoreFault(StrEnum):
    """Why the engine beside the index can't be used."""

    UNREACHABLE = "unreachable"
    TLS = "tls"
    TOKEN = "token"  # noqa: S105 - no secret
    TOO_OLD = "too-old"
    FAILS = "fails"


@dataclass(frozen=True, slots=True)
class StoreSeen:
    """What a look at the engine beside the index saw: its ``place``, its ``version``, and the ``collection`` that has
    the ``generation`` which is served, if one has; or the ``fault`` and what is told of it."""

    place: str
    version: str | None = None
    collection: str | None = None
    generation: int | None = None
    fault: StoreFault | None = None
    reason: str = ""


class Health(StrEnum):
    """OK; DEGRADED when a damaged generation is passed over for an older one; MISSING when nothing can be
    served; OUTDATED when the served generation was made with another model than the one set."""

    OK = "ok"
    DEGRADED = "degraded"
    MISSING = "missing"
    OUTDATED = "outdated"


@dataclass(frozen=True, slots=True)
class Status:
    """The engine's state; sizes are bytes, ``created`` an ISO 8601 UTC time, ``damaged`` the numbers of the
    generations that failed their check, ``history`` those that can be switched to, newest first, ``running`` the
    re-index under way in whatever process."""

    health: Health
    generation: int | None
    created: str | None
    articles: int
    passages: int
    rejected: int
    index_bytes: int
    model: str
    model_fingerprint: str | None
    dimensions: int | None
    languages: Mapping[str, int]
    generations: tuple[int, ...]
    damaged: tuple[int, ...]
    history: tuple[GenerationCard, ...]
    running: Reindexing | None
    knowledge_dir: str
    data_dir: str

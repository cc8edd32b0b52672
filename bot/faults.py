"""What the engine refuses or remarks, in words: one sentence per code, from ``faults.ftl``.

A sentence says what is wrong and what to do. File names and other details come from outside: whoever shows the
sentence escapes it for its own surface.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from babel.numbers import format_decimal

from bot.catalogue import Value, Words
from index.faults import Detail, Fault, FaultCode
from index.report import Notice, NoticeCode, Stage

BLANKS: Final[Mapping[FaultCode, tuple[str, ...]]] = MappingProxyType(
    {
        FaultCode.UNREADABLE: ("reason",),
        FaultCode.TOO_LARGE: ("size", "limit"),
        FaultCode.UNSUPPORTED_FORMAT: ("extension",),
        FaultCode.FRONT_MATTER_INVALID: ("line", "problem"),
        FaultCode.IMPOSSIBLE_DATE: ("date",),
        FaultCode.TOO_MANY_ELEMENTS: ("limit",),
        FaultCode.SEVERAL_ARTICLES: ("count",),
        FaultCode.DOCUMENT_TOO_LARGE: ("limit",),
        FaultCode.SAME_TEXT: ("other",),
        FaultCode.EXPIRED: ("expires",),
        FaultCode.TOO_OLD: ("date", "days"),
        FaultCode.ENTITIES_INVALID: ("line", "problem"),
        FaultCode.ENTITIES_ANCHORS: ("line",),
        FaultCode.ENTITY_INCOMPLETE: ("line", "field"),
        FaultCode.ENTITY_KEY_UNKNOWN: ("line", "field"),
        FaultCode.ENTITY_KIND_UNKNOWN: ("line", "kind"),
        FaultCode.ENTITY_VALUE_INVALID: ("line", "field"),
        FaultCode.ENTITY_SAME_ID: ("line", "id", "other"),
        FaultCode.ENTITY_SAME_ALIAS: ("line", "alias", "other"),
        FaultCode.ENTITY_PARENT_UNKNOWN: ("line", "id", "parent"),
        FaultCode.ENTITY_PARENT_CYCLE: ("line", "id"),
        FaultCode.FEEDS_INVALID: ("line", "problem"),
        FaultCode.KNOWLEDGE_MISSING: ("path",),
        FaultCode.KNOWLEDGE_EMPTIED: ("previous",),
        FaultCode.DATA_UNWRITABLE: ("path", "reason"),
        FaultCode.MODEL_MISSING: ("model", "reason"),
        FaultCode.RERANKER_MISSING: ("model", "reason"),
        FaultCode.READER_UNUSABLE: ("reader", "reason"),
        FaultCode.MODEL_CHANGED: ("made_with", "wanted"),
        FaultCode.REINDEX_RUNNING: ("stage",),
        FaultCode.GENERATION_UNKNOWN: ("number", "kept"),
        FaultCode.GENERATION_DAMAGED: ("number",),
        FaultCode.PUBLISHED_NOTHING: ("path",),
        FaultCode.PUBLISHED_INCOMPLETE: ("path", "number"),
        FaultCode.PUBLISHED_DAMAGED: ("path",),
        FaultCode.PUBLISHED_OTHER_VERSION: ("path",),
        FaultCode.PUBLISHING_RUNNING: ("path",),
        FaultCode.MIRROR_NOT_EMPTY: ("path",),
        FaultCode.MIRROR_DIFFERS: ("number", "path"),
        FaultCode.BASE_MIRRORED: ("path",),
        FaultCode.INDEX_LOST: ("path",),
        FaultCode.INDEXING_ELSEWHERE: ("holder", "since"),
        FaultCode.TURN_LOST: ("reason",),
        FaultCode.VECTORS_UNREADABLE: ("path",),
        FaultCode.VECTORS_UNWRITABLE: ("path", "reason"),
        FaultCode.VECTORS_OTHER_MODEL: ("path", "made_with", "wanted"),
        FaultCode.ARTICLE_UNKNOWN: ("id", "closest"),
        FaultCode.ARTICLE_EXISTS: ("id", "path"),
        FaultCode.ARTICLE_IS_LINK: ("path",),
        FaultCode.ARTICLE_SHARES_FILE: ("path", "count"),
        FaultCode.KNOWLEDGE_UNWRITABLE: ("path", "reason"),
        FaultCode.TRASH_LACKS: ("id",),
        FaultCode.ADDRESS_UNUSABLE: ("url",),
        FaultCode.LINK_NOT_HTTPS: ("url",),
        FaultCode.LINK_PRIVATE: ("host",),
        FaultCode.LINK_FORBIDDEN: ("host",),
        FaultCode.LINK_UNREACHABLE: ("url", "reason"),
        FaultCode.FEED_MISSING: ("url",),
        FaultCode.SITEMAP_MISSING: ("url",),
        FaultCode.TOO_MANY_FEEDS: ("most",),
        FaultCode.QUESTION_TOO_LONG: ("length", "limit"),
        FaultCode.SUBJECT_TOO_LONG: ("length", "limit"),
        FaultCode.SUBJECT_AMBIGUOUS: ("subject", "names"),
        FaultCode.DATE_UNREADABLE: ("date",),
        FaultCode.DATES_REVERSED: ("since", "until"),
        FaultCode.QUESTIONS_UNREADABLE: ("path", "reason"),
        FaultCode.QUESTIONS_INVALID: ("path", "line", "reason"),
        FaultCode.TIMELINES_INVALID: ("path", "line", "reason"),
    }
)
"""The details each sentence uses; one that the engine did not give is shown as "?"."""

NOTICE_BLANKS: Final[Mapping[NoticeCode, tuple[str, ...]]] = MappingProxyType(
    {
        NoticeCode.DATE_UNREAD: ("date",),
        NoticeCode.LANG_UNKNOWN: ("lang",),
        NoticeCode.PAGES_ILLEGIBLE: ("pages",),
        NoticeCode.LEFT_OUT: ("parts",),
    }
)
"""The details that the sentence of a remark uses beside the path."""

_BYTES_A_MEGABYTE = 2**20
_MEASURED_IN_BYTES = (
    (FaultCode.TOO_LARGE, "size"),
    (FaultCode.TOO_LARGE, "limit"),
    (FaultCode.DOCUMENT_TOO_LARGE, "limit"),
)


def describe(fault: Fault, words: Words, place: str = "") -> str:
    """The sentence of ``fault`` in the language of ``words``; ``place`` begins the keys of sentences of its own, where
    commands are called otherwise than on the command line."""
    return describe_refusal(fault.code, fault.details, words, place)


def describe_refusal(code: FaultCode, details: Mapping[str, Detail], words: Words, place: str = "") -> str:
    """The sentence of a refusal in the language of ``words``; sizes are shown in megabytes."""
    key = f"fault-{code.value}"
    if code is FaultCode.ARTICLE_UNKNOWN and not details.get("closest"):
        key += "-at-all"
    if code is FaultCode.REINDEX_RUNNING:
        key, details = (key, _with_stage(details, words)) if details.get("stage") else (f"{key}-unseen", {})
    blanks = {_blank(name): _shown(code, name, details, words.lang) for name in BLANKS.get(code, ())}
    own = f"{place}{key}" if place and words.knows(f"{place}{key}") else key
    return words(own, **blanks)


def describe_notice(notice: Notice, words: Words) -> str:
    """The sentence of a remark about a file that was read all the same."""
    blanks = {name: notice.details.get(name, "?") for name in NOTICE_BLANKS.get(notice.code, ())}
    return words(f"notice-{NoticeCode(notice.code).value}", path=notice.path, **blanks)


def _with_stage(details: Mapping[str, Detail], words: Words) -> Mapping[str, Detail]:
    stage = details["stage"]
    if stage not in set(Stage):
        return details
    return {"stage": words(f"stage-{stage}", done=details.get("done", "?"), total=details.get("total", "?"))}


def _blank(name: str) -> str:
    return name.replace("_", "-")


def _shown(code: FaultCode, name: str, details: Mapping[str, Detail], lang: str) -> Value:
    value = details.get(name)
    if value is None or value == "":
        return "?"
    if (code, name) in _MEASURED_IN_BYTES and isinstance(value, int | float):
        return str(format_decimal(value / _BYTES_A_MEGABYTE, format="#,##0.##", locale=lang))
    return value

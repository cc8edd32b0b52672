"""What the engine refuses, as codes and details.

The engine speaks no human language: a :class:`Fault` carries a code and the details a sentence needs,
and the surface that shows it (terminal or Discord) finds the words in its catalogue, in the reader's
language.

    Fault
    ├── ArticleFault    one file can't be an article; the rest of the folder goes on
    └── EngineFault     a request can't be served
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class FaultCode(StrEnum):
    """Every reason for a refusal; the catalogue has one sentence for each, in each language."""

    # One file of the knowledge folder (ArticleFault)
    EMPTY = "empty"
    BINARY = "binary"
    UNDECODABLE = "undecodable"
    NOT_A_FILE = "not-a-file"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too-large"
    LEAVES_FOLDER = "leaves-folder"
    BROKEN_LINK = "broken-link"
    UNSUPPORTED_FORMAT = "unsupported-format"
    FRONT_MATTER_UNCLOSED = "front-matter-unclosed"
    FRONT_MATTER_INVALID = "front-matter-invalid"
    FRONT_MATTER_ALIASES = "front-matter-aliases"
    IMPOSSIBLE_DATE = "impossible-date"
    NO_TEXT = "no-text"
    TOO_MANY_ELEMENTS = "too-many-elements"
    SEVERAL_ARTICLES = "several-articles"
    PDF_ENCRYPTED = "pdf-encrypted"
    PDF_NEEDS_CRYPTO = "pdf-needs-crypto"
    PDF_BROKEN = "pdf-broken"
    DOCUMENT_BROKEN = "document-broken"
    DOCUMENT_LOCKED = "document-locked"
    DOCUMENT_TOO_LARGE = "document-too-large"
    DOCUMENT_HAS_MACROS = "document-has-macros"
    DOCUMENT_LINKS_OUTSIDE = "document-links-outside"
    SAME_TEXT = "same-text"
    EXPIRED = "expired"
    TOO_OLD = "too-old"

    # A line of the file of entities (ArticleFault)
    ENTITIES_INVALID = "entities-invalid"
    ENTITIES_ANCHORS = "entities-anchors"
    ENTITY_INCOMPLETE = "entity-incomplete"
    ENTITY_KEY_UNKNOWN = "entity-key-unknown"
    ENTITY_KIND_UNKNOWN = "entity-kind-unknown"
    ENTITY_VALUE_INVALID = "entity-value-invalid"
    ENTITY_SAME_ID = "entity-same-id"
    ENTITY_SAME_ALIAS = "entity-same-alias"
    ENTITY_PARENT_UNKNOWN = "entity-parent-unknown"
    ENTITY_PARENT_CYCLE = "entity-parent-cycle"

    # A line of the list of feeds
    FEEDS_INVALID = "feeds-invalid"

    # A request (EngineFault)
    KNOWLEDGE_MISSING = "knowledge-missing"
    KNOWLEDGE_EMPTIED = "knowledge-emptied"
    BASE_EMPTY = "base-empty"
    DATA_UNWRITABLE = "data-unwritable"
    REINDEX_RUNNING = "reindex-running"
    GENERATION_UNKNOWN = "generation-unknown"
    GENERATION_DAMAGED = "generation-damaged"
    NO_EARLIER_GENERATION = "no-earlier-generation"
    NO_GENERATION = "no-generation"
    PUBLISHED_NOTHING = "published-nothing"
    PUBLISHED_INCOMPLETE = "published-incomplete"
    PUBLISHED_DAMAGED = "published-damaged"
    PUBLISHED_OTHER_VERSION = "published-other-version"
    PUBLISHING_RUNNING = "publishing-running"
    MIRROR_NOT_EMPTY = "mirror-not-empty"
    MIRROR_DIFFERS = "mirror-differs"
    BASE_MIRRORED = "base-mirrored"
    VECTORS_UNREADABLE = "vectors-unreadable"
    VECTORS_UNWRITABLE = "vectors-unwritable"
    VECTORS_OTHER_MODEL = "vectors-other-model"
    STORE_MISSING = "store-missing"
    INDEX_DRIVER_MISSING = "index-driver-missing"
    INDEX_LOST = "index-lost"
    INDEXING_ELSEWHERE = "indexing-elsewhere"
    TURN_LOST = "turn-lost"
    MODEL_MISSING = "model-missing"
    RERANKER_MISSING = "reranker-missing"
    READER_UNUSABLE = "reader-unusable"
    MODEL_CHANGED = "model-changed"
    ARTICLE_UNKNOWN = "article-unknown"
    ARTICLE_GONE = "article-gone"
    QUOTE_GONE = "quote-gone"
    ARTICLE_EXISTS = "article-exists"
    ARTICLE_IS_LINK = "article-is-link"
    ARTICLE_SHARES_FILE = "article-shares-file"
    KNOWLEDGE_UNWRITABLE = "knowledge-unwritable"
    TRASH_LACKS = "trash-lacks"
    ADDRESS_UNUSABLE = "address-unusable"
    LINKS_OFF = "links-off"
    LINK_NOT_HTTPS = "link-not-https"
    LINK_PRIVATE = "link-private"
    LINK_FORBIDDEN = "link-forbidden"
    LINK_UNREACHABLE = "link-unreachable"
    FEED_MISSING = "feed-missing"
    FEEDS_RUNNING = "feeds-running"
    SITEMAP_MISSING = "sitemap-missing"
    TOO_MANY_FEEDS = "too-many-feeds"
    QUESTION_EMPTY = "question-empty"
    QUESTION_TOO_LONG = "question-too-long"
    SUBJECT_EMPTY = "subject-empty"
    SUBJECT_AMBIGUOUS = "subject-ambiguous"
    SUBJECT_TOO_LONG = "subject-too-long"
    DATE_UNREADABLE = "date-unreadable"
    DATES_REVERSED = "dates-reversed"
    QUESTIONS_UNREADABLE = "questions-unreadable"
    QUESTIONS_INVALID = "questions-invalid"
    TIMELINES_INVALID = "timelines-invalid"


Detail = str | int | float


class Fault(Exception):
    """A refusal: ``code`` names the sentence, ``details`` fills its blanks."""

    def __init__(self, code: FaultCode, **details: Detail) -> None:
        super().__init__(code.value, details)
        self.code = code
        self.details: Mapping[str, Detail] = MappingProxyType(details)


class ArticleFault(Fault):
    """A file of the knowledge folder that can't become an article."""


class EngineFault(Fault):
    """A request that can't be served."""

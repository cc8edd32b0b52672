"""Whom a subject means: somebody in the list of entities, a name that no list holds, or plain words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from index.entities.proper_names import unlisted_key
from index.entities.wording import Wording
from index.faults import EngineFault, FaultCode
from index.passages.composed import compose
from index.tellings.comparable import Subject, subject_of
from index.tellings.stored import EventSource

MAX_SUBJECT: Final = 200
"""Characters; longer than any name."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Whom a subject means; ``entity`` and ``name`` are those of the list, if it is there."""

    entity: str | None
    name: str | None
    subject: Subject


@dataclass(frozen=True, slots=True)
class KnownAs:
    """A subject as it is kept and shown: two ways to write the same one have the same ``key``."""

    key: str
    name: str


def checked_subject(subject: str) -> str:
    """``subject`` on one line. Raises EngineFault: SUBJECT_EMPTY, SUBJECT_TOO_LONG."""
    text = " ".join(compose(subject.encode("utf-8", "replace").decode()).text.split())
    if not text:
        raise EngineFault(FaultCode.SUBJECT_EMPTY)
    if len(text) > MAX_SUBJECT:
        raise EngineFault(FaultCode.SUBJECT_TOO_LONG, length=len(text), limit=MAX_SUBJECT)
    return text


def is_listed(subject: str, wording: Wording) -> bool:
    """Whether ``subject`` is a name that the list of entities has, or several."""
    return wording.finder.named(" ".join(subject.split())) is not None


def whom(subject: str, wording: Wording, events: EventSource) -> Sought:
    """Whom a :func:`checked_subject` means. Raises EngineFault(SUBJECT_AMBIGUOUS)."""
    mention = wording.finder.named(subject)
    if mention is None:
        key = unlisted_key(subject)
        return Sought(None, None, Subject(key, frozenset({key, *events.keys_from(f"{key} ")}) if key else frozenset()))
    if mention.ambiguous and mention.others:
        names = [wording.book[entity].name for entity in (mention.entity_id, *mention.others)]
        raise EngineFault(FaultCode.SUBJECT_AMBIGUOUS, subject=subject, names=", ".join(names))
    entity = wording.book[mention.entity_id]
    return Sought(entity.id, entity.name, subject_of(entity.id, wording.book))


def known_as(subject: str, wording: Wording, events: EventSource) -> KnownAs:
    """``subject`` under the name it goes by. Raises EngineFault: SUBJECT_EMPTY, SUBJECT_TOO_LONG, SUBJECT_AMBIGUOUS."""
    text = checked_subject(subject)
    sought = whom(text, wording, events)
    if not sought.subject.key:  # signs alone
        raise EngineFault(FaultCode.SUBJECT_EMPTY)
    return KnownAs(sought.subject.key, sought.name or text)

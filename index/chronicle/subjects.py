"""Whom a subject means: somebody in the list of entities, a name that no list holds, or plain words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from index.entities.book.entity import Kind
from index.entities.book.names import folded
from index.entities.proper_names import unlisted_key
from index.entities.wording import Wording
from index.faults import EngineFault, FaultCode
from index.passages.composed import compose
from index.tellings.comparable import Subject, subject_of
from index.tellings.stored import EventSource

MAX_SUBJECT: Final = 200
"""Characters; longer than any name."""
_TIMELINE: Final = r"(?:time-?line|chronology|chronologie|frise(?: chronologique)?)"
_ASKING: Final = re.compile(
    r"(?:(?:please|show me|give me|tell me|montre(?:-moi|z-moi)?|donne(?:-moi|z-moi)?) )?(?:the |a |la |une )?"
    rf"(?:{_TIMELINE} (?:of |for |about |on |d[eu] |des |d['’] ?|sur )(?P<behind>\S.*)"
    r"|(?P<before>\S.*?)(?:['’]s)? time-?line)",
    re.IGNORECASE,
)
"""What asks for the timeline of a subject."""
_MOST_NAMES: Final = 6


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
    """``subject`` on one line, without the words that ask for its timeline. Raises EngineFault: SUBJECT_EMPTY,
    SUBJECT_TOO_LONG."""
    text = " ".join(compose(subject.encode("utf-8", "replace").decode()).text.split())
    if not text:
        raise EngineFault(FaultCode.SUBJECT_EMPTY)
    if len(text) > MAX_SUBJECT:
        raise EngineFault(FaultCode.SUBJECT_TOO_LONG, length=len(text), limit=MAX_SUBJECT)
    return _without_asking(text)


def _without_asking(text: str) -> str:
    """``text`` without the words that ask for a timeline around its subject: "the timeline of Fitbit"."""
    asked = _ASKING.fullmatch(text)
    return asked["before"] or asked["behind"] if asked is not None else text


def called_in_part(subject: str, wording: Wording) -> str | None:
    """The one person of the list whose first or family name is ``subject``; None when nobody's is. Raises
    EngineFault(SUBJECT_AMBIGUOUS) when several people's is."""
    wanted = folded(subject)
    people = [one.name for one in wording.book if one.kind is Kind.PERSON]
    names = [name for name in people if len(words := folded(name).split()) > 1 and wanted in (words[0], words[-1])]
    if len(names) > 1:
        raise EngineFault(FaultCode.SUBJECT_AMBIGUOUS, subject=subject, names=", ".join(names[:_MOST_NAMES]))
    return names[0] if names else None


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

"""YAML written by anybody, composed into nodes that know their lines, and never into objects.

Anchors, which let a short text stand for a huge one, are refused, and so are deep nesting, on which the composer
recurses, and long texts, on which it is slow. Scalars stay as they are written (``no`` is "no").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import yaml
from yaml.composer import Composer
from yaml.resolver import BaseResolver

NEVER_CLOSED: Final = "end of stream"
"""What YAML says of a quotation mark or a bracket that is open at the end."""
_ABSENT: Final = ("", "~", "null")


class YamlRefusal(Exception):
    """A text that is not composed: the ``line`` at fault and the ``problem`` in YAML's own terms."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(line, problem)
        self.line = line
        self.problem = problem


class AnchorRefusal(YamlRefusal):
    """An anchor, or an alias that repeats one."""


def compose_yaml(text: str, *, longest: int, deepest: int, first_line: int = 1) -> yaml.Node | None:
    """The root node of ``text``, or None if nothing is written.

    ``longest`` is in characters, ``deepest`` in collections inside one another. Lines, of nodes and refusals, are
    those of the file, in which ``text`` begins at ``first_line``. Raises ``YamlRefusal``.
    """
    if len(text) > longest:
        raise YamlRefusal(first_line, "too long")
    try:
        events = _harmless_events(_loader(text, first_line), deepest)
        root: yaml.Node | None = _Composer(events).get_single_node()
    except yaml.MarkedYAMLError as error:
        is_open = NEVER_CLOSED in (error.problem or "")  # it began where the context is marked
        mark = (error.context_mark if is_open else None) or error.problem_mark or error.context_mark
        line = line_of(mark) if mark else first_line
        raise YamlRefusal(line, error.problem or error.context or "syntax") from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + first_line
        raise YamlRefusal(line, "a character that YAML does not allow") from error
    return root


def line_of(mark: Any) -> int:
    """The line of a mark (``node.start_mark``), counted from 1."""
    return int(mark.line) + 1


def is_absent(node: yaml.Node) -> bool:
    """Whether ``node`` says nothing: empty, ``~`` or ``null``, without quotes."""
    return isinstance(node, yaml.ScalarNode) and node.style is None and node.value in _ABSENT


def _loader(text: str, first_line: int) -> yaml.BaseLoader:
    loader = yaml.BaseLoader(text)
    loader.line = first_line - 1  # the reader counts from 0, and marks what it reads with it
    return loader


def _harmless_events(loader: yaml.BaseLoader, deepest: int) -> list[yaml.Event]:
    """All events of a text, which come without recursion, looked through before anything is built of them."""
    depth, events = 0, []
    while loader.check_event():
        event = loader.get_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            raise AnchorRefusal(line_of(event.start_mark), "anchors")
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > deepest:
            raise YamlRefusal(line_of(event.start_mark), "nested too deeply")
        events.append(event)
    return events


class _Composer(Composer, BaseResolver):
    """Composes events that were read before, so that no text is read twice."""

    def __init__(self, events: Sequence[yaml.Event]) -> None:
        Composer.__init__(self)
        BaseResolver.__init__(self)
        self._events = events
        self._next = 0

    def check_event(self, *kinds: type[yaml.Event]) -> bool:
        """As of yaml's parser: whether there is another event, of one of ``kinds`` if any are given."""
        return self._next < len(self._events) and (not kinds or isinstance(self._events[self._next], kinds))

    def peek_event(self) -> yaml.Event | None:
        """As of yaml's parser: the next event, if there is one."""
        return self._events[self._next] if self._next < len(self._events) else None

    def get_event(self) -> yaml.Event | None:
        """As of yaml's parser: the next event, which is done with."""
        event = self.peek_event()
        self._next += 1
        return event

"""The front matter of a Markdown article: YAML, or what is brought to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar
from urllib.parse import urlsplit

import yaml

from index.article import CitedSource
from index.drafts.edtf_date import article_date
from index.drafts.other_front_matter import yaml_of_json, yaml_of_toml
from index.drafts.written_date import date_written
from index.faults import ArticleFault, FaultCode
from index.files.decoding import one_line
from index.files.safe_yaml import NEVER_CLOSED, AnchorRefusal, YamlRefusal, compose_yaml, is_absent, line_of
from index.report import NoticeCode, Remark

LONGEST_FRONT_MATTER: Final = 100_000
"""Characters. A list of sources takes a few thousand."""

DEEPEST_FRONT_MATTER: Final = 8
"""Collections inside one another; ``sources`` needs three."""

LONGEST_VALUE: Final = 300
"""Characters shown of a title, a publisher, a source."""

LONGEST_URL: Final = 2000
"""Characters; Discord refuses links above 2,048."""

_BLANK_LINES: Final = re.compile(r"\A(?:\s*\n)+")
_FIRST_LINE: Final = 2
"""The YAML begins on the second line of the file."""
_MOST_QUOTED: Final = 12
_KEY_AND_WORDS: Final = re.compile(r"(\s*(?:- +)?[A-Za-z_][\w-]{0,40}:) +((?!\[[^\]]*\]*$|\{)\S.*?)\s*", re.ASCII)
_KEY_LINE: Final = re.compile(r"[A-Za-z_][\w -]{0,40}:(?:\s|$)", re.ASCII)
_SCHEMES: Final = ("http", "https")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a front matter says; None or nothing for what it leaves out."""

    title: str | None = None
    date: str | None = None
    lang: str | None = None
    publisher: str | None = None
    url: str | None = None
    sources: tuple[CitedSource, ...] = ()
    tags: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    version: str | None = None
    withdrawn: str | None = None
    expires: str | None = None


def split_front_matter(text: str) -> tuple[FrontMatter, str]:
    """Read the front matter that opens ``text``, if one does, and return it with the text after it.

    A date that can't be read is remarked on. Raises ``ArticleFault``: ``FRONT_MATTER_UNCLOSED``,
    ``FRONT_MATTER_INVALID`` (line of the file, problem), ``FRONT_MATTER_ALIASES``.
    """
    written, rest = _parted(text)
    return (FrontMatter() if written is None else _read(written)), rest


def split_bare_keys(text: str) -> tuple[FrontMatter, str] | None:
    """The same of keys over a plain text without lines of signs around them: at least ``title`` and ``date``, each on
    its own line, then a blank one. None where something else stands there."""
    block, _, rest = _BLANK_LINES.sub("", text).partition("\n\n")
    lines = block.split("\n")
    keys = {line.partition(":")[0].strip().lower() for line in lines}
    if not rest.strip() or not {"title", "titre"} & keys or "date" not in keys:
        return None
    if not all(_KEY_LINE.match(line) for line in lines):
        return None
    try:
        return _read(block), rest
    except ArticleFault:
        return None


def with_keys(text: str, values: Mapping[str, str]) -> str:
    """``text`` with ``values`` in its front matter, in the place of keys of these names, all else as it was.

    Raises ``ArticleFault`` as :func:`split_front_matter` does.
    """
    return _changed(text, values, ()) if values else text


def without_keys(text: str, names: Collection[str]) -> str:
    """``text`` without the keys ``names`` in its front matter, all else as it was. Raises as :func:`with_keys` does."""
    return _changed(text, {}, names)


def _changed(text: str, values: Mapping[str, str], without: Collection[str]) -> str:
    written, rest = _parted(text)
    root = (_mapping_of(written) if written is not None else None) or yaml.MappingNode("tag:yaml.org,2002:map", [])
    gone = [*values, *without]
    kept = [(key, value) for key, value in root.value if not any(_is_key(key, name) for name in gone)]
    added = [(_text_node(key), _text_node(value)) for key, value in values.items()]
    _leave_absent(root)
    root.value = [*added, *kept]
    root.flow_style = False
    front = yaml.serialize(root, Dumper=yaml.SafeDumper, allow_unicode=True, width=LONGEST_FRONT_MATTER)
    return f"---\n{front}---\n{rest}"


def _leave_absent(node: yaml.Node) -> None:
    """What says nothing goes on saying nothing when ``node`` is written; as text, ``null`` comes back in quotes."""
    if is_absent(node):
        node.tag = "tag:yaml.org,2002:null"
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            _leave_absent(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            _leave_absent(value)


def _text_node(value: str) -> yaml.ScalarNode:
    return yaml.ScalarNode("tag:yaml.org,2002:str", value)


def _parted(text: str) -> tuple[str | None, str]:
    """The YAML of the front matter that opens ``text``, None when there is none, and the text after it."""
    opened = _BLANK_LINES.sub("", text)
    other = yaml_of_toml(opened, LONGEST_FRONT_MATTER) or yaml_of_json(opened, LONGEST_FRONT_MATTER)
    if other is not None:
        return other
    first, _, rest = opened.partition("\n")
    if first.rstrip() != "---":
        return None, text
    lines = rest.split("\n")
    closing = next((number for number, line in enumerate(lines) if line.rstrip() in ("---", "...")), None)
    if not _looks_like_front_matter(lines[:closing]):
        return None, text  # a thematic break
    if closing is None:
        raise ArticleFault(FaultCode.FRONT_MATTER_UNCLOSED)
    return "\n".join(lines[:closing]), "\n".join(lines[closing + 1 :])


def _looks_like_front_matter(lines: list[str]) -> bool:
    """A thematic break is followed by a blank line or by prose, a front matter by keys, or by YAML gone wrong,
    which its author wants to hear of."""
    if not lines:
        return True
    return bool(lines[0].strip()) or any(_KEY_LINE.match(line) for line in lines[:5])


def _read(yaml_text: str) -> FrontMatter:
    root = _mapping_of(yaml_text)
    if root is None:
        return FrontMatter()
    keys = _Keys(root)
    lang = keys.first(("lang", "language", "locale", "langue"), _word)
    date, remarks = _date(keys, lang, ("date", "published", "publishdate", "pubdate", "date_published"))
    expires, more_remarks = _date(keys, lang, ("expires", "expirydate"))
    return FrontMatter(
        title=keys.first(("title", "titre"), _word),
        date=date,
        lang=lang,
        publisher=keys.first(("publisher", "publication", "journal"), _word),
        url=keys.first(
            ("url", "canonical", "canonical_url", "canonicalurl", "link"), lambda node: web_address(node.value)
        ),
        sources=(*keys.each("source", _source), *keys.each("sources", _source)),
        tags=tuple(keys.tags()),
        remarks=(*remarks, *more_remarks),
        version=_day(keys, "version"),
        withdrawn=_day(keys, "withdrawn"),
        expires=expires,
    )


def _day(keys: _Keys, name: str) -> str | None:
    """A date that Sourcier itself wrote; others mean something else by such a key."""
    node = keys.node(name)
    try:
        return article_date(node.value) if isinstance(node, yaml.ScalarNode) else None
    except ArticleFault:
        return None


def _date(keys: _Keys, lang: str | None, names: Sequence[str]) -> tuple[str | None, tuple[Remark, ...]]:
    """The date, in EDTF or in words; one that can't be read is told, and the article has none."""
    for name in names:
        node = keys.written(name)
        if node is None:
            continue
        words = node.value if isinstance(node, yaml.ScalarNode) else ""
        if found := date_written(words, lang):
            return found, ()
        return None, (Remark(NoticeCode.DATE_UNREAD, {"date": one_line(words, 64)}),)
    return None, ()


def _mapping_of(yaml_text: str) -> yaml.MappingNode | None:
    try:
        root = _composed(yaml_text)
    except AnchorRefusal as refusal:
        raise ArticleFault(FaultCode.FRONT_MATTER_ALIASES, line=refusal.line) from refusal
    except YamlRefusal as refusal:
        raise _invalid(refusal.line, refusal.problem) from refusal
    if root is None or isinstance(root, yaml.MappingNode):
        return root
    raise _invalid(line_of(root.start_mark), "not a list of keys and values")


def _composed(yaml_text: str) -> yaml.Node | None:
    """The YAML of a front matter; a line that is none (``title: Budget : le vote``, ``title: "Rain", she said``) is
    read as the words that its author typed after the key. Raises ``YamlRefusal``."""
    lines = yaml_text.split("\n")
    quoted: set[int] = set()
    while True:
        try:
            return compose_yaml(
                "\n".join(lines), longest=LONGEST_FRONT_MATTER, deepest=DEEPEST_FRONT_MATTER, first_line=_FIRST_LINE
            )
        except YamlRefusal as refusal:
            at = refusal.line - _FIRST_LINE
            typed = _KEY_AND_WORDS.fullmatch(lines[at]) if at < len(lines) and len(quoted) < _MOST_QUOTED else None
            is_open = NEVER_CLOSED in refusal.problem
            if typed is None or at in quoted or is_open or isinstance(refusal, AnchorRefusal):
                raise
            quoted.add(at)
            words = typed[2].replace("'", "''")
            lines[at] = f"{typed[1]} '{words}'"


@dataclass(frozen=True, slots=True)
class _Keys:
    """The keys of the front matter by name; scalars are strings as they are written (``lang: no``)."""

    root: yaml.MappingNode

    def node(self, name: str) -> yaml.Node | None:
        found = self.written(name)  # of a key said twice, the last counts, as everywhere in YAML
        return None if found is None or is_absent(found) else found

    def written(self, name: str) -> yaml.Node | None:
        """The node under ``name``, one that says nothing included."""
        return next((value for key, value in reversed(self.root.value) if _is_key(key, name)), None)

    def first(self, names: Sequence[str], read: Callable[[yaml.ScalarNode], T | None]) -> T | None:
        """The value under the first of ``names`` that has one: programs call the same thing otherwise."""
        own, *others = names
        value = self.value(own, read)
        for name in others:
            node = self.node(name) if value is None else None
            if isinstance(node, yaml.ScalarNode):
                value = read(node)
        return value

    def value(self, name: str, read: Callable[[yaml.ScalarNode], T]) -> T | None:
        node = self.node(name)
        return None if node is None else read(_scalar(node, name))

    def each(self, name: str, read: Callable[[yaml.Node, str], T | None]) -> Iterator[T]:
        node = self.node(name)
        if node is None:
            return
        for item in node.value if isinstance(node, yaml.SequenceNode) else [node]:
            if not is_absent(item) and (value := read(item, name)) is not None:
                yield value

    def tags(self) -> Iterator[str]:
        node = self.node("tags")
        if isinstance(node, yaml.ScalarNode):
            yield from filter(None, (one_line(tag, LONGEST_VALUE) for tag in node.value.split(",")))
        else:
            yield from self.each("tags", lambda item, name: _word(_scalar(item, name)))


def _is_key(node: yaml.Node, name: str) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.value.strip().lower() == name


def _source(node: yaml.Node, key: str) -> CitedSource | None:
    if isinstance(node, yaml.ScalarNode):
        title = _word(node)
        return CitedSource(title=title) if title else None
    if not isinstance(node, yaml.MappingNode):
        raise _wrong_shape(node, key)
    keys = _Keys(node)
    source = CitedSource(
        publisher=keys.value("publisher", _word),
        title=keys.value("title", _word),
        year=keys.value("year", _word),
        url=keys.value("url", lambda url: web_address(url.value)),
    )
    return None if source == CitedSource() else source


def _scalar(node: yaml.Node, key: str) -> yaml.ScalarNode:
    if not isinstance(node, yaml.ScalarNode):
        raise _wrong_shape(node, key)
    return node


def _word(node: yaml.ScalarNode) -> str | None:
    return one_line(node.value, LONGEST_VALUE) or None


def web_address(written: str | None) -> str | None:
    """``written`` if it is a link that a reader can follow (http or https), else None."""
    url = (written or "").strip()
    if not url or len(url) > LONGEST_URL or any(char.isspace() or not char.isprintable() for char in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in _SCHEMES and parts.hostname else None


def _invalid(line: int, problem: str) -> ArticleFault:
    return ArticleFault(FaultCode.FRONT_MATTER_INVALID, line=line, problem=one_line(problem, 120))


def _wrong_shape(node: yaml.Node, key: str) -> ArticleFault:
    shape = "list" if isinstance(node, yaml.SequenceNode) else "mapping"
    return _invalid(line_of(node.start_mark), f"{key}: a {shape}, not one value")

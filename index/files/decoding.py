"""From the bytes of a text file to its characters."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from index.faults import ArticleFault, FaultCode
from index.report import NoticeCode, Remark

_ENCODING_OF_MARK: Final = (  # the longer marks first: UTF-32's begins like UTF-16's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

CONTROL_SHARE: Final = 0.05
"""Above this share of control characters a file is not text. Text has next to none, compressed or compiled
data one in ten or more."""

_STRAY: Final = 8
"""Characters that a few stray bytes may make behind what looks like a mark of UTF-16, and a text hardly has so few of
without a plain letter."""
_PLAIN_LETTER: Final = re.compile(r"[A-Za-z]")
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SURROGATES: Final = re.compile(r"[\ud800-\udfff]")
_SURROGATE_PAIRS: Final = re.compile(r"[\ud800-\udbff][\udc00-\udfff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a file, line ends as ``\n`` and nothing else changed."""

    text: str
    notices: tuple[Remark, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Read ``data`` as text: by its byte order mark; as UTF-8 when it is that, whatever is declared, since text in
    another encoding hardly ever is; else as ``declared`` (the charset an HTML page names), or as Windows-1252, the one
    other encoding that French text files are commonly found in.

    Raises ``ArticleFault``: ``BINARY``, ``UNDECODABLE`` or ``EMPTY``.
    """
    text, notices = _characters(data, declared)
    if "\0" in text or len(_CONTROLS.findall(text)) > CONTROL_SHARE * len(text):
        raise ArticleFault(FaultCode.BINARY)
    if not text.strip():
        raise ArticleFault(FaultCode.EMPTY)
    return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), notices)


def _characters(data: bytes, declared: str | None) -> tuple[str, tuple[Remark, ...]]:
    for mark, encoding in _ENCODING_OF_MARK:
        if data.startswith(mark):
            text = _strictly(data[len(mark) :], encoding)
            if mark != codecs.BOM_UTF8 and len(text) < _STRAY and not _PLAIN_LETTER.search(text):
                raise ArticleFault(FaultCode.BINARY)
            return text, ()
    if b"\0" in data:
        raise ArticleFault(FaultCode.BINARY)
    # ASCII bytes are UTF-8 too, and in some encodings (ISO-2022-JP, UTF-7) stand for other characters.
    for encoding in filter(None, (declared, "utf-8") if data.isascii() else ("utf-8", declared)):
        try:
            return data.decode(encoding), ()
        except (UnicodeError, LookupError):
            continue
    return _strictly(data, "cp1252"), (Remark(NoticeCode.READ_AS_CP1252),)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeError as error:
        raise ArticleFault(FaultCode.UNDECODABLE) from error


def without_surrogates(text: str) -> str:
    """``text`` with the UTF-16 surrogates that parsers let through (PDF fonts, YAML escapes) joined to the
    character they stand for, or replaced: a lone one can be neither stored nor printed."""
    if not _SURROGATES.search(text):
        return text
    joined = _SURROGATE_PAIRS.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)
    return _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", joined)


def one_line(text: str, limit: int) -> str:
    """``text`` fit to be shown as a title: no control, invisible or bidirectional-control character (they can
    reorder what stands around them), runs of white space made one space, at most ``limit`` characters."""
    spaced = " ".join(without_surrogates(text).split())
    kept = "".join(char for char in spaced if char in _JOINERS or unicodedata.category(char) not in _UNSHOWABLE)
    return " ".join(kept[:limit].split())


_UNSHOWABLE: Final = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
_JOINERS: Final = {"\N{ZERO WIDTH JOINER}", "\N{ZERO WIDTH NON-JOINER}"}  # they shape emoji, Persian and Hindi

"""Reads messages as mail programs keep them: ``.eml``, one message, and ``.mbox``, many. Newsletters are HTML."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import replace
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr
from typing import Final

from index.article import Heading
from index.drafts.draft import Body, Draft, body_of
from index.drafts.front_matter import LONGEST_VALUE
from index.drafts.plain_headings import mark_headings
from index.faults import ArticleFault, FaultCode
from index.files.decoding import one_line
from index.formats.text import paragraphs_of
from index.pages.html import read_page
from index.report import NoticeCode, Remark

_MESSAGE_BEGINS: Final = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\r\n\r\n))From [^\n]*\n")
_QUOTED_FROM: Final = re.compile(rb"^>(>*From )", re.MULTILINE)


def read_message(data: bytes) -> tuple[Draft, ...]:
    """Read an ``.eml`` file: its text, or each article of a newsletter. Raises ``ArticleFault(NO_TEXT)``."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    attached = [name for part in message.iter_attachments() if (name := _name(part))]
    left_out = (Remark(NoticeCode.LEFT_OUT, {"parts": one_line(", ".join(attached), 120)}),) if attached else ()
    title, date = _header(message, "Subject"), _date(message)
    publisher = parseaddr(_header(message, "From") or "")[0] or None
    drafts = _drafts(message)
    if len(drafts) == 1:
        drafts = (_headed(drafts[0], title),)
    return tuple(
        replace(
            draft,
            title=title if len(drafts) == 1 else draft.title or title,
            date=draft.date or date if len(drafts) > 1 else date or draft.date,
            publisher=draft.publisher if len(drafts) > 1 and draft.publisher else publisher,
            notices=(*draft.notices, *left_out),
        )
        for draft in drafts
    )


def read_mailbox(data: bytes) -> tuple[Draft, ...]:
    """Read an ``.mbox`` file: the articles of all its messages. Raises ``ArticleFault(NO_TEXT)``."""
    starts = [found.span() for found in _MESSAGE_BEGINS.finditer(data)]
    if not starts:
        raise ArticleFault(FaultCode.DOCUMENT_BROKEN)
    ends = [start for start, _ in starts[1:]] + [len(data)]
    drafts: list[Draft] = []
    unread: list[str] = []
    for number, ((_, begin), end) in enumerate(zip(starts, ends, strict=True), start=1):
        try:
            drafts += read_message(_QUOTED_FROM.sub(rb"\1", data[begin:end]))
        except ArticleFault:
            unread.append(str(number))
    if not drafts:
        raise ArticleFault(FaultCode.NO_TEXT)
    left_out = Remark(NoticeCode.LEFT_OUT, {"parts": f"n° {', '.join(unread[:20])}"})
    return tuple(replace(draft, notices=(*draft.notices, left_out)) if unread else draft for draft in drafts)


def _drafts(message: EmailMessage) -> tuple[Draft, ...]:
    html, plain = message.get_body(("html",)), message.get_body(("plain",))
    if html is not None:
        try:
            return read_page(_content(html).encode())
        except ArticleFault:
            if plain is None:
                raise
    if plain is None:
        raise ArticleFault(FaultCode.NO_TEXT)
    text = _content(plain).replace("\r\n", "\n")
    return (Draft(body_of(mark_headings(paragraphs_of(text)))),)


def _headed(draft: Draft, subject: str | None) -> Draft:
    """The draft of a letter whose own heading, which its subject does not say, opens the text."""
    if draft.title is None or draft.title == subject or draft.title in draft.body.text.split("\n\n"):
        return draft
    moved = len(draft.title) + 2
    headings = (Heading(one.start + moved, one.end + moved, one.level) for one in draft.body.headings)
    body = Body(f"{draft.title}\n\n{draft.body.text}", (Heading(0, len(draft.title), 1), *headings))
    return replace(draft, body=body)


def _content(part: MIMEPart) -> str:
    """The text of a part; a charset that nobody knows is read as UTF-8, what isn't is shown as such."""
    try:
        return str(part.get_content())
    except (LookupError, UnicodeError, KeyError):
        payload = part.get_payload(decode=True)
        return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else str(payload)


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        return one_line(str(message[name] or ""), LONGEST_VALUE) or None
    except Exception:  # headers of hostile messages break the parser in ways of their own
        return None


def _date(message: EmailMessage) -> str | None:
    try:
        moment = message["Date"].datetime if message["Date"] is not None else None
        return moment.date().isoformat() if moment is not None else None
    except Exception:
        return None


def _name(part: MIMEPart) -> str | None:
    try:
        return one_line(part.get_filename() or part.get_content_type(), LONGEST_VALUE)
    except Exception:
        return "?"

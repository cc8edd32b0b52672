"""Reads Markdown: front matter, then the text that a reader of the rendered page would see."""

from __future__ import annotations

from index.drafts.draft import Block, Draft, body_of
from index.drafts.front_matter import split_front_matter
from index.files.decoding import decode, one_line
from index.formats.notebook import plain_markdown
from index.pages.rendered_text import rendered_blocks
from index.report import NoticeCode, Remark


def read_markdown(data: bytes) -> Draft:
    """Read a ``.md`` file. Raises ``ArticleFault`` (encoding, front matter)."""
    decoded = decode(data)
    matter, markdown = split_front_matter(decoded.text)
    plain = plain_markdown(markdown)
    title, blocks = without_title(rendered_blocks(plain.text), matter.title)
    left_out = (
        [Remark(NoticeCode.LEFT_OUT, {"parts": one_line(", ".join(plain.left_out), 120)})] if plain.left_out else []
    )
    return Draft(
        body=body_of(blocks),
        title=title,
        date=matter.date,
        lang=matter.lang,
        publisher=matter.publisher,
        url=matter.url,
        sources=matter.sources,
        tags=matter.tags,
        notices=(*decoded.notices, *matter.remarks, *left_out),
        version=matter.version,
        withdrawn=matter.withdrawn,
        expires=matter.expires,
    )


def without_title(blocks: list[Block], declared: str | None) -> tuple[str | None, list[Block]]:
    """The title, and the blocks without the top heading that says it.

    That is the first level-1 heading, when the text opens with it or when it is the only one (otherwise
    such headings are parts of the text); beside a declared title it goes only if it repeats it.
    """
    tops = [place for place, block in enumerate(blocks) if block.heading == 1 and block.text.strip()]
    if not tops or (tops[0] > 0 and len(tops) > 1):
        return declared, blocks
    place = tops[0]
    written = blocks[place].text
    if declared is not None and " ".join(written.split()).casefold() != declared.casefold():
        return declared, blocks
    return declared or written, [*blocks[:place], *blocks[place + 1 :]]

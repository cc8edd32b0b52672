"""What people are shown of a question that the base doesn't answer, and what its asker is shown of their answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from bot.catalogue import Words
from bot.chat.asking.answer_message import quotes_box
from bot.chat.messages.limits import measure
from bot.chat.messages.markdown import block_quote, escape, for_display, shorten
from bot.chat.messages.message import ROOM, Message, laid_out, text
from bot.chat.replies.buttons import ButtonMaker
from index.answer import Answer, Verdict

_QUESTION_ROOM: Final = 500
_ECHO_ROOM: Final = 200
_BLOCK_ROOM: Final = 3000
"""Characters of an answer in one message, as they are written."""


def question_post(
    question: str, answer: Answer | None, asked_at: str | None, role: int | None, words: Words, maker: ButtonMaker
) -> Message:
    """A question for people to answer, with what the base has closest to it; ``asked_at`` is the address of the
    message, None for what was asked in private; ``role`` is called."""
    called = f"<@&{role}> " if role is not None else ""
    where = words("team-asked-in", link=asked_at) if asked_at is not None else words("team-asked-in-private")
    above = [
        f"{called}{words('team-heading')}",
        block_quote(shorten(for_display(question), _QUESTION_ROOM)),
        f"-# {where}",
        f"-# {words('team-how')}",
    ]
    close = (answer.quotes or answer.further) if answer is not None else ()
    if not close or answer is None:
        return laid_out([text(*above)])
    above.append(words("team-closest"))
    room = ROOM - sum(measure(line) + 1 for line in above)
    return laid_out([text(*above), quotes_box(close, Verdict.NONE, words, maker, room=room, asked_in=answer.lang)])


def answer_posts(
    question: str, said: str, attached: Sequence[str], helper: str, asker: str | None, words: Words
) -> Iterator[Message]:
    """What the person ``helper`` ``said`` in answer to ``question``, word for word, for the person ``asker`` (mentions;
    None in their direct messages); in several messages when it is too long for one."""
    echo = escape(shorten(for_display(question), _ECHO_ROOM))
    heading = words("team-answer", question=echo, helper=helper)
    called = f"{asker} " if asker is not None else ""
    pieces = list(_pieces(said, _BLOCK_ROOM)) or [""]
    for number, piece in enumerate(pieces):
        above = [f"{called}{heading}"] if number == 0 else []
        shown = [block_quote(piece)] if piece else []
        last = number == len(pieces) - 1
        below = [*attached, f"-# {words('team-answer-of-people')}"] if last else []
        yield laid_out([text(*above, *shown, *below)])


def _pieces(said: str, room: int) -> Iterator[str]:
    """``said`` in pieces that each fit in ``room`` once escaped, cut between lines or words where there are any."""
    while measure(block_quote(said)) > room:
        half = len(said)
        while measure(block_quote(said[:half])) > room:
            half = half * 3 // 4
        breaks = (said.rfind("\n", 1, half), said.rfind(" ", 1, half))
        cut = next((at for at in breaks if at > half // 2), half)
        yield said[:cut].rstrip()
        said = said[cut:].lstrip()
    if said:
        yield said

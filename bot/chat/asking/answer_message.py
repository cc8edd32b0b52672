"""An answer as a Discord message: what answers first, its source beneath, a box a verdict.

Made of components rather than embeds: each quote has its own buttons right beneath it, the text takes the whole width
of a phone, and no permission to embed links is needed. Every part is fitted before it is sent: no message made here
exceeds a limit of :mod:`bot.chat.messages.limits`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import discord

from bot.catalogue import Words
from bot.chat.asking.closer import context_menu
from bot.chat.messages.excerpt import answering
from bot.chat.messages.limits import measure
from bot.chat.messages.markdown import escape, for_display, shorten
from bot.chat.messages.message import ROOM, Message, Part, box, laid_out, row, text
from bot.chat.messages.source_line import sources_lines
from bot.chat.replies.buttons import ButtonMaker, Kind, SignedButton, as_text
from bot.plain.answer import items_line, who_says_so
from index.answer import Answer, Quote, Verdict
from index.question.filters import ALL_ARTICLES, Filters
from index.reference import QuoteReference

MOST_QUOTES: Final = 3
"""Quotes in one message: more is a page to scroll on a phone."""
FURTHER: Final = 3
"""Passages behind "more quotes": what the id of a button has room for."""

_FIELD: Final = "\x1f"
_ECHO_ROOM: Final = 300
_DATE_ROOM: Final = 60
COLOURS: Final = {
    Verdict.FOUND: discord.Colour(0x2E8B57),
    Verdict.WEAK: discord.Colour(0xC98A1B),
    Verdict.NONE: discord.Colour(0x6B7280),
}


@dataclass(frozen=True, slots=True)
class Manner:
    """How an answer is shown: with the question above (``echo``), as what touches on a message rather than as what
    answers a question (``of_message``), with a button that shows it to others (``shareable``), with a way to say what
    it was worth (``feedback``). ``empty`` is what is said when there is nothing to ask; ``filters`` are what narrowed
    the question. ``to_team`` is the digest of a question that people can be asked instead, ``to_await`` of one whose
    answer can be waited for, and ``awaited_before`` says that it was. To those who look after articles it is
    ``explained`` on request."""

    echo: bool = False
    of_message: bool = False
    shareable: bool = False
    feedback: bool = False
    empty: str = "discord-help-asking"
    filters: Filters = ALL_ARTICLES
    to_team: str = ""
    to_await: str = ""
    awaited_before: bool = False
    explained: bool = False


def answer_message(answer: Answer, words: Words, maker: ButtonMaker, manner: Manner) -> Message:
    """``answer`` for a reader of ``words``: of each quote that may well answer the sentences that do, with just enough
    around them."""
    answer = answer.likeliest(MOST_QUOTES)
    above = [words("awaited-answered")] if manner.awaited_before else []
    above += [*question_lines(answer.question, manner, words), *_understood_lines(answer, words)]
    if answer.verdict is Verdict.NONE or not answer.quotes:
        above += _nothing(answer, words, manner)
        return laid_out(
            [
                text(*above),
                _ways_on(answer, words, maker, manner),
                _to_people(words, maker, manner),
                _to_keepers(answer, words, maker, manner),
            ]
        )
    if answer.verdict is Verdict.WEAK:
        above.append(words("discord-weak-touched" if manner.of_message else "discord-weak"))
    elif manner.of_message:
        above.append(words("discord-touched"))
    listed = items_line(answer, words)
    if listed:
        above.append(f"-# {listed}")
    return laid_out(
        [
            text(*above),
            quotes_box(
                answer.quotes,
                answer.verdict,
                words,
                maker,
                room=ROOM - sum(measure(line) + 1 for line in above),
                asked_in=answer.lang,
            ),
            _ways_on(answer, words, maker, manner),
            _to_people(words, maker, manner),
            _to_keepers(answer, words, maker, manner),
        ]
    )


def further_message(quotes: Sequence[Quote], verdict: Verdict, words: Words, maker: ButtonMaker) -> Message:
    """The passages that come after those of an answer, or that came closest to one; None of them missing a label."""
    heading = words("discord-closest" if verdict is Verdict.NONE else "discord-further")
    return _more(heading, quotes, verdict, words, maker)


def also_message(quotes: Sequence[Quote], words: Words, maker: ButtonMaker) -> Message:
    """The quotes of other articles that tell the same as the one that was shown."""
    return _more(words("discord-also"), quotes, Verdict.FOUND, words, maker)


def _more(heading: str, quotes: Sequence[Quote], verdict: Verdict, words: Words, maker: ButtonMaker) -> Message:
    shown = quotes_box(quotes, verdict, words, maker, room=ROOM - measure(heading))
    return laid_out([text(heading), shown, row(maker.button(Kind.SHARE, "", words("discord-share")))])


def quotes_box(
    quotes: Sequence[Quote],
    verdict: Verdict,
    words: Words,
    maker: ButtonMaker,
    *,
    room: int,
    asked_in: str | None = None,
) -> Part:
    """``quotes``, each with its source and its buttons, in at most ``room`` characters, 3,000 at least; those in
    another language than the reader's or the one ``asked_in`` say so."""
    footer = f"-# {_footer(quotes, words)}"
    left = room - measure(footer) - sum(measure(line) + 4 for quote in quotes for line in who_says_so(quote, words))
    sources = sources_lines(quotes, words, asked_in)
    blocks = _blocks(quotes, left - sum(measure(source) + 1 for source in sources), words)
    groups = [
        [
            text(block, source, *(f"-# {line}" for line in who_says_so(quote, words))),
            quote_buttons(quote, words, maker, _others(quotes, at)) if len(quotes) <= MOST_QUOTES else None,
        ]
        for at, (block, source, quote) in enumerate(zip(blocks, sources, quotes, strict=True))
    ]
    if len(quotes) > MOST_QUOTES:
        named = [(quote, f"{at}. {quote.article.title}") for at, quote in enumerate(quotes, start=1)]
        groups[-1].append(context_menu(named, words("discord-in-context"), maker))
    groups[-1].append(text(footer))
    return box(groups, COLOURS[verdict])


def _others(quotes: Sequence[Quote], at: int) -> tuple[Quote, ...]:
    """The quotes of other articles that tell the same as one of ``quotes``; none where a quote before it shows them
    already: a message can't have the same button twice."""
    also = quotes[at].also
    return () if any(before.also == also for before in quotes[:at]) else also


def quote_buttons(quote: Quote, words: Words, maker: ButtonMaker, also: Sequence[Quote] = ()) -> Part | None:
    """The ways to look closer at a quote, and at those of other articles that ``also`` tell the same."""
    reference = QuoteReference.to(quote)
    if reference is None:
        return None
    carried = as_text(reference.packed_with_answer())
    return row(
        maker.button(Kind.CONTEXT, carried, words("discord-in-context")),
        maker.button(Kind.SOURCE, carried, words("discord-source")),
        _also_button(also, words, maker),
    )


def _also_button(also: Sequence[Quote], words: Words, maker: ButtonMaker) -> SignedButton | None:
    """Shows the other articles that tell the same."""
    carried = carried_references(also, Verdict.FOUND)
    return maker.button(Kind.ALSO, carried, words("discord-who-says-so")) if carried else None


def question_lines(question: str, manner: Manner, words: Words) -> list[str]:
    """The question in small print, cut to a line or two, and its period, where they are to be shown: Discord tells
    others that a command was used, not what it asked."""
    if not manner.echo or not for_display(question):
        return []
    since, until = (
        escape(shorten(for_display(date or ""), _DATE_ROOM)) for date in (manner.filters.since, manner.filters.until)
    )
    lines = [words("discord-question", question=escape(shorten(for_display(question), _ECHO_ROOM)))]
    if since and until:
        lines.append(words("discord-between", since=since, until=until))
    elif since:
        lines.append(words("discord-since", date=since))
    elif until:
        lines.append(words("discord-until", date=until))
    return lines


def _understood_lines(answer: Answer, words: Words) -> list[str]:
    """How a question that follows another was understood."""
    if answer.understood is None:
        return []
    return [words("discord-understood", question=escape(shorten(for_display(answer.understood), _ECHO_ROOM)))]


def _nothing(answer: Answer, words: Words, manner: Manner) -> list[str]:
    """That nothing answers, and what to try."""
    if manner.filters != ALL_ARTICLES and not answer.further:
        return [words("discord-none-in-period")]
    return [words("discord-untouched" if manner.of_message else "discord-none"), words("discord-none-hint")]


def _blocks(quotes: Sequence[Quote], room: int, words: Words) -> list[str]:
    """Each quote as a block, the first with all the room that the others leave it."""
    later = [_block(quote, room // len(quotes), words) for quote in quotes[1:]]
    return [_block(quotes[0], room - sum(map(measure, later)), words), *later]


def _block(quote: Quote, room: int, words: Words) -> str:
    shown = answering(quote, room)
    return words("discord-quote-too-long") if shown is None else shown.markdown


def _ways_on(answer: Answer, words: Words, maker: ButtonMaker, manner: Manner) -> Part | None:
    """What can be done with an answer as a whole."""
    none = answer.verdict is Verdict.NONE
    more = carried_references(answer.further, answer.verdict)
    label = words("discord-show-closest" if none else "discord-more")
    judged = carried_references(answer.quotes[:1], answer.verdict) or answer.verdict.value[0]
    return row(
        maker.button(Kind.MORE, more, label) if more else None,
        maker.button(Kind.SHARE, "", words("discord-share")) if manner.shareable else None,
        maker.button(Kind.UP, judged, emoji="👍") if manner.feedback else None,
        maker.button(Kind.DOWN, judged, emoji="👎") if manner.feedback else None,
        maker.button(Kind.ALONE, answer.question, words("discord-ask-alone")) if answer.understood else None,
    )


def _to_people(words: Words, maker: ButtonMaker, manner: Manner) -> Part | None:
    """Where the base ends, people begin."""
    return row(
        maker.button(Kind.TEAM, manner.to_team, words("team-ask"), emoji="🙋") if manner.to_team else None,
        maker.button(Kind.AWAIT, manner.to_await, words("awaited-ask"), emoji="🔔") if manner.to_await else None,
    )


def _to_keepers(answer: Answer, words: Words, maker: ButtonMaker, manner: Manner) -> Part | None:
    """What those who look after articles can have told; a question too long for a button, if it is shown."""
    if not manner.explained:
        return None
    asked, label = answer.sought or answer.understood or answer.question, words("discord-why")
    shown = manner.echo and measure(for_display(asked)) <= _ECHO_ROOM
    whole, filters = (_carried_filters(question, manner.filters) for question in (asked, ""))
    return row(maker.button(Kind.WHY, whole, label) or (maker.button(Kind.WHY, filters, label) if shown else None))


def _carried_filters(question: str, filters: Filters) -> str:
    """``question`` and what narrowed it, for a button."""
    if filters == ALL_ARTICLES:
        return question
    return _FIELD.join([question, *(each or "" for each in (filters.article, filters.since, filters.until))])


def asked_with(carried: str) -> tuple[str, Filters]:
    """The question that a button carries, empty where it has no room for it, and what narrowed it."""
    question, *its = carried.split(_FIELD)
    article, since, until = [*(each or None for each in its), None, None, None][:3]
    return question, Filters(article, since, until)


def carried_references(quotes: Sequence[Quote], verdict: Verdict) -> str:
    """References to the first of ``quotes``, and the verdict they stand under, for a button; "" when there is none."""
    references = [reference for quote in quotes[:FURTHER] if (reference := QuoteReference.to(quote)) is not None]
    if not references:
        return ""
    return verdict.value[0] + as_text(b"".join(reference.packed() for reference in references))


def _footer(quotes: Sequence[Quote], words: Words) -> str:
    articles = len({quote.article.id for quote in quotes})
    return words("discord-footer", quotes=len(quotes), articles=articles)

"""What may be asked of any text, of an article or not: its sentences, its language, its dates, whether it is a mere
remark, and of questions whether they are alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.articles.language import detect_language
from index.entities.book.names import folded
from index.passages.sentences import sentences
from index.question.alike import groups_alike
from index.talk.remarks import ASK_AGAIN, Remark, remark_of
from index.terms.asked import asked_terms
from index.terms.tokens import asked_words, searched_stems

if TYPE_CHECKING:
    from index.dates.finder import TimeExpression

__all__ = [
    "ASK_AGAIN",
    "Remark",
    "date_named",
    "detect_language",
    "folded",
    "groups_alike",
    "remark_of",
    "sentences",
    "time_expressions",
    "words_met",
]


def time_expressions(text: str, lang: str, reference: str | None) -> list[TimeExpression]:
    """As :func:`index.dates.finder.find_time_expressions`."""
    from index.dates.finder import find_time_expressions  # the grammars of dates take time to load

    return find_time_expressions(text, lang, reference)


def date_named(written: str) -> str | None:
    """The date (EDTF) that somebody means who types ``written`` as the limit of a period; None when it is blank.

    Raises EngineFault(DATE_UNREADABLE).
    """
    from index.question.period import period  # the grammars of dates take time to load

    return period(written, None).since


def words_met(question: str, asked_in: str, text: str, lang: str) -> dict[str, bool]:
    """The words that ``question``, asked in ``asked_in``, looks for, each with whether ``text``, in ``lang``, has it:
    in another form, or translated, counts too."""
    there = set(searched_stems(text, lang))
    return {
        word: any(term.found_in(there) for term in asked_terms(word, asked_in, lang))
        for word in asked_words(question, asked_in)
    }

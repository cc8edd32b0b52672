"""How sure an answer is, and what it rests on, as plain text."""

from __future__ import annotations

from bot.catalogue import Words
from bot.printable import one_line
from index.answer import Answer, Quote
from index.text import words_met


def why_text(answer: Answer, words: Words) -> str:
    """The confidence of ``answer`` as it was measured, the words that answer, and the words of the question that its
    first quote has, or lacks; without a quote the confidence alone."""
    lines = [words(f"why-{answer.verdict.value}", percent=round(100 * answer.confidence))]
    if answer.quotes:
        lines += _answering(answer.quotes[0], words)
        lines += _shared(answer, words)
    return "\n".join(lines)


def _answering(quote: Quote, words: Words) -> list[str]:
    spans = [("why-answer", quote.answer)] if quote.answer else [("why-sentence", span) for span in quote.highlights]
    return [
        words(key, text=one_line(quote.text[span[0] - quote.start : span[1] - quote.start]))
        for key, span in spans
        if span
    ]


def _shared(answer: Answer, words: Words) -> list[str]:
    quote = answer.quotes[0]
    met = words_met(answer.question, answer.lang, quote.text, quote.article.lang)
    there = ", ".join(one_line(word) for word, is_met in met.items() if is_met)
    lacking = ", ".join(one_line(word) for word, is_met in met.items() if not is_met)
    found = words("why-words", number=1, words=there) if there else words("why-no-words", number=1)
    return [found, words("why-lacking", words=lacking)] if lacking else [found]

"""Why an answer is what it is, as plain text: in words first, the figures behind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.catalogue import Words
from bot.plain.answer import source_parts
from bot.plain.why import why_text
from bot.printable import one_line
from index.answer import Quote
from index.explanation import Expected, Explanation, Looked, Weighed
from index.text import words_met

_CLEAR, _LIKELY, _HARDLY = 4.0, 0.0, -4.0
"""Logarithms of the odds from which what was read clearly answers, may well, and hardly does."""
_NARROW: Final = 0.05
"""The lead, at most, of a first passage that hardly stands out."""
_RIVAL: Final = 1.0
"""So close behind the first, by the logarithm of the odds, another seems to answer as well."""
_TELLING: Final = 0.3
"""Of the score: so far above the average, a kind of reason is worth telling."""


def explanation_text(explanation: Explanation, words: Words) -> str:
    """All of it: the words that tell how sure the answer is, then each thing that was looked for, and what became of
    what was expected."""
    blocks = [why_text(explanation.answer, words)]
    for looked in explanation.looked:
        blocks.append("\n".join(_looked_lines(looked, words)))
        for number, weighed in enumerate(looked.weighed, start=1):
            lines = [
                *candidate_lines(number, weighed, looked, explanation.answer.lang, words),
                _figures(weighed, words),
            ]
            blocks.append("\n".join([lines[0], *(f"    {line}" for line in lines[1:])]))
        evidence = words("explain-evidence", figures=_listed(looked.evidence)) if looked.evidence else ""
        blocks.append("\n".join(line for line in (*verdict_lines(looked, words), evidence) if line))
    if explanation.expected is not None:
        blocks.append("\n".join(expected_lines(explanation.expected, words)))
    return "\n\n".join(blocks)


def candidate_lines(number: int, weighed: Weighed, looked: Looked, asked_in: str, words: Words) -> list[str]:
    """One passage that was found, and in words what spoke for it: a line each."""
    quote = weighed.quote
    source = " · ".join(source_parts(quote.article, words))
    lines = [words("explain-candidate", number=number, source=source, shown="yes" if weighed.shown else "no")]
    lines += [words("explain-sentence", text=one_line(text)) for text in _marked(quote)]
    met = words_met(looked.question, asked_in, quote.text, quote.article.lang)
    there = ", ".join(one_line(word) for word, is_there in met.items() if is_there)
    lines.append(words("explain-has", words=there) if there else words("explain-has-none"))
    lines.append(words(_read(weighed.answers)))
    kinds = [words(f"explain-kind-{kind}") for kind, by in weighed.above.items() if by >= _TELLING]
    return [*lines, words("explain-above", kinds=", ".join(kinds))] if kinds else lines


def verdict_lines(looked: Looked, words: Words) -> list[str]:
    """What the verdict is, and what in words spoke against a surer one."""
    told = words(
        "explain-verdict",
        verdict=looked.verdict.value,
        confidence=f"{looked.confidence:.2f}",
        found=f"{looked.found:.2f}",
        weak=f"{looked.weak:.2f}",
    )
    seen = looked.evidence
    against = {
        "explain-not-named": seen.get("named") == 0,
        "explain-rivals": "second" in seen and seen["second"] >= seen["answers"] - _RIVAL and seen["second"] > _HARDLY,
        "explain-narrow": seen.get("lead", 1.0) < _NARROW,
        "explain-orders": seen.get("asks") == 0,
        "explain-personal": seen.get("impersonal") == 0,
    }
    return [told, *(words(key) for key, is_so in against.items() if is_so)]


def expected_lines(expected: Expected, words: Words) -> list[str]:
    """What was expected, and where it got lost."""
    lost = words(
        f"explain-lost-{expected.stage.value}",
        article=one_line(expected.article or ""),
        place=expected.place or 0,
        before=one_line(expected.before or ""),
    )
    return [words("explain-expected", wanted=one_line(expected.wanted)), lost]


def _looked_lines(looked: Looked, words: Words) -> list[str]:
    lines = [words("explain-looked", passages=looked.passages, question=one_line(looked.question))]
    if looked.a_list:
        lines.append(words("explain-a-list"))
    return [*lines, words("explain-candidates")] if looked.weighed else lines


def _read(answers: float | None) -> str:
    if answers is None:
        return "explain-unread"
    told = {"explain-read-clear": _CLEAR, "explain-read-likely": _LIKELY, "explain-read-hardly": _HARDLY}
    return next((key for key, least in told.items() if answers >= least), "explain-read-no")


def _marked(quote: Quote) -> list[str]:
    return [quote.text[start - quote.start : end - quote.start] for start, end in quote.highlights]


def _figures(weighed: Weighed, words: Words) -> str:
    return words(
        "explain-figures",
        score=f"{weighed.quote.score:.2f}",
        place=weighed.before_reading,
        answers="none" if weighed.answers is None else f"{weighed.answers:+.2f}",
        certain="" if weighed.certain is None else f"{weighed.certain:.2f}",
        parts=_listed(weighed.parts),
    )


def _listed(figures: Mapping[str, float]) -> str:
    return ", ".join(f"{name} {value:.2f}" for name, value in figures.items())

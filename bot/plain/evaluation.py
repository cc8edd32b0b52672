"""The figures of an evaluation, and the questions and events that went wrong, as plain text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from babel.numbers import format_decimal, format_percent

from bot.catalogue import Words
from bot.printable import one_line
from index.evaluation import DEEPER, Evaluation, PairFigures, Share, TimelineOutcome, timeline_figures
from index.measuring.figures import Figures
from index.measuring.outcome import Found, Outcome

_SHOWN_TEXT: Final = 300
_SHOWN_PART: Final = 0.05
"""Parts of a score smaller than this decide nothing."""


def evaluation_text(evaluation: Evaluation, words: Words) -> str:
    """A table: a row for all questions, then for each language and each kind."""
    groups = {
        words("eval-all"): evaluation.all,
        **{f"  {lang}": figures for lang, figures in evaluation.by_lang.items()},
        **{f"  {one_line(kind)}": figures for kind, figures in evaluation.by_kind.items()},
    }
    headings = ["", words("eval-questions"), *(f"R@{cut}" for cut in evaluation.all.recall), "MRR"]
    named = ("highlighted", "answer", "refused", "wrongly-refused", "auroc", "calibration")
    shown = (format_percent(float(risk), locale=words.lang) for risk in evaluation.all.refused_at)
    risks = [words("eval-refused-at", risk=risk) for risk in shown]
    rows = [
        [*headings, *(words(f"eval-{name}") for name in named), *risks],
        *([name, *_figures_row(figures, words)] for name, figures in groups.items()),
    ]
    return "\n".join(_table(rows))


def pairs_text(figures: PairFigures, by_kind: Mapping[str, PairFigures], words: Words) -> str:
    """A line for all pairs, then for each kind."""
    groups = {words("eval-all"): figures, **{one_line(kind): its for kind, its in by_kind.items()}}
    return "\n".join(
        words("eval-pairs", kind=name, order=_decimal(its.right_order), auroc=_decimal(its.auroc), count=its.n)
        for name, its in groups.items()
    )


def _decimal(share: float | None) -> str:
    return "–" if share is None else f"{share:.3f}"


def errors_text(evaluation: Evaluation, words: Words) -> str:
    """A block a question that went wrong: what is wrong, then what came first and what is right, with the parts of
    their scores, the largest first."""
    blocks = ["\n".join(_error_lines(outcome, words)) for outcome in evaluation.outcomes if outcome.misses]
    return "\n\n".join(blocks) if blocks else words("eval-no-error")


def timelines_text(outcomes: Sequence[TimelineOutcome], words: Words) -> str:
    """A table: a row for all timelines together, then for each, then the must events found by how they are tied."""
    named = ("found", "named", "not-named", "first-page", "first-list", "right", "twice", "finer")
    groups = {words("eval-all"): outcomes, **{f"  {one_line(each.gold.subject)}": [each] for each in outcomes}}
    rows = [["", *(words(f"eval-timelines-{name}") for name in named)]]
    for name, its in groups.items():
        figures = timeline_figures(its)
        shares = (
            figures.found,
            figures.named,
            figures.not_named,
            figures.first_page,
            figures.first_list,
            figures.right,
        )
        told = [_share_of(share, words) for share in shares]
        rows.append([name, *told, str(figures.twice), str(figures.finer)])
    ties = timeline_figures(outcomes).by_tie.items()
    tied = ", ".join(f"{one_line(tie)} {_share_of(share, words)}" for tie, share in ties)
    lines = [*_table(rows), "", words("eval-timelines-by-tie", ties=tied)]
    lost = sum(each.lost for each in outcomes)
    return "\n".join([*lines, *([words("eval-timelines-lost", count=lost)] if lost else [])])


def timeline_errors_text(outcomes: Sequence[TimelineOutcome], words: Words) -> str:
    """For each timeline the must events that are missing and those shown that are none of its gold ones."""
    blocks = []
    for outcome in outcomes:
        lines = [
            f"  − {one.dates[0]} · {one.tellings[0].article} · {one_line(one.tellings[0].sentence)}"
            for one in outcome.missed
        ]
        for one in outcome.false:
            quote = one.tellings[0].quote
            lines.append(f"  + {one.date} · {quote.article.id} · {one_line(quote.text)}")
        if lines:
            blocks.append("\n".join([one_line(outcome.gold.subject), *lines]))
    return "\n\n".join(blocks) if blocks else words("eval-timelines-no-error")


def _share_of(share: Share, words: Words) -> str:
    return "–" if share.share is None else f"{_number(share.share, '0.00', words)} ({share.count}/{share.of})"


def _table(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return ["  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]) for row in rows]


def _figures_row(figures: Figures, words: Words) -> list[str]:
    shares = [
        *figures.recall.values(),
        figures.mrr,
        figures.highlighted,
        figures.answer_overlapping,
        figures.refused,
        figures.wrongly_refused,
        figures.auroc,
        figures.calibration_error,
        *figures.refused_at.values(),
    ]
    return [str(figures.answerable + figures.unanswerable), *(_share(share, words) for share in shares)]


def _share(share: float | None, words: Words) -> str:
    return "–" if share is None else _number(share, "0.000", words)


def _error_lines(outcome: Outcome, words: Words) -> Iterator[str]:
    question = outcome.question
    kind = f" · {question.kind}" if question.kind else ""
    yield one_line(f"{question.id} · {question.lang}{kind} · {question.text}")
    misses = " · ".join(words(f"eval-miss-{miss.value}") for miss in outcome.misses)
    confidence = _number(outcome.confidence, "0.00", words)
    yield f"  {misses} · {words('eval-verdict', verdict=outcome.verdict.value, confidence=confidence)}"
    yield from _found_lines(outcome.first, words)
    if outcome.right != outcome.first:
        yield from _found_lines(outcome.right, words)
    if question.answerable and outcome.right is None:
        yield f"  {words('eval-not-found', depth=DEEPER)}"


def _found_lines(found: Found | None, words: Words) -> Iterator[str]:
    if found is None:
        return
    parts = sorted(found.parts.items(), key=lambda part: -abs(part[1]))
    told = " + ".join(f"{name} {_number(part, '0.00', words)}" for name, part in parts if abs(part) >= _SHOWN_PART)
    yield f"  {found.rank}. {one_line(found.article)}  {_number(found.score, '0.00', words)} = {told}"
    text = one_line(found.text)
    yield f"     {text[:_SHOWN_TEXT]}{'…' if len(text) > _SHOWN_TEXT else ''}"
    marked = one_line(found.marked)
    if marked != text:
        yield f"   → {marked[:_SHOWN_TEXT]}{'…' if len(marked) > _SHOWN_TEXT else ''}"


def _number(number: float, pattern: str, words: Words) -> str:
    return str(format_decimal(number, format=pattern, locale=words.lang))

"""The JSON that the command line prints: the shapes other programs rely on.

Keys are exactly those documented in docs and never depend on the language or on a setting. Everything is one line
of UTF-8.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from bot.faults import describe_notice, describe_refusal

if TYPE_CHECKING:
    from bot.catalogue import Words
    from bot.unanswered import Asked
    from index.answer import Answer, Quote
    from index.article import Article, ArticleCard
    from index.evaluation import Evaluation, PairFigures, Share, TimelineFigures, TimelineOutcome
    from index.events.event import Level
    from index.events.happening import Happening
    from index.explanation import Explanation, Looked
    from index.feeds.outcome import FeedStatus, Filling, Visit
    from index.measuring.outcome import Outcome
    from index.report import GenerationCard, Mirroring, Publication, ReindexReport, Rollback, Status, StoreSeen
    from index.shelf.shelf import Removed, Restored
    from index.shelf.submission import Preview
    from index.shelf.trash import TrashedArticle
    from index.timeline import Beside, Timeline, TimelineEvent

# JSON allows these raw inside a string. A terminal obeys some of them, UTF-8 can't carry lone surrogates, and
# some readers take the others for the end of a line: escaped, the text read back is the same.
_ESCAPED: Final = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def json_line(value: object) -> str:
    """``value`` as one line of JSON, accents kept as they are."""
    line = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


def card_object(card: ArticleCard) -> dict[str, Any]:
    """``{"id", "title", "date", "publisher", "url", "path", "lang"}``; of an article that came from the web also the
    ``version`` (a day) and, when its page is gone, since when it is ``withdrawn``."""
    web = {"version": card.version, "withdrawn": card.withdrawn}
    return {
        "id": card.id,
        "title": card.title,
        "date": card.date,
        "publisher": card.publisher,
        "url": card.url,
        "path": card.path,
        "lang": card.lang,
        **{name: day for name, day in web.items() if day},
    }


def quote_object(quote: Quote) -> dict[str, Any]:
    """A quote; ``start``, ``end``, ``highlights`` and ``answer`` are character offsets in the article's body."""
    return {
        "text": quote.text,
        "start": quote.start,
        "end": quote.end,
        "highlights": [list(span) for span in quote.highlights],
        "answer": list(quote.answer) if quote.answer is not None else None,
        "score": quote.score,
        "section": quote.section,
        "article": card_object(quote.article),
        "also": [_other_telling(other) for other in quote.also],
        "contradicted_by": list(quote.contradicted_by),
    }


def _other_telling(quote: Quote) -> dict[str, Any]:
    """Where another article tells the same: the sentence that does, with its place and its article."""
    start, end = quote.highlights[0] if quote.highlights else (quote.start, quote.end)
    text = quote.text[start - quote.start : end - quote.start]
    return {"text": text, "start": start, "end": end, "article": card_object(quote.article)}


def answer_object(answer: Answer) -> dict[str, Any]:
    """The object of ``sourcier ask --json``."""
    return {
        "question": answer.question,
        "lang": answer.lang,
        "verdict": answer.verdict.value,
        "confidence": answer.confidence,
        "generation": answer.generation,
        "seconds": answer.seconds,
        "understood": answer.understood,
        "items": answer.items,
        "quotes": [quote_object(quote) for quote in answer.quotes],
    }


def explanation_object(explanation: Explanation) -> dict[str, Any]:
    """The object of ``sourcier ask --explain --json``: the answer, then for each thing that was ``looked`` for what was
    found, best first, and what the verdict saw; and what became of what was ``expected``, or null."""
    expected = explanation.expected
    return {
        "answer": answer_object(explanation.answer),
        "looked": [_looked_object(looked) for looked in explanation.looked],
        "expected": {**asdict(expected), "stage": expected.stage.value} if expected is not None else None,
    }


def _looked_object(looked: Looked) -> dict[str, Any]:
    return {
        "question": looked.question,
        "list": looked.a_list,
        "passages": looked.passages,
        "verdict": looked.verdict.value,
        "confidence": round(looked.confidence, 4),
        "found": looked.found,
        "weak": looked.weak,
        "evidence": _rounded(looked.evidence),
        "candidates": [
            {
                "shown": weighed.shown,
                "before_reading": weighed.before_reading,
                "answers": weighed.answers,
                "certain": weighed.certain,
                "parts": _rounded(weighed.parts),
                "quote": quote_object(weighed.quote),
            }
            for weighed in looked.weighed
        ],
    }


def _rounded(figures: Mapping[str, float]) -> dict[str, float]:
    return {name: round(value, 4) for name, value in figures.items()}


def pairs_object(figures: PairFigures, by_kind: Mapping[str, PairFigures]) -> dict[str, Any]:
    """The object of ``sourcier eval --pairs``."""
    return {**asdict(figures), "by_kind": {kind: asdict(its) for kind, its in by_kind.items()}}


def timeline_object(timeline: Timeline) -> dict[str, Any]:
    """The object of ``sourcier timeline --json``; ``entity`` is an id of the list of entities, or null, ``theme``
    whether the subject is no name in the base, ``kind`` the only kind of event asked for, or null, ``possible``
    how many more tellings may be the subject's, ``branches`` of what else that is its the events are told."""
    return {
        "subject": timeline.subject,
        "entity": timeline.entity,
        "theme": timeline.of_theme,
        "kind": timeline.kind.value if timeline.kind else None,
        "possible": timeline.possible,
        "branches": [{"name": branch.name, "count": branch.count} for branch in timeline.branches],
        "events": [_event_object(event, timeline.kind) for event in timeline.events],
    }


def beside_object(two: Beside) -> dict[str, Any]:
    """The object of ``sourcier timeline A --with B --json``: each event has the ``subjects`` that tell it."""
    names = (two.first.subject, two.second.subject)
    return {
        "subjects": [{"subject": one.subject, "entity": one.entity} for one in (two.first, two.second)],
        "events": [
            {
                **_event_object(one.event),
                "subjects": [name for name, told in zip(names, (one.of_first, one.of_second), strict=True) if told],
            }
            for one in two.events
        ],
    }


def _event_object(event: TimelineEvent, only: Happening | None = None) -> dict[str, Any]:
    kind = only or next(iter(event.kinds), None)
    return {
        "date": event.date,
        "precision": event.precision.value,
        "expression": event.expression,
        "label": event.label,
        "kind": kind.value if kind else None,
        "kinds": [one.value for one in event.kinds],
        "marks": event_marks(event),
        "level": level_name(event.level),
        "owned": event.owned,
        "disputed": list(event.disputed),
        "quotes": [quote_object(telling.quote) for telling in event.tellings],
    }


def event_marks(event: TimelineEvent) -> list[str]:
    """What is known beside the date, for programs: "announced", "uncertain" or "denied"; "carried-over" when the name
    is not in the sentence; "owned", "article-date", "disputed"."""
    from index.events.event import Level, Mark

    named = {Mark.ANNOUNCED: "announced", Mark.CONDITIONAL: "uncertain", Mark.NEGATED: "denied"}
    marks = [named[event.mark]] if event.mark in named else []
    if event.level > Level.IN_SENTENCE:
        marks.append("carried-over")
    if event.owned:
        marks.append("owned")
    if all(telling.dated_by_article for telling in event.tellings):
        marks.append("article-date")
    return [*marks, "disputed"] if event.disputed else marks


def level_name(level: Level) -> str:
    """A level for programs: "named", "in-sentence", "carried", "named-before", "named-after" or "topic"."""
    return level.name.lower().replace("_", "-")


def sources_object(cards: Sequence[ArticleCard]) -> list[dict[str, Any]]:
    """The list of ``sourcier sources --json``."""
    return [card_object(card) for card in cards]


def article_object(article: Article) -> dict[str, Any]:
    """The object of ``sourcier article ID --json``: the card and the whole ``"body"``."""
    return {**card_object(article.card), "body": article.body}


def report_object(report: ReindexReport, words: Words) -> dict[str, Any]:
    """The object of ``sourcier reindex --json``; reasons and ``notices``, what was noticed of files read all the same,
    are worded in the reader's language."""
    return {
        "generation": report.generation,
        "articles": {
            "added": list(report.added),
            "updated": list(report.updated),
            "removed": list(report.removed),
            "unchanged": report.unchanged,
            "rejected": [
                {"path": refused.path, "reason": describe_refusal(refused.code, refused.details, words)}
                for refused in report.rejected
            ],
        },
        "passages": report.passages,
        "embedded": report.embedded,
        "seconds": report.seconds,
        "notices": [
            {"path": notice.path, "code": notice.code.value, "notice": describe_notice(notice, words)}
            for notice in report.notices
        ],
    }


def status_object(status: Status, store: StoreSeen | None = None) -> dict[str, Any]:
    """The object of ``sourcier status --json``: the fields of :class:`index.report.Status`, sizes in bytes, and as
    ``store`` those of :class:`index.report.StoreSeen` or null."""
    return {
        "health": status.health.value,
        "generation": status.generation,
        "created": status.created,
        "articles": status.articles,
        "passages": status.passages,
        "rejected": status.rejected,
        "index_bytes": status.index_bytes,
        "model": status.model,
        "model_fingerprint": status.model_fingerprint,
        "dimensions": status.dimensions,
        "languages": dict(status.languages),
        "generations": list(status.generations),
        "damaged": list(status.damaged),
        "history": [generation_object(card) for card in status.history],
        "running": asdict(status.running) if status.running else None,
        "knowledge_dir": status.knowledge_dir,
        "data_dir": status.data_dir,
        "store": asdict(store) if store is not None else None,
    }


def generation_object(card: GenerationCard) -> dict[str, Any]:
    """A kept generation: ``number``, ``created``, ``made_by``, ``articles``, ``passages``, ``rejected``, ``bytes``,
    ``current``."""
    return asdict(card)


def rollback_object(done: Rollback) -> dict[str, Any]:
    """The object of ``sourcier rollback --json``: ``before``, a number or null, and ``generation`` as in the status."""
    return {"before": done.before, "generation": generation_object(done.now)}


def publication_object(done: Publication) -> dict[str, Any]:
    """The object of ``sourcier publish --json``: ``generation``, a number; ``files`` and ``bytes`` of it;
    ``copied_bytes``, of files that were not there yet."""
    return {
        "generation": done.number,
        "files": done.files,
        "bytes": done.bytes,
        "copied_bytes": done.copied_bytes,
    }


def mirroring_object(done: Mirroring) -> dict[str, Any]:
    """The object of ``sourcier mirror --json``: ``before`` and ``generation`` as of a rollback, ``is_new``, whether it
    was not served yet, and ``copied_bytes``."""
    return {
        "before": done.before,
        "generation": generation_object(done.now),
        "is_new": done.is_new,
        "copied_bytes": done.copied_bytes,
    }


def added_object(found: Preview, report: ReindexReport | None, words: Words) -> dict[str, Any]:
    """The object of ``sourcier add --json``: ``article``, a card; ``file``, its name in the articles folder;
    ``format``; ``sections``, ``passages``, texts; ``report`` as of a re-index, null when nothing was written."""
    return {
        "article": card_object(found.card),
        "file": found.path,
        "format": found.format,
        "sections": list(found.sections),
        "passages": [passage.text for passage in found.passages],
        "report": report_object(report, words) if report else None,
    }


def removed_object(removed: Removed, words: Words) -> dict[str, Any]:
    """The object of ``sourcier remove --json``: ``article`` (``id``, ``title``, ``path``, ``removed``), ``days`` that
    it can be restored, ``report`` as of a re-index."""
    report = report_object(removed.report, words)
    return {"article": asdict(removed.article), "days": removed.days, "report": report}


def restored_object(restored: Restored, words: Words) -> dict[str, Any]:
    """The object of ``sourcier restore ID --json``: ``article`` and ``report`` as of ``remove``."""
    return {"article": asdict(restored.article), "report": report_object(restored.report, words)}


def unanswered_object(groups: Sequence[Asked]) -> list[dict[str, Any]]:
    """The list of ``sourcier unanswered --json``: ``{"question", "lang", "guild", "times", "first", "last",
    "answered", "also"}``, like questions together, the oldest first; moments in seconds since 1970."""
    return [
        {
            "question": asked.question.question,
            "lang": asked.question.lang,
            "guild": str(asked.question.guild_id) if asked.question.guild_id else None,
            "times": asked.times,
            "first": asked.first,
            "last": asked.last,
            "answered": asked.answered,
            "also": [one.question for one in asked.others],
        }
        for asked in groups
    ]


def trash_object(trash: Sequence[TrashedArticle]) -> list[dict[str, Any]]:
    """The list of ``sourcier restore --json``: the ``article`` of ``remove``, last removed first."""
    return [asdict(article) for article in trash]


def evaluation_object(evaluation: Evaluation, *, with_errors: bool = False) -> dict[str, Any]:
    """The object of ``sourcier eval --json``: the figures of :class:`index.measuring.figures.Figures` for all
    questions, by language and by kind; ``reliability``, the bins of :class:`index.measuring.reliability.Bin`; and
    ``outcomes``, a ``{"id", "rank", "verdict", "confidence", "highlighted", "first"}`` a question. ``errors``, if asked
    for, is an :func:`error_object` for each question that went wrong."""
    value: dict[str, Any] = {
        "all": asdict(evaluation.all),
        "by_lang": {lang: asdict(figures) for lang, figures in evaluation.by_lang.items()},
        "by_kind": {kind: asdict(figures) for kind, figures in evaluation.by_kind.items()},
        "reliability": [asdict(each) for each in evaluation.reliability],
        "outcomes": [
            {
                "id": outcome.question.id,
                "rank": outcome.rank,
                "verdict": outcome.verdict.value,
                "confidence": outcome.confidence,
                "highlighted": outcome.marked,
                "first": outcome.first.text if outcome.first else None,
            }
            for outcome in evaluation.outcomes
        ],
    }
    if with_errors:
        value["errors"] = [error_object(outcome) for outcome in evaluation.outcomes if outcome.misses]
    return value


def timelines_object(outcomes: Sequence[TimelineOutcome], *, with_errors: bool = False) -> dict[str, Any]:
    """The object of ``sourcier eval --timelines --json``: the figures over all timelines and of each, every share as
    ``{"count", "of", "share"}``. With errors, each timeline has the must events that are ``missed`` and the events
    shown that are ``false``, as ``{"date", "article", "text"}``."""
    from index.evaluation import timeline_figures

    each = []
    for outcome in outcomes:
        told = {"subject": outcome.gold.subject, "lost": outcome.lost, **_timeline_figures(timeline_figures([outcome]))}
        if with_errors:
            told["missed"] = [
                {"date": one.dates[0], "article": one.tellings[0].article, "text": one.tellings[0].sentence}
                for one in outcome.missed
            ]
            told["false"] = [
                {"date": one.date, "article": quote.article.id, "text": quote.text}
                for one in outcome.false
                for quote in (one.tellings[0].quote,)
            ]
        each.append(told)
    return {"all": _timeline_figures(timeline_figures(outcomes)), "timelines": each}


def _timeline_figures(figures: TimelineFigures) -> dict[str, Any]:
    shares = ("found", "named", "not_named", "first_page", "first_list", "right")
    told: dict[str, Any] = {name: _share_object(getattr(figures, name)) for name in shares}
    told["by_tie"] = {tie: _share_object(share) for tie, share in figures.by_tie.items()}
    return {**told, "twice": figures.twice, "finer": figures.finer}


def _share_object(share: Share) -> dict[str, Any]:
    return {"count": share.count, "of": share.of, "share": share.share}


def feeds_object(statuses: Sequence[FeedStatus], visit: Visit | None) -> dict[str, Any]:
    """The object of ``sourcier feeds --json``: ``feeds``, each ``{"url", "title", "read", "due", "articles", "waiting",
    "had", "refused", "failing_since", "reason"}`` with moments as ISO 8601, UTC, or null; after a visit what it
    ``added`` and ``updated`` (ids)."""
    feeds = [
        {
            "url": status.feed.url,
            "title": status.title or None,
            "read": _moment(status.read_at),
            "due": _moment(status.due or None),
            "articles": status.articles,
            "waiting": status.waiting,
            "had": status.had,
            "refused": status.refused,
            "failing_since": _moment(status.failing_since),
            "reason": status.reason,
        }
        for status in statuses
    ]
    told = {} if visit is None else {"added": list(visit.added), "updated": list(visit.updated)}
    return {"feeds": feeds, **told}


def filling_object(filling: Filling) -> dict[str, Any]:
    """The object of ``sourcier add --sitemap --json``: the ids ``added``, how many pages the base ``had`` and how many
    are still ``waiting``, those ``refused`` as ``{"url", "reason"}``."""
    refused = [{"url": url, "reason": reason} for url, reason in filling.refused]
    return {"added": list(filling.added), "had": filling.had, "waiting": filling.waiting, "refused": refused}


def _moment(seconds: float | None) -> str | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


def error_object(outcome: Outcome) -> dict[str, Any]:
    """What went wrong with a question: ``misses`` (values of :class:`index.measuring.outcome.Miss`), and what came
    ``first`` and the ``right`` passage as ``{"rank", "article", "text", "marked", "score", "parts"}`` or null;
    ``parts`` are the signals, each times its weight."""
    return {
        "id": outcome.question.id,
        "lang": outcome.question.lang,
        "kind": outcome.question.kind,
        "question": outcome.question.text,
        "misses": [miss.value for miss in outcome.misses],
        "rank": outcome.rank,
        "verdict": outcome.verdict.value,
        "confidence": outcome.confidence,
        "first": asdict(outcome.first) if outcome.first else None,
        "right": asdict(outcome.right) if outcome.right else None,
    }

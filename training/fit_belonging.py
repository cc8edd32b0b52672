"""Fit how likely an event is told of somebody (index/events/whose/belonging.json; belonging_asked.json for who is asked
for and no list holds), on labelled timelines.

    python training/fit_belonging.py --stories STORIES.jsonl.gz --gold GOLD.jsonl [--folders FOLDER…] [--try]

Stories label the events of their subject, gold timelines those of some names of knowledge/; folders of other
subjects (``articles/``, ``timelines.jsonl``) those of some that no list holds, told beside others. Stories whose digest
holds them out (``benchmarks/told_timelines.py``) take no part. A dated sentence that a story does not list may still
be its subject's and is left aside; counter-examples are the names beside the subject. With ``--try`` nothing is
written: subjects are left out in turn, and the figures are of those left out.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

ROOT = Path(__file__).parents[1]
OURS = Path(__file__).with_name("whose_events.jsonl")
sys.path.insert(0, str(ROOT / "benchmarks"))

from bases import index_folder  # noqa: E402
from labelled_events import ELSEWHERE  # noqa: E402
from told_timelines import LIMIT, read_stories  # noqa: E402

from index.article import Article, ArticleCard  # noqa: E402
from index.articles.folder import read_folder  # noqa: E402
from index.edtf import first_day, last_day  # noqa: E402
from index.encoder.encoder import Encoder  # noqa: E402
from index.encoder.model import find_model  # noqa: E402
from index.entities.asked_for import entity_asked_for  # noqa: E402
from index.entities.book.entity import Entity, EntityBook, Kind  # noqa: E402
from index.entities.book.folder import listed_entities  # noqa: E402
from index.entities.wording import Wording  # noqa: E402
from index.events.event import Level  # noqa: E402
from index.events.whose.belonging import NEARBY, features  # noqa: E402
from index.events.whose.evidence import Signals  # noqa: E402
from index.events.whose.extraction import EventExtractor, Weighed  # noqa: E402
from index.measuring.gold_timelines import GoldEvent, read_timelines  # noqa: E402
from index.unlisted.asked import rereadings  # noqa: E402

_BYSTANDERS = {Level.TOPIC: 0.3, Level.NAMED_BEFORE: 0.2, Level.NAMED_AFTER: 0.2}
"""What a name beside a story's subject weighs as one whose event it is not, when its sentence does not name it."""
_TOLD_PLAINLY = 2.0
"""What an event that a story tells of its subject weighs: most are told without its name."""
_OURS = 3.0
"""What an example written for a case weighs."""
_FALSE = 3.0
"""What an event that a gold timeline does not list weighs: to show it is worse than to leave one out."""
_SURELY = 0.5


@dataclass(frozen=True)
class Example:
    """A candidate for an event: what speaks for it, whether the event is its, how much the example counts, and of which
    subject or folder it is."""

    signals: Signals
    right: bool
    weight: float
    group: str
    level: Level

    @property
    def kind(self) -> str:
        """Where it is from."""
        kind, _, rest = self.group.partition("-")
        if rest and kind in ("gold", "ours", "elsewhere"):
            return kind
        return "stories" if self.right else "beside"


@dataclass(frozen=True)
class Fitted:
    """Weights to be written to ``name``: for who is ``asked_for``, where they are not spoken of, or for anybody; what
    the examples of each kind count for; and how far weights are held small."""

    name: str
    asked_for: bool
    counts: Mapping[str, float]
    strength: float

    def is_fitted_on(self, one: Example) -> bool:
        """Whether an example is of those."""
        return self.counts.get(one.kind, 0.0) > 0 and (not self.asked_for or one.level in NEARBY)


FITTED = (
    Fitted("belonging.json", False, {"stories": 1.0, "beside": 1.0, "gold": 1.0, "ours": 1.0}, 0.5),
    # who is asked for is seldom a bystander
    Fitted(
        "belonging_asked.json", True, {"stories": 1.5, "beside": 0.4, "gold": 0.5, "ours": 0.5, "elsewhere": 1.0}, 0.03
    ),
)


def main(options: argparse.Namespace) -> int:
    """Fit on all examples, print the figures of subjects left out, write the weights."""
    folders = (one for folder in options.folders for one in _of_folder(folder))
    examples = [*_of_stories(options.stories), *_of_knowledge(options.gold), *folders, *_ours()]
    for fitted in FITTED:
        weights = _fit(fitted, examples)
        if not options.trying:
            written = json.dumps(weights, indent=1, sort_keys=True) + "\n"
            (ROOT / "index" / "events" / "whose" / fitted.name).write_text(written, encoding="utf-8")
    return 0


def _fit(fitted: Fitted, all_examples: Sequence[Example]) -> dict[str, float]:
    examples = [one for one in all_examples if fitted.is_fitted_on(one)]
    told = [dict(features(_as_weighed(one.signals, fitted))) for one in examples]
    names = sorted({name for one in told for name in one})
    matrix = np.array([[one.get(name, 0.0) for name in names] for one in told])
    right = np.array([one.right for one in examples])
    weight = np.array([one.weight * fitted.counts[one.kind] for one in examples])
    groups = np.array([one.group for one in examples])
    print(f"\n{fitted.name}: {len(examples)} examples, {right.sum()} right, {len(set(groups))} subjects or folders")
    likely = np.zeros(len(examples))
    for others, left_out in GroupKFold(10).split(matrix, right, groups):
        model = _model(fitted).fit(matrix[others], right[others], weight[others])
        likely[left_out] = model.predict_proba(matrix[left_out])[:, 1]
    _report(examples, likely, right)
    model = _model(fitted).fit(matrix, right, weight)
    weights = {"bias": round(float(model.intercept_[0]), 3)}
    return weights | {name: round(float(value), 3) for name, value in zip(names, model.coef_[0], strict=True)}


def _as_weighed(signals: Signals, fitted: Fitted) -> Signals:
    return signals if fitted.asked_for else replace(signals, dwelt=None, told=None, company=None)


def _model(fitted: Fitted) -> LogisticRegression:
    return LogisticRegression(C=fitted.strength, max_iter=5000)


def _of_stories(path: Path) -> Iterator[Example]:
    stories = read_stories(path)
    by_id = {article.card.id: article for article in stories.articles}
    for gold in stories.seen:
        story = gold.events[0].tellings[0].article.rpartition("-")[0]
        articles = [article for name, article in by_id.items() if name.rpartition("-")[0] == story]
        entity = entity_asked_for(gold.query)
        if entity is None:
            continue
        extractor = EventExtractor(Wording(EntityBook([entity])))
        for article in articles:
            for one in extractor.weighed(article):
                if one.key == entity.id:
                    if _is_right(one, article, gold.events):
                        yield _example(one, True, _TOLD_PLAINLY, story)
                elif one.level in _BYSTANDERS and _is_aside(one):
                    yield _example(one, False, _BYSTANDERS[one.level], story)


def _of_knowledge(path: Path) -> Iterator[Example]:
    knowledge = ROOT / "knowledge"
    book = listed_entities(knowledge, LIMIT).book
    wording = Wording(book)
    extractor = EventExtractor(wording)
    weighed = [
        (file.article, one)
        for file in read_folder(knowledge, max_bytes=LIMIT).files
        for one in extractor.weighed(file.article)
    ]
    subjects: set[str] = set()
    for gold in read_timelines(path):
        mention = wording.finder.named(gold.query)
        if mention is None:
            continue
        family = book.family(mention.entity_id)
        subjects |= family
        for article, one in weighed:
            if one.key in family:
                is_right = _is_right(one, article, gold.events)
                yield _example(one, is_right, 1.0 if is_right else _FALSE, f"gold-{gold.subject}")
    for article, one in weighed:
        if one.key not in subjects and one.level in _BYSTANDERS and _is_aside(one):
            yield _example(one, False, _BYSTANDERS[one.level], article.card.id)


def _of_folder(folder: Path) -> Iterator[Example]:
    encoder = Encoder(find_model(None))

    def meanings(texts: Sequence[str]) -> np.ndarray:
        return encoder.passages(texts).vectors

    with tempfile.TemporaryDirectory() as scratch:
        generation = index_folder(folder / "articles", Path(scratch), encoder)
        for gold in read_timelines(folder / "timelines.jsonl"):
            for read in rereadings(gold.query, generation.wording, generation.texts, meanings) or ():
                for one in read.weighed():
                    if one.key == read.entity.id:
                        is_right = _is_right(one, read.article, gold.events)
                        yield _example(one, is_right, 1.0, f"elsewhere-{folder.name}")


def _is_aside(one: Weighed) -> bool:
    """Whether a name is surely no subject of its article: a person, or named further down alone."""
    standing = one.signals.standing
    return standing.like_person or not (standing.in_title or standing.in_first_paragraph)


def _ours() -> Iterator[Example]:
    """Short articles of our own that tell of one date: whose it is and whose it is not."""
    for number, line in enumerate(OURS.read_text(encoding="utf-8").splitlines()):
        record = json.loads(line)
        listed = [Entity(name.casefold(), name, _kind(name)) for name in [*record["whose"], *record["not"]]]
        card = ArticleCard(f"ours-{number}", record["title"], "2024-06-10", None, None, "a.md", record["lang"])
        extractor = EventExtractor(Wording(EntityBook(listed)))
        for one in extractor.weighed(Article(card, record["text"])):
            if one.key in {entity.id for entity in listed}:
                is_right = one.key in {name.casefold() for name in record["whose"]}
                yield _example(one, is_right, _OURS, f"ours-{number}")


def _kind(name: str) -> Kind:
    return Kind.PERSON if " " in name and not name.startswith("The") else Kind.COMPANY


def _example(one: Weighed, right: bool, weight: float, group: str) -> Example:
    return Example(one.signals, right, weight, group, one.level)


def _is_right(one: Weighed, article: Article, events: Sequence[GoldEvent]) -> bool:
    """Whether a gold event is told by that sentence at that date."""
    return any(
        telling.article == article.card.id
        and (start := article.body.find(telling.sentence)) >= 0
        and one.sentence[0] < start + len(telling.sentence)
        and start < one.sentence[1]
        and any(_overlap(one.date, date) for date in event.dates)
        for event in events
        for telling in event.tellings
    )


def _overlap(one: str, other: str) -> bool:
    return first_day(one) <= last_day(other) and first_day(other) <= last_day(one)


def _report(examples: Sequence[Example], likely: np.ndarray, right: np.ndarray) -> None:
    for kind in (("stories", "beside"), ("gold",), ("elsewhere",), ("ours",)):
        for level in [None, *Level]:
            chosen = [one.kind in kind and level in (None, one.level) for one in examples]
            mask = np.array(chosen)
            if not mask.any() or right[mask].all() or not right[mask].any():
                continue
            shown = likely[mask] >= _SURELY
            found = (shown & right[mask]).sum()
            print(
                f"{kind[0]:9} {level.name.lower() if level else 'all':13} n {mask.sum():4} right {right[mask].sum():4} "
                f"precision {found / max(1, shown.sum()):.3f} recall {found / right[mask].sum():.3f} "
                f"AUROC {roc_auc_score(right[mask], likely[mask]):.3f}"
            )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=Path, required=True)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--folders", type=Path, nargs="*", default=ELSEWHERE)
    parser.add_argument("--try", dest="trying", action="store_true")
    sys.exit(main(parser.parse_args()))

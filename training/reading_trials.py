"""Labelled questions asked of bases, their first passages read: what the reading side of the calibration is fitted on.

    python training/reading_trials.py --sources SOURCES --to TRIALS.pickle [--knowledge knowledge] [--only KIND…]
        [--folders FOLDER…]

The bases are those of ``bases.py``, some in part, and those of the dossiers and stories set aside from the reader.
Reading takes most of the time, some hours of one core for all of it; what was read is kept beside the trials, by the
reader's fingerprint, so that the next run reads only what is new. Two runs side by side,
each with ``--only`` a kind of bases, take both cores.
"""

from __future__ import annotations

import argparse
import hashlib
import pickle
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bases import Base, elsewhere_bases, hollowed_bases, index_folder, partial_bases, whole_bases
from invented import Invented, labels_of, read_dossiers, read_stories, write_articles
from questions_asked import asked_of, question_vectors

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from labelled_events import ELSEWHERE

from index.calibration.calibration import Calibration, calibration_for
from index.demands.told import Fit
from index.encoder.encoder import EncodedQuestion, Encoder
from index.encoder.model import find_model
from index.judging.fitting.demanded import Demanded
from index.judging.fitting.passage import Fitting, is_contrary
from index.judging.highlight import shares_read
from index.judging.verdict import has_names
from index.measuring.labelled import LabelledQuestion, is_right, labelled
from index.question.forms.listed import wants_list
from index.ranking.search import Hit, search
from index.ranking.signals import SentenceSignals, SignalReader, Signals
from index.reading.first import LOOKED_THROUGH, FirstReader
from index.reading.model import SHIPPED, ReaderFiles
from index.reading.page import Page
from index.reading.reader import Reader
from index.reading.reading import Reading
from index.talk.core import core_of

PARTS = ("told", "invented", "elsewhere")
"""Bases on what happened (knowledge/, PIAF, press), on what is invented, and folders of other subjects."""
MAY_COME_FIRST, OF_SCORE = 5, 2.0
"""Passages of a question that weights may put first, by what they answer and so many times their score, since the
weights are not known yet: among five are, for 998 in 1000 questions, the three that are read again in the end."""


@dataclass(frozen=True, slots=True)
class TriedSentence:
    """A sentence of a passage that was read: its signals, how likely the answer starts there (logarithm), whether it
    holds the answer."""

    signals: SentenceSignals
    read: float
    right: bool


@dataclass(frozen=True, slots=True)
class TriedHit:
    """A passage found: its score unread, its signals, whether it has every name asked for, whether it is right; and
    when it was read, what the reader says, of those that may come first of the sentences around the answer too, how
    well it meets what the question demands, and whether it tells the contrary of it."""

    score: float
    signals: Signals
    named: bool
    right: bool
    date: str
    answers: float | None
    certain: float
    around: tuple[float, float] | None
    sentences: tuple[TriedSentence, ...]
    fit: Fit
    contrary: bool


@dataclass(frozen=True, slots=True)
class ReadTrial:
    """A question asked of a base."""

    question: str
    typed: str
    kind: str
    base: str
    own: bool
    answerable: bool
    hits: tuple[TriedHit, ...]


class KeptReadings:
    """A reader that remembers, on disk, what it read."""

    def __init__(self, reader: Reader, path: Path) -> None:
        self._reader, self._path = reader, path
        self.fingerprint = reader.fingerprint
        self._kept: dict[bytes, Reading] = {}
        if path.exists():
            fingerprint, kept = pickle.loads(path.read_bytes())
            self._kept = kept if fingerprint == self.fingerprint else {}

    def read(self, question: str, pages: Sequence[Page]) -> list[Reading]:
        """As :meth:`Reader.read`."""
        keys = [hashlib.sha256(repr((question, page)).encode()).digest()[:12] for page in pages]
        unread = [place for place, key in enumerate(keys) if key not in self._kept]
        found = self._reader.read(question, [pages[place] for place in unread])
        self._kept.update(zip((keys[place] for place in unread), found, strict=True))
        return [self._kept[key] for key in keys]

    def save(self) -> None:
        """Write what was read."""
        self._path.write_bytes(pickle.dumps((self.fingerprint, self._kept)))


def main() -> int:
    """Ask, read, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sources", type=Path, required=True)
    parser.add_argument("--knowledge", type=Path, default=Path("knowledge"))
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--only", choices=PARTS, nargs="*", default=PARTS, help="bases of these kinds")
    parser.add_argument("--folders", type=Path, nargs="*", default=ELSEWHERE, help="folders of other subjects")
    arguments = parser.parse_args()
    arguments.to.parent.mkdir(parents=True, exist_ok=True)
    encoder = Encoder(find_model(None))
    calibration = calibration_for(encoder.model.fingerprint)
    kept = KeptReadings(Reader(ReaderFiles(SHIPPED)), arguments.to.with_suffix(".read"))
    vectors: dict[str, EncodedQuestion] = {}
    trials: list[ReadTrial] = []
    with tempfile.TemporaryDirectory() as scratch:
        of = Sources(arguments.sources, arguments.knowledge, tuple(arguments.folders))
        for base in bases(of, Path(scratch), encoder, arguments.only):
            typed = [question.text for question in base.questions]
            base = replace(base, questions=[replace(each, text=core_of(each.text)) for each in base.questions])
            vectors.update(question_vectors([base], encoder, vectors))
            for number, question in enumerate(base.questions):
                trials += tried(base, question, typed[number], vectors, calibration, kept)
                if number % 200 == 199:
                    print(f"  {base.name}: {number + 1} of {len(base.questions)}", file=sys.stderr, flush=True)
            arguments.to.write_bytes(pickle.dumps(trials))
            kept.save()
            print(f"{base.name}: {len(trials)} trials", flush=True)
    return 0


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the bases come from: the data, the articles of knowledge/, and ``folders`` of other subjects."""

    data: Path
    knowledge: Path
    folders: tuple[Path, ...] = ELSEWHERE


def bases(sources: Sources, scratch: Path, encoder: Encoder, only: Sequence[str] = PARTS) -> Iterator[Base]:
    """The bases, the most telling ones first."""
    if "elsewhere" in only:
        yield from elsewhere_bases(sources.folders, scratch, encoder)
    if "invented" in only:
        yield from _invented_bases(sources.data, scratch, encoder)
    if "told" in only:
        yield from _told_bases((sources.data / "data", sources.knowledge, scratch, encoder))


def _invented_bases(sources: Path, scratch: Path, encoder: Encoder) -> Iterator[Base]:
    ours = sorted(Path(__file__).parent.glob("stories_*.jsonl"))
    stories = read_stories([sources / "training" / "stories.jsonl.gz", *ours])
    yield invented_base("stories", stories, scratch, encoder, 1)
    yield invented_base("dossiers", read_dossiers(sources / "training" / "dossiers.jsonl.gz"), scratch, encoder, 4)


def _told_bases(folders: tuple[Path, Path, Path, Encoder]) -> Iterator[Base]:
    yield from whole_bases(*folders)
    hollowed = list(hollowed_bases(*folders))
    yield from (base for base in hollowed if base.own)
    for number, base in enumerate(partial_bases(*folders)):
        if number % 4 in (0, 3):
            yield base


def invented_base(name: str, invented: Invented, scratch: Path, encoder: Encoder, one_in: int) -> Base:
    """The articles set aside, with one in so many of the questions on them."""
    asked = [question for question in invented.questions if question.aside]
    articles = {article.id: article for article in invented.articles}
    wanted = {question.article.rpartition("-")[0] if name == "stories" else question.article for question in asked}
    kept = [each for key, each in articles.items() if (key.rpartition("-")[0] if name == "stories" else key) in wanted]
    write_articles(kept, scratch / name)
    records = [labelled(labels_of(each, articles)) for each in asked[::one_in]]
    return Base(name, index_folder(scratch / name, scratch / f"{name}-index", encoder), records, own=False)


def tried(
    base: Base,
    question: LabelledQuestion,
    typed: str,
    vectors: dict[str, EncodedQuestion],
    calibration: Calibration,
    reader: KeptReadings,
) -> Iterator[ReadTrial]:
    """The core of what was ``typed``, asked and read; nothing when nothing is found."""
    query = asked_of(base, question, vectors)
    hits = search(base.generation, query, calibration, LOOKED_THROUGH)
    if not hits:
        return
    asked = base.generation.spelling.corrected(question.text, question.lang)
    first = FirstReader(reader, 1e6)  # type: ignore[arg-type]
    read = first.read(asked, hits)
    likely = sorted(read, key=lambda hit: -read[hit].answers - OF_SCORE * hit.score)[:MAY_COME_FIRST]
    around: dict[Hit, Reading] = {}
    for hit in likely:
        around |= first.read_around(asked, [hit], read)
    told = SignalReader(base.generation, query)
    fitting = Fitting(Demanded(question.text, question.lang, a_list=wants_list(question.text)))
    yield ReadTrial(
        query.text,
        typed,
        question.kind or "",
        base.name,
        base.own,
        question.answerable or any(is_right(question, hit) for hit in hits),
        tuple(_tried(question, hit, read.get(hit), around.get(hit), told, fitting) for hit in hits),
    )


def _tried(
    question: LabelledQuestion,
    hit: Hit,
    reading: Reading | None,
    around: Reading | None,
    told: SignalReader,
    fitting: Fitting,
) -> TriedHit:
    sentences: Iterable[TriedSentence] = ()
    if reading is not None:
        passage = hit.indexed.passage
        signals = told.read_sentences(hit.row, hit.indexed)
        sentences = [
            TriedSentence(
                its,
                share,
                question.answered_by(text),
            )
            for its, share, text in zip(signals, shares_read(passage, reading), passage.sentence_texts(), strict=True)
        ]
    return TriedHit(
        hit.score,
        hit.signals,
        has_names(hit),
        is_right(question, hit),
        hit.indexed.card.date or "",
        reading.answers if reading else None,
        reading.certain if reading else 0.0,
        (around.answers, around.certain) if around else None,
        tuple(sentences),
        fitting.of(hit, reading),
        reading is not None and is_contrary(question.text, question.lang, hit, reading),
    )


if __name__ == "__main__":
    sys.exit(main())

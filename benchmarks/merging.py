"""Which tellings are the same event: precision and recall over every two tellings of a subject whose dates overlap.

    python benchmarks/merging.py [--stories STORIES.jsonl.gz] [--folders FOLDER…] [--errors]

The labels are those of ``benchmarks/labelled_events.py``. What is kept aside (some articles of knowledge/, some
stories) was neither fitted with nor looked at after it was labelled; ``--errors`` shows the others'.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from labelled_events import ELSEWHERE, KINDS, LabelledPair, LabelledTimeline, labelled_pairs, labelled_timelines

from index.tellings.agreement import SAME, agreement
from index.tellings.comparable import Comparable
from index.tellings.merging import merged


def print_figures(pairs: Sequence[LabelledPair], likely: Mapping[int, float]) -> None:
    """Print precision and recall over ``pairs``, by kind; ``likely`` holds the agreement of each, by its place."""
    rows = [("all", range(len(pairs)))]
    rows += [(kind, [place for place, pair in enumerate(pairs) if pair.kind == kind]) for kind in KINDS]  # type: ignore[list-item]
    for name, places in rows:
        weights = {place: pairs[place].weight for place in places}
        merging = {place: weight for place, weight in weights.items() if likely[place] >= SAME}
        same = sum(weight for place, weight in weights.items() if pairs[place].same)
        right = sum(weight for place, weight in merging.items() if pairs[place].same)
        shares = f"precision {right / (sum(merging.values()) or 1):.3f}  recall {right / (same or 1):.3f}"
        print(f"  {name:18} {sum(weights.values()):5.0f} pairs, {same:4.0f} the same  {shares}")


def print_errors(pairs: Iterable[LabelledPair], likely: Mapping[int, float]) -> None:
    """Print the pairs that are merged or kept apart wrongly."""
    for place, pair in enumerate(pairs):
        if pair.same != (likely[place] >= SAME):
            print(f"{pair.subject} {likely[place]:.2f} {'not merged' if pair.same else 'merged'}")
            for event in (pair.one.event, pair.other.event):
                print(f"    {event.article_id} {event.date} {' '.join(event.actions)} | {' '.join(event.said)}")


def print_entries(timelines: Iterable[LabelledTimeline], *, errors: bool) -> None:
    """Merge whole timelines, and print how many entries tell again what another tells, and how many tell two events;
    what comes up for several subjects counts once."""
    shown = 0
    found: dict[str, dict[tuple[object, ...], str]] = {"told twice": {}, "wrongly merged": {}}
    for timeline in timelines:
        labels = {id(one): label for one, label in timeline.tellings if label is not None}
        told: dict[int, Comparable] = {}
        for group in merged([one for one, _ in timeline.tellings]):
            shown += 1
            its = [one for one in group if id(one) in labels]
            perhaps = {labels[id(one)].perhaps for one in its}
            events = {event: one for one in its if (event := labels[id(one)].event) not in perhaps}
            if len(events) > 1:
                found["wrongly merged"][_key(its)] = _written(timeline, its)
            for event, one in events.items():
                if event in told:
                    found["told twice"][_key((told[event], one))] = _written(timeline, (told[event], one))
                told.setdefault(event, one)
    print(f"  {shown} entries; " + ", ".join(f"{name} {len(its)}" for name, its in found.items()))
    for name, wrong in found.items() if errors else ():
        print("\n".join(f"{name}: {one}" for one in wrong.values() if one))


def _key(tellings: Iterable[Comparable]) -> tuple[object, ...]:
    return tuple(sorted((one.event.article_id, one.event.expression) for one in tellings))


def _written(timeline: LabelledTimeline, tellings: Sequence[Comparable]) -> str:
    """Empty where anything is kept aside."""
    if any(timeline.is_aside(one.event.article_id) for one in tellings):
        return ""
    lines = (f"    {one.event.article_id} {one.event.date} | {' '.join(one.event.said)}" for one in tellings)
    return "\n".join([timeline.subject, *lines])


def main(options: argparse.Namespace) -> int:
    timelines, found = labelled_timelines(options.stories, options.folders)
    pairs = labelled_pairs(timelines)
    print(f"tellings found: {found}")
    for name, aside in (("seen", False), ("kept aside", True)):
        its = [pair for pair in pairs if pair.is_kept_aside == aside]
        likely = {place: agreement(pair.one, pair.other) for place, pair in enumerate(its)}
        print(name)
        print_figures(its, likely)
        if options.errors and not aside:
            print_errors(its, likely)
    print("whole timelines")
    print_entries(timelines, errors=options.errors)
    return 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=Path)
    parser.add_argument("--folders", type=Path, nargs="*", default=ELSEWHERE, help="folders of other subjects")
    parser.add_argument("--errors", action="store_true")
    sys.exit(main(parser.parse_args()))

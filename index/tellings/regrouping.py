"""Groups after some tellings came, went or are compared by something else: what these cannot reach stays as it was.

Tellings are merged in one order, finely dated ones first. Each is taken again in that order; where no group that it
could join differs from what it was at that moment, it goes where it went before, and nothing of it but its date is
looked at. So the groups are those of merging all anew, which ``tests/index/tellings/test_regrouping.py`` holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import groupby

from index.tellings.comparable import Copied, Dated
from index.tellings.merging import Copies, Group, Groups, agreement_with, turn
from index.tellings.told import Tellings


@dataclass(frozen=True, slots=True)
class Before:
    """How it was: the dates of all tellings by row, their groups, and the tellings as they were compared."""

    dates: Mapping[int, Dated]
    groups: Sequence[Sequence[int]]
    told: Tellings


def regrouped(dates: Iterable[Dated], told: Tellings, before: Before, anew: Set[int]) -> list[Group]:
    """As :func:`index.tellings.merging.grouped`, from how it was ``before``; ``anew`` are the rows that came, or that
    are compared by something else than before. A row that is in neither has the telling that it had."""
    return _Regrouping(told, before, anew).of({one.row: one for one in dates})


@dataclass(frozen=True, slots=True)
class _Step:
    """A telling when it is its turn: ``is_there`` or only was; ``is_steady`` when it is there as it was."""

    one: Dated
    is_steady: bool
    is_there: bool

    @property
    def was_there(self) -> bool:
        """Whether it was there before."""
        return self.is_steady or not self.is_there


class _Regrouping:
    """One pass through all tellings, those that are there and those that were."""

    def __init__(self, told: Tellings, before: Before, anew: Set[int]) -> None:
        self._told = told
        self._before = before
        self._anew = anew
        self._was_in = {row: group for group in before.groups for row in group}
        self._groups = Groups(told)
        self._begun: dict[int, Group] = {}
        """By the row of their first telling."""
        self._changed: dict[int, Group] = {}
        """By their place, those that are not what they were."""
        self._reached: set[tuple[int, int]] = set()
        """The days of what changed: whatever overlaps none of them finds all as it was."""

    def of(self, now: Mapping[int, Dated]) -> list[Group]:
        steps = [_Step(one, row in self._before.dates and row not in self._anew, True) for row, one in now.items()]
        steady = {step.one.row for step in steps if step.is_steady}
        steps += [_Step(one, False, False) for row, one in self._before.dates.items() if row not in steady]
        for _, together in groupby(sorted(steps, key=lambda step: turn(step.one)), key=lambda step: step.one.date):
            of_date = list(together)
            if all(step.is_steady for step in of_date) and not self._is_reached(of_date[0].one):
                for step in of_date:
                    self._put_where_it_was(step.one)
            else:
                self._merge(of_date)
        return self._groups.every

    def _is_reached(self, one: Dated) -> bool:
        return any(begin <= one.end and one.begin <= end for begin, end in self._reached)

    def _put_where_it_was(self, one: Dated) -> None:
        group = self._was_in.get(one.row)
        if group is None:  # a copy that is left out
            return
        if group[0] == one.row:
            self._begun[one.row] = self._groups.begin(one)
        else:
            self._begun[group[0]].add(one)

    def _merge(self, of_date: Sequence[_Step]) -> None:
        """Take tellings of one date, each looked at again."""
        self._told.ready(step.one.row for step in of_date if step.is_there)
        copies, had = Copies(self._told), set[Copied]()
        for step in of_date:
            told = self._told if step.is_there else self._before.told
            copied = told[step.one.row].copied
            group = self._joined(step, copies, copied not in had) if step.is_there else None
            if step.was_there:
                had.add(copied)
            self._compare(step, group)

    def _joined(self, step: _Step, copies: Copies, was_first: bool) -> Group | None:
        """The group that a telling joins or begins; None for a copy that is left out. Whether it ``was_first`` of its
        copies, if it was there."""
        one = step.one
        copy = copies.take(one)
        if copy.is_copy:
            return copy.group
        candidates = self._candidates(one) if step.is_steady and was_first else None
        if candidates is None:
            candidates = self._groups.overlapping(one)
            self._told.ready(row for group in candidates for row in group.rows)
        group = self._groups.take(one, candidates)
        self._begun.setdefault(group.first.row, group)
        copies.note(one, group)
        return group

    def _candidates(self, one: Dated) -> list[Group] | None:
        """The groups one of which ``one`` joins now, if any, when it was compared with all of them before: where it
        was, and those that changed. None where that can't be told: it agrees less with where it was."""
        changed = [group for _, group in sorted(self._changed.items()) if group.overlaps(one)]
        was = self._was_in[one.row]
        if was[0] == one.row:
            return changed
        group = self._begun.get(was[0])
        if group is None or was[0] in self._anew or not group.overlaps(one):
            return None
        if group.place not in self._changed:
            return sorted([group, *changed], key=lambda each: each.place)
        self._told.ready(group.rows)
        then = agreement_with([self._before.told[row] for row in was[: was.index(one.row)]], self._told[one.row])
        return changed if group.agreement(one) >= then else None

    def _compare(self, step: _Step, group: Group | None) -> None:
        """Note what is not as it was, with a telling in ``group`` now."""
        was = self._was_in.get(step.one.row) if step.was_there else None
        if step.is_steady and (was[0] if was else None) == (group.first.row if group else None):
            return
        if was is not None:
            self._note(self._begun.get(was[0]), self._before.dates[was[0]])
        if group is not None:
            self._note(group, group.first)

    def _note(self, group: Group | None, first: Dated) -> None:
        self._reached.add((first.begin, first.end))
        if group is not None:
            self._changed[group.place] = group

"""Average-link clustering over a sparse graph of scored pairs."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

LARGEST = 500
"""Members of a group. More report no one happening that anyone could look through, and what an
article is held against would grow with the square of them."""

_Link = tuple[float, int]  # sum of scores between two clusters, and how many there are
_Times = tuple[datetime, datetime]  # of the first and the last member


class Clusters:
    """Groups that grow by joining the two with the highest mean score between them.

    ``labels`` bind: articles of one label start in one group, groups of two labels never
    join. ``scores`` are pairs of articles with what is known of them, in order; what is not
    scored counts neither way. ``times`` of publication keep articles apart that are more than
    ``within`` from one another, whatever undated ones they share, unless a label joins them. No
    group grows beyond `LARGEST` members.
    """

    def __init__(
        self,
        labels: Sequence[str | None],
        scores: Iterable[tuple[int, int, float]],
        *,
        times: Sequence[datetime | None] = (),
        within: timedelta = timedelta.max,
    ) -> None:
        self._members: dict[int, list[int]] = {}
        self._label: dict[int, str | None] = {}
        self._times: dict[int, _Times] = {}
        self._within = within
        home = self._start(labels)
        for index, time in enumerate(times):
            if time is not None:
                self._spread(home[index], (time, time))
        self._links: dict[int, dict[int, _Link]] = {group: {} for group in self._members}
        for one, other, score in scores:
            self._add(home[one], home[other], (score, 1))

    def _start(self, labels: Sequence[str | None]) -> list[int]:
        first: dict[str, int] = {}
        home = [index if label is None else first.setdefault(label, index)
                for index, label in enumerate(labels)]  # fmt: skip
        for index, group in enumerate(home):
            self._members.setdefault(group, []).append(index)
            self._label[group] = labels[index]
        return home

    def _add(self, one: int, other: int, link: _Link) -> None:
        if one == other or self._apart(one, other):
            return
        total, count = self._links[one].get(other, (0.0, 0))
        merged = (total + link[0], count + link[1])
        self._links[one][other] = self._links[other][one] = merged

    def _apart(self, one: int, other: int) -> bool:
        labels = {self._label[one], self._label[other]} - {None}
        if len(labels) > 1:
            return True
        mine, theirs = self._times.get(one), self._times.get(other)
        if mine is None or theirs is None:
            return False
        return max(mine[1] - theirs[0], theirs[1] - mine[0]) > self._within

    def _spread(self, group: int, times: _Times) -> None:
        """Take ``times`` into those of a group."""
        known = self._times.get(group, times)
        self._times[group] = min(known[0], times[0]), max(known[1], times[1])

    def join(self, threshold: float) -> tuple[tuple[int, ...], ...]:
        """Join while the best mean score is at least ``threshold``; the groups, in order."""
        known = ((one, other) for one, links in self._links.items() for other in links)
        heap = [self._entry(one, other) for one, other in known if one < other]
        heapq.heapify(heap)
        while heap and -heap[0][0] >= threshold:
            entry = heapq.heappop(heap)
            if entry == self._entry_now(entry) and self._fit(entry[1], entry[2]):
                for other in self._merge(entry[1], entry[2]):
                    heapq.heappush(heap, self._entry(entry[1], other))
        return tuple(sorted(tuple(sorted(group)) for group in self._members.values()))

    def _entry(self, one: int, other: int) -> tuple[float, int, int]:
        total, count = self._links[one][other]
        return -total / count, min(one, other), max(one, other)

    def _entry_now(self, entry: tuple[float, int, int]) -> tuple[float, int, int] | None:
        """The entry as it stands, None if either group is gone."""
        _, one, other = entry
        known = other in self._links.get(one, {})
        return self._entry(one, other) if known else None

    def _fit(self, one: int, other: int) -> bool:
        return len(self._members[one]) + len(self._members[other]) <= LARGEST

    def _merge(self, keep: int, gone: int) -> list[int]:
        """Take ``gone`` into ``keep``; the groups whose link to ``keep`` is another now."""
        self._members[keep] += self._members.pop(gone)
        before = self._label[keep], self._times.get(keep)
        self._label[keep] = self._label[keep] or self._label[gone]
        if gone in self._times:
            self._spread(keep, self._times.pop(gone))
        inherited = self._links.pop(gone)
        del inherited[keep]
        del self._links[keep][gone]
        for other, link in sorted(inherited.items()):
            del self._links[other][gone]
            self._add(keep, other, link)
        if before != (self._label[keep], self._times.get(keep)):
            self._part(keep)
        return sorted(inherited.keys() & self._links[keep].keys())

    def _part(self, group: int) -> None:
        """Forget the links to groups of another label or time."""
        for other in [other for other in self._links[group] if self._apart(group, other)]:
            del self._links[group][other]
            del self._links[other][group]

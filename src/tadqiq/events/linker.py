"""Articles to events, one by one as they come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import numpy as np

from ..model import Event
from .candidates import NEIGHBOURS, RARE, WINDOW, in_window
from .cluster import Clusters
from .likeness import Likeness
from .link import SAME, link
from .rarity import Rarity
from .traits import FloatMatrix, Traits
from .voices import voices

_GROWTH = 1.25  # of the articles, after which rarity is counted again
_FIRST = 256  # rows that are reserved for vectors


class Linker:
    """Events while articles come in.

    An article joins or opens an event at once, by what is known so far: a word is rare against
    the articles seen until then. ``events`` settles: it is what ``link`` makes of the same
    articles as one batch, in whatever order they came.
    """

    def __init__(self, articles: Iterable[Traits] = ()) -> None:
        self._articles: list[Traits] = []
        self._means: FloatMatrix | None = None
        self._postings: dict[int, list[int]] = defaultdict(list)
        self._scores: dict[int, dict[int, float]] = {}
        self._of_event: dict[str, list[int]] = defaultdict(list)
        self._likeness = Likeness(Rarity(()))
        self._counted = 0
        for article in articles:
            self._enter(article)

    def add(self, article: Traits) -> Event:
        """The event that the article joins, or the one that it opens, with all its members.

        An event is named as its sender does, or e and the number of its first article.
        """
        index = self._enter(article)
        group = next(group for group in self._regrouped(index) if index in group)
        members = [self._articles[one] for one in group]
        given = next((one.given for one in members if one.given is not None), None)
        name = given if given is not None else f"e{group[0] + 1}"
        return Event(name, tuple(one.id for one in members), voices(members))

    def events(self) -> tuple[Event, ...]:
        """All events of the articles so far, as of a batch."""
        return link(self._articles)

    def _enter(self, article: Traits) -> int:
        index = len(self._articles)
        near = self._near(article)
        self._articles.append(article)
        self._remember(article, index)
        if index + 1 > _GROWTH * self._counted:
            self._likeness = Likeness(Rarity(self._articles))
            self._counted = index + 1
        self._scores[index] = {}
        for other in near:
            score = self._likeness(self._articles[other], article)
            self._scores[index][other] = self._scores[other][index] = score
        return index

    def _remember(self, article: Traits, index: int) -> None:
        mean = article.marks.mean
        if self._means is None:
            self._means = np.zeros((_FIRST, len(mean)), dtype=np.float32)
        elif index == len(self._means):
            self._means = np.concatenate([self._means, np.zeros_like(self._means)])
        self._means[index] = mean
        for term in article.terms.tolist():
            self._postings[term].append(index)
        if article.given is not None:
            self._of_event[article.given].append(index)

    def _near(self, article: Traits) -> list[int]:
        """Earlier articles worth comparing: near in vector space or sharing rare terms."""
        shared: dict[int, float] = defaultdict(float)
        for term in article.terms.tolist():
            holders = self._postings.get(term, ())
            if len(holders) <= RARE:
                for other in holders:
                    shared[other] += 1 / len(holders)
        nearest = sorted(shared, key=lambda other: (-shared[other], other))[:NEIGHBOURS]
        if self._means is not None:
            likeness = self._means[: len(self._articles)] @ article.marks.mean
            nearest += np.argsort(-likeness, kind="stable")[:NEIGHBOURS].tolist()
        return sorted(other for other in set(nearest) if in_window(self._articles[other], article))

    def _regrouped(self, index: int) -> tuple[tuple[int, ...], ...]:
        """The groups among all articles that evidence connects with this one, however far.

        Groups are joined by positive means alone, so what no chain of positive scores
        reaches cannot bear on them.
        """
        reached, ahead = {index}, [index]
        while ahead:
            for other in self._connected(ahead.pop()):
                if other not in reached:
                    reached.add(other)
                    ahead.append(other)
        order = sorted(reached)
        place = {article: number for number, article in enumerate(order)}
        scores = sorted(
            (place[one], place[other], score)
            for one in order
            for other, score in self._scores[one].items()
            if one < other and other in place
        )
        labels = [self._articles[one].given for one in order]
        times = [self._articles[one].published for one in order]
        groups = Clusters(labels, scores, times=times, within=WINDOW).join(SAME)
        return tuple(tuple(order[number] for number in group) for group in groups)

    def _connected(self, index: int) -> list[int]:
        given = self._articles[index].given
        same = self._of_event.get(given, ()) if given is not None else ()
        return [*same, *(other for other, score in self._scores[index].items() if score >= SAME)]

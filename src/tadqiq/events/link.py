"""Articles to events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from ..model import Event
from .candidates import WINDOW, Pairs, candidates, each
from .cluster import Clusters
from .likeness import Likeness
from .parts import Parts
from .rarity import Rarity
from .traits import Traits
from .voices import voices

SAME = 0.0  # mean log-odds from which two groups are one event


def link(seen: Sequence[Traits]) -> tuple[Event, ...]:
    """The events that the articles report, every article in exactly one.

    A grouping given by the sender holds and lends its name; other events are called e1, e2 …
    in order of their first member. Apart from names and order, the events do not depend on
    the order of the articles.
    """
    order = sorted(range(len(seen)), key=lambda index: seen[index].key)
    articles = [seen[index] for index in order]
    rarity = Rarity(articles)
    likeness = Likeness(rarity)
    pairs = candidates(articles, rarity)
    scores = np.fromiter(
        (likeness(articles[one], articles[other]) for one, other in each(pairs)),
        float,
        len(pairs),
    )
    times = [article.published for article in articles]
    groups = clustered([article.given for article in articles], pairs, scores, times=times)
    return _events(seen, [sorted(order[member] for member in group) for group in groups])


def clustered(
    labels: Sequence[str | None],
    pairs: Pairs,
    scores: NDArray[np.float64],
    *,
    times: Sequence[datetime | None] = (),
) -> Iterator[tuple[int, ...]]:
    """The groups of articles; ``labels`` are the groupings given, ``times`` those of
    publication.

    Groups join by positive means alone, so articles that no chain of positive scores connects
    never meet: each connected part is clustered by itself.
    """
    parts = Parts(labels)
    for one, other in each(pairs[scores >= SAME]):
        parts.connect(one, other)
    part_of = np.fromiter(map(parts.of, range(len(labels))), np.intp, len(labels))
    inside = np.flatnonzero(part_of[pairs[:, 0]] == part_of[pairs[:, 1]])
    homes = part_of[pairs[inside, 0]]
    inside = inside[np.argsort(homes, kind="stable")]
    homes = np.sort(homes)
    place = np.empty(len(labels), np.intp)
    for part, members in parts.all():
        place[list(members)] = np.arange(len(members))
        start, end = np.searchsorted(homes, [part, part + 1])
        own = inside[start:end]
        links = _links(place[pairs[own]], scores[own])
        own_labels = [labels[article] for article in members]
        own_times = [times[article] for article in members] if times else ()
        found = Clusters(own_labels, links, times=own_times, within=WINDOW)
        for group in found.join(SAME):
            yield tuple(members[number] for number in group)


def _links(pairs: Pairs, scores: NDArray[np.float64]) -> Iterator[tuple[int, int, float]]:
    for (one, other), score in zip(each(pairs), scores, strict=True):
        yield one, other, float(score)


def _events(seen: Sequence[Traits], groups: Sequence[list[int]]) -> tuple[Event, ...]:
    taken = {article.given for article in seen}
    names = (name for name in (f"e{n}" for n in range(1, 2 * len(seen) + 2)) if name not in taken)
    events = []
    for group in sorted(groups):
        members = [seen[index] for index in group]
        given = next((one.given for one in members if one.given is not None), None)
        name = next(names) if given is None else given
        events.append(Event(name, tuple(one.id for one in members), voices(members)))
    return tuple(events)

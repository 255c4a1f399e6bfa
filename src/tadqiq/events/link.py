"""Articles to events."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Event
from .candidates import candidates
from .cluster import Clusters
from .likeness import Likeness
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
    scores = {
        (one, other): likeness(articles[one], articles[other])
        for one, other in candidates(articles, rarity)
    }
    groups = Clusters([article.given for article in articles], scores).join(SAME)
    return _events(seen, [sorted(order[member] for member in group) for group in groups])


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

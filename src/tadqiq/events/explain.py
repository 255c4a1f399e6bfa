"""Why articles are in one event."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from ..model import Event, Link
from .likeness import Likeness
from .rarity import Rarity
from .traits import Traits


def explain(seen: Sequence[Traits], event: Event) -> tuple[Link, ...]:
    """Every two members of the event with what speaks for and against their being on one
    happening, in order of the members; ``seen`` is the batch that the event was found in."""
    likeness = Likeness(Rarity(seen))
    place = {article.id: article for article in seen}
    links = []
    for one, other in combinations(event.members, 2):
        grounds = likeness.grounds(place[one], place[other])
        links.append(Link(one, other, sum(grounds.values()), grounds))
    return tuple(links)

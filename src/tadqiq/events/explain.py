"""Why articles are in one event, or in two."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from ..model import Event, Link
from .likeness import Likeness
from .rarity import Rarity
from .traits import Traits

GIVEN = "given"
"""The ground of a grouping that the sender gave: it holds whatever the texts say."""


def explain(seen: Sequence[Traits], event: Event) -> tuple[Link, ...]:
    """Every two members of the event with what speaks for and against their being on one
    happening, in order of the members; ``seen`` is the batch that the event was found in."""
    likeness = Likeness(Rarity(seen))
    place = {article.id: article for article in seen}
    return tuple(
        _link(likeness, place[one], place[other]) for one, other in combinations(event.members, 2)
    )


def links(seen: Sequence[Traits], article: str) -> tuple[Link, ...]:
    """``article`` with every other of the batch, the likeliest to be on its happening first.

    Raises KeyError if it is not in the batch.
    """
    likeness = Likeness(Rarity(seen))
    own = {one.id: one for one in seen}[article]
    found = [_link(likeness, own, other) for other in seen if other.id != article]
    return tuple(sorted(found, key=lambda link: (-link.score, link.other)))


def _link(likeness: Likeness, one: Traits, other: Traits) -> Link:
    grounds = likeness.grounds(one, other)
    score = sum(grounds.values())
    if one.given is not None and other.given is not None:
        grounds[GIVEN] = 0.0
    return Link(one.id, other.id, score, grounds)

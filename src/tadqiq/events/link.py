"""Articles to events."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Document, Event
from .candidates import candidates
from .cluster import Clusters
from .likeness import Likeness
from .traits import FloatMatrix, Rarity, traits

__all__ = ["FloatMatrix", "link"]

_SAME = 0.0  # mean log-odds from which two groups are one event


def link(documents: Sequence[Document], vectors: Sequence[FloatMatrix]) -> tuple[Event, ...]:
    """The events that the documents report, every document in exactly one.

    ``vectors[i]`` has a unit row for every sentence of ``documents[i]``, centred on the
    background. A grouping given in ``article.event`` holds and lends its name; other events
    are called e1, e2 … in order of their first member. Apart from names and order, the
    events do not depend on the order of the documents. Raises ValueError if documents and
    vectors do not fit together.
    """
    if len(documents) != len(vectors):
        raise ValueError(f"{len(documents)} documents but {len(vectors)} matrices of vectors")
    seen = [traits(doc, matrix) for doc, matrix in zip(documents, vectors, strict=True)]
    order = sorted(range(len(seen)), key=lambda index: seen[index].key)
    articles = [seen[index] for index in order]
    rarity = Rarity(articles)
    likeness = Likeness(rarity)
    scores = {
        (one, other): likeness(articles[one], articles[other])
        for one, other in candidates(articles, rarity)
    }
    groups = Clusters([article.given for article in articles], scores).join(_SAME)
    return _events(documents, [sorted(order[member] for member in group) for group in groups])


def _events(documents: Sequence[Document], groups: Sequence[list[int]]) -> tuple[Event, ...]:
    taken = {doc.article.event for doc in documents}
    names = (
        name for name in (f"e{n}" for n in range(1, 2 * len(documents) + 2)) if name not in taken
    )
    events = []
    for group in sorted(groups):
        given = next((e for i in group if (e := documents[i].article.event) is not None), None)
        name = next(names) if given is None else given
        events.append(Event(name, tuple(documents[index].id for index in group)))
    return tuple(events)

"""Why an article is in its event."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Explanation, Link
from .judge import Case, departures
from .prepared import Prepared

_NEAREST = 3  # articles of other events that are shown


def explanation(case: Case, links: Sequence[Link], prepared: Sequence[Prepared]) -> Explanation:
    """The links of one article, parted by whether they hold, with its aligned sentences."""
    members = set(case.event.members)
    return Explanation(
        article=case.document.id,
        event=case.event,
        joined=tuple(link for link in links if link.other in members),
        apart=tuple(link for link in links if link.other not in members)[:_NEAREST],
        alignments=departures(case).alignments,
        documents={one.document.id: one.document for one in prepared},
    )

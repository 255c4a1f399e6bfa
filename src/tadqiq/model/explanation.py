"""Why an article is in its event, and what of it its siblings speak of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .document import Document
from .drift import Alignment
from .event import Event, Link


@dataclass(frozen=True, slots=True)
class Explanation:
    """One article of a batch beside the others.

    ``joined`` are the links to its siblings, ``apart`` those to the nearest articles of other
    events, the strongest first; ``alignments`` are its sentences beside those of siblings, and
    ``documents`` all that are spoken of, by id.
    """

    article: str
    event: Event
    joined: tuple[Link, ...]
    apart: tuple[Link, ...]
    alignments: tuple[Alignment, ...]
    documents: Mapping[str, Document]

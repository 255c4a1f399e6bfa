"""Articles that are measured with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .. import events, languages, text
from ..model import Article, Document
from .timing import Timing

if TYPE_CHECKING:
    from ..embed.encoder import FloatMatrix


@dataclass(frozen=True, slots=True)
class Batch:
    """Articles with their documents, of which ``words`` and ``sentences`` are counted."""

    articles: tuple[Article, ...]
    documents: tuple[Document, ...]

    @classmethod
    def of(cls, articles: Sequence[Article]) -> Batch:
        """The batch of these articles."""
        return cls(tuple(articles), tuple(map(segmented, articles)))

    @property
    def sentences(self) -> list[str]:
        """All sentences, as they are embedded."""
        return [part.span.of(doc.text) for doc in self.documents for part in doc.sentences]

    def split(self, matrix: FloatMatrix) -> list[FloatMatrix]:
        """The rows of all sentences, article by article."""
        import numpy as np

        ends = np.cumsum([len(doc.sentences) for doc in self.documents])
        return list(np.split(matrix, ends[:-1]))

    def events(self, vectors: Sequence[FloatMatrix]) -> list[list[int]]:
        """The places of the articles, event by event."""
        place = {doc.id: number for number, doc in enumerate(self.documents)}
        linked = events.link(list(map(events.traits, self.documents, vectors)))
        return [[place[name] for name in event.members] for event in linked]

    def timing(self, group: str, name: str, seconds: float) -> Timing:
        """What took so long over the whole batch."""
        return Timing(
            group=group,
            name=name,
            seconds=seconds,
            articles=len(self.articles),
            words=sum(doc.words for doc in self.documents),
            sentences=sum(len(doc.sentences) for doc in self.documents),
        )


def segmented(article: Article) -> Document:
    """The article as a document."""
    return text.segment(article, languages.profile_for)

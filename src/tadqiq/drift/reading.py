"""An article as it is compared: its sentences with vectors, words and quantities."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ..facts import Quantity, Word, quantities, read
from ..model import Document, Lexis, Span

FloatMatrix = NDArray[np.float32]


@dataclass(frozen=True)
class Reading:
    """A document with a unit vector for every sentence.

    Raises ValueError if there are more or fewer vectors than sentences.
    """

    doc: Document
    vectors: FloatMatrix

    def __post_init__(self) -> None:
        if len(self.vectors) != len(self.doc.sentences):
            raise ValueError(
                f"article {self.doc.id}: {len(self.vectors)} vectors for "
                f"{len(self.doc.sentences)} sentences; embed every sentence, headings too"
            )

    @property
    def lexis(self) -> Lexis:
        return self.doc.profile.lexis

    @cached_property
    def words(self) -> tuple[tuple[Word, ...], ...]:
        """The words of every sentence."""
        return read(self.doc)

    @cached_property
    def quantities(self) -> tuple[tuple[Quantity, ...], ...]:
        """The quantities of every sentence."""
        pairs = zip(self.doc.sentences, self.words, strict=True)
        return tuple(quantities(self.doc, sentence, words) for sentence, words in pairs)

    def text(self, span: Span) -> str:
        """The words at ``span``."""
        return span.of(self.doc.text)

    def adjacent(self, one: Word, other: Word) -> bool:
        """Whether only blanks and quotation marks stand between two words in order."""
        between = self.doc.text[one.span.end : other.span.start]
        return not between.strip("\u00a0 \"'“”«»‘’")

"""Good text spoiled on purpose, one word at a time, so that recall is measured on any text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .document import Document
from .span import Span


@dataclass(frozen=True, slots=True)
class Spoilt:
    """``span`` of the good text with ``replacement`` put there; "" takes the words away."""

    span: Span
    replacement: str

    def of(self, text: str) -> str:
        """``text`` spoiled."""
        return text[: self.span.start] + self.replacement + text[self.span.end :]


@dataclass(frozen=True, slots=True)
class Spoiling:
    """One class of error: its dotted ``name`` and how it is put into good text.

    ``spoil`` yields every place of a document where the error can be made. It leaves out what
    would still be right, or right in another reading: each of its texts must be wrong.
    """

    name: str
    spoil: Callable[[Document], Iterator[Spoilt]]

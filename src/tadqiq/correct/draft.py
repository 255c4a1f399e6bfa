"""A text under correction that remembers where each of its characters came from."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model import Span

_NEW = -1


@dataclass(frozen=True, slots=True)
class Edit:
    """``replacement`` in place of ``span``."""

    span: Span
    replacement: str


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """A corrected ``text``; ``origins`` are the offsets of its characters in the text that it
    was made from, −1 for those that were written anew; ``length`` is that of that text."""

    text: str
    origins: array[int]
    length: int

    @classmethod
    def of(cls, text: str) -> Draft:
        """``text`` itself, not yet touched."""
        return cls(text, array("q", range(len(text))), len(text))

    def changed(self, edits: Iterable[Edit]) -> Draft:
        """With further edits, in order of place, whose spans point into :attr:`text`.

        Raises ValueError for edits that overlap, are out of order or leave the text.
        """
        texts: list[str] = []
        origins = array("q")
        end = 0
        for edit in edits:
            if edit.span.start < end or edit.span.end > len(self.text):
                raise ValueError(f"edits overlap or leave the text at {edit.span}")
            texts += [self.text[end : edit.span.start], edit.replacement]
            origins += self.origins[end : edit.span.start]
            origins += array("q", [_NEW]) * len(edit.replacement)
            end = edit.span.end
        text = "".join([*texts, self.text[end:]])
        return Draft(text, origins + self.origins[end:], self.length)

    def edits(self) -> Iterator[Edit]:
        """All that was changed so far, in order of place, in terms of the text it began with."""
        kept, start = _NEW, 0
        for place, origin in enumerate((*self.origins, self.length)):
            if origin != _NEW:
                if (kept + 1, start) != (origin, place):
                    yield Edit(Span(kept + 1, origin), self.text[start:place])
                kept, start = origin, place + 1

    def back(self, span: Span) -> Span:
        """Where in the text it began with ``span`` comes from: for what was written anew, all
        that it took the place of."""
        start = self._before(span.start)
        return Span(start, max(start, self._after(span.end) if len(span) else start))

    def _before(self, place: int) -> int:
        if place < len(self.origins) and self.origins[place] != _NEW:
            return self.origins[place]
        while place and self.origins[place - 1] == _NEW:
            place -= 1
        return self.origins[place - 1] + 1 if place else 0

    def _after(self, place: int) -> int:
        if self.origins[place - 1] != _NEW:
            return self.origins[place - 1] + 1
        while place < len(self.origins) and self.origins[place] == _NEW:
            place += 1
        return self.origins[place] if place < len(self.origins) else self.length

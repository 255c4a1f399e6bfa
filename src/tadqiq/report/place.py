"""Lines, columns and UTF-16, which exist nowhere else: everything else counts code points."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate, pairwise

from ..model import record

_BREAK = re.compile(r"\r\n|\r|\n")


@record
class Place:
    """``line`` and ``column`` count from 1, the column in code points.

    ``utf16`` is the offset in UTF-16 code units from the start of the text, from 0, and
    ``utf16_column`` that within the line, as editors (LSP) count.
    """

    line: int
    column: int
    utf16: int
    utf16_column: int


class Places:
    """Finds places in one text. A line ends at LF, CR LF or CR, as editors have it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in _BREAK.finditer(text))]
        lengths = (_utf16(text[start:end]) for start, end in pairwise(self._starts))
        self._utf16_starts = list(accumulate(lengths, initial=0))
        self._before = 0, 0, 0  # line, offset and UTF-16 column last asked for

    def at(self, offset: int) -> Place:
        """The place of a code point offset; the end of the text is a place too.

        Raises ValueError outside the text.
        """
        if not 0 <= offset <= len(self._text):
            raise ValueError(f"offset {offset} lies outside a text of {len(self._text)} characters")
        line = bisect_right(self._starts, offset)
        start = self._starts[line - 1]
        within = self._within(line, start, offset)
        return Place(line, offset - start + 1, self._utf16_starts[line - 1] + within, within)

    def _within(self, line: int, start: int, offset: int) -> int:
        """Counted from the place asked for before where that is nearer: a line may be a book."""
        known, before, column = self._before
        if known == line and before <= offset:
            within = column + _utf16(self._text[before:offset])
        else:
            within = _utf16(self._text[start:offset])
        self._before = line, offset, within
        return within

    def line(self, number: int) -> tuple[int, str]:
        """Where line ``number`` (from 1) starts, and its text without the line break."""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self._text)
        return start, self._text[start:end].rstrip("\r\n")


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2

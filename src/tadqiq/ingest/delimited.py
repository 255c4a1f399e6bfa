"""CSV and its kin: a line of column names, then an article a row."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import partial

from ..errors import IngestError
from ..model import Article, Rejection
from .bounds import MAX_FILE
from .columns import fields, row
from .encoding import decode
from .fields import located
from .lines import lines
from .source import Source

_DELIMITERS = ",;\t|"
_SAMPLE = 200  # lines after which the encoding is settled
_MAX_COLUMNS = 1_000

Numbered = tuple[int, str]
"""A line's number, and the line with an end."""


def delimited(source: Source) -> Iterator[Article | Rejection]:
    """Row by row, with origins ``path:line``; the delimiter is that of the column names.

    A quote that is never closed costs its own row only: reading goes on with the next line.
    Raises IngestError where there are no column names, none of them ``text``, or no row.
    """
    text = _Lines(source)
    header = next(text, (0, ""))[1]
    if not header.strip():
        raise IngestError("empty: there is no line of column names")
    delimiter = max(_DELIMITERS, key=header.count)
    try:
        names = fields(next(csv.reader([header], delimiter=delimiter, strict=True)))
    except csv.Error as error:
        raise IngestError(f"the line of column names is no CSV: {error}") from error
    empty = True
    while (started := next(text, None)) is not None:
        if not started[1].strip():
            continue
        empty = False
        yield _row(text, started, names, delimiter, source.origin)
    if empty:
        raise IngestError("no row below the column names: there is no article")


def is_delimited(head: str) -> bool:
    """Whether a line names columns that hold articles."""
    delimiter = max(_DELIMITERS, key=head.count)
    names = [name.strip().strip('"').lower() for name in head.split(delimiter)]
    if not 2 <= len(names) <= _MAX_COLUMNS or len(set(names)) < len(names):
        return False
    try:
        known = set(fields(names))
    except IngestError:
        return False
    return bool(known & {"id", "title", "url", "published", "outlet"})


def _row(
    text: _Lines, started: Numbered, names: tuple[str, ...], delimiter: str, origin: str
) -> Article | Rejection:
    place = f"{origin}:{started[0]}"
    taken: list[Numbered] = []
    csv.field_size_limit(MAX_FILE)
    try:
        values = next(csv.reader(text.from_(started, taken), delimiter=delimiter, strict=True))
    except (csv.Error, IngestError) as error:
        text.give_back(taken[1:])
        return Rejection(place, f"not a row of CSV: {error}; quote fields, and double their quotes")
    if len(values) > len(names):
        return Rejection(
            place, f"{len(values)} fields below {len(names)} column names; quote fields"
        )
    return located(partial(row, dict(zip(names, values, strict=False))), origin=place)


class _Lines(Iterator[Numbered]):
    """The decoded lines of a source, of which some can be given back."""

    def __init__(self, source: Source) -> None:
        self._raw = lines(source.stream)
        self._returned: list[Numbered] = []
        self._encoding: str | None = None

    def __next__(self) -> Numbered:
        if self._returned:
            return self._returned.pop()
        number, line = next(self._raw)
        if line is None:
            return number, '"\n'  # too long: a quote that is never closed is refused as a row
        return number, self._decoded(line) + "\n"

    def give_back(self, taken: list[Numbered]) -> None:
        """Let these be the next lines."""
        self._returned += reversed(taken)

    def from_(self, started: Numbered, taken: list[Numbered]) -> Iterator[str]:
        """The lines of one row, noted in ``taken``. Raises IngestError beyond bounds."""
        size = 0
        line: Numbered | None = started
        while line is not None:
            taken.append(line)
            size += len(line[1])
            if size > MAX_FILE:
                raise IngestError("its quote is not closed within bounds")
            yield line[1]
            line = next(self, None)

    def _decoded(self, line: bytes) -> str:
        if self._encoding is None and line.isascii():
            return line.decode()
        try:
            return line.decode(self._encoding or "utf-8")
        except UnicodeDecodeError:
            found = decode(line)
            self._encoding = found.encoding
            return found.text

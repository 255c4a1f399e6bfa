"""Where the text of an article stands in its file, so that corrections go back to that place.

A plain text file is its article, character for character. An article record in JSON holds it in
its fields ``title`` and ``text``, whose string literals are rewritten between the quotes, where
the correction is and nowhere else. Of any other format the audited text was extracted, and an
offset in it has no certain place in the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..errors import CorrectionError
from ..model import Article, Span
from .draft import Draft, Edit
from .literals import Literal, members


@dataclass(frozen=True, slots=True)
class Field:
    """A stretch of the article's text: it begins at ``start`` and each of its characters begins
    at one of the ``offsets`` of the file's text, the last of which is where the field ends."""

    start: int
    offsets: Sequence[int]
    escaped: Callable[[str], str] = str

    @property
    def span(self) -> Span:
        """The stretch, in the article's text."""
        return Span(self.start, self.start + len(self.offsets) - 1)


@dataclass(frozen=True, slots=True)
class Carrier:
    """The decoded text of a file, and where in it the article's text stands."""

    content: str
    fields: tuple[Field, ...]

    def holds(self, edit: Edit) -> bool:
        """Whether the edit can be written: inside a field, and across the border of none."""
        touched = [one for one in self.fields if _touch(one.span, edit.span)]
        inside = [one for one in touched if one.span.contains(edit.span)]
        return bool(inside) and touched == inside

    def rewritten(self, edits: Iterable[Edit]) -> str:
        """The file's text with edits of the article's text in place.

        A title that the text repeats is corrected in both. Raises CorrectionError for an edit
        that the carrier does not hold.
        """
        placed: list[Edit] = []
        for edit in edits:
            if not self.holds(edit):
                raise CorrectionError(
                    f"a correction at character {edit.span.start} lies across the border of two "
                    "fields of the record; correct it by hand"
                )
            placed += self._placed(edit)
        placed.sort(key=lambda edit: edit.span)
        return Draft.of(self.content).changed(placed).text

    def _placed(self, edit: Edit) -> Iterator[Edit]:
        for field in self.fields:
            if field.span.contains(edit.span):
                start = field.offsets[edit.span.start - field.start]
                end = field.offsets[edit.span.end - field.start]
                yield Edit(Span(start, end), field.escaped(edit.replacement))


def carrier(content: str, article: Article) -> Carrier:
    """Where ``article`` stands in the decoded text of its file.

    Raises CorrectionError where that is not certain.
    """
    if content == article.text:
        return Carrier(content, (Field(0, range(len(content) + 1)),))
    fields = tuple(_of_record(content, article))
    if not fields:
        raise CorrectionError(
            f"{article.origin}: its text was extracted from the file, so corrections cannot be "
            "written back; --diff shows them, and plain text and JSON records can be corrected"
        )
    return Carrier(content, fields)


def _of_record(content: str, article: Article) -> Iterator[Field]:
    """The fields of the one record that makes up the article's text, if there is one."""
    for record in members(content):
        text, title = record.get("text"), record.get("title")
        if text is None:
            continue
        if text.value == article.text:
            yield _field(0, text)
            if title is not None:
                yield from _repeated(title, text)
            return
        if title is not None and f"{title.value}\n\n{text.value}" == article.text:
            yield _field(0, title)
            yield _field(len(title.value) + 2, text)
            return


def _repeated(title: Literal, text: Literal) -> Iterator[Field]:
    """The title, where the text begins with it too."""
    said = title.value.strip()
    if said and text.value.lstrip().startswith(said):
        indent = len(text.value) - len(text.value.lstrip())
        lead = len(title.value) - len(title.value.lstrip())
        offsets = title.offsets[lead : lead + len(said) + 1]
        yield Field(indent, offsets, title.escaped)


def _field(start: int, literal: Literal) -> Field:
    return Field(start, literal.offsets, literal.escaped)


def _touch(field: Span, edit: Span) -> bool:
    """Whether an edit changes the field; one that inserts between two fields is in the first."""
    return field.overlap(edit) > 0 or field.contains(edit)

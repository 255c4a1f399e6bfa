"""Plain text: the whole file is one article, character for character."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Article, Rejection
from .bounds import MAX_FILE, read_within, refuse_unauditable
from .encoding import decode
from .source import Source


def plain(source: Source) -> Iterator[Article | Rejection]:
    """The article, its first line left in the text: nothing says that it is a title.

    Nothing is stripped and no line end changed, so that offsets are those of the decoded
    file. Raises IngestError where there is no text.
    """
    data = read_within(source.stream, MAX_FILE, advice="split it into articles")
    text = decode(data).text
    refuse_unauditable(text)
    yield Article(id=source.name, text=text, origin=source.origin)

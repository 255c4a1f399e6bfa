"""The pack's word lists: tab-separated UTF-8, ``#`` opens a comment line."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from ....errors import PackError

_FOLDER = files(__package__).joinpath("..", "lexicon")


def table(name: str) -> Traversable:
    """The file ``lexicon/<name>.tsv``."""
    return _FOLDER.joinpath(f"{name}.tsv")


def rows(name: str, width: int) -> Iterator[tuple[str, ...]]:
    """The rows of ``lexicon/<name>.tsv``, short rows filled up with empty fields.

    Raises PackError for a file that is missing and for a row wider than ``width``.
    """
    path = table(name)
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise PackError(f"{path}: {error.strerror}; reinstall tadqiq") from error
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) > width:
            raise PackError(f"{path}:{number}: {len(fields)} fields where {width} are known")
        yield tuple(fields) + ("",) * (width - len(fields))


@cache
def words(name: str) -> frozenset[str]:
    """Every word of ``lexicon/<name>.tsv``, where a line holds words separated by spaces."""
    return frozenset(word for row in rows(name, 1) for word in row[0].split())

"""Every article of a run has an id of its own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ..model import Article, Rejection
from .paths import shown


class Identities:
    """The ids given out in one run, and where each article was read."""

    def __init__(self) -> None:
        self._origins: dict[str, str] = {}

    def claim(self, article: Article, *, path: Path | None = None) -> Article | Rejection:
        """The article under a free id, or its rejection.

        An id that a record gives is kept or refused. An id made from the file name at
        ``path`` says little about the article, so files of one name in several folders
        become ``folder/name``, or their whole path.
        """
        names = (article.id,) if path is None else _names(article.id, path)
        for name in names:
            if name not in self._origins:
                self._origins[name] = article.origin
                return article if name == article.id else replace(article, id=name)
        return Rejection(
            article.origin,
            f'duplicate of {self._origins[article.id]}: the id "{article.id}" is taken; '
            "give every article its own",
        )


def _names(stem: str, path: Path) -> tuple[str, ...]:
    whole = shown(path)
    parent = shown(Path(path.absolute().parent.name))
    return (stem, f"{parent}/{stem}", whole)

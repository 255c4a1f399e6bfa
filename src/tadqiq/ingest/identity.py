"""Every article of a run has an id of its own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePath

from ..model import Article, Rejection
from .hashed import content_id
from .paths import shown


class Identities:
    """The ids given out in one run, where each article was read, and what it said."""

    def __init__(self) -> None:
        self._taken: dict[str, tuple[str, str]] = {}

    def claim(self, article: Article, *, path: PurePath | None = None) -> Article | Rejection:
        """The article under a free id, or its rejection.

        An id that a record gives is kept or refused. An id made from the file name at
        ``path`` says little about the article, so files of one name in several folders
        become ``folder/name``, or their whole path. Feeds say one guid of several texts: the
        second text is a version of its own, ``guid~hash``, with ``version_of`` in ``extra``.
        """
        digest = content_id(article.text)
        for name in _names(article, digest, path):
            if name not in self._taken:
                self._taken[name] = (article.origin, digest)
                return _renamed(article, name)
            if path is None and self._taken[name][1] == digest:
                return Rejection(
                    article.origin, f"duplicate of {self._taken[name][0]}: the same text again"
                )
        return Rejection(
            article.origin,
            f'duplicate of {self._taken[article.id][0]}: the id "{article.id}" is taken; '
            "give every article its own",
        )


def _renamed(article: Article, name: str) -> Article:
    if name == article.id:
        return article
    if "guid" in article.extra:
        return replace(article, id=name, extra={**article.extra, "version_of": article.id})
    return replace(article, id=name)


def _names(article: Article, digest: str, path: PurePath | None) -> tuple[str, ...]:
    if "guid" in article.extra:
        return (article.id, f"{article.id}~{digest.removeprefix('sha256-')[:8]}")
    if path is None:
        return (article.id,)
    parent = shown(PurePath(Path(path).absolute().parent.name))
    return (article.id, f"{parent}/{article.id}", shown(path))

"""The articles that ``tadqiq check --against`` compares with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..model import record

if TYPE_CHECKING:
    from ..ingest import Opener
    from ..model import Article, Rejection
    from ..pipeline import Auditor


@record
class Against:
    """Files, folders and addresses, and archives of which the nearest articles are taken that
    are no more than ``days`` days older or younger."""

    sources: Sequence[str]
    days: float
    fetch: Opener

    def of(self, own: Article, auditor: Auditor) -> Iterator[Article | Rejection]:
        """What to compare ``own`` with; ``own`` itself is left out.

        Raises ModelError and ArchiveError where an archive is asked.
        """
        archives = [source for source in self.sources if _is_archive(source)]
        for folder in archives:
            from ..archive import Archive

            with Archive.open(Path(folder)) as archive:
                yield from auditor.neighbours(own, archive, days=self.days)
        others = [source for source in self.sources if source not in archives]
        if others:
            yield from self._read(own, others)

    def _read(self, own: Article, sources: Sequence[str]) -> Iterator[Article | Rejection]:
        from ..ingest import read
        from ..model import Article

        here = Path(own.origin).resolve()
        for item in read(sources, opener=self.fetch):
            if not isinstance(item, Article):
                yield item
            elif Path(item.origin).resolve() != here:
                yield replace(item, id=f"{item.id}@{item.origin}") if item.id == own.id else item


def _is_archive(source: str) -> bool:
    from ..archive.database import FILE

    return (Path(source) / FILE).is_file()

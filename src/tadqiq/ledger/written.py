"""The ledger as rows: a spelling in an outlet on a day.

With its columns ``variant``, ``preferred`` and ``status`` the table is a termbase too: what is
deprecated is replaced by what is preferred, what is admitted may stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .entry import Entry

COLUMNS = (
    "preferred", "variant", "status", "lang", "kind", "established", "full", "outlet", "date",
    "articles", "mentions",
)  # fmt: skip


def rows(entries: Iterable[Entry]) -> Iterator[tuple[str, ...]]:
    """The rows, as :data:`COLUMNS` name their cells."""
    for entry in entries:
        head = entry.lang, entry.kind.value, "yes" if entry.established else "no"
        full = "; ".join(entry.full)
        for spelling in entry.spellings:
            for use in spelling.uses:
                yield (
                    entry.preferred,
                    spelling.form,
                    spelling.status.value,
                    *head,
                    full,
                    use.outlet,
                    use.date,
                    str(use.articles),
                    str(use.mentions),
                )

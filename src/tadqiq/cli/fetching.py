"""What opens addresses that are given as sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from ..fetch import Fetched, Fetcher
    from ..ingest import Opener
    from ..model import Rejection

AllowPrivate = Annotated[
    bool,
    typer.Option(
        "--allow-private", help="Fetch from private and loopback addresses as well (intranet)."
    ),
]
Follow = Annotated[
    bool,
    typer.Option(
        "--follow", help="Audit the page behind every feed item instead of the item's own text."
    ),
]


def opener(*, allow_private: bool) -> Opener:
    """Fetches addresses; nothing is loaded before the first of them."""
    made: list[Fetcher] = []

    def open_all(addresses: Sequence[str]) -> Iterator[Fetched | Rejection]:
        from ..fetch import Fetcher, Unchanged

        if not made:
            made.append(Fetcher(allow_private=allow_private))
        for got in made[0].fetch(addresses):
            if not isinstance(got, Unchanged):  # asked without conditions, it is always sent
                yield got

    return open_all

"""Points in time, as people give them on the command line."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Annotated

import typer

from ..errors import ConfigError

_AGO = re.compile(r"(\d{1,5})\s*([mhdw])")
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}

Since = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="TIME",
        help="Only articles published then or later (2026-11-20, 2026-11-20T06:00+03:00), or not "
        "longer ago (90m, 36h, 7d, 2w); what has no date stays.",
    ),
]

Until = Annotated[
    str | None,
    typer.Option("--until", metavar="TIME", help="Only articles published before."),
]


def moment(given: str | None, *, option: str = "--since") -> datetime | None:
    """A date, a time or a while ago, in UTC; a time without a zone is local.

    Raises ConfigError for anything else.
    """
    if given is None:
        return None
    ago = _AGO.fullmatch(given.strip().lower())
    if ago:
        return datetime.now(UTC) - timedelta(**{_UNITS[ago[2]]: int(ago[1])})
    try:
        return datetime.fromisoformat(given.strip()).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise ConfigError(
            f'{option} "{given}": no point in time; give a date such as 2026-11-20, a time such '
            "as 2026-11-20T06:00, or a while ago such as 36h or 7d"
        ) from error

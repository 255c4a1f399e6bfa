"""Which failures may pass, and how long to wait before asking again."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from ..errors import FetchError
from .limits import Limits

_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})


class PassingError(FetchError):
    """A failure that may be gone on the next attempt; ``after`` is when the server wants it."""

    def __init__(self, said: str, after: float | None = None) -> None:
        super().__init__(said)
        self.after = after


def refuse_status(response: httpx.Response) -> None:
    """Raises FetchError for a status that gives nothing, PassingError where it may pass."""
    status = response.status_code
    if status == 200:
        return
    said = f"HTTP {status} {response.reason_phrase}".strip()
    if status in _PASSING:
        raise PassingError(said, _asked(response.headers.get("retry-after")))
    advice = {
        401: "it asks for a password",
        403: "it does not let us read it",
        404: "there is nothing at this address",
        410: "it is gone for good; strike it off the list",
        304: "unchanged, though nobody asked whether it was",
    }
    raise FetchError(f"{said}: {advice.get(status, 'no content came')}")


def wait(error: PassingError, attempt: int, limits: Limits) -> float:
    """Seconds before the next attempt. Raises FetchError where the server asks for too many."""
    patient = limits.backoff * 2.0 ** (attempt - 1)
    if error.after is None:
        return min(patient, limits.longest_wait)
    if error.after > limits.longest_wait:
        raise FetchError(f"{error}; it asks to come back in {error.after:,.0f} seconds") from error
    return max(error.after, patient if error.after <= 0 else 0.0)


def _asked(value: str | None) -> float | None:
    """Retry-After: seconds, or a date."""
    if not value:
        return None
    if value.strip().isdigit():
        return float(value.strip()[:9])
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError):
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (aware - datetime.now(UTC)).total_seconds())

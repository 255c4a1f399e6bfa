"""Alerts into a file, and to a webhook."""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from ..errors import ReportError
from ..model import Locale
from .alerts import Alert, dumped, in_words

AT_ONCE = 20  # alerts in one request
_TIMEOUT = 15.0  # seconds
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
WAITS = (1.0, 2.0, 4.0, 8.0)
"""Seconds between attempts of one delivery; what fails then is tried again in the next round."""

Sleep = Callable[[float], bool]
"""Waits so many seconds; true where it was cut short, because the watch is to stop."""


def write(path: Path, alerts: Sequence[Alert]) -> None:
    """Appends alerts to a JSON Lines file, kept even if the power fails. A line that a crash
    left unfinished is ended first. Raises ReportError."""
    lines = "".join(f"{dumped(one)}\n" for one in alerts).encode()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab+") as out:
            if out.seek(0, os.SEEK_END):
                out.seek(-1, os.SEEK_END)
                lines = lines if out.read(1) == b"\n" else b"\n" + lines
            out.write(lines)
            out.flush()
            os.fsync(out.fileno())
    except OSError as error:
        raise ReportError(
            f"{path}: alerts cannot be written ({error.strerror or error}); they are kept, and "
            "written in the next round"
        ) from error


def post(
    url: str, alerts: Sequence[Alert], *, secret: str | None, locale: Locale, sleep: Sleep
) -> None:
    """Posts alerts as one JSON object: ``alerts``, and ``text`` for people, as chats take it.

    With ``secret`` the header ``Tadqiq-Signature`` is ``sha256=`` and the HMAC of the body. A
    failure that may pass is tried again. Raises ReportError where it does not pass.
    """
    import httpx

    text = "\n".join(in_words(one, locale) for one in alerts)
    body = dumped({"text": text, "alerts": list(alerts)}).encode()
    headers = {"Content-Type": "application/json; charset=utf-8", "User-Agent": "tadqiq"}
    if secret is not None:
        digest = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
        headers["Tadqiq-Signature"] = f"sha256={digest}"
    said = ""
    for wait in (*WAITS, None):
        try:
            answer = httpx.post(url, content=body, headers=headers, timeout=_TIMEOUT)
            if answer.is_success:
                return
            said = f"HTTP {answer.status_code}"
            if answer.status_code not in _PASSING:
                break
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            said = str(error) or type(error).__name__
        if wait is None or sleep(wait):
            break
    raise ReportError(f"the webhook did not take {len(alerts)} alerts ({said}); they are kept")

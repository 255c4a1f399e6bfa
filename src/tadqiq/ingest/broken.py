"""The last net: what an input breaks in us is a rejection of that input, never the end."""

from __future__ import annotations

import logging

from ..model import Rejection

_log = logging.getLogger("tadqiq")
OURS = "tadqiq itself failed"


def broken(origin: str, error: Exception) -> Rejection:
    """The rejection of an input that our own code could not stand, with what to do."""
    _log.debug("reading %s failed", origin, exc_info=error)
    what = f"{type(error).__name__}: {error}"[:300]
    return Rejection(origin, f"{OURS} (read: {what}); please report it with this input")

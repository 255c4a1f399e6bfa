"""The last net: what an input breaks in us is a rejection of that input, never the end."""

from __future__ import annotations

from ..model import Rejection

OURS = "tadqiq itself failed"


def broken(origin: str, error: Exception) -> Rejection:
    """The rejection of an input that our own code could not stand, with what to do."""
    import logging  # which nobody need load who has nothing to log

    logging.getLogger("tadqiq").debug("reading %s failed", origin, exc_info=error)
    what = f"{type(error).__name__}: {error}"[:300]
    return Rejection(origin, f"{OURS} (read: {what}); please report it with this input")

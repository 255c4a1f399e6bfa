"""Where the service writes what it does: standard error, a line a request."""

from __future__ import annotations

import logging
import sys


def to_stderr() -> None:
    """Turns on the log of requests; of the web server only what goes wrong is heard.

    The web server's own log of requests stays off: it would write whole addresses, and with
    them whatever a client put there.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    for name, level in (("tadqiq.service", logging.INFO), ("uvicorn.error", logging.WARNING)):
        log = logging.getLogger(name)
        log.setLevel(level)
        log.handlers = [handler]
        log.propagate = False

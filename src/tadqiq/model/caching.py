"""Where on this machine is kept what can be made again."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path


def default_cache_dir(environ: Mapping[str, str] | None = None) -> Path:
    """TADQIQ_CACHE, or the user's cache folder as the platform has it."""
    given = (os.environ if environ is None else environ).get("TADQIQ_CACHE")
    if given:
        return Path(given).expanduser()
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("tadqiq"))

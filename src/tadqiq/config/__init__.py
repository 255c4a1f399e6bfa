"""Settings of a newsroom: TOML to a frozen Config.

They stand in ``tadqiq.toml`` or under ``[tool.tadqiq]`` in ``pyproject.toml``; the first found
from the working directory upwards holds. A flag wins over the file.
"""

from ..model import default_cache_dir
from .load import NAME, load_config
from .settings import Config, Suppression, Thresholds
from .source import Source
from .termbase import read_termbase

__all__ = [
    "NAME",
    "Config",
    "Source",
    "Suppression",
    "Thresholds",
    "default_cache_dir",
    "load_config",
    "read_termbase",
]

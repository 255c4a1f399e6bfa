"""Every room put together, in the one order there is.

articles → segment → embed → events → detect (siblings known) → drift → score → rank

All but the catalogue are loaded when first used: one article needs neither batches nor archives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import later
from .catalogue import catalogue

if TYPE_CHECKING:
    from .auditor import Auditor
    from .correcting import correct
    from .known import without_known
    from .prepared import Progress
    from .spoiling import departed, spoilt
    from .window import archived

__all__ = [
    "Auditor",
    "Progress",
    "archived",
    "catalogue",
    "correct",
    "departed",
    "spoilt",
    "without_known",
]

__getattr__ = later(
    __name__,
    {
        "Auditor": "auditor",
        "Progress": "prepared",
        "archived": "window",
        "correct": "correcting",
        "departed": "spoiling",
        "spoilt": "spoiling",
        "without_known": "known",
    },
)

"""Every room put together, in the one order there is.

articles → segment → embed → events → detect (siblings known) → drift → score → rank
"""

from .archived import archived
from .auditor import Auditor
from .catalogue import catalogue
from .correcting import correct
from .known import without_known
from .prepared import Progress
from .spoiling import departed, spoilt

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

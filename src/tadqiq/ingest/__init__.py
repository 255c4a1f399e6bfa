"""Bytes -> articles; what can't be read becomes a rejection with its reason."""

from typing import TYPE_CHECKING

from ..model import later
from .address import Opened, Opener
from .identity import Identities
from .reading import read

if TYPE_CHECKING:
    from .follow import followed

__all__ = ["Identities", "Opened", "Opener", "followed", "read"]

__getattr__ = later(__name__, {"followed": "follow"})

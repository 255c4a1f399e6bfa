"""Bytes -> articles; what can't be read becomes a rejection with its reason."""

from .address import Opened, Opener
from .follow import followed
from .identity import Identities
from .reading import read

__all__ = ["Identities", "Opened", "Opener", "followed", "read"]

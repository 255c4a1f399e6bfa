"""Bytes -> articles; what can't be read becomes a rejection with its reason."""

from .address import Opened, Opener
from .reading import read

__all__ = ["Opened", "Opener", "read"]

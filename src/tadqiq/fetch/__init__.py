"""Addresses -> bytes, politely and within bounds; what gives nothing becomes a rejection."""

from .fetcher import Fetched, Fetcher, Unchanged
from .limits import Limits
from .request import Validators

__all__ = ["Fetched", "Fetcher", "Limits", "Unchanged", "Validators"]

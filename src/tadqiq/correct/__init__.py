"""Findings -> a corrected text: what is chosen, what is left alone and why, and where it goes."""

from .carrier import Carrier, carrier
from .choose import Correction, Reason, Skipped, choose
from .draft import Edit
from .encoded import Encoded
from .once import Corrected, apply
from .settle import Settled, settle

__all__ = [
    "Carrier",
    "Corrected",
    "Correction",
    "Edit",
    "Encoded",
    "Reason",
    "Settled",
    "Skipped",
    "apply",
    "carrier",
    "choose",
    "settle",
]

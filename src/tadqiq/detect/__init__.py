"""The rule machinery; no language in it."""

from .engine import detect
from .rule import Context, Rule

__all__ = ["Context", "Rule", "detect"]

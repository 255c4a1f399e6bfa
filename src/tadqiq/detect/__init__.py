"""The rule machinery; no language in it."""

from .engine import detect
from .pattern import Analysed, Match, Pattern
from .patterned import Construction, PatternRule, load_rules
from .resolve import resolve
from .rule import Context, Rule

__all__ = [
    "Analysed",
    "Construction",
    "Context",
    "Match",
    "Pattern",
    "PatternRule",
    "Rule",
    "detect",
    "load_rules",
    "resolve",
]

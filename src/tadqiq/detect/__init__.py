"""The rule machinery; no language in it."""

from .engine import detect
from .pattern import Analysed, Match, Pattern, keys_of
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
    "keys_of",
    "load_rules",
    "resolve",
]

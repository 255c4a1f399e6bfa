"""The rule machinery; no language in it."""

from .analysed import Analysed, Form, form_of
from .engine import detect
from .pattern import Match, Pattern
from .patterned import Construction, PatternRule, load_rules
from .resolve import resolve
from .rule import Context, Rule

__all__ = [
    "Analysed",
    "Construction",
    "Context",
    "Form",
    "Match",
    "Pattern",
    "PatternRule",
    "Rule",
    "detect",
    "form_of",
    "load_rules",
    "resolve",
]

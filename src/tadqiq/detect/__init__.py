"""The rule machinery; no language in it."""

from .analysed import Analysed, Form, form_of
from .bydocument import ByDocument
from .construction import Construction
from .engine import EVIDENT, detect, regraded, suspicions
from .kept import kept
from .pattern import Match, Pattern
from .patterned import PatternRule, load_rules
from .remembered import Remembered
from .resolve import resolve
from .rule import Context, Rule
from .spots import Condition, Index, Spot, Traced, Traits

__all__ = [
    "EVIDENT",
    "Analysed",
    "ByDocument",
    "Condition",
    "Construction",
    "Context",
    "Form",
    "Index",
    "Match",
    "Pattern",
    "PatternRule",
    "Remembered",
    "Rule",
    "Spot",
    "Traced",
    "Traits",
    "detect",
    "form_of",
    "kept",
    "load_rules",
    "regraded",
    "resolve",
    "suspicions",
]

"""Verdicts on many articles -> a ranking of articles, outlets, feeds or events."""

from .sample import Sample, gainsaid_name, is_kind
from .standing import Question, standings

__all__ = ["Question", "Sample", "gainsaid_name", "is_kind", "standings"]

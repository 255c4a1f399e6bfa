"""How good the auditor is: against annotated spans, minimal pairs, human text and judges."""

from .alarms import AlarmResult, false_alarms
from .gold import (
    GoldArticle,
    GoldSpan,
    Judged,
    Pair,
    Passage,
    Sort,
    load_gold,
    load_judged,
    load_pairs,
    load_passages,
    sort_of,
)
from .pairs import PairCount, PairResult, evaluate_pairs
from .ranking import RankingResult, evaluate_ranking, kendall
from .spans import SpanResult, evaluate_spans, family, hits
from .tables import as_json, render
from .tally import Tally
from .verdict import Judge, Verdict

__all__ = [
    "AlarmResult",
    "GoldArticle",
    "GoldSpan",
    "Judge",
    "Judged",
    "Pair",
    "PairCount",
    "PairResult",
    "Passage",
    "RankingResult",
    "Sort",
    "SpanResult",
    "Tally",
    "Verdict",
    "as_json",
    "evaluate_pairs",
    "evaluate_ranking",
    "evaluate_spans",
    "false_alarms",
    "family",
    "hits",
    "kendall",
    "load_gold",
    "load_judged",
    "load_pairs",
    "load_passages",
    "render",
    "sort_of",
]

"""How good the auditor is: against annotated spans, minimal pairs, human text and judges."""

from .alarms import AlarmResult, false_alarms
from .drifts import (
    VERSIONS,
    DriftCount,
    DriftItem,
    DriftResult,
    Version,
    evaluate_drift,
    load_drift,
)
from .events import EventItem, EventResult, evaluate_events, load_events
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
from .ranking import (
    Order,
    RankingResult,
    evaluate_ranking,
    evaluate_ranking_beside,
    kendall,
)
from .spans import SpanResult, evaluate_spans, family, hits
from .spoilt import SpoiledText, SpoiltCount, SpoiltResult, evaluate_spoilt
from .tables import as_json, render
from .tally import Tally
from .verdict import Judge, Verdict

__all__ = [
    "VERSIONS",
    "AlarmResult",
    "DriftCount",
    "DriftItem",
    "DriftResult",
    "EventItem",
    "EventResult",
    "GoldArticle",
    "GoldSpan",
    "Judge",
    "Judged",
    "Order",
    "Pair",
    "PairCount",
    "PairResult",
    "Passage",
    "RankingResult",
    "Sort",
    "SpanResult",
    "SpoiledText",
    "SpoiltCount",
    "SpoiltResult",
    "Tally",
    "Verdict",
    "Version",
    "as_json",
    "evaluate_drift",
    "evaluate_events",
    "evaluate_pairs",
    "evaluate_ranking",
    "evaluate_ranking_beside",
    "evaluate_spans",
    "evaluate_spoilt",
    "false_alarms",
    "family",
    "hits",
    "kendall",
    "load_drift",
    "load_events",
    "load_gold",
    "load_judged",
    "load_pairs",
    "load_passages",
    "render",
    "sort_of",
]

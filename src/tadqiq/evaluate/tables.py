"""Evaluations as text tables and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from ..model import Finding
from .alarms import AlarmResult
from .drifts import DriftCount, DriftResult
from .events import EventResult
from .gold import GoldSpan
from .pairs import PairCount, PairResult
from .ranking import RankingResult
from .spans import SpanResult
from .spoilt import SpoiledText, SpoiltCount, SpoiltResult
from .tally import Tally

Result = (
    SpanResult
    | PairResult
    | AlarmResult
    | SpoiltResult
    | DriftResult
    | EventResult
    | tuple[RankingResult, ...]
)

_ISOLATE, _END = "\u2068", "\u2069"  # quotes stay apart from what stands around them


def render(result: Result, *, errors: bool = False) -> str:
    """The evaluation as a table; with ``errors``, every miss and false alarm beneath it."""
    if isinstance(result, SpanResult):
        lines = _spans(result)
        listed = [*map(_missed, result.missed), *map(_wrong, result.wrong)]
    elif isinstance(result, PairResult):
        lines = _pairs(result)
        listed = [f"missed {name}" for name in result.missed] + [*map(_wrong, result.flagged)]
    elif isinstance(result, AlarmResult):
        lines = _alarms(result)
        listed = [*map(_wrong, result.findings)]
    elif isinstance(result, SpoiltResult):
        lines = _spoilt(result)
        listed = [*map(_unfound, result.missed), *map(_wrong, result.alarms.findings)]
    elif isinstance(result, DriftResult):
        lines = _drifts(result)
        listed = [f"missed {name}" for name in result.missed] + [*map(_wrong, result.flagged)]
    elif isinstance(result, EventResult):
        lines = _events(result)
        listed = [f"joined {one} {other}" for one, other in result.joined]
        listed += [f"parted {one} {other}" for one, other in result.parted]
    else:
        lines, listed = _ranking(result), []
    return "\n".join([*lines, *(listed if errors else ())]) + "\n"


def as_json(result: Result) -> str:
    """One JSON object, rates included, under ``spans``, ``pairs``, ``alarms``, ``spoilt``,
    ``drift``, ``events`` or ``ranking``."""
    return json.dumps(_plain(result), ensure_ascii=False, indent=2) + "\n"


def _spans(result: SpanResult) -> list[str]:
    head = ("", "gold", "found", "findings", "right", "precision", "recall", "F1", "F0.5")
    rows = [("all", *_tallied(result.overall))]
    rows += [(severity, *_tallied(tally)) for severity, tally in result.by_severity.items()]
    rows += [(kind, *_tallied(tally)) for kind, tally in result.by_kind.items()]
    rows += [(name, *_tallied(tally)) for name, tally in result.by_article.items()]
    tightness = f"articles {result.articles}, tightness {_rate(result.tightness)}"
    return [*_grid(head, rows), tightness]


def _tallied(tally: Tally) -> tuple[str, ...]:
    counts = (tally.gold, tally.found, tally.findings, tally.right)
    rates = (tally.precision, tally.recall, tally.f(1.0), tally.f(0.5))
    return (*map(str, counts), *map(_rate, rates))


def _pairs(result: PairResult) -> list[str]:
    head = ("", "pairs", "artefacts", "found", "rate", "named", "flagged", "rate")
    rows = [("all", *_paired(result.overall))]
    rows += [(kind, *_paired(count)) for kind, count in result.by_kind.items()]
    return _grid(head, rows)


def _paired(count: PairCount) -> tuple[str, ...]:
    return (
        str(count.pairs),
        str(count.artefacts),
        str(count.found),
        _rate(count.found_rate),
        str(count.named),
        str(count.flagged),
        _rate(count.flagged_rate),
    )


def _alarms(result: AlarmResult) -> list[str]:
    head = ("", "findings", "per 1,000 words")
    rows = [
        ("all", str(len(result.findings)), _rate(result.per_thousand)),
        ("major and critical", str(result.grave), _rate(result.grave_per_thousand)),
    ]
    for code, count in result.by_code.items():
        rate = 1000 * count / result.words if result.words else None
        rows.append((code, str(count), _rate(rate)))
    return [*_grid(head, rows), f"passages {result.passages}, words {result.words}"]


def _spoilt(result: SpoiltResult) -> list[str]:
    head = ("errors made", "places", "tried", "found", "recall", "at the word")
    rows = [("all", *_made(result.overall))]
    rows += [(name, *_made(count)) for name, count in result.by_class.items()]
    return [*_grid(head, rows), "", "the good text:", *_alarms(result.alarms)]


def _made(count: SpoiltCount) -> tuple[str, ...]:
    counts = (count.places, count.tried, count.found)
    return (*map(str, counts), _rate(count.recall), str(count.exactly))


def _drifts(result: DriftResult) -> list[str]:
    head = ("", "items", "found", "rate", "faithful", "extra", "flagged", "AUC")
    rows = [("all", *_drifted(result.overall))]
    rows += [(name, *_drifted(count)) for name, count in result.by_phenomenon.items()]
    return _grid(head, rows)


def _drifted(count: DriftCount) -> tuple[str, ...]:
    return (
        str(count.items),
        str(count.found),
        _rate(count.found_rate),
        str(count.faithful),
        str(count.extra),
        _rate(count.flagged_rate),
        _rate(count.auc),
    )


def _events(result: EventResult) -> list[str]:
    head = ("BCubed", "articles", "events", "found", "precision", "recall", "F1")
    counts = (result.articles, result.events, result.found)
    rates = (result.precision, result.recall, result.f1)
    return _grid(head, [("all", *map(str, counts), *map(_rate, rates))])


def _ranking(results: Sequence[RankingResult]) -> list[str]:
    head = (
        "metric", "apart by", "paragraphs", "agreement", "our ties", "documents", "agreement",
        "Kendall",
    )  # fmt: skip
    rows = [
        (
            result.metric,
            f"{result.margin:g}",
            str(result.comparisons),
            _rate(result.agreement),
            _rate(result.tied),
            str(result.documents),
            _rate(result.document_agreement),
            _rate(result.kendall),
        )
        for result in results
    ]
    return _grid(head, rows)


def _grid(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    table = [tuple(head), *map(tuple, rows)]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    return ["  ".join(_cells(row, widths)).rstrip() for row in table]


def _cells(row: Sequence[str], widths: Sequence[int]) -> Iterable[str]:
    for number, (cell, width) in enumerate(zip(row, widths, strict=True)):
        yield cell.rjust(width) if number else cell.ljust(width)


def _rate(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _missed(error: tuple[str, GoldSpan]) -> str:
    name, gold = error
    return f"missed {name} {gold.severity} {gold.kind} {_quoted(gold.quote)}"


def _unfound(error: tuple[str, SpoiledText]) -> str:
    name, one = error
    text, span = one.text, one.span
    before, after = text[max(0, span.start - 60) : span.start], text[span.end : span.end + 40]
    made = f"⟦{one.spoilt.span.of(one.passage.text)}→{one.spoilt.replacement}⟧"
    return f"missed {one.passage.id} {name} {_quoted(before + made + after)}"


def _wrong(error: tuple[str, Finding]) -> str:
    name, finding = error
    what = f"{finding.severity} {finding.code} {finding.kind}"
    return f"wrong {name} {what} {_quoted(finding.quote)}"


def _quoted(quote: str) -> str:
    return f"{_ISOLATE}{' '.join(quote.split()) or repr(quote)}{_END}"


def _plain(result: Result) -> dict[str, object]:
    if isinstance(result, SpanResult):
        return {"spans": _plain_spans(result)}
    if isinstance(result, PairResult):
        return {"pairs": _plain_pairs(result)}
    if isinstance(result, AlarmResult):
        return {"alarms": _plain_alarms(result)}
    if isinstance(result, SpoiltResult):
        return {"spoilt": _plain_spoilt(result)}
    if isinstance(result, DriftResult):
        return {"drift": _plain_drift(result)}
    return _plain_grouping(result)


def _plain_grouping(result: EventResult | tuple[RankingResult, ...]) -> dict[str, object]:
    if isinstance(result, EventResult):
        return {"events": asdict(result) | {"f1": result.f1}}
    return {"ranking": [asdict(part) for part in result]}


def _plain_alarms(result: AlarmResult) -> dict[str, Any]:
    return asdict(result) | {
        "per_thousand": result.per_thousand,
        "grave_per_thousand": result.grave_per_thousand,
    }


def _plain_spoilt(result: SpoiltResult) -> dict[str, Any]:
    return {
        "overall": asdict(result.overall) | {"recall": result.overall.recall},
        "by_class": {
            name: asdict(count) | {"recall": count.recall}
            for name, count in result.by_class.items()
        },
        "missed": [
            {"class": name, "text": one.text, "start": one.span.start, "end": one.span.end}
            for name, one in result.missed
        ],
        "alarms": _plain_alarms(result.alarms),
    }


def _plain_spans(result: SpanResult) -> dict[str, Any]:
    whole = asdict(result)
    whole["overall"] |= _rates(result.overall)
    for part in ("by_kind", "by_severity", "by_article"):
        for name, tally in getattr(result, part).items():
            whole[part][name] |= _rates(tally)
    return whole


def _plain_pairs(result: PairResult) -> dict[str, Any]:
    whole = asdict(result)
    whole["overall"] |= _pair_rates(result.overall)
    for name, count in result.by_kind.items():
        whole["by_kind"][name] |= _pair_rates(count)
    return whole


def _plain_drift(result: DriftResult) -> dict[str, Any]:
    whole = asdict(result)
    whole["overall"] |= _drift_rates(result.overall)
    for name, count in result.by_phenomenon.items():
        whole["by_phenomenon"][name] |= _drift_rates(count)
    return whole


def _drift_rates(count: DriftCount) -> dict[str, float | None]:
    return {"found_rate": count.found_rate, "flagged_rate": count.flagged_rate}


def _rates(tally: Tally) -> dict[str, float | None]:
    return {
        "precision": tally.precision,
        "recall": tally.recall,
        "f1": tally.f(1.0),
        "f0.5": tally.f(0.5),
    }


def _pair_rates(count: PairCount) -> dict[str, float | None]:
    return {"found_rate": count.found_rate, "flagged_rate": count.flagged_rate}

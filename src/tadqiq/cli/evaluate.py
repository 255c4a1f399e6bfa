"""``tadqiq evaluate``: how good the auditor is, measured."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from . import options
from .progress import progress

if TYPE_CHECKING:
    from ..evaluate import Judge, SpanResult
    from ..evaluate.tables import Result
    from ..pipeline import Auditor


class Format(StrEnum):
    """How the figures are written."""

    TABLE = "table"
    JSON = "json"


def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(help="JSONL: annotated articles, pairs, passages or judged translations."),
    ],
    errors: Annotated[
        bool, typer.Option("--errors", help="List every miss and every false alarm.")
    ] = False,
    margin: Annotated[
        float,
        typer.Option(
            "--margin", help="Judged translations: least distance of two scores to compare."
        ),
    ] = 10.0,
    format: Annotated[
        Format, typer.Option("--format", "-f", help="Form of the result.")
    ] = Format.TABLE,
    output: options.Output = None,
    model: options.Model = None,
    backend: options.Backend = None,
    no_drift: options.NoDrift = False,
    select: options.Select = None,
    ignore: options.Ignore = None,
    config: options.ConfigPath = None,
) -> None:
    """Measures precision and recall against what people marked.

    \b
    The fields of the file's first record say what it holds:
      spans            annotated articles: precision, recall, F1 by kind and severity
      wrong, right     minimal pairs: artefacts found, corrected texts flagged
      text, sentences  human text: findings per 1,000 words, which should be none
      metrics          judged translations: does our ranking agree?

    \b
    Examples:
      tadqiq evaluate corpora/seeds/gold.jsonl --errors
      tadqiq evaluate corpora/pairs/dev.jsonl
      tadqiq evaluate human.jsonl --format json
    """
    from ..evaluate import as_json, render
    from ..pipeline import Auditor

    chosen = options.settings(
        config, model=model, backend=backend, no_drift=no_drift, select=select, ignore=ignore
    )
    with progress() as tell:
        result = _result(Auditor(chosen, progress=tell), gold, margin)
    text = as_json(result) if format is Format.JSON else render(result, errors=errors)
    options.deliver(text, output)


def _result(auditor: Auditor, path: Path, margin: float) -> Result:
    from .. import evaluate as measure

    sort = measure.sort_of(path)
    if sort == "gold":
        return _spans(auditor, path)
    judge = _judge(auditor)
    if sort == "pairs":
        return measure.evaluate_pairs(measure.load_pairs(path), judge)
    if sort == "passages":
        return measure.false_alarms(measure.load_passages(path), judge)
    judged = measure.load_judged(path)
    margins = {metric: margin for document in judged for metric in document.metrics}
    return measure.evaluate_ranking(judged, judge, margins=margins)


def _spans(auditor: Auditor, path: Path) -> SpanResult:
    """The annotated articles audited as one batch, so that siblings know of each other."""
    from ..errors import IngestError
    from ..evaluate import evaluate_spans, load_gold
    from ..model import Article

    gold = load_gold(path)
    articles = (Article(id=item.id, text=item.text, lang=item.lang) for item in gold)
    audit = auditor.audit(articles)
    for rejection in audit.rejections:
        raise IngestError(f"{rejection.origin}: {rejection.reason}")
    return evaluate_spans(gold, {one.document.id: one.findings for one in audit.articles})


def _judge(auditor: Auditor) -> Judge:
    from ..errors import IngestError
    from ..evaluate import Verdict
    from ..model import Article

    def judge(text: str, lang: str) -> Verdict:
        result = auditor.audit([Article(id="text", text=text, lang=lang)])
        if not result.articles:
            raise IngestError(f"{text[:60]!r}: {result.rejections[0].reason}")
        (one,) = result.articles
        return Verdict(one.findings, one.score.words, one.score.quality)

    return judge

"""``tadqiq evaluate``: how good the auditor is, measured."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from . import options
from .progress import progress

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..evaluate import (
        DriftResult,
        EventResult,
        Judge,
        Order,
        RankingResult,
        SpanResult,
        SpoiltResult,
    )
    from ..evaluate.tables import Result
    from ..model import Article, ArticleAudit
    from ..pipeline import Auditor


class Format(StrEnum):
    """How the figures are written."""

    TABLE = "table"
    JSON = "json"


def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(
            help="JSONL: annotated articles, pairs, passages, judged translations, drift, events."
        ),
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
    siblings: Annotated[
        bool,
        typer.Option(
            "--siblings",
            help="Judged translations: each beside the other renderings of its original.",
        ),
    ] = False,
    spoil: Annotated[
        bool,
        typer.Option(
            "--spoil",
            help="Pairs (right sides), human text, drift (faithful texts): make errors, report "
            "recall by class of error.",
        ),
    ] = False,
    error_class: Annotated[
        list[str] | None,
        typer.Option("--class", help="With --spoil: only classes so called, or beginning so."),
    ] = None,
    sample: Annotated[
        int, typer.Option("--sample", min=1, help="With --spoil: errors of every class to try.")
    ] = 100,
    seed: Annotated[int, typer.Option("--seed", help="With --spoil: another sample.")] = 0,
    format: Annotated[
        Format, typer.Option("--format", "-f", help="Form of the result.")
    ] = Format.TABLE,
    output: options.Output = None,
    model: options.Model = None,
    backend: options.Backend = None,
    no_drift: options.NoDrift = False,
    fluency: options.Fluency = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    config: options.ConfigPath = None,
) -> None:
    """Measures precision and recall against what people marked.

    \b
    The fields of the file's first record say what it holds:
      spans            annotated articles: precision, recall, F1 by kind and severity
      wrong, right     minimal pairs: artefacts found, corrected texts flagged
      drifted          siblings and three versions of an article: departures found, faithful
                       texts flagged, by phenomenon
      event, published articles with their event: BCubed precision, recall, F1
      text, sentences  human text: findings per 1,000 words, which should be none
      metrics          judged translations: does our ranking agree, without siblings or beside them?

    \b
    Examples:
      tadqiq evaluate corpora/seeds/gold.jsonl --errors
      tadqiq evaluate corpora/pairs/dev.jsonl
      tadqiq evaluate human.jsonl --format json
      tadqiq evaluate human.jsonl --spoil --class verb
    """
    from ..evaluate import as_json, render
    from ..pipeline import Auditor

    chosen = options.settings(
        config,
        model=model,
        backend=backend,
        no_drift=no_drift,
        fluency=fluency,
        careful=True,
        select=select,
        ignore=ignore,
    )
    with progress() as tell:
        auditor = Auditor(chosen, progress=tell)
        if siblings:
            _must_be_judged(gold)
        if spoil:
            classes = tuple(error_class or ())
            result: Result = _spoilt(auditor, gold, sample=sample, seed=seed, classes=classes)
        else:
            result = _result(auditor, gold, margin, siblings=siblings)
    text = as_json(result) if format is Format.JSON else render(result, errors=errors)
    options.deliver(text, output)


def _result(auditor: Auditor, path: Path, margin: float, *, siblings: bool) -> Result:
    from .. import evaluate as measure

    sort = measure.sort_of(path)
    if sort == "gold":
        return _spans(auditor, path)
    if sort == "drift":
        return _drift(auditor, path)
    if sort == "events":
        return _events(auditor, path)
    if sort == "judged":
        return _ranking(auditor, path, margin, siblings=siblings)
    judge = _judge(auditor)
    if sort == "pairs":
        return measure.evaluate_pairs(measure.load_pairs(path), judge)
    return measure.false_alarms(measure.load_passages(path), judge)


def _must_be_judged(path: Path) -> None:
    from ..evaluate import sort_of

    sort = sort_of(path)
    if sort != "judged":
        raise typer.BadParameter(f"{path}: --siblings needs judged translations, this is {sort}")


def _ranking(
    auditor: Auditor, path: Path, margin: float, *, siblings: bool
) -> tuple[RankingResult, ...]:
    from .. import evaluate as measure

    judged = measure.load_judged(path)
    margins = {metric: margin for document in judged for metric in document.metrics}
    if siblings:
        return measure.evaluate_ranking_beside(judged, _order(auditor), margins=margins)
    return measure.evaluate_ranking(judged, _judge(auditor), margins=margins)


def _spoilt(
    auditor: Auditor, path: Path, *, sample: int, seed: int, classes: tuple[str, ...]
) -> SpoiltResult:
    """The human text, the pairs' right sides, or the faithful texts of drift beside their
    siblings, spoiled. Raises BadParameter for other files."""
    from .. import evaluate as measure
    from ..pipeline import departed, spoilt

    sort = measure.sort_of(path)
    if sort == "drift":
        items = {item.id: item for item in measure.load_drift(path)}
        faithful = [measure.Passage(i.id, i.lang, i.texts["faithful"]) for i in items.values()]
        return measure.evaluate_spoilt(
            faithful,
            departed,
            _judge(auditor),
            sample=sample,
            seed=seed,
            only=classes,
            beside=lambda passage: _judge_beside(auditor, items[passage.id].siblings),
        )
    if sort == "pairs":
        pairs = measure.load_pairs(path)
        passages = tuple(measure.Passage(one.id, one.lang, one.right) for one in pairs)
    elif sort == "passages":
        passages = measure.load_passages(path)
    else:
        raise typer.BadParameter(
            f"{path}: --spoil needs pairs, human text or drift, and this is {sort}"
        )
    judge = _judge(auditor)
    return measure.evaluate_spoilt(passages, spoilt, judge, sample=sample, seed=seed, only=classes)


def _spans(auditor: Auditor, path: Path) -> SpanResult:
    """The annotated articles audited as one batch, so that siblings know of each other."""
    from ..evaluate import evaluate_spans, load_gold
    from ..model import Article

    gold = load_gold(path)
    articles = (Article(id=item.id, text=item.text, lang=item.lang) for item in gold)
    audited = _audited(auditor, articles)
    return evaluate_spans(gold, {one.document.id: one.findings for one in audited})


def _drift(auditor: Auditor, path: Path) -> DriftResult:
    """Every version of every item as an event of its own, with its siblings, in one batch."""
    from ..evaluate import VERSIONS, evaluate_drift, load_drift
    from ..model import Article

    items = load_drift(path)
    articles: list[Article] = []
    for item in items:
        for version in VERSIONS:
            event = f"{item.id}/{version}"
            articles.append(
                Article(id=event, text=item.texts[version], lang=item.lang, event=event)
            )
            articles += (
                Article(id=f"{event}/{number}", text=text, event=event)
                for number, text in enumerate(item.siblings)
            )
    drifts = {one.document.id: one.drift for one in _audited(auditor, articles)}
    return evaluate_drift(
        items, {(i.id, version): drifts[f"{i.id}/{version}"] for i in items for version in VERSIONS}
    )


def _events(auditor: Auditor, path: Path) -> EventResult:
    """The articles grouped as one batch, their events hidden."""
    from ..evaluate import evaluate_events, load_events
    from ..model import Article

    items = load_events(path)
    articles = [
        Article(id=i.id, text=i.text, lang=i.lang, published=i.published, outlet=i.outlet)
        for i in items
    ]
    found = {one.document.id: one.event.id for one in _audited(auditor, articles)}
    return evaluate_events(items, found)


def _audited(auditor: Auditor, articles: Iterable[Article]) -> Sequence[ArticleAudit]:
    """The articles audited as one batch. Raises IngestError if one could not be."""
    from ..errors import IngestError

    audit = auditor.audit(articles)
    for rejection in audit.rejections:
        raise IngestError(f"{rejection.origin}: {rejection.reason}")
    return audit.articles


def _order(auditor: Auditor) -> Order:
    """As a batch is ranked, but for the ids."""
    from ..score import order_keys

    def order(articles: Sequence[Article]) -> Sequence[float]:
        audited = _audited(auditor, articles)
        found = order_keys(
            [one.score for one in audited],
            [one.drift.value for one in audited],
            [one.event.id for one in audited],
        )
        places = {key: place for place, key in enumerate(sorted(set(found), reverse=True))}
        return [places[key] for key in found]

    return order


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


def _judge_beside(auditor: Auditor, siblings: Sequence[str]) -> Judge:
    """What departs in a text from its siblings, and nothing else."""
    from ..errors import IngestError
    from ..evaluate import Verdict
    from ..model import Article

    others = [Article(id=f"s{n}", text=text, event="e") for n, text in enumerate(siblings)]

    def judge(text: str, lang: str) -> Verdict:
        result = auditor.check(Article(id="text", text=text, lang=lang, event="e"), others)
        if not result.articles:
            raise IngestError(f"{text[:60]!r}: {result.rejections[0].reason}")
        (one,) = result.articles
        return Verdict(one.drift.departures, one.score.words, one.score.quality)

    return judge

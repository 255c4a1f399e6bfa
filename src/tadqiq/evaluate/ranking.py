"""Our order of translations against a judge's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from ..model import Article
from .gold import Judged
from .tally import share
from .verdict import Judge

Order = Callable[[Sequence[Article]], Sequence[float]]
"""How good each of some articles is beside the others of its event: the better the higher, equal
where nothing tells two apart."""


@dataclass(frozen=True, slots=True)
class RankingResult:
    """Agreement with one metric, paragraph by paragraph and over whole documents.

    Of two renderings of one paragraph that the metric puts at least ``margin`` apart,
    ``agreement`` is the share in which we prefer the same one, our ties counting half; 0.5 is
    chance. ``tied`` is the share of our ties. ``document_agreement`` is the same share of the
    pairs of whole documents (``documents`` of them), by the mean of the metric. ``kendall`` is
    tau-b over all whole documents, our quality against that mean.
    """

    metric: str
    margin: float
    comparisons: int
    agreement: float | None
    tied: float | None
    documents: int
    document_agreement: float | None
    kendall: float | None


def evaluate_ranking(
    judged: Sequence[Judged], judge: Judge, *, margins: Mapping[str, float]
) -> tuple[RankingResult, ...]:
    """How far ``judge`` orders as each metric of ``margins`` does (metric to least distance).

    Raises ValueError for a metric that a document was not scored by.
    """
    ours = [
        tuple(judge(paragraph, document.lang).quality for paragraph in document.paragraphs)
        for document in judged
    ]
    whole = [judge(_text(document), document.lang).quality for document in judged]
    return _results(judged, ours, whole, margins)


def evaluate_ranking_beside(
    judged: Sequence[Judged], order: Order, *, margins: Mapping[str, float]
) -> tuple[RankingResult, ...]:
    """The same, every document beside the other renderings of its original, and every paragraph
    beside theirs. Raises as ``evaluate_ranking`` does."""
    articles = [
        Article(id=one.id, text=_text(one), lang=one.lang, event=one.event) for one in judged
    ]
    articles += [part for document in judged for part in _parts(document)]
    found = iter(order(articles))
    whole = [next(found) for _ in judged]
    ours = [tuple(next(found) for _ in document.paragraphs) for document in judged]
    return _results(judged, ours, whole, margins)


def kendall(ours: Sequence[float], theirs: Sequence[float]) -> float | None:
    """Kendall's tau-b of two lists of scores; None where one of them does not vary."""
    concordant = discordant = our_ties = their_ties = 0
    pairs = list(combinations(zip(ours, theirs, strict=True), 2))
    for (our_one, their_one), (our_other, their_other) in pairs:
        product = _sign(our_one - our_other) * _sign(their_one - their_other)
        concordant += product > 0
        discordant += product < 0
        our_ties += our_one == our_other
        their_ties += their_one == their_other
    below: float = ((len(pairs) - our_ties) * (len(pairs) - their_ties)) ** 0.5
    return share(concordant - discordant, below)


def _text(document: Judged) -> str:
    return "\n\n".join(document.paragraphs)


def _parts(document: Judged) -> Iterator[Article]:
    """Its paragraphs, each in one event with those of documents cut as this one is."""
    cut = f"{document.event}/{len(document.paragraphs)}"
    for number, text in enumerate(document.paragraphs):
        name, event = f"{document.id}/{number}", f"{cut}/{number}"
        yield Article(id=name, text=text, lang=document.lang, event=event)


def _results(
    judged: Sequence[Judged],
    ours: Sequence[Sequence[float]],
    whole: Sequence[float],
    margins: Mapping[str, float],
) -> tuple[RankingResult, ...]:
    return tuple(
        _compare(judged, ours, whole, metric, margin) for metric, margin in margins.items()
    )


def _compare(
    judged: Sequence[Judged],
    ours: Sequence[Sequence[float]],
    whole: Sequence[float],
    metric: str,
    margin: float,
) -> RankingResult:
    theirs = [_scores(document, metric) for document in judged]
    means = [sum(scores) / len(scores) if scores else 0.0 for scores in theirs]
    parts = list(_credits(judged, ours, theirs, margin))
    documents = list(_credits(judged, [[one] for one in whole], [[one] for one in means], margin))
    return RankingResult(
        metric=metric,
        margin=margin,
        comparisons=len(parts),
        agreement=share(sum(parts), len(parts)),
        tied=share(parts.count(0.5), len(parts)),
        documents=len(documents),
        document_agreement=share(sum(documents), len(documents)),
        kendall=kendall(whole, means),
    )


def _scores(document: Judged, metric: str) -> tuple[float, ...]:
    if metric not in document.metrics:
        known = ", ".join(sorted(document.metrics))
        raise ValueError(f"{document.id} has no scores of {metric!r}; choose one of {known}")
    return document.metrics[metric]


def _credits(
    judged: Sequence[Judged],
    ours: Sequence[Sequence[float]],
    theirs: Sequence[Sequence[float]],
    margin: float,
) -> Iterable[float]:
    """1 for a comparison we decide as the metric does, 0.5 for our ties, 0 for the rest."""
    by_event: defaultdict[str, list[int]] = defaultdict(list)
    for index, document in enumerate(judged):
        by_event[document.event].append(index)
    for indices in by_event.values():
        for one, other in combinations(indices, 2):
            # Documents cut differently into paragraphs cannot be set side by side.
            if len(ours[one]) != len(ours[other]):
                continue
            for number in range(len(ours[one])):
                distance = theirs[one][number] - theirs[other][number]
                if distance and abs(distance) >= margin:
                    ours_apart = ours[one][number] - ours[other][number]
                    yield (1 + _sign(ours_apart) * _sign(distance)) / 2


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)

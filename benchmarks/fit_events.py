"""Fits how much each kind of evidence tells that two articles report one happening.

Run it from the root of the repository: ``python benchmarks/fit_events.py``. It reads those parts
of the corpora that may be written against, prints BCubed of each set by weights fitted without
it, and writes ``src/tadqiq/events/weights.tsv``.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import platformdirs
from numpy.typing import NDArray

from tadqiq.embed import centre, load
from tadqiq.evaluate.events import EventItem, EventResult, evaluate_events, load_events
from tadqiq.events import Traits, traits
from tadqiq.events.candidates import WINDOW, in_window
from tadqiq.events.cluster import Clusters
from tadqiq.events.evidence import Evidence
from tadqiq.events.likeness import BIAS
from tadqiq.events.rarity import Rarity
from tadqiq.languages import profile_for
from tadqiq.model import Article
from tadqiq.text import segment
from wire import PER_EVENT, wire

Vector = NDArray[np.float64]

CORPORA = Path("corpora")
WEIGHTS = Path("src/tadqiq/events/weights.tsv")
COMPARED = ("topic", "topic_across", "facts", "facts_across", "words", "names", "lead")
FOR = (*COMPARED, "numbers", "rates", "scores", "day", "weekday")
AGAINST = ("other_numbers", "other_rates", "other_scores", "other_day", "other_weekday",
           "weekday_aside", "days_apart")  # fmt: skip
KINDS = (BIAS, "across", *FOR, *AGAINST)
# How much a pair of each set counts: the five long articles are few, the short reports many.
SETS = {"dev": 1.0, "dev_second": 1.0, "train": 1.0, "seeds": 8.0, "drift": 0.1,
        "wire": 0.1, "long_wire": 0.1}  # fmt: skip
HELD_OUT = (
    "dev",
    "dev_second",
    "train",
    "wire",
    "long_wire",
)  # in turn: batches of confusable events
RIDGE = 2.0
CUTS = tuple(np.arange(-2.0, 1.01, 0.25))
ALIKE = 0.003  # of F1: more than the sets can tell apart
HARD = 0.0  # cosine of whole texts from which two articles may be confused


@dataclass(frozen=True)
class Pairs:
    """Pairs of one batch: rows of evidence in order of `KINDS`, NaN where there is none."""

    items: Sequence[EventItem]
    times: Sequence[datetime | None]
    places: Sequence[tuple[int, int]]
    evidence: Vector
    same: NDArray[np.bool_]


def _records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _event_items(name: str) -> Iterator[EventItem]:
    items = load_events(CORPORA / "events" / f"{name}.jsonl")
    events = sorted({item.event for item in items})
    # Of dev_second every other event has been read; the rest is for measuring.
    read = set(events[::2] if name == "dev_second" else events)
    yield from (item for item in items if item.event in read)


def _seeds() -> Iterator[EventItem]:
    """Four articles report one call, the fifth another by the same men."""
    for path in sorted((CORPORA / "seeds").glob("*.txt")):
        event = "later" if path.name.startswith("004") else "call"
        yield EventItem(path.stem, "ar", path.read_text("utf-8"), event)


def _drift() -> Iterator[EventItem]:
    """Siblings of one item report one happening; a third of the items are enough."""
    for name in ("dev", "dev_second"):
        for item in _records(CORPORA / "drift" / f"{name}.jsonl")[::3]:
            texts = [one if isinstance(one, str) else one["text"] for one in item["siblings"]]
            for number, text in enumerate([*texts, item["faithful"]]):
                lang = "en" if text.isascii() else item["lang"]
                yield EventItem(f"{item['id']}/{number}", lang, text, item["id"])


def _wire(count: int, words: int) -> Iterator[EventItem]:
    """A made-up wire: whole days of happenings told in the same turns of phrase."""
    for number, record in enumerate(wire(count, words=words, seed=7)):
        published = datetime.fromisoformat(record["published"])
        text = f"{record['title']}\n{record['text']}"
        yield EventItem(record["id"], "ar", text, str(number // PER_EVENT), published)


def _items(name: str) -> list[EventItem]:
    own = {
        "seeds": _seeds,
        "drift": _drift,
        "wire": partial(_wire, 100, 80),
        "long_wire": partial(_wire, 60, 500),
    }
    return list(own[name]() if name in own else _event_items(name))


def _traits(items: Sequence[EventItem]) -> list[Traits]:
    cache = Path(os.environ.get("TADQIQ_CACHE") or platformdirs.user_cache_dir("tadqiq"))
    model = load(cache_dir=cache)
    documents = [
        segment(Article(id=i.id, text=i.text, lang=i.lang, published=i.published), profile_for)
        for i in items
    ]
    sentences = [s.span.of(doc.text) for doc in documents for s in doc.sentences]
    ends = np.cumsum([len(doc.sentences) for doc in documents])
    matrix = centre(model.encode(sentences), model.background)
    parts = np.split(matrix, ends[:-1])
    return [traits(*pair) for pair in zip(documents, parts, strict=True)]


def _pairs(name: str) -> Pairs:
    items = _items(name)
    seen = _traits(items)
    compare = Evidence(Rarity(seen)).of
    count = len(items)
    places = [(one, other) for one in range(count) for other in range(one + 1, count)]
    if name == "drift":  # most pairs are of topics far apart
        places = [p for n, p in enumerate(places) if _same(items, p) or n % 50 == 0]
    places = [p for p in places if in_window(seen[p[0]], seen[p[1]])]
    rows = [compare(seen[one], seen[other]) for one, other in places]
    evidence = np.array([[row.get(kind, np.nan) for kind in KINDS] for row in rows])
    evidence[:, 0] = 1.0
    same = np.array([_same(items, place) for place in places])
    return Pairs(items, [one.published for one in seen], places, evidence, same)


def _same(items: Sequence[EventItem], place: tuple[int, int]) -> bool:
    return items[place[0]].event == items[place[1]].event


def _neutral(sets: Mapping[str, Pairs]) -> Vector:
    """Halfway between what is usual of one happening and of two on one topic."""
    evidence = np.concatenate([one.evidence for one in sets.values()])
    same = np.concatenate([one.same for one in sets.values()])
    topic = np.nanmax(evidence[:, [KINDS.index("topic"), KINDS.index("topic_across")]], axis=1)
    found = np.zeros(len(KINDS))
    for place, kind in enumerate(KINDS):
        if kind in COMPARED:
            column = evidence[:, place]
            ours, theirs = column[same], column[~same & (topic > HARD)]
            found[place] = round((np.nanmedian(ours) + np.nanmedian(theirs)) / 2, 2)
    return found


def _fit(sets: Mapping[str, Pairs], neutral: Vector) -> Vector:
    """Logistic regression; a kind that would speak against its sense is left out."""
    matrix = np.concatenate([_filled(one, neutral) for one in sets.values()])
    same = np.concatenate([one.same for one in sets.values()]).astype(float)
    counts = np.concatenate([np.full(len(one.same), SETS[name]) for name, one in sets.items()])
    kept = list(range(len(KINDS)))
    while True:
        weights = np.zeros(len(KINDS))
        weights[kept] = _regression(matrix[:, kept], same, counts)
        wrong = [place for place in kept if _contrary(KINDS[place], weights[place])]
        if not wrong:
            return weights
        spread = matrix.std(axis=0)
        kept.remove(max(wrong, key=lambda place: abs(weights[place]) * spread[place]))


def _contrary(kind: str, weight: float) -> bool:
    return (kind in FOR and weight < 0) or (kind in AGAINST and weight > 0)


def _filled(pairs: Pairs, neutral: Vector) -> Vector:
    return np.nan_to_num(pairs.evidence - neutral)


def _regression(matrix: Vector, same: Vector, counts: Vector) -> Vector:
    """Newton's method on columns of unit size; the first, the bias, is not shrunk."""
    size = np.sqrt((counts[:, None] * matrix**2).sum(axis=0) / counts.sum()).clip(1e-3)
    columns = matrix / size
    ridge = np.full(len(size), RIDGE)
    ridge[0] = 1e-6
    weights = np.zeros(len(size))
    for _ in range(50):
        odds = 1 / (1 + np.exp(-columns @ weights))
        slope = columns.T @ (counts * (same - odds)) - ridge * weights
        curve = (columns.T * (counts * odds * (1 - odds))) @ columns + np.diag(ridge)
        weights += (step := np.linalg.solve(curve, slope))
        if abs(step).max() < 1e-9:
            break
    return weights / size


def _measured(pairs: Pairs, weights: Vector, neutral: Vector, cut: float) -> EventResult:
    scores = _filled(pairs, neutral) @ weights
    known = [(*place, float(score)) for place, score in zip(pairs.places, scores, strict=True)]
    unnamed = [None] * len(pairs.items)
    groups = Clusters(unnamed, known, times=pairs.times, within=WINDOW).join(cut)
    found = {pairs.items[n].id: str(number) for number, group in enumerate(groups) for n in group}
    return evaluate_events(pairs.items, found)


def _cut(sets: Mapping[str, Pairs], neutral: Vector) -> float:
    """The log-odds from which to join: the strictest that does about best for sets which the
    weights were fitted without, since a wrong sibling brings wrong evidence."""
    results: dict[float, list[EventResult]] = {cut: [] for cut in CUTS}
    for held in HELD_OUT:
        weights = _fit({name: one for name, one in sets.items() if name != held}, neutral)
        for cut in CUTS:
            results[cut].append(_measured(sets[held], weights, neutral, cut))
    for cut, found in results.items():
        told = (f"{one.precision:.3f} {one.recall:.3f} {one.f1:.3f}" for one in found)
        _tell(f"{cut:+.2f}", *told)
    means = {cut: np.mean([one.f1 or 0.0 for one in found]) for cut, found in results.items()}
    return float(max(cut for cut in CUTS if means[cut] >= max(means.values()) - ALIKE))


def _tell(*cells: str) -> None:
    sys.stdout.write("   ".join(cells) + "\n")


def main() -> None:
    sets = {name: _pairs(name) for name in SETS}
    neutral = _neutral({name: one for name, one in sets.items() if "wire" not in name})
    _tell("cut  ", *(f"{name:17}" for name in HELD_OUT))
    cut = _cut(sets, neutral)
    weights = _fit(sets, neutral)
    for name, pairs in sets.items():
        _tell(f"{name:10}", f"{_measured(pairs, weights, neutral, cut).f1:.3f}")
    weights[0] -= cut
    rows = zip(KINDS, weights, neutral, strict=True)
    lines = (f"{kind}\t{weight:.2f}\t{middle:.2f}" for kind, weight, middle in rows)
    head = "# evidence, log-odds a unit, neutral value; written by benchmarks/fit_events.py"
    WEIGHTS.write_text("\n".join([head, *lines]) + "\n", "utf-8")


if __name__ == "__main__":
    main()

"""Fits what unreported evidence weighs in the drift score, and writes it.

    python benchmarks/drift_weights.py corpora/drift src/tadqiq/drift/weights.toml

Of `dev.jsonl`, `dev_second.jsonl` and the items of `dev_fourth.jsonl` with an odd number: a
logistic regression of "the text departs" on what is strange about its sentences, and by kind of
departure the share that was right of those too unsure to be reported.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import astuple, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tadqiq import embed
from tadqiq.config import Config
from tadqiq.drift.align import align
from tadqiq.drift.departure import REPORTED, Comparison
from tadqiq.drift.measure import suspected
from tadqiq.drift.reading import FloatMatrix, Reading, of_one_event
from tadqiq.drift.strange import Strangeness, strangeness
from tadqiq.evaluate import hits, load_drift
from tadqiq.evaluate.drifts import DriftItem, Version
from tadqiq.languages import profile_for
from tadqiq.model import Article
from tadqiq.text import segment

Numbers = NDArray[np.float64]

_STEADY = 4.0  # weight of the prior on every coefficient but the bias
_STEPS = 40
_DOUBT = 8.0  # departures of a kind before its own share outweighs that of all kinds


def items(folder: Path) -> Iterator[DriftItem]:
    """The items that may be read."""
    for name in ("dev", "dev_second", "dev_fourth"):
        for item in load_drift(folder / f"{name}.jsonl"):
            number = re.search(r"(\d+)\D*$", item.id)
            if name != "dev_fourth" or (number and int(number[1]) % 2):
                yield item


def comparison(item: DriftItem, version: Version, encoder: embed.Encoder) -> Comparison:
    """One version of an item beside its siblings."""
    texts = {"article": item.texts[version]}
    texts |= {f"sibling {number}": text for number, text in enumerate(item.siblings)}
    article, *siblings = of_one_event([_reading(*text, encoder) for text in texts.items()])
    pairs = tuple(pair for sibling in siblings for pair in align(article, sibling))
    return Comparison(article=article, siblings=siblings, pairs=pairs)


def _reading(name: str, text: str, encoder: embed.Encoder) -> Reading:
    doc = segment(Article(id=name, text=text), profile_for)
    sentences = [sentence.span.of(text) for sentence in doc.sentences]
    vectors: FloatMatrix = embed.centre(encoder.encode(sentences), encoder.background)
    return Reading(doc, vectors)


def regression(rows: Numbers, departs: Numbers) -> Numbers:
    """Coefficients, the bias last, by Newton's method; both outcomes weigh the same."""
    rows = np.hstack([rows, np.ones((len(rows), 1))])
    prior = np.diag([_STEADY] * (rows.shape[1] - 1) + [0.0])
    weights = np.where(departs > 0, len(departs) / departs.sum() - 1, 1.0)
    found = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        odds = 1.0 / (1.0 + np.exp(-rows @ found))
        slope = rows.T @ (weights * (odds - departs)) + prior @ found
        bend = (rows.T * (weights * odds * (1 - odds))) @ rows + prior
        found = found - np.linalg.solve(bend, slope)
    return found


def main(folder: Path, target: Path) -> None:
    """Fits and writes."""
    encoder = embed.load(cache_dir=Config().cache_dir)
    rows, departs = [], []
    seen: Counter[str] = Counter()
    right: defaultdict[str, int] = defaultdict(int)
    for item in items(folder):
        for version in item.texts:
            one = comparison(item, version, encoder)
            gold = item.spans if version == "drifted" else ()
            told = [strangeness(one, at) for at in range(len(one.article.doc.sentences))]
            if any(told):
                rows.append(np.mean([astuple(each) for each in told if each], axis=0))
                departs.append(version == "drifted")
            for finding in suspected(one):
                if finding.confidence < REPORTED:
                    seen[finding.code] += 1
                    right[finding.code] += any(hits(finding.span, span.span) for span in gold)
    found = regression(np.asarray(rows), np.asarray(departs, dtype=float))
    names = [*(field.name for field in fields(Strangeness)), "bias"]
    usual = sum(right.values()) / sum(seen.values())
    lines = ["# Written by benchmarks/drift_weights.py.", "", "[strange]"]
    lines += [f"{name} = {value:.2f}" for name, value in zip(names, found, strict=True)]
    lines += ["", "# How often what is too unsure to be reported was right, by kind.", "[right]"]
    lines += [
        f"{code} = {(right[code] + _DOUBT * usual) / (seen[code] + _DOUBT):.2f}"
        for code in sorted(seen)
    ]
    target.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

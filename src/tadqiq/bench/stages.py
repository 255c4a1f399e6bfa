"""The stages one by one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from .. import drift, embed, languages, score
from ..detect import Context, detect
from ..ingest import read
from ..model import Article, Document, Finding
from .batch import Batch, segmented
from .timing import Timing, timed

if TYPE_CHECKING:
    from ..embed.encoder import Encoder, FloatMatrix

_STAGES = "stages"


def stages(batch: Batch, encoder: Encoder, *, rounds: int) -> Iterator[Timing]:
    """Reading, segmenting, rules, linking, drift and score, each over the whole batch.

    Rules are timed on documents that they have not seen, once the words are known: that is how
    a service or a long batch meets them. ``encoder`` gives the vectors for linking and drift.
    """
    stage = partial(batch.timing, _STAGES)
    records = _records(batch.articles)
    yield stage("read", timed(lambda: _read_all(records), rounds=rounds))
    yield stage("segment", timed(lambda: Batch.of(batch.articles), rounds=rounds))
    findings = [_findings(doc) for doc in batch.documents]
    yield stage("rules", min(_rules(batch.articles) for _ in range(rounds)))
    vectors = batch.split(embed.centre(encoder.encode(batch.sentences), encoder.background))
    # Once: what linking reads of a document is kept for drift.
    yield stage("link", timed(lambda: batch.events(vectors), rounds=1))
    linked = batch.events(vectors)
    yield stage("drift", timed(lambda: _drift(batch, vectors, linked), rounds=1))
    yield stage("score", timed(lambda: _score(batch.documents, findings), rounds=rounds))


def _records(articles: Sequence[Article]) -> bytes:
    lines = (json.dumps({"id": one.id, "text": one.text}, ensure_ascii=False) for one in articles)
    return "\n".join(lines).encode()


def _read_all(records: bytes) -> int:
    return sum(1 for _ in read(["-"], stdin=BytesIO(records)))


def _findings(doc: Document) -> tuple[Finding, ...]:
    rules = [rule for rule in languages.load(doc.lang).rules if rule.enabled]
    return detect(doc, rules, Context())


def _rules(articles: Sequence[Article]) -> float:
    documents = list(map(segmented, articles))
    return timed(lambda: [_findings(doc) for doc in documents], rounds=1)


def _drift(batch: Batch, vectors: Sequence[FloatMatrix], linked: Sequence[Sequence[int]]) -> None:
    for members in linked:
        for place in members:
            others = [(batch.documents[one], vectors[one]) for one in members if one != place]
            if others:
                drift.measure(batch.documents[place], vectors[place], others)


def _score(documents: Sequence[Document], findings: Sequence[Sequence[Finding]]) -> None:
    for doc, found in zip(documents, findings, strict=True):
        score.score(doc, found)

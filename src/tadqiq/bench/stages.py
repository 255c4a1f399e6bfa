"""The stages one by one, and the whole way."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from .. import drift, embed, events, languages, score, text
from ..config import Config
from ..detect import Context, detect
from ..ingest import read
from ..model import Article, Document, Event, Finding
from ..pipeline import Auditor
from .texts import PER_EVENT, articles
from .timing import Timing, against, timed

if TYPE_CHECKING:
    from ..embed.encoder import Encoder, FloatMatrix

_STAGES = "stages"
_WHOLE = "whole"
_PLAIN = "embedded anew, plain fp32"


@dataclass(frozen=True, slots=True)
class Batch:
    """Articles with their documents, of which ``words`` and ``sentences`` are counted."""

    articles: tuple[Article, ...]
    documents: tuple[Document, ...]

    @classmethod
    def of(cls, articles: Sequence[Article]) -> Batch:
        """The batch of these articles."""
        return cls(tuple(articles), tuple(map(_segmented, articles)))

    @property
    def sentences(self) -> list[str]:
        """All sentences, as they are embedded."""
        return [part.span.of(doc.text) for doc in self.documents for part in doc.sentences]

    def timing(self, group: str, name: str, seconds: float) -> Timing:
        """What took so long over the whole batch."""
        return Timing(
            group=group,
            name=name,
            seconds=seconds,
            articles=len(self.articles),
            words=sum(doc.words for doc in self.documents),
            sentences=sum(len(doc.sentences) for doc in self.documents),
        )


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
    vectors = _vectors(batch, encoder)
    yield stage("link", timed(lambda: _linked(batch, vectors), rounds=rounds))
    linked = _linked(batch, vectors)
    yield stage("drift", timed(lambda: _drift(batch, vectors, linked), rounds=1))
    yield stage("score", timed(lambda: _score(batch.documents, findings), rounds=rounds))


def whole(batch: Batch, config: Config) -> list[Timing]:
    """From records to a ranking: with siblings anew, by the encoder as it is in
    sentence-transformers and by ours, the same batch again, and rules alone.

    Models are those of ``config``, loaded beforehand; what is found goes to folders of its own.
    """
    with tempfile.TemporaryDirectory() as folder:
        plain = _warm(replace(config, backend="torch"), Path(folder) / "plain")
        ours = _warm(config, Path(folder) / "ours")
        rules = _warm(replace(config, drift=False), Path(folder) / "rules")
        ways = {_PLAIN: plain, "embedded anew": ours, "again, cached": ours, "rules alone": rules}
        found = [
            batch.timing(_WHOLE, name, timed(partial(way.audit, batch.articles), rounds=1))
            for name, way in ways.items()
        ]
    return against(_PLAIN, found)


def _warm(config: Config, folder: Path) -> Auditor:
    """An auditor that has its model and its words, and remembers nothing of what it will see."""
    folder.mkdir()
    for name in ("models", "background"):
        if (config.cache_dir / name).is_dir():
            (folder / name).symlink_to(config.cache_dir / name, target_is_directory=True)
    auditor = Auditor(replace(config, cache_dir=folder))
    auditor.audit(articles(PER_EVENT, seed=0))
    return auditor


def _segmented(article: Article) -> Document:
    return text.segment(article, languages.profile_for)


def _records(articles: Sequence[Article]) -> bytes:
    lines = (json.dumps({"id": one.id, "text": one.text}, ensure_ascii=False) for one in articles)
    return "\n".join(lines).encode()


def _read_all(records: bytes) -> int:
    return sum(1 for _ in read(["-"], stdin=BytesIO(records)))


def _findings(doc: Document) -> tuple[Finding, ...]:
    rules = [rule for rule in languages.load(doc.lang).rules if rule.enabled]
    return detect(doc, rules, Context())


def _rules(articles: Sequence[Article]) -> float:
    documents = list(map(_segmented, articles))
    return timed(lambda: [_findings(doc) for doc in documents], rounds=1)


def _vectors(batch: Batch, encoder: Encoder) -> list[FloatMatrix]:
    import numpy as np

    matrix = embed.centre(encoder.encode(batch.sentences), encoder.background)
    ends = np.cumsum([len(doc.sentences) for doc in batch.documents])
    return list(np.split(matrix, ends[:-1]))


def _linked(batch: Batch, vectors: Sequence[FloatMatrix]) -> Sequence[Event]:
    return events.link(list(map(events.traits, batch.documents, vectors)))


def _drift(batch: Batch, vectors: Sequence[FloatMatrix], linked: Sequence[Event]) -> None:
    place = {doc.id: number for number, doc in enumerate(batch.documents)}
    for event in linked:
        members = [place[name] for name in event.members]
        for number in members:
            others = [(batch.documents[one], vectors[one]) for one in members if one != number]
            if others:
                drift.measure(batch.documents[number], vectors[number], others)


def _score(documents: Sequence[Document], findings: Sequence[Sequence[Finding]]) -> None:
    for doc, found in zip(documents, findings, strict=True):
        score.score(doc, found)

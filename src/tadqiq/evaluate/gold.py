"""Reading what people and judges said: gold spans, pairs, passages, judged translations."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar

from ..errors import IngestError
from ..model import Severity, Span

Sort = Literal["gold", "pairs", "judged", "drift", "events", "passages"]
"""What a file holds: annotated articles, minimal pairs, judged translations, drifted articles
with siblings, articles with events, human text."""

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class GoldSpan:
    """One artefact marked by hand; an ``optional`` one may be reported or not."""

    span: Span
    quote: str
    kind: str
    severity: Severity
    correction: str | None = None
    note: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An annotated article; ``path`` None where the record holds its text itself."""

    id: str
    text: str
    spans: tuple[GoldSpan, ...]
    path: Path | None = None
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """A text with its artefacts and the same text corrected."""

    id: str
    kind: str
    lang: str
    wrong: str
    right: str
    spans: tuple[GoldSpan, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A text written or translated by people, in which nothing should be found."""

    id: str
    lang: str
    text: str


@dataclass(frozen=True, slots=True)
class Judged:
    """One system's translation of one document, with scores by paragraph (higher is better)."""

    id: str
    event: str
    lang: str
    system: str
    paragraphs: tuple[str, ...]
    metrics: Mapping[str, tuple[float, ...]]


def sort_of(path: Path) -> Sort:
    """What ``path`` holds, by the fields of its first record.

    Raises IngestError if it is none of the formats that can be evaluated.
    """
    for _, record in _records(path):
        if "wrong" in record:
            return "pairs"
        if "metrics" in record:
            return "judged"
        if "drifted" in record:
            return "drift"
        if "spans" in record:
            return "gold"
        if {"event", "published", "text"} <= record.keys():
            return "events"
        if {"text", "sentences", "paragraphs"} & record.keys():
            return "passages"
        break
    raise IngestError(
        f"{path}: neither annotated articles (spans), pairs (wrong, right), judged translations "
        "(metrics), drift (drifted, siblings), events (event, published) nor passages (text); "
        "give a JSONL file of one of these"
    )


def load_gold(path: Path) -> tuple[GoldArticle, ...]:
    """Annotated articles; texts are files beside ``path``. Raises IngestError."""
    return load(path, lambda record: _gold(record, path.parent))


def load_pairs(path: Path) -> tuple[Pair, ...]:
    """Minimal pairs. Raises IngestError."""
    return load(path, _pair)


def load_passages(path: Path) -> tuple[Passage, ...]:
    """Human texts, given as ``text`` or as lists of sentences or paragraphs. Raises IngestError."""
    return load(path, _passage)


def load_judged(path: Path) -> tuple[Judged, ...]:
    """Translations with scores by paragraph, as WMT publishes them. Raises IngestError."""
    return load(path, _judged)


def load(path: Path, read: Callable[[dict[str, Any]], _Item]) -> tuple[_Item, ...]:
    """Every record of a JSONL file, read by ``read``. Raises IngestError naming file and line."""
    items = []
    for number, record in _records(path):
        try:
            items.append(read(record))
        except KeyError as error:
            raise IngestError(f"{path}:{number}: the field {error} is missing; add it") from error
        except (ValueError, TypeError, AttributeError, OSError) as error:
            raise IngestError(f"{path}:{number}: {error}; correct the record") from error
    return tuple(items)


def _records(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise IngestError(
            f"{path}: cannot be read ({error}); give a JSONL file in UTF-8"
        ) from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except ValueError as error:
            raise IngestError(f"{path}:{number}: no JSON ({error}); correct the line") from error
        if not isinstance(record, dict):
            raise IngestError(f"{path}:{number}: no JSON object; give one record a line")
        yield number, record


def _gold(record: dict[str, Any], folder: Path) -> GoldArticle:
    path = folder / record["file"] if "file" in record else None
    # Decoded from bytes, so that CR LF stays: offsets count it as two.
    text = path.read_bytes().decode() if path else record["text"]
    spans = tuple(read_span(span, text) for span in record["spans"])
    return GoldArticle(str(record["id"]), text, spans, path, record.get("lang"))


def _pair(record: dict[str, Any]) -> Pair:
    wrong = record["wrong"]
    spans = tuple(read_span(span, wrong) for span in record["spans"])
    return Pair(str(record["id"]), record["kind"], record["lang"], wrong, record["right"], spans)


def _passage(record: dict[str, Any]) -> Passage:
    parts = record.get("sentences") or record.get("paragraphs")
    text = "\n".join(parts) if parts else record["text"]
    return Passage(str(record["id"]), record["lang"], text)


def _judged(record: dict[str, Any]) -> Judged:
    paragraphs = tuple(record["paragraphs"])
    metrics = {name: tuple(map(float, scores)) for name, scores in record["metrics"].items()}
    for name, scores in metrics.items():
        if len(scores) != len(paragraphs):
            raise ValueError(f"{len(paragraphs)} paragraphs, but {len(scores)} scores of {name}")
    return Judged(
        str(record["id"]), record["event"], record["lang"], record["system"], paragraphs, metrics
    )


def read_span(record: dict[str, Any], text: str) -> GoldSpan:
    """A span marked in ``text``. Raises ValueError if it reads otherwise than it says."""
    span = Span(record["start"], record["end"])
    quote = record["quote"]
    if span.of(text) != quote:
        raise ValueError(
            f"the span {span.start}–{span.end} reads {span.of(text)!r}, not {quote!r} as it says"
        )
    return GoldSpan(
        span,
        quote,
        record["kind"],
        Severity(record["severity"]),
        record.get("correction"),
        record.get("note"),
        bool(record.get("optional", False)),
    )

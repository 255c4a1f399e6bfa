"""Events against given ones: BCubed (Bagga and Baldwin 1998; Amigó et al. 2009)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from .gold import load
from .tally import share


@dataclass(frozen=True, slots=True)
class EventItem:
    """An article with the event that it reports."""

    id: str
    lang: str
    text: str
    event: str
    published: datetime | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class EventResult:
    """BCubed ``precision`` and ``recall``, the mean over articles; the pairs of articles
    ``joined`` and ``parted`` in error."""

    articles: int
    events: int
    found: int
    precision: float | None
    recall: float | None
    joined: tuple[tuple[str, str], ...]
    parted: tuple[tuple[str, str], ...]

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        if self.precision is None or self.recall is None:
            return None
        return share(2 * self.precision * self.recall, self.precision + self.recall)


def load_events(path: Path) -> tuple[EventItem, ...]:
    """Articles with their events, a title of its own before the text. Raises IngestError."""
    return load(path, _item)


def evaluate_events(items: Iterable[EventItem], found: Mapping[str, str]) -> EventResult:
    """How well ``found``, from article to event, agrees with the given events.

    Raises KeyError for an article that is in no event.
    """
    gold = {item.id: item.event for item in items}
    ours, theirs = _groups({name: found[name] for name in gold}), _groups(gold)
    precisions = [len(ours[found[n]] & theirs[gold[n]]) / len(ours[found[n]]) for n in gold]
    recalls = [len(ours[found[n]] & theirs[gold[n]]) / len(theirs[gold[n]]) for n in gold]
    return EventResult(
        articles=len(gold),
        events=len(theirs),
        found=len(ours),
        precision=share(sum(precisions), len(gold)),
        recall=share(sum(recalls), len(gold)),
        joined=_apart(ours.values(), gold),
        parted=_apart(theirs.values(), found),
    )


def _groups(event_of: Mapping[str, str]) -> dict[str, set[str]]:
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for name, event in event_of.items():
        groups[event].add(name)
    return dict(groups)


def _apart(groups: Iterable[set[str]], event_of: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Pairs within the groups that ``event_of`` keeps apart."""
    return tuple(
        (one, other)
        for group in groups
        for one in sorted(group)
        for other in sorted(group)
        if one < other and event_of[one] != event_of[other]
    )


def _item(record: dict[str, Any]) -> EventItem:
    published, title = record.get("published"), record.get("title")
    return EventItem(
        str(record["id"]),
        record["lang"],
        f"{title}\n\n{record['text']}" if title else record["text"],
        str(record["event"]),
        datetime.fromisoformat(published) if published else None,
        record.get("outlet"),
    )

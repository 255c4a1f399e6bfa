"""Recall by class of error, on good text that is spoiled one word at a time.

Nobody writes the errors, so no author's habits are measured; what the text itself makes one
find is subtracted: an error counts as found only by a finding that the good text has not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from heapq import nsmallest

from ..model import Finding, Span, Spoilt
from .alarms import AlarmResult, false_alarms
from .gold import Passage
from .spans import hits
from .tally import share
from .verdict import Judge, Verdict

Spoil = Callable[[str, str], Iterable[tuple[str, Spoilt]]]
"""Every way to spoil a text of a language (BCP 47) in one place, by class."""


@dataclass(frozen=True, slots=True)
class SpoiledText:
    """One paragraph spoiled in one place; ``seed`` orders it among those of its class."""

    seed: bytes
    passage: Passage
    spoilt: Spoilt

    @property
    def text(self) -> str:
        """The paragraph as spoiled."""
        return self.spoilt.of(self.passage.text)

    @property
    def span(self) -> Span:
        """What was put in, in the spoiled text; at least one character wide."""
        start = self.spoilt.span.start
        return Span(start, start + max(1, len(self.spoilt.replacement)))


@dataclass(frozen=True, slots=True)
class SpoiltCount:
    """Of ``places`` to make an error ``tried``; ``found``; found ``exactly`` at the word."""

    places: int = 0
    tried: int = 0
    found: int = 0
    exactly: int = 0

    @property
    def recall(self) -> float | None:
        """The share of the errors made that anything new points out."""
        return share(self.found, self.tried)

    def __add__(self, other: SpoiltCount) -> SpoiltCount:
        return SpoiltCount(
            self.places + other.places,
            self.tried + other.tried,
            self.found + other.found,
            self.exactly + other.exactly,
        )


@dataclass(frozen=True, slots=True)
class SpoiltResult:
    """Counts overall and by class, the errors missed, and what is found in the good text."""

    overall: SpoiltCount
    by_class: Mapping[str, SpoiltCount]
    missed: tuple[tuple[str, SpoiledText], ...]
    alarms: AlarmResult


def evaluate_spoilt(
    passages: Iterable[Passage],
    spoil: Spoil,
    judge: Judge,
    *,
    sample: int = 100,
    seed: int = 0,
    only: tuple[str, ...] = (),
    beside: Callable[[Passage], Judge] | None = None,
) -> SpoiltResult:
    """How often ``judge`` finds the errors that ``spoil`` makes.

    With ``beside`` every passage has a judge of its own, who knows its siblings, and is spoiled
    as a whole, not by paragraphs.

    Of every class (those whose names begin with one of ``only``, else all) ``sample`` places
    are tried, the same for the same ``seed`` whatever else is in the text.
    """
    whole = beside is not None
    paragraphs = [p for passage in passages for p in ([passage] if whole else _paragraphs(passage))]
    own = {one.id: beside(one) if beside else judge for one in paragraphs}
    known = {one.text: own[one.id] for one in paragraphs}
    places = _places(paragraphs, spoil, seed, only)
    good: dict[str, tuple[Finding, ...]] = {}
    alarms = false_alarms(
        paragraphs, _remembering(lambda text, lang: known[text](text, lang), good)
    )
    by_class: dict[str, SpoiltCount] = {}
    missed: list[tuple[str, SpoiledText]] = []
    for name, several in sorted(places.items()):
        tried = nsmallest(sample, several, key=lambda one: one.seed)
        counts = [_count(one, own[one.passage.id], good[one.passage.text]) for one in tried]
        by_class[name] = sum(counts, SpoiltCount(places=len(several) - len(tried)))
        missed += [(name, one) for one, count in zip(tried, counts, strict=True) if not count.found]
    overall = sum(by_class.values(), SpoiltCount())
    return SpoiltResult(overall, by_class, tuple(missed), alarms)


def _paragraphs(passage: Passage) -> Iterator[Passage]:
    for number, part in enumerate(passage.text.split("\n")):
        if part.strip():
            yield Passage(f"{passage.id}/{number}", passage.lang, part)


def _places(
    paragraphs: Iterable[Passage], spoil: Spoil, seed: int, only: tuple[str, ...]
) -> Mapping[str, list[SpoiledText]]:
    found: defaultdict[str, list[SpoiledText]] = defaultdict(list)
    for passage in paragraphs:
        for name, spoilt in spoil(passage.text, passage.lang):
            if not only or name.startswith(only):
                key = f"{seed}/{passage.text}/{spoilt.span.start}/{spoilt.replacement}"
                one = SpoiledText(sha256(key.encode()).digest(), passage, spoilt)
                found[name].append(one)
    return found


def _remembering(judge: Judge, good: dict[str, tuple[Finding, ...]]) -> Judge:
    def judged(text: str, lang: str) -> Verdict:
        verdict = judge(text, lang)
        good[text] = verdict.findings
        return verdict

    return judged


def _count(one: SpoiledText, judge: Judge, before: Iterable[Finding]) -> SpoiltCount:
    """The findings of the spoiled text that the good text has not."""
    old = {(finding.code, finding.quote) for finding in before}
    found = judge(one.text, one.passage.lang).findings
    new = [finding for finding in found if (finding.code, finding.quote) not in old]
    exactly = any(hits(finding.span, one.span) for finding in new)
    return SpoiltCount(1, 1, int(bool(new)), int(exactly))

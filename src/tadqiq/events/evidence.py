"""What two articles have in common and in what they differ, in numbers."""

from __future__ import annotations

from .dating import dated
from .rarity import Rarity
from .traits import FloatMatrix, Terms, Traits, overlap

ACROSS = "across"
"""The kind of evidence that two articles are in two languages."""


class Evidence:
    """Compares pairs of articles; ``rarity`` says how much a shared term tells."""

    def __init__(self, rarity: Rarity) -> None:
        self._rarity = rarity
        self._mass: dict[tuple[tuple[str, str], bool], float] = {}

    def of(self, one: Traits, other: Traits) -> dict[str, float]:
        """The evidence by kind, the same either way round; what neither text tells is left out.

        ``topic`` compares whole texts and ``facts`` every sentence with the nearest of the other
        text, by cosine; ``words`` and ``names`` are the shared part of the rarer article's
        information. Two languages have kinds of their own, since vectors and words agree less
        across them. ``lead`` is how far the openings are nearer to each other than the texts
        are: news states the happening first. ``numbers``, ``rates`` and ``scores`` are the part of
        the values that is shared; the rest are flags and counts.
        """
        if other.key < one.key:
            one, other = other, one
        mine, theirs = one.marks, other.marks
        topic = float(mine.mean @ theirs.mean)
        facts = nearness(one.vectors, other.vectors)
        found = {"lead": float(mine.lead @ theirs.lead) - topic}
        if one.lang == other.lang:
            found |= {"topic": topic, "facts": facts, "words": self._shared(one, other, True)}
        else:
            found |= {ACROSS: 1.0, "topic_across": topic, "facts_across": facts}
            found["names"] = self._shared(one, other, False)
        found |= _parts("numbers", mine.numbers, theirs.numbers)
        found |= _parts("rates", mine.rates, theirs.rates)
        found |= _parts("scores", mine.scores, theirs.scores)
        return found | dated(one, other)

    def _shared(self, one: Traits, other: Traits, words: bool) -> float:
        common = overlap(_vocabulary(one, words), _vocabulary(other, words))
        least = min(self._total(one, words), self._total(other, words))
        return self._rarity.mass(common) / least if least else 0.0

    def _total(self, article: Traits, words: bool) -> float:
        key = (article.key, words)
        if key not in self._mass:
            self._mass[key] = self._rarity.mass(_vocabulary(article, words))
        return self._mass[key]


def nearness(one: FloatMatrix, other: FloatMatrix) -> float:
    """The mean cosine of a sentence and the nearest one of the other text."""
    if not len(one) or not len(other):
        return 0.0
    similarity = one @ other.T
    return float(similarity.max(axis=1).mean() + similarity.max(axis=0).mean()) / 2


def _vocabulary(article: Traits, words: bool) -> Terms:
    """What two articles can have in common in one language, or in two."""
    return article.marks.words if words else article.marks.names


def _parts(kind: str, mine: Terms, theirs: Terms) -> dict[str, float]:
    """Which part of the values of the article with fewer the other has too; or that it has none:
    long articles share some number by chance."""
    fewer = min(len(mine), len(theirs))
    if not fewer:
        return {}
    shared = len(overlap(mine, theirs))
    return {kind: shared / fewer} if shared else {f"other_{kind}": 1.0}

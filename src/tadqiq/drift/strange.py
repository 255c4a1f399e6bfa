"""How likely a sentence departs from its siblings in something that nothing else made out.

What the siblings say and the sentence does not, what it says and they do not, and how far its
meaning is from theirs: each alone tells little, since a faithful paraphrase has other words, too.
It weighs less than the least departure that is made out, and orders articles that are alike
otherwise. The weights in weights.toml come from `benchmarks/drift_weights.py`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import astuple, dataclass

from .align import SURE, Pair
from .departure import Comparison
from .fillers import lacks
from .fitted import fitted

_MOST = 3  # words that all siblings have; more tell no more


@dataclass(frozen=True, slots=True)
class Strangeness:
    """What is strange about a sentence: the shares of its content words that no sibling has, and
    of those beside it that it lacks, how many of these all siblings have, and the greatest
    similarity (cosine)."""

    unsupported: float
    lost: float
    common: float
    similarity: float

    @property
    def likelihood(self) -> float:
        """How likely the sentence departs, 0–1."""
        weights = fitted()["strange"]
        told = sum(weights[name] * value for name, value in zip(_NAMES, astuple(self), strict=True))
        return 1.0 / (1.0 + math.exp(-weights["bias"] - told))


_NAMES = ("unsupported", "lost", "common", "similarity")


def strangeness(comparison: Comparison, sentence: int) -> Strangeness | None:
    """What is strange about a sentence; None if no sibling surely speaks of the same."""
    pairs = [pair for pair in comparison.of(sentence) if pair.confidence >= SURE]
    if not pairs:
        return None
    article = comparison.article
    own = [term for term in article.terms[sentence] if term.content]
    alone = sum(all(lacks(other, term) for other in comparison.siblings) for term in own)
    lost, words, common = _lost(comparison, _nearest(comparison, pairs))
    return Strangeness(
        alone / len(own) if own else 0.0,
        lost / words if words else 0.0,
        float(min(_MOST, common)),
        max(pair.similarity for pair in pairs),
    )


def _nearest(comparison: Comparison, pairs: Sequence[Pair]) -> Sequence[Pair]:
    """Of every sibling in the article's language its surest sentence."""
    found: dict[str, Pair] = {}
    for pair in pairs:
        if pair.sibling.doc.lang == comparison.article.doc.lang:
            found.setdefault(pair.sibling.doc.id, pair)
    return tuple(found.values())


def _lost(comparison: Comparison, pairs: Sequence[Pair]) -> tuple[int, int, int]:
    """How many content words of siblings' sentences the article lacks, of how many, and how many
    of the first sibling's every other has as well."""
    lost = words = common = 0
    others = [pair.sibling for pair in pairs[1:]]
    for place, pair in enumerate(pairs):
        for term in pair.sibling.terms[pair.theirs]:
            if not term.content:
                continue
            words += 1
            if lacks(comparison.article, term):
                lost += 1
                common += not place and bool(others) and not any(lacks(o, term) for o in others)
    return lost, words, common

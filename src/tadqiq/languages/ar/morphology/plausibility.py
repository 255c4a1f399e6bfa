"""Which of Buckwalter's analyses nobody means in news."""

from __future__ import annotations

from functools import lru_cache

from .frequency import weight
from .nouns import is_feminine_lemma, vocalised_lemma
from .segmentation import Analysis
from .stems import Stem
from .transliteration import bare, to_arabic

_ELATIVE = "Nel"
_HOPELESS = 3000  # times rarer than the commonest analysis of the same form
_RARE_PREFIXES = {"ka": 300.0, ">a": 300.0, "la": 100.0, "fa": 30.0}  # how much rarer than none


def plausible(found: list[Analysis]) -> list[Analysis]:
    """The analyses whose lemma is not hopelessly rarer than another's, in the same order.

    Two of a superlative («أمتنان») are not meant: such a word is «امتنان».
    """
    found = [one for one in found if not (one.stem.category == _ELATIVE and _is_dual(one))]
    weights = [usage(one) for one in found]
    limit = max(weights, default=0.0) / _HOPELESS
    return [one for one, weight in zip(found, weights, strict=True) if weight >= limit]


def _is_dual(analysis: Analysis) -> bool:
    return "_DU_" in analysis.suffix.tags


def usage(analysis: Analysis) -> float:
    """How often the lemma is used, less for a prefix that makes the analysis unlikely."""
    rare = (
        factor
        for prefix, factor in _RARE_PREFIXES.items()
        if analysis.prefix.vocalised.removeprefix("wa").startswith(prefix)
    )
    return _stem_weight(analysis.stem) / max(rare, default=1.0)


@lru_cache(maxsize=1 << 15)
def _stem_weight(stem: Stem) -> float:
    """How often the stem's lemma is used; function words are not counted there."""
    if stem.category.startswith("F"):
        return 1000.0
    verb = not stem.category.startswith("N")
    lemma = vocalised_lemma(stem)
    if is_feminine_lemma(stem) and not lemma.endswith("ap"):
        lemma += "ap"
    return weight(lemma, to_arabic(bare(lemma)), verb=verb)

"""How likely an article is raw machine translation, from what was found in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import exp, log1p
from types import MappingProxyType

from ..model import Finding

CALIBRATION = "uncalibrated"
"""What the signature says of :func:`mt_likelihood`."""

_BIAS = -2.5  # an article with nothing found: 0.08
_SHRINK_WORDS = 200  # a rate from a few words says little: as if so many clean ones followed

# Latin words, literal renderings and broken grammar are what separates machine output from
# human text (Latin outside brackets per 1,000 words: native 1.2, human translation 3, machine
# 7-12). Spacing marks an old system or a careless site; meaning and names go wrong in human
# hands too; style marks translation, whoever did it.
_WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "latin": 0.9,
        "calque": 1.0,
        "agreement": 1.0,
        "syntax": 1.0,
        "grammar": 1.0,
        "word-form": 1.0,
        "meaning": 0.6,
        "name": 0.4,
        "duplication": 0.4,
        "punctuation": 0.15,
    }
)


def mt_likelihood(findings: Iterable[Finding], words: int) -> float:
    """0–1: how likely the article is raw machine translation. Uncalibrated.

    A logistic over the logarithm of each kind's findings per 1,000 words, every finding
    counting its confidence. The weights come from knowledge and the seed articles, not
    from a fit: read it as an order, not as a frequency.
    """
    counts: defaultdict[str, float] = defaultdict(float)
    for finding in findings:
        counts[finding.kind.partition(".")[0]] += finding.confidence
    scale = 1000.0 / (words + _SHRINK_WORDS)
    # In the order of the weights, so that the sum is the same whatever was found first.
    evidence = sum(weight * log1p(counts[kind] * scale) for kind, weight in _WEIGHTS.items())
    return 1.0 / (1.0 + exp(-_BIAS - evidence))

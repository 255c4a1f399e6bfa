"""An article against its siblings."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from ..model import Alignment, Document, Drift, Finding, Severity
from .affiliation import affiliation
from .align import Pair, align
from .departure import Comparison
from .exchange import exchange
from .numbers import numbers
from .polarity import polarity
from .reading import FloatMatrix, Reading
from .roles import roles

__all__ = ["FloatMatrix", "measure"]

_GRAVITY = {Severity.MINOR: 0.2, Severity.MAJOR: 0.6, Severity.CRITICAL: 1.0}


def measure(
    doc: Document, vectors: FloatMatrix, siblings: Sequence[tuple[Document, FloatMatrix]]
) -> Drift:
    """How far ``doc`` departs from what its siblings state.

    Matrices have a unit row for every sentence, centred on the background. The drift is the
    share of the statements that siblings speak of which depart from them, each by its gravity
    and confidence; None without siblings. What no sibling speaks of is counted as unsupported
    and costs nothing. Raises ValueError if a matrix does not fit its document.
    """
    article = Reading(doc, vectors)
    others = sorted((Reading(*sibling) for sibling in siblings), key=lambda other: other.doc.id)
    if not others:
        return Drift(None)
    pairs = tuple(chain.from_iterable(align(article, other) for other in others))
    comparison = Comparison(article=article, siblings=others, pairs=pairs)
    departures = _departures(comparison)
    supported = {pair.ours for pair in pairs}
    return Drift(
        _value(doc, departures, supported),
        departures,
        tuple(_alignment(pair) for pair in pairs),
        len(doc.sentences) - len(supported),
    )


def _departures(comparison: Comparison) -> tuple[Finding, ...]:
    """All findings in order of place, each cause once."""
    found = [*numbers(comparison), *affiliation(comparison), *polarity(comparison)]
    reversed_roles = list(roles(comparison))
    found += reversed_roles
    found += [
        finding
        for finding in exchange(comparison)
        if not any(finding.span.overlap(other.span) for other in reversed_roles)
    ]
    return tuple(sorted(found, key=lambda finding: finding.order))


def _value(doc: Document, departures: Sequence[Finding], supported: set[int]) -> float:
    worst: dict[int, float] = {}
    for finding in departures:
        at = next(i for i, s in enumerate(doc.sentences) if s.span.overlap(finding.span))
        weight = _GRAVITY[finding.severity] * finding.confidence
        worst[at] = max(worst.get(at, 0.0), weight)
    compared = len(supported | set(worst))
    return round(sum(worst.values()) / compared, 4) if compared else 0.0


def _alignment(pair: Pair) -> Alignment:
    near, sure = round(pair.similarity, 4), round(pair.confidence, 4)
    return Alignment(pair.ours, pair.sibling.doc.id, pair.theirs, near, sure)

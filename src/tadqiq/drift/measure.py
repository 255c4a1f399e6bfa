"""An article against its siblings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from ..model import Alignment, Document, Drift, Finding, Severity
from .affiliation import affiliation
from .align import SURE, Pair, align
from .attribution import attribution
from .bounds import bounds
from .certainty import certainty
from .deeds import asserted, doubted
from .departure import REPORTED, Comparison
from .exchange import exchange
from .fidelity import fidelity, is_source
from .fitted import fitted
from .lasting import lasting
from .moments import moments
from .negation import negation
from .numbers import numbers
from .opposed import opposed
from .order import order
from .parallel import renderings
from .reading import FloatMatrix, Reading, of_one_event
from .replaced import replaced
from .roles import roles
from .senses import senses
from .settled import settled
from .strange import strangeness
from .swaps import swaps

__all__ = ["FloatMatrix", "measure"]

_COMPARISONS = (
    numbers, lasting, affiliation, swaps, roles, exchange, opposed, negation, certainty, asserted,
    doubted, settled, bounds,
    attribution, senses, order, moments, replaced,
)  # fmt: skip
_OF_SPOKEN = (numbers, senses)
_GRAVITY = {Severity.MINOR: 0.2, Severity.MAJOR: 0.6, Severity.CRITICAL: 1.0}
# The share of a sentence's words that no sibling has, from which departures of a kind were wrong
# three times in four or oftener, in the reports of corpora/drift/train_several.tsv.
_FREE = {"M101": 0.8, "M202": 0.5, "M601": 0.45}
_DOUBTED = 0.75  # below what is reported
_STRANGE = 0.02  # of a sentence that surely departs in something that nothing made out
_SUSPICION = 0.1  # of the weight of a departure that is too unsure to be reported
_RIGHT_ELSE = 0.3  # how often that is right of kinds for which nothing is fitted


def measure(
    doc: Document,
    vectors: FloatMatrix,
    siblings: Sequence[tuple[Document, FloatMatrix]],
    *,
    source: tuple[Document, FloatMatrix] | None = None,
) -> Drift:
    """How far ``doc`` departs from what its siblings state, and from its ``source``.

    Matrices have a unit row for every sentence, centred on the background. The drift is the
    share of the statements that siblings speak of which depart from them, each by its gravity
    and confidence; None without siblings. What no sibling speaks of is counted as unsupported
    and costs nothing. The source, given or an English sibling that evidently is it, is compared
    like a sibling, and what the article leaves out of it or adds to it departs too. Raises
    ValueError if a matrix does not fit its document.
    """
    own = Reading(doc, vectors)
    told = [*siblings, *([source] if source else ())]
    beside = sorted((Reading(*other) for other in told), key=lambda other: other.doc.id)
    if not beside:
        return Drift(None)
    article, *others = of_one_event([own, *beside])
    found_beside = {other: align(article, other) for other in others}
    pairs = tuple(chain.from_iterable(found_beside.values()))
    comparison = Comparison(article=article, siblings=others, pairs=pairs)
    found = suspected(comparison)
    reported = (one for one in found if one.confidence >= REPORTED)
    unfaithful = tuple(_unfaithful(comparison, source[0] if source else None))
    departures = tuple(sorted((*reported, *unfaithful), key=lambda finding: finding.order))
    aligned = tuple(pair for pair in pairs if pair.confidence >= SURE)
    supported = {pair.ours for pair in aligned}
    return Drift(
        _value(doc, (*found, *unfaithful), supported, _strange(comparison, supported)),
        departures,
        tuple(_alignment(pair) for pair in aligned),
        len(doc.sentences) - len(supported),
        tuple(renderings(article, found_beside)),
    )


def _unfaithful(comparison: Comparison, source: Document | None) -> Iterator[Finding]:
    """What is left out of the source and added to it, if there is one among the siblings."""
    for other in comparison.siblings:
        given = source is not None and other.doc.id == source.id
        if given or (source is None and is_source(comparison.article, other)):
            yield from fidelity(comparison, other)
            return


def suspected(comparison: Comparison) -> tuple[Finding, ...]:
    """All departures, those too unsure to be reported, too, in order of place.

    Each cause once: where two overlap, the surer stays.

    A spoken text gainsays nothing, and of itself only numbers and senses are compared: its
    words, names and denials are not known.
    """
    compared = _COMPARISONS if comparison.article.standard else _OF_SPOKEN
    written = tuple(pair for pair in comparison.pairs if pair.sibling.standard)
    comparison = replace(comparison, pairs=written)
    found = [
        _unsure_where_free(comparison, finding)
        for compare in compared
        for finding in compare(comparison)
    ]
    found.sort(
        key=lambda one: (one.confidence < REPORTED, -one.severity.rank, -one.confidence, one.order)
    )
    kept: list[Finding] = []
    for finding in found:
        if not any(finding.span.overlap(other.span) for other in kept):
            kept.append(finding)
    return tuple(_joined(sorted(kept, key=lambda finding: finding.order), comparison.article.doc))


def _unsure_where_free(comparison: Comparison, finding: Finding) -> Finding:
    """Another word in the same place, less sure where the sentence is told so freely, or with so
    much that no sibling has, that there is hardly a same place."""
    most = _FREE.get(finding.code)
    if most is None or finding.confidence < REPORTED:
        return finding
    told = strangeness(comparison, _sentence_of(comparison.article.doc, finding))
    if told is not None and told.unsupported <= most:
        return finding
    return replace(finding, confidence=min(finding.confidence, _DOUBTED))


def _sentence_of(doc: Document, finding: Finding) -> int:
    return next(at for at, one in enumerate(doc.sentences) if one.span.overlap(finding.span))


def _joined(findings: Iterable[Finding], doc: Document) -> Iterator[Finding]:
    """Neighbouring findings of one code as one: both words of a name."""
    last: Finding | None = None
    for finding in findings:
        if last is None:
            last = finding
            continue
        gap = doc.text[last.span.end : finding.span.start]
        if finding.code == last.code and gap and not gap.strip():
            span = last.span.cover(finding.span)
            surer = max(last, finding, key=lambda one: one.confidence)
            last = replace(surer, span=span, quote=span.of(doc.text))
            continue
        yield last
        last = finding
    if last is not None:
        yield last


def _strange(comparison: Comparison, supported: set[int]) -> float:
    """What the sentences weigh of which siblings speak, for what nothing made out in them."""
    found = (strangeness(comparison, sentence) for sentence in sorted(supported))
    return sum(_STRANGE * one.likelihood for one in found if one is not None)


def _value(
    doc: Document, departures: Sequence[Finding], supported: set[int], strange: float
) -> float:
    worst: dict[int, float] = {}
    for finding in departures:
        at = _sentence_of(doc, finding)
        weight = _GRAVITY[finding.severity] * _weight(finding)
        worst[at] = max(worst.get(at, 0.0), weight)
    compared = len(supported | set(worst))
    told = sum(worst.values()) + strange
    return round(min(1.0, told / compared), 4) if compared else 0.0


def _weight(finding: Finding) -> float:
    """What a departure weighs: one that is not reported very little, by its kind."""
    if finding.confidence >= REPORTED:
        return finding.confidence
    return _SUSPICION * finding.confidence * fitted()["right"].get(finding.code, _RIGHT_ELSE)


def _alignment(pair: Pair) -> Alignment:
    near, sure = round(pair.similarity, 4), round(pair.confidence, 4)
    return Alignment(pair.ours, pair.sibling.doc.id, pair.theirs, near, sure)

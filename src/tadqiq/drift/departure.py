"""A departure from the siblings, as a finding with its proof."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ..model import Category, Evidence, Finding, Message, Severity, Span
from .align import Pair
from .reading import Reading

LEAST = 0.5
"""Confidence below which a departure is not reported."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A place in a sibling that gainsays the article, and how near its sentence is."""

    sibling: Reading
    sentence: int
    span: Span
    similarity: float

    @property
    def evidence(self) -> Evidence:
        near = min(1.0, max(0.0, self.similarity))
        return Evidence(self.sibling.doc.id, self.span, self.sibling.text(self.span), near)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The article, its siblings and the sentences that speak of the same thing."""

    article: Reading
    siblings: Sequence[Reading]
    pairs: Sequence[Pair] = field(default_factory=tuple)

    def of(self, sentence: int) -> tuple[Pair, ...]:
        """What is aligned with one sentence of the article, the surest first."""
        mine = (pair for pair in self.pairs if pair.ours == sentence)
        return tuple(sorted(mine, key=lambda pair: (-pair.confidence, pair.theirs)))

    def similarity(self, sentence: int, sibling: Reading, theirs: int) -> float:
        """Cosine of a sentence of the article and one of a sibling."""
        return float(self.article.vectors[sentence] @ sibling.vectors[theirs])


def departure(
    article: Reading,
    span: Span,
    *,
    code: str,
    severity: Severity,
    confidence: float,
    message: Message,
    proofs: Iterable[Proof],
) -> Finding:
    """The finding that the words at ``span`` say something else than the siblings do."""
    evidence = sorted(proofs, key=lambda proof: (-proof.similarity, proof.sibling.doc.id))
    return Finding(
        code=code,
        kind="meaning",
        category=Category.MISTRANSLATION,
        severity=severity,
        confidence=round(min(0.99, confidence), 4),
        span=span,
        quote=article.text(span),
        message=message,
        evidence=tuple(proof.evidence for proof in evidence),
        quoted=_quoted(article, span),
    )


def joint(confidences: Iterable[float]) -> float:
    """How sure several independent witnesses make it that one of them is right."""
    wrong = 1.0
    for confidence in confidences:
        wrong *= 1.0 - confidence
    return 1.0 - wrong


def _quoted(article: Reading, span: Span) -> bool:
    covered = [token for token in article.doc.tokens() if span.contains(token.span)]
    return bool(covered) and all(token.quoted for token in covered)

"""A departure from the siblings, as a finding with its proof."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ..model import Category, Evidence, Finding, Message, Severity, Span
from .align import Pair
from .reading import Reading

_BY_WORD, _MOST_BY_WORDS = 0.2, 0.7
_RAW = 0.8  # of the confidence, where none but raw machine output gainsays a text that reads well
_MACHINE = 0.01  # words in another script; people's texts have 0.001 to 0.004
REPORTED = 0.8
"""Confidence from which a departure is a finding."""

LEAST = 0.3
"""Confidence below which a departure is no evidence at all; between the two it weighs a little
in how far an article departs, and is not reported."""

# The share of the doubt that is left by code: such departures were right more often than they
# were thought to be, on the development sets of corpora/drift and between their siblings; the
# last two less often, by totals of the test set.
_DOUBT = dict.fromkeys(("M101", "M102", "M104", "M202", "M203", "M702", "M801"), 0.4)
_DOUBT |= dict.fromkeys(("M303", "M501"), 1.15)


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


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """The article, its siblings and the sentences that speak of the same thing."""

    article: Reading
    siblings: Sequence[Reading]
    pairs: Sequence[Pair] = field(default_factory=tuple)

    def of(self, sentence: int) -> tuple[Pair, ...]:
        """What is aligned with one sentence of the article, the surest first."""
        return self._by_sentence.get(sentence, ())

    @cached_property
    def _by_sentence(self) -> dict[int, tuple[Pair, ...]]:
        found: dict[int, list[Pair]] = defaultdict(list)
        for pair in self.pairs:
            found[pair.ours].append(pair)
        for mine in found.values():
            mine.sort(key=lambda pair: (-pair.confidence, pair.theirs))
        return {sentence: tuple(mine) for sentence, mine in found.items()}

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
    category: Category = Category.MISTRANSLATION,
) -> Finding:
    """The finding that the words at ``span`` say something else than the siblings do."""
    confidence = 1.0 - (1.0 - confidence) * _DOUBT.get(code, 1.0)
    evidence = sorted(proofs, key=lambda proof: (-proof.similarity, proof.sibling.doc.id))
    if evidence and all(_reads_worse(proof.sibling, article) for proof in evidence):
        confidence *= _RAW
    return Finding(
        code=code,
        kind="meaning",
        category=category,
        severity=severity,
        confidence=round(min(0.99, confidence), 4),
        span=span,
        quote=article.text(span),
        message=message,
        evidence=tuple(proof.evidence for proof in evidence),
        quoted=_quoted(article, span),
    )


def _reads_worse(sibling: Reading, article: Reading) -> bool:
    """Whether a sibling looks like raw machine output, and the article does not."""
    raw = sibling.doc.lang == article.doc.lang and sibling.foreign >= _MACHINE
    return raw and article.foreign < sibling.foreign / 2


def same_matter(pair: Pair, common: float) -> float:
    """How sure it is that two statements are of one matter: their sentences are aligned, or
    what they are about has ``common`` words, or both."""
    return 1.0 - (1.0 - pair.confidence) * (1.0 - min(_MOST_BY_WORDS, _BY_WORD * common))


def joint(confidences: Iterable[float]) -> float:
    """How sure several independent witnesses make it that one of them is right."""
    wrong = 1.0
    for confidence in confidences:
        wrong *= 1.0 - confidence
    return 1.0 - wrong


def _quoted(article: Reading, span: Span) -> bool:
    covered = [
        token
        for sentence in article.doc.sentences
        if sentence.span.overlap(span)
        for token in sentence.tokens
        if span.contains(token.span)
    ]
    return bool(covered) and all(token.quoted for token in covered)

"""The contract of a rule: what it says of itself, and how it looks at a document."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from types import MappingProxyType

from ..model import (
    Category,
    Document,
    Evidence,
    Finding,
    Message,
    Severity,
    Span,
    Suggestion,
    record,
)


@record(kw_only=True)
class Context:
    """What a rule may know beyond the document itself.

    ``siblings`` report the same event. ``terms`` is the newsroom's termbase, from a folded
    variant to the preferred form. ``allowed`` holds folded words that are never wrong here.
    """

    siblings: tuple[Document, ...] = ()
    terms: Mapping[str, str] = field(default_factory=dict)
    allowed: frozenset[str] = frozenset()


class Rule(ABC):
    """One kind of artefact, with its examples.

    ``code`` is the family's letter and three digits, never reused. ``title`` names the fault
    in a few words, ``reason`` says why it is one. In ``flags`` the brackets ⟦ ⟧ stand around
    every span that must be found; nothing may be found in ``passes``; both are sentences of
    the language ``lang``. A rule with ``quoted`` false leaves quoted speech alone; one with
    ``enabled`` false speaks only when it is asked for. ``base_rate`` is how often per 1,000
    words careful human text has the artefact too: only a document that has more of it is told,
    or one that is evidently machine-translated.
    ``terms`` is the termbase that the examples are read with. ``signs`` are characters of which
    one at least stands in every text that has the artefact: a text without them is not looked at.
    No signs, no such promise.

    Where a language model reads along, it is asked by how many nats a correction makes its
    sentence likelier: a finding whose first suggestion gains less than ``least_gain`` is
    dropped, a suspicion is told where its best suggestion gains ``needed_gain``. A rule with
    ``reads_marks`` is shown the words that such a model holds for wrong.
    """

    code: str
    kind: str
    category: Category
    severity: Severity
    confidence: float = 0.9
    title: Message
    reason: Message
    flags: tuple[str, ...]
    passes: tuple[str, ...]
    lang: str = "ar"
    quoted: bool = True
    enabled: bool = True
    base_rate: float = 0.0
    least_gain: float = -math.inf
    needed_gain: float = math.inf
    reads_marks: bool = False
    terms: Mapping[str, str] = MappingProxyType({})
    signs: frozenset[str] = frozenset()

    @abstractmethod
    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        """Every place in ``doc`` where the artefact stands."""

    def suspected(self, doc: Document, context: Context) -> Iterator[Finding]:
        """Places where it may stand, each with suggestions; never told on this alone."""
        return iter(())

    def marked(self, doc: Document, marks: Sequence[tuple[Span, float]]) -> Iterator[Finding]:
        """What to tell of the words that a language model marked: their spans, and the
        logarithm of the odds that they are part of an error.

        What has suggestions is told where one of them gains ``needed`` nats, of several findings
        of a mark the one that gains most; what has none is told as it is.
        """
        return iter(())

    def needed(self, finding: Finding) -> float:
        """The nats that a suspicion of this rule must gain; its confidence may tell."""
        return self.needed_gain

    def finding(
        self,
        doc: Document,
        span: Span,
        *,
        message: Message | None = None,
        suggest: Sequence[str] = (),
        safe: bool = False,
        severity: Severity | None = None,
        confidence: float | None = None,
        evidence: tuple[Evidence, ...] = (),
    ) -> Finding:
        """A finding of this rule at ``span``; what is not given is the rule's own."""
        return Finding(
            code=self.code,
            kind=self.kind,
            category=self.category,
            severity=severity or self.severity,
            confidence=self.confidence if confidence is None else confidence,
            span=span,
            quote=span.of(doc.text),
            message=message or self.reason,
            suggestions=tuple(Suggestion(text, safe) for text in suggest),
            evidence=evidence,
        )

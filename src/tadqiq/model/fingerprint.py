"""By what a finding is known again after the article was edited elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from .finding import Finding

_LENGTH = 32  # hexadecimal digits: 128 bits


def fingerprints(findings: Sequence[Finding]) -> tuple[str, ...]:
    """One fingerprint a finding, in the order given; no two findings of an article share one.

    It is made from the rule, the words in question (line breaks count as spaces) and, where
    the same words are found wrong more than once, which of them in reading order it is: not
    from its place, so that edits elsewhere leave it alone, nor from its neighbours, which are
    often corrected first. When one of several equal findings is corrected, the others keep the
    first fingerprints. The article's identity is not part of it.
    """
    seen: Counter[tuple[str, str]] = Counter()
    made = [""] * len(findings)
    for index in sorted(range(len(findings)), key=lambda index: findings[index].order):
        finding = findings[index]
        words = " ".join(finding.quote.split())
        seen[finding.code, words] += 1
        said = f"{finding.code}\0{words}\0{seen[finding.code, words]}"
        made[index] = sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
    return tuple(made)

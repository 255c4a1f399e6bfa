"""MQM's overall quality score of one article, with an interval.

``quality = 100 · max(0, 1 − penalty / words)``: MQM's linear score per evaluation word count
(themqm.org, "values and scores"), with the weights of WMT's MQM annotations.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256
from random import Random
from struct import unpack

from ..model import Category, Document, Finding, Score, Severity, Token, TokenKind, record
from .likelihood import mt_likelihood

RELIABLE_WORDS = 80
"""Below this many words a score is not reliable (see :func:`score`)."""

_RESAMPLES = 400
_TAIL = _RESAMPLES // 40  # 2.5 % on either side
_BLOCKS = 500  # sentences of a book are drawn in blocks: memory stays bounded
_UNSEEN = 3.0  # rule of three: what may still hide where nothing was found
_WIDTH = 4  # bytes of one drawn word
_MICRO = 1_000_000  # penalties are summed as integers, so that no order of adding shows
_COUNTED = (TokenKind.WORD, TokenKind.NUMBER)


@record(kw_only=True)
class Weights:
    """Penalty points of one finding.

    A minor finding of a ``light`` category weighs ``light_minor``: WMT's MQM does so for
    punctuation, and a teaser or an advertisement label is no fault of the wording either. A
    ``capped`` category never weighs more than a minor finding: style is taste.
    """

    minor: float = Severity.MINOR.points
    major: float = Severity.MAJOR.points
    critical: float = Severity.CRITICAL.points
    light_minor: float = 0.1
    light: frozenset[Category] = frozenset({Category.PUNCTUATION, Category.NON_CONTENT})
    capped: frozenset[Category] = frozenset({Category.UNIDIOMATIC})

    def points(self, finding: Finding) -> float:
        """Penalty points of ``finding`` were it the only one of its sort, and sure."""
        if finding.severity is Severity.MINOR or finding.category in self.capped:
            return self.light_minor if finding.category in self.light else self.minor
        return self.major if finding.severity is Severity.MAJOR else self.critical

    def __str__(self) -> str:
        """The weights in short, for a signature: ``1/5/25/0.1``."""
        values = (self.minor, self.major, self.critical, self.light_minor)
        return "/".join(f"{value:g}" for value in values)


MQM = Weights()
"""1, 5, 25 points for minor, major, critical; 0.1 for minor punctuation and boilerplate."""


def score(
    doc: Document,
    findings: Iterable[Finding],
    *,
    weights: Weights = MQM,
    agreement: float | None = None,
    consensus: float | None = None,
) -> Score:
    """The quality of ``doc`` (0–100), given what was found in it.

    Penalty: the sum over findings of points × confidence. Of findings with the same code and
    the same folded quote the k-th weightiest counts 1/k: one untransliterated name nine times
    is one decision of the translator, penalised 2.8 times, not nine.

    ``low``–``high`` is a 95 % percentile bootstrap over sentences, seeded by the text, and
    never narrower below than the rule of three (Hanley & Lippman-Hand 1983): where nothing
    was found in n words, up to 3/n minor errors a word remain possible.

    ``reliable`` is false below 80 words. The linear score is calibrated on samples of
    1,000–2,000 words and over-penalises short ones (arXiv 2511.13467): under 80 words one
    major finding alone costs more than six points, most of the way from "publish" (98) to
    "reject" (90).

    ``mt_likelihood`` is uncalibrated so far (see :mod:`.likelihood`).
    """
    ordered = sorted(findings, key=_place)
    penalties = _penalties(doc, ordered, weights)
    sentences = [_words(sentence.tokens) for sentence in doc.sentences]
    words, penalty = sum(sentences), sum(penalties)
    quality = _quality(penalty, words)
    by_sentence = _by_sentence(doc, ordered, penalties)
    low, high = _interval(by_sentence, sentences, seed=doc.text)
    floor = _quality(penalty + int(_UNSEEN * weights.minor * _MICRO), words)
    return Score(
        quality=quality,
        low=min(low, floor, quality),
        high=max(high, quality),
        reliable=words >= RELIABLE_WORDS,
        penalty=penalty / _MICRO,
        words=words,
        mt_likelihood=mt_likelihood(ordered, words),
        agreement=agreement,
        consensus=consensus,
    )


def _place(finding: Finding) -> tuple[int, int, str]:
    return finding.order


def _words(tokens: Iterable[Token]) -> int:
    return sum(token.kind in _COUNTED for token in tokens)


def _quality(penalty: int, words: int) -> float:
    """Quality for ``penalty`` in millionths of a point; a text without words is spotless
    unless something was found in it."""
    if not words:
        return 0.0 if penalty else 100.0
    return 100.0 * max(0.0, 1.0 - penalty / (words * _MICRO))


def _penalties(doc: Document, findings: Sequence[Finding], weights: Weights) -> list[int]:
    """Millionths of a point for every finding, repetitions discounted.

    Of repetitions the weightiest is charged in full: then one more finding never helps.
    """
    folding = str.maketrans(dict(doc.profile.foldings))
    full = [weights.points(finding) * finding.confidence for finding in findings]
    seen: Counter[tuple[str, str]] = Counter()
    penalties = [0] * len(full)
    for index in sorted(range(len(full)), key=full.__getitem__, reverse=True):
        finding = findings[index]
        key = (finding.code, " ".join(finding.quote.translate(folding).casefold().split()))
        seen[key] += 1
        penalties[index] = round(full[index] * _MICRO / seen[key])
    return penalties


def _by_sentence(doc: Document, findings: Sequence[Finding], penalties: Sequence[int]) -> list[int]:
    """The penalty of each sentence; what stands between two belongs to the former."""
    starts = [sentence.span.start for sentence in doc.sentences]
    totals = [0] * len(starts)
    if not starts:
        return totals
    for finding, penalty in zip(findings, penalties, strict=True):
        totals[max(0, bisect_right(starts, finding.span.start) - 1)] += penalty
    return totals


def _interval(penalties: Sequence[int], words: Sequence[int], *, seed: str) -> tuple[float, float]:
    """95 % percentile bootstrap of the quality over sentences.

    Drawn are the raw words of Mersenne Twister, the same in every version, and sums are of
    integers. So the interval is the same on every machine.
    """
    if not any(penalties):
        return 100.0, 100.0
    penalties, words = _blocks(penalties), _blocks(words)
    key = int.from_bytes(sha256(seed.encode("utf-8", "surrogatepass")).digest()[:8], "little")
    drawn = Random(key).randbytes(_RESAMPLES * len(penalties) * _WIDTH)
    resampled = _with_numpy if "numpy" in sys.modules else _without_numpy
    kept = resampled(penalties, words, drawn)
    return kept[_TAIL], kept[-_TAIL - 1]


def _with_numpy(penalties: Sequence[int], words: Sequence[int], drawn: bytes) -> Sequence[float]:
    """The quality of every resample, the lowest first."""
    import numpy as np

    picks = (np.frombuffer(drawn, "<u4") % len(penalties)).astype(np.intp).reshape(_RESAMPLES, -1)
    lost = np.asarray(penalties, dtype=np.int64)[picks].sum(axis=1)
    size = np.asarray(words, dtype=np.int64)[picks].sum(axis=1).clip(min=1)
    kept: list[float] = np.sort(100.0 * np.clip(1.0 - lost / (size * _MICRO), 0.0, None)).tolist()
    return kept


def _without_numpy(penalties: Sequence[int], words: Sequence[int], drawn: bytes) -> Sequence[float]:
    """The same to the last bit: for one article, numpy takes longer to load than to do without."""
    many = len(penalties)
    picks = [number % many for number in unpack(f"<{len(drawn) // _WIDTH}I", drawn)]
    found = []
    for start in range(0, len(picks), many):
        here = picks[start : start + many]
        lost = sum([penalties[pick] for pick in here])
        size = max(1, sum([words[pick] for pick in here]))
        found.append(100.0 * max(1.0 - lost / (size * _MICRO), 0.0))
    return sorted(found)


def _blocks(values: Sequence[int]) -> Sequence[int]:
    """Sums over neighbours, so that at most ``_BLOCKS`` are left."""
    size = -(-len(values) // _BLOCKS)
    if size <= 1:
        return values
    return [sum(values[start : start + size]) for start in range(0, len(values), size)]

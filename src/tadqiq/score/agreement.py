"""Lexical agreement with other texts, by sacrebleu."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from ..model import record
from .chrf import chrf

_TER_WORDS = 120  # words of a segment; at 560 words TER takes 17 seconds


@record
class ReferenceScores:
    """BLEU, chrF and TER (0–100; TER may exceed it, lower is better), and how they were made.

    ``ter`` is None where a segment is too long for its search of shifts, which would take
    minutes. ``signatures`` are sacrebleu's, by metric name.
    """

    bleu: float
    chrf: float
    ter: float | None
    signatures: tuple[tuple[str, str], ...]


def with_siblings(text: str, siblings: Sequence[str]) -> float | None:
    """Mean chrF (0–100; Popović 2015) of ``text`` against each sibling; None without any.

    The mean, because one sibling that copies the same wire would otherwise vouch for the
    article alone. Siblings should be of the article's language.
    """
    if not siblings:
        return None
    scores = [chrf(text, other) for other in siblings]
    return sum(scores) / len(scores)


def against_references(text: str, references: Sequence[str]) -> ReferenceScores:
    """BLEU, chrF and TER of ``text`` against human translations of the same original.

    Where text and references have equally many lines, a line is a segment; otherwise the
    whole text is one. Raises ValueError without a reference.
    """
    if not references:
        raise ValueError("no reference translation to compare with: give at least one")
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    segments, streams = _segments(text, references)
    short = max(map(_length, [*segments, *chain(*streams)])) <= _TER_WORDS
    # One segment has no higher-order matches to spare: smoothing as for single sentences.
    bleu, chrf, ter = BLEU(effective_order=len(segments) == 1), CHRF(), TER()
    return ReferenceScores(
        bleu=bleu.corpus_score(segments, streams).score,
        chrf=chrf.corpus_score(segments, streams).score,
        ter=ter.corpus_score(segments, streams).score if short else None,
        signatures=(
            ("BLEU", str(bleu.get_signature())),
            ("chrF", str(chrf.get_signature())),
            *((("TER", str(ter.get_signature())),) if short else ()),
        ),
    )


def _segments(text: str, references: Sequence[str]) -> tuple[list[str], list[list[str]]]:
    lines = _lines(text)
    streams = [_lines(reference) for reference in references]
    if lines and all(len(stream) == len(lines) for stream in streams):
        return lines, streams
    return [" ".join(lines)], [[" ".join(stream)] for stream in streams]


def _length(segment: str) -> int:
    return len(segment.split())


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]

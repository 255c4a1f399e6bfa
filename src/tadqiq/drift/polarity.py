"""M401: the article takes the other side of a question than its siblings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..facts import Word
from ..model import Finding, Lexis, Message, Severity, Span
from .align import Pair
from .departure import LEAST, Comparison, Proof, departure, joint
from .reading import Reading

_CODE = "M401"
_SURELY_ALIGNED = 0.8
_WINDOW = 5  # words on either side that say who takes the stance, and on what
_SHARED = 2  # content words that both must name
_SAME_STANCE = 0.85
_MESSAGE = Message(
    "the article says «{ours}», its sibling {article} the opposite: «{theirs}»",
    "يقول المقال «{ours}» ويقول {article} عكس ذلك: «{theirs}»",
)


@dataclass(frozen=True, slots=True)
class _Stance:
    question: str
    side: int
    span: Span
    about: frozenset[str]


def polarity(comparison: Comparison) -> Iterator[Finding]:
    """Agreed against refused, confirmed against denied, rose against fell, by word or negation."""
    for index, words in enumerate(comparison.article.words):
        for stance in _stances(comparison.article, words):
            yield from _finding(comparison, index, stance)


def _finding(comparison: Comparison, index: int, ours: _Stance) -> Iterator[Finding]:
    against: dict[str, tuple[Pair, _Stance]] = {}
    for pair in comparison.of(index):
        if (
            pair.confidence < _SURELY_ALIGNED
            or pair.sibling.doc.lang != comparison.article.doc.lang
        ):
            continue
        theirs = [
            stance
            for stance in _stances(pair.sibling, pair.sibling.words[pair.theirs])
            if stance.question == ours.question and len(stance.about & ours.about) >= _SHARED
        ]
        if any(stance.side == ours.side for stance in theirs):
            return
        if theirs:
            against.setdefault(pair.sibling.doc.id, (pair, theirs[0]))
    confidence = joint(pair.confidence * _SAME_STANCE for pair, _ in against.values())
    if confidence < LEAST:
        return
    pair, other = next(iter(against.values()))
    yield departure(
        comparison.article,
        ours.span,
        code=_CODE,
        severity=Severity.CRITICAL,
        confidence=confidence,
        message=_MESSAGE.fill(
            ours=comparison.article.text(ours.span),
            theirs=pair.sibling.text(other.span),
            article=pair.sibling.doc.id,
        ),
        proofs=[
            Proof(pair.sibling, pair.theirs, theirs.span, pair.similarity)
            for pair, theirs in against.values()
        ],
    )


def _stances(reading: Reading, words: Sequence[Word]) -> Iterator[_Stance]:
    lexis = reading.lexis
    for place, word in enumerate(words):
        known = next((lexis.stances[s] for s in sorted(word.stems) if s in lexis.stances), None)
        if known is None:
            continue
        if any(_negates(after, lexis) for after in words[place + 1 : place + 1 + _WINDOW]):
            continue  # "confirmed that there was no" takes the side of "denied"
        negated = place > 0 and _negates(words[place - 1], lexis)
        first = words[place - 1] if negated else word
        question, side = known
        yield _Stance(
            question,
            -side if negated else side,
            first.span.cover(word.span),
            _about(words, place, lexis),
        )


def _negates(word: Word, lexis: Lexis) -> bool:
    return any(
        stem in lexis.negators and (not clitic or clitic in lexis.joiners)
        for clitic, stem in word.parts
    )


def _about(words: Sequence[Word], place: int, lexis: Lexis) -> frozenset[str]:
    around = [*words[max(0, place - _WINDOW) : place], *words[place + 1 : place + 1 + _WINDOW]]
    return frozenset(
        word.bare
        for word in around
        if word.folded not in lexis.functions and not _negates(word, lexis)
    )

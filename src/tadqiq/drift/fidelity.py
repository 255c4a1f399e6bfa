"""M901: left out; M902: added. An article against the text that it was translated from.

What is left out is reported at the word before the gap, what is added as its whole sentence.

A sibling may leave out and add what it likes; a translation says what its source says, sentence
by sentence. So here a sentence without a counterpart is a departure: where its neighbours have
theirs side by side, there is a gap.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model import Category, Finding, Message, Severity
from .align import Pair, align
from .departure import Comparison, Proof, departure
from .parallel import best_pairs, is_parallel
from .reading import Reading

_CONFIDENCE = 0.85
_WIRE = "en"  # the language that most syndicated news is translated from
_RIVALLED = 0.2  # confidence below which a pair is none where a sure one has its sentence
_FULL = 6  # words; headings, bylines and labels are no statements
_FEWEST = 8  # sentences that show whether a text follows another
_LENGTHS = 1.25  # at most, by sentences, of one text and its translation
_OMITTED = Message(
    "the source says here what the article leaves out: «{theirs}»",
    "يقول الأصل هنا ما أغفله المقال: «{theirs}»",
)
_ADDED = Message(
    "the source says nothing of the kind",
    "لا يرد شيء من هذا في الأصل",
)


def fidelity(comparison: Comparison, source: Reading) -> Iterator[Finding]:
    """What of ``source``, one of the siblings, the article leaves out, and what it adds."""
    article = comparison.article
    pairs = [pair for pair in comparison.pairs if pair.sibling.doc.id == source.doc.id]
    ours, theirs = best_pairs(pairs, mine=True), best_pairs(pairs, mine=False)
    answered = {pair.theirs for pair in pairs if not _is_rivalled(pair, ours.get(pair.ours))}
    backed = {pair.ours for pair in pairs if not _is_rivalled(pair, theirs.get(pair.theirs), True)}
    for missing in _gaps(source, theirs, answered):
        place = theirs[missing - 1] if missing else theirs[missing + 1]
        words = article.doc.sentences[place].words
        said = source.text(source.doc.sentences[missing].span)
        yield departure(
            article,
            words[-1 if missing else 0].span,
            code="M901",
            severity=Severity.MAJOR,
            confidence=_CONFIDENCE,
            message=_OMITTED.fill(theirs=said),
            proofs=[Proof(source, missing, source.doc.sentences[missing].span, 0.0)],
            category=Category.OMISSION,
        )
    for added in _gaps(article, ours, backed):
        yield departure(
            article,
            article.doc.sentences[added].span,
            code="M902",
            severity=Severity.MAJOR,
            confidence=_CONFIDENCE,
            message=_ADDED,
            proofs=(),
            category=Category.ADDITION,
        )


def is_source(article: Reading, sibling: Reading) -> bool:
    """Whether the sibling is evidently what the article was translated from: in English, it
    says the same sentence by sentence in the same order."""
    sizes = len(article.doc.sentences), len(sibling.doc.sentences)
    languages = article.doc.lang, sibling.doc.lang
    if languages[1] != _WIRE or languages[0] == _WIRE or min(sizes) < _FEWEST:
        return False
    if max(sizes) > _LENGTHS * min(sizes):
        return False
    return is_parallel(article, sibling, align(article, sibling))


def _is_rivalled(pair: Pair, best: int | None, mine: bool = False) -> bool:
    """Whether the one sentence of an unsure pair surely answers to another than this."""
    own = pair.ours if mine else pair.theirs
    return pair.confidence < _RIVALLED and best is not None and best != own


def _gaps(text: Reading, best: Mapping[int, int], met: set[int]) -> Iterator[int]:
    """Full sentences that nothing answers to, between neighbours whose counterparts adjoin."""
    last = len(text.doc.sentences) - 1
    for place, words in enumerate(text.words):
        if place in met or len(words) < _FULL:
            continue
        before, after = best.get(place - 1), best.get(place + 1)
        inner = before is not None and after is not None and 0 <= after - before <= 1
        if inner or (place == last and before is not None) or (place == 0 and after == 0):
            yield place

"""M302: two parties stand in each other's place beside the same predicate.

No list of verbs is needed: where two sentences speak of the same thing in the same words, and
the two who take part in it have changed places, who does it has changed.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Finding, Message, Severity
from .align import Pair
from .departure import LEAST, Comparison, Proof, departure, joint, same_matter
from .direction import Direction, directions
from .theme import shared

_WORDS = 0.7  # what two acts must share beside those who take part in them
_PARTIES = 2.0  # words that the two of them make
_SURE = (0.68, 0.78, 0.85)  # an exchange of none, one, two known by name
_MESSAGE = Message(
    "«{ours}» is the other way round in {article}: «{theirs}»",
    "«{ours}»: الأدوار معكوسة في {article}: «{theirs}»",
)


def exchange(comparison: Comparison) -> Iterator[Finding]:
    """Acts of which an aligned sentence has the parties exchanged, and no sibling the same."""
    article = comparison.article
    for index in range(len(article.terms)):
        for act in directions(article, index):
            found = tuple(_finding(comparison, index, act))
            if found and not _stated(comparison, act):
                yield from found
                break


def _stated(comparison: Comparison, act: Direction) -> bool:
    """Whether any sibling has the same parties in the same places."""
    return any(
        act.straight(theirs)
        and shared(act.words, theirs.words, comparison.article.rarity) >= _WORDS
        for sibling in comparison.siblings
        for index in range(len(sibling.terms))
        for theirs in directions(sibling, index)
    )


def _finding(comparison: Comparison, index: int, act: Direction) -> Iterator[Finding]:
    article = comparison.article
    against: dict[str, tuple[float, Pair, Direction]] = {}
    for pair in comparison.of(index):
        for theirs in directions(pair.sibling, pair.theirs):
            if not act.crossed(theirs) or act.quoted != theirs.quoted:
                continue
            common = shared(act.words, theirs.words, article.rarity)
            if common >= _WORDS and common > against.get(pair.sibling.doc.id, (0.0,))[0]:
                against[pair.sibling.doc.id] = common, pair, theirs
    confidence = joint(
        same_matter(pair, _PARTIES + common) * _SURE[min(act.named, theirs.named)]
        for common, pair, theirs in against.values()
    )
    if not against or confidence < LEAST:
        return
    _, pair, other = max(against.values(), key=lambda one: (one[0], one[1].confidence))
    yield departure(
        article,
        act.span,
        code="M302",
        severity=Severity.CRITICAL,
        confidence=confidence,
        message=_MESSAGE.fill(
            ours=article.text(act.span),
            theirs=pair.sibling.text(other.span),
            article=pair.sibling.doc.id,
        ),
        proofs=[Proof(p.sibling, p.theirs, a.span, p.similarity) for _, p, a in against.values()],
    )

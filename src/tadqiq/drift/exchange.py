"""M302: two participants stand in each other's place beside the same predicate.

No list of verbs is needed: where two sentences speak of the same thing by the same predicate,
and the two who take part in it have changed places, who does it has changed.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Finding, Message, Severity
from .acts import Act, acts
from .align import Pair
from .departure import LEAST, Comparison, Proof, departure, joint, same_matter

_SHARED = 2.5  # words that a predicate with both its participants makes
_SURE = 0.85  # that an exchange of places is one of roles
_MESSAGE = Message(
    "«{first}» and «{second}» have changed places against {article}",
    "تبادل «{first}» و«{second}» موضعيهما مقارنةً بما في {article}",
)


def exchange(comparison: Comparison) -> Iterator[Finding]:
    """Acts of which an aligned sentence has the participants exchanged, and none the same."""
    article = comparison.article
    for index in range(len(article.terms)):
        for act in acts(article, index):
            found = tuple(_finding(comparison, index, act))
            if found and not _stated(comparison, act):
                yield from found
                break


def _stated(comparison: Comparison, act: Act) -> bool:
    """Whether any sibling has the same participants in the same places."""
    return any(
        act.like(theirs) and act.straight(theirs)
        for sibling in comparison.siblings
        for index in range(len(sibling.terms))
        for theirs in acts(sibling, index)
    )


def _finding(comparison: Comparison, index: int, act: Act) -> Iterator[Finding]:
    against: dict[str, tuple[Pair, Act]] = {}
    for pair in comparison.of(index):
        for theirs in acts(pair.sibling, pair.theirs):
            if act.like(theirs) and act.crossed(theirs) and act.quoted == theirs.quoted:
                against.setdefault(pair.sibling.doc.id, (pair, theirs))
    if not (act.first.named and act.second.named):
        return
    sure = _SURE
    confidence = joint(same_matter(pair, _SHARED) * sure for pair, _ in against.values())
    if against and confidence >= LEAST:
        pair, _ = next(iter(against.values()))
        article = comparison.article
        yield departure(
            article,
            act.span,
            code="M302",
            severity=Severity.CRITICAL,
            confidence=confidence,
            message=_MESSAGE.fill(
                first=article.text(act.first.span),
                second=article.text(act.second.span),
                article=pair.sibling.doc.id,
            ),
            proofs=[Proof(p.sibling, p.theirs, a.span, p.similarity) for p, a in against.values()],
        )

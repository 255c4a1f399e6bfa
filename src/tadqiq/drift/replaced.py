"""Words that stand where siblings have others, and that no sibling has: another name, another
role, another thing.

No list of words is needed. What the article has and no sibling, beside what a sibling has and
the article nowhere, in one and the same place of statements of one matter: the one stands for
the other. A place is the same by its neighbours: the word it depends on, the word that depends
on it, the preposition before it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..facts import Term
from ..model import Finding, Message, Severity
from .align import Pair
from .departure import LEAST, Comparison, Proof, departure
from .fillers import Filler, fillable, lacks, runs
from .names import spelt_alike
from .reading import Reading, kept
from .stands import stands
from .theme import alike, shared, theme
from .whereabouts import accounts_for, homes, rivals

_MESSAGE = Message(
    "«{ours}» stands where its sibling {article} has «{theirs}», and no sibling has it",
    "يرد هنا «{ours}»، وفي {article} «{theirs}»، ولا يرد الأول في أي مقال نظير",
)


@dataclass(frozen=True, slots=True)
class _Kind:
    """How a kind of filler is reported, and how sure an exchange of such is by itself (log-odds)
    and by what its place says."""

    code: str
    severity: Severity
    bias: float
    before: float
    after: float
    consensus: float


# Logistic regression on the fillers of the two development sets of corpora/drift; the bias set
# so that what is reported is right in four of five cases.
_KINDS: Mapping[str, _Kind] = {
    "name": _Kind("M202", Severity.CRITICAL, -1.9, 1.75, 1.75, 1.55),
    "person": _Kind("M303", Severity.MAJOR, -2.0, 1.0, 1.75, 1.0),
    "body": _Kind("M303", Severity.MAJOR, -2.4, 0.8, 0.8, 1.0),
    "noun": _Kind("M602", Severity.MAJOR, -1.95, 0.3, 0.3, 1.05),
    "speaker": _Kind("M501", Severity.MAJOR, -1.0, 0.8, 0.8, 1.2),
    "cause": _Kind("M703", Severity.MAJOR, -0.3, 0.5, 0.5, 1.2),
}
_OF_NAMES = "M202"
_WHO = frozenset({"person", "body", "name"})  # who may say something
_WIDE, _MOST_WIDE = 0.15, 6.0


def replaced(comparison: Comparison) -> Iterator[Finding]:
    """Fillers of places that siblings fill with something else."""
    article = comparison.article
    for index in range(len(article.terms)):
        pairs = [
            pair
            for pair in comparison.of(index)
            if pair.confidence > LEAST and pair.sibling.doc.lang == article.doc.lang
        ]
        if not pairs:
            continue
        fresh = [
            place
            for place in fillable(article, index)
            if all(lacks(sibling, article.terms[index][place]) for sibling in comparison.siblings)
        ]
        for ours in runs(article, index, fresh):
            yield from _finding(comparison, ours, pairs)


def _finding(comparison: Comparison, ours: Filler, pairs: Sequence[Pair]) -> Iterator[Finding]:
    article = comparison.article
    against: dict[str, tuple[float, _Kind, Pair, Filler]] = {}
    told = _accounted(comparison, ours)
    for pair in pairs:
        for theirs in _lost(article, pair):
            kind = _KINDS.get(_common_kind(ours, theirs))
            if kind is None or _one_title(article, ours, pair, theirs):
                continue
            if kind.code == _OF_NAMES and told and not _rivals(article, ours, pair, theirs):
                continue
            sure = _sure(comparison, kind, ours, pair, theirs)
            if sure > against.get(pair.sibling.doc.id, (LEAST,))[0] and not _spelt_alike(
                article, ours, pair, theirs
            ):
                against[pair.sibling.doc.id] = sure, kind, pair, theirs
    if not against:
        return
    sure, kind, pair, other = max(against.values(), key=lambda one: one[0])
    yield departure(
        article,
        ours.span,
        code=kind.code,
        severity=kind.severity,
        confidence=sure,
        message=_MESSAGE.fill(
            ours=article.text(ours.span),
            theirs=pair.sibling.text(other.span),
            article=pair.sibling.doc.id,
        ),
        proofs=[
            Proof(p.sibling, p.theirs, f.span, p.similarity) for _, _, p, f in against.values()
        ],
    )


def _accounted(comparison: Comparison, ours: Filler) -> bool:
    """Whether a sibling speaks of that for which a name may stand."""
    article = comparison.article
    return any(
        accounts_for(sibling, of, "")
        for place in range(ours.first, ours.last + 1)
        if (of := homes(article, ours.sentence, place))
        for sibling in comparison.siblings
    )


def _rivals(article: Reading, ours: Filler, pair: Pair, theirs: Filler) -> bool:
    """Whether two names are of one kind and state."""
    return any(
        rivals(homes(article, ours.sentence, one), homes(pair.sibling, pair.theirs, two))
        for one in range(ours.first, ours.last + 1)
        for two in range(theirs.first, theirs.last + 1)
    )


def _common_kind(ours: Filler, theirs: Filler) -> str:
    """What both fillers are: who says it, what brings it about, or else what they name."""
    speakers = ours.kind in _WHO or theirs.kind in _WHO
    if ours.slot and ours.slot == theirs.slot and (speakers or ours.slot != "speaker"):
        return ours.slot if ours.kind and theirs.kind else ""
    return ours.kind if ours.kind == theirs.kind else ""


def _one_title(article: Reading, ours: Filler, pair: Pair, theirs: Filler) -> bool:
    """Whether two fillers begin with the same title, in other words."""
    mine = _titles(article, ours.sentence).get(ours.first, frozenset())
    return not mine.isdisjoint(_titles(pair.sibling, pair.theirs).get(theirs.first, frozenset()))


@kept
def _titles(reading: Reading, sentence: int) -> Mapping[int, frozenset[str]]:
    """The titles of a sentence by their places."""
    found: dict[int, frozenset[str]] = {}
    for stand in stands(reading, sentence):
        if stand.family in {"title", "speaker"}:
            found[stand.first] = found.get(stand.first, frozenset()) | {stand.answer}
    return found


def _spelt_alike(article: Reading, ours: Filler, pair: Pair, theirs: Filler) -> bool:
    """Whether two fillers have a name in two spellings."""
    mine = article.terms[ours.sentence][ours.first : ours.last + 1]
    other = pair.sibling.terms[pair.theirs][theirs.first : theirs.last + 1]
    return any(spelt_alike(a.word.bare, b.word.bare) for a in mine for b in other)


def _lost(article: Reading, pair: Pair) -> tuple[Filler, ...]:
    """The fillers of a sibling's sentence that the article has nowhere."""
    known = article.told.found[f"lost {pair.sibling.doc.id}"]
    if pair.theirs not in known:
        terms = pair.sibling.terms[pair.theirs]
        places = [
            place for place in fillable(pair.sibling, pair.theirs) if lacks(article, terms[place])
        ]
        known[pair.theirs] = tuple(runs(pair.sibling, pair.theirs, places))
    found: tuple[Filler, ...] = known[pair.theirs]
    return found


def _sure(comparison: Comparison, kind: _Kind, ours: Filler, pair: Pair, theirs: Filler) -> float:
    """How sure it is that one filler stands for the other."""
    article = comparison.article
    logit = kind.bias + kind.before * _beside(article, ours, pair.sibling, theirs, -1)
    logit += kind.after * _beside(article, ours, pair.sibling, theirs, 1)
    if pair.confidence * _odds(logit + _WIDE * _MOST_WIDE + kind.consensus) <= LEAST:
        return 0.0  # whatever else speaks for it
    if _agreed(comparison, pair.sibling, pair.sibling.terms[pair.theirs][theirs.first]):
        logit += kind.consensus
    wide = shared(
        theme(article, ours.sentence, ours.first),
        theme(pair.sibling, pair.theirs, theirs.first),
        article.rarity,
    )
    return pair.confidence * _odds(logit + _WIDE * min(wide, _MOST_WIDE))


def _odds(logit: float) -> float:
    return 1.0 / (1.0 + math.exp(-logit))


def _agreed(comparison: Comparison, sibling: Reading, term: Term) -> bool:
    """Whether another sibling has the word as well."""
    others = (other for other in comparison.siblings if other is not sibling)
    return any(not lacks(other, term) for other in others)


def _beside(article: Reading, ours: Filler, sibling: Reading, theirs: Filler, step: int) -> float:
    """How much the next words before or after two fillers have in common, at most 1."""
    one, two = _next(article, ours, step), _next(sibling, theirs, step)
    return min(1.0, alike(one, two)) if one is not None and two is not None else 0.0


def _next(reading: Reading, filler: Filler, step: int) -> Term | None:
    """The content word before or after a filler, over one preposition at the most."""
    terms = reading.terms[filler.sentence]
    at = filler.first - 1 if step < 0 else filler.last + 1
    for place in (at, at + step):
        if 0 <= place < len(terms) and terms[place].content:
            return terms[place]
    return None

"""What an article answers otherwise than its siblings: stances, certainty, kinds, times, titles.

A stance is opposed where both speak of the same thing, which the words around it show. A kind,
a place or a title is opposed only in the same slot: beside the same neighbour.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import Finding, Message, Severity
from .align import Pair
from .counted import counted
from .departure import LEAST, Comparison, Proof, departure, joint, same_matter
from .participants import nearest
from .reading import Reading, kept
from .stands import Stand, stands
from .theme import alike, shared, theme
from .unanimous import may_be_else, unanimous

_AHEAD = 0.4  # by how much words shared with the opposite must outdo those with the same answer
_ALONE = 0.8  # less theme is enough where both sentences answer the question once
_UNLIKE = 0.6  # taken off where one is a verb and the other is not
# What one does and the other suffers: opposite only of one and the same party.
_CONVERSE = frozenset({"win", "trade", "belong", "office", "free", "foreign", "supply", "move"})
_MOST = 0.95
_ARGUMENT = 0.7


@dataclass(frozen=True, slots=True)
class _Family:
    """How stands of one family are compared: the code they are reported by, the theme and the
    slot they must share at least, and how grave an opposition is."""

    code: str
    theme: float
    slot: float
    severity: Severity


_FAMILIES: Mapping[str, _Family] = {
    "stance": _Family("M401", 1.8, 0.0, Severity.CRITICAL),
    "certainty": _Family("M402", 1.8, 0.0, Severity.MAJOR),
    "kind": _Family("M103", 1.8, 0.7, Severity.MAJOR),
    "time": _Family("M104", 1.8, 0.7, Severity.MAJOR),
    "place": _Family("M203", 1.5, 0.9, Severity.MAJOR),
    "scope": _Family("M801", 1.0, 0.0, Severity.MAJOR),
    "portion": _Family("M801", 1.5, 0.0, Severity.MAJOR),
    "extent": _Family("M801", 1.0, 0.9, Severity.MAJOR),
}
_NO_CONFLICT = frozenset({"most", "some"})  # most are some, too
_TOLL, _COUNTED = "casualty", frozenset({"ballot"})  # compared with the numbers
_MESSAGE = Message(
    "the article says «{ours}», its sibling {article} says «{theirs}»",
    "يقول المقال «{ours}» في حين يقول {article} «{theirs}»",
)


def opposed(comparison: Comparison) -> Iterator[Finding]:
    """Stands to which aligned sentences of siblings have another answer, and none the same."""
    for index in range(len(comparison.article.terms)):
        pairs = comparison.of(index)
        if not pairs:
            continue
        asked = frozenset().union(*(_asked(pair.sibling, pair.theirs) for pair in pairs))
        for stand in stands(comparison.article, index):
            if stand.family not in _FAMILIES or (stand.family, stand.question) not in asked:
                continue
            if not (_counts(comparison.article, stand) or _of_name(comparison.article, stand)):
                yield from _finding(comparison, stand, pairs)


@kept
def _asked(reading: Reading, sentence: int) -> Mapping[tuple[str, str], Sequence[Stand]]:
    """What a sentence has answers to, with the answers."""
    found: dict[tuple[str, str], list[Stand]] = defaultdict(list)
    for stand in stands(reading, sentence):
        found[stand.family, stand.question].append(stand)
    return found


def _counts(article: Reading, stand: Stand) -> bool:
    """Whether a stand says what a number counts: the dead, or votes for and against."""
    numbers = counted(article, stand.sentence)
    told = {choice.question for choice in article.terms[stand.sentence][stand.first].choices}
    voted = any(_COUNTED & number.answers.keys() for number in numbers)
    return stand.question == _TOLL or (voted and bool(told & _COUNTED))


def _of_name(article: Reading, stand: Stand) -> bool:
    """Whether a word is part of the name of a state: South Africa."""
    return bool(article.terms[stand.sentence][stand.first].side)


def _finding(comparison: Comparison, ours: Stand, pairs: Sequence[Pair]) -> Iterator[Finding]:
    article, family = comparison.article, _FAMILIES[ours.family]
    others = [
        (pair, theirs)
        for pair in pairs
        for theirs in _asked(pair.sibling, pair.theirs).get((ours.family, ours.question), ())
        if theirs.answer != ours.answer and {ours.answer, theirs.answer} != _NO_CONFLICT
    ]
    if not others:
        return
    against: dict[str, tuple[float, Pair, Stand]] = {}
    united = unanimous(comparison, ours) and ours.question not in _CONVERSE
    for pair, theirs in others:
        strength = _strength(article, ours, family, pair.sibling, theirs)
        if strength <= against.get(pair.sibling.doc.id, (0.0,))[0]:
            continue
        if not _said_too(article, ours, theirs):
            against[pair.sibling.doc.id] = (strength, pair, theirs)
    confidence = joint(
        same_matter(pair, strength)
        * _sure(strength, united and not may_be_else(pair.sibling, theirs))
        for strength, pair, theirs in against.values()
    )
    if not against or confidence < LEAST or _answered_so(comparison, ours, family):
        return
    strongest, pair, other = max(against.values(), key=lambda one: (one[0], one[1].confidence))
    if strongest < _agreeing(article, ours, pairs) + _AHEAD:
        return
    yield departure(
        article,
        ours.span,
        code=family.code,
        severity=family.severity,
        confidence=confidence,
        message=_MESSAGE.fill(
            ours=article.text(ours.span),
            theirs=pair.sibling.text(other.span),
            article=pair.sibling.doc.id,
        ),
        proofs=[Proof(p.sibling, p.theirs, s.span, p.similarity) for _, p, s in against.values()],
    )


def _agreeing(article: Reading, ours: Stand, pairs: Sequence[Pair]) -> float:
    """How much a statement has in common with one that has the same answer."""
    found = (
        shared(ours.about, theirs.about, article.rarity) - _unlike(ours, theirs)
        for pair in pairs
        for theirs in _asked(pair.sibling, pair.theirs).get((ours.family, ours.question), ())
        if theirs.answer == ours.answer
    )
    return max((-_AHEAD, *found))


def _said_too(article: Reading, ours: Stand, theirs: Stand) -> bool:
    """Whether the article gives the sibling's answer as well, of the same thing."""
    return any(
        mine.question == theirs.question and mine.answer == theirs.answer
        for index in {ours.sentence - 1, ours.sentence, ours.sentence + 1}
        if 0 <= index < len(article.terms)
        for mine in stands(article, index)
    )


def _sure(strength: float, united: bool) -> float:
    if united:
        return min(_MOST, 0.6 + 0.07 * strength)
    return min(_MOST, 0.35 + 0.15 * strength)


def _strength(
    article: Reading, ours: Stand, family: _Family, sibling: Reading, theirs: Stand
) -> float:
    """How surely two opposite answers are to the same question; 0 if they may not be."""
    if ours.quoted != theirs.quoted or ours.unclear or theirs.unclear:
        return 0.0
    if ours.question in _CONVERSE and not _one_subject(article, ours, sibling, theirs):
        return 0.0
    common = shared(ours.about, theirs.about, article.rarity)
    beside = slot(article, ours, sibling, theirs) if family.slot else 0.0
    alone = _once(article, ours) and _once(sibling, theirs)
    if common < family.theme - (_ALONE if alone else 0.0) or beside < family.slot:
        return 0.0
    if family.code == "M401" and _near(article, ours, sibling, theirs) < _ARGUMENT:
        common -= 1.0
    return common + beside - _unlike(ours, theirs)


def _near(article: Reading, ours: Stand, sibling: Reading, theirs: Stand) -> float:
    """How much the words right around two words have in common."""
    return shared(
        theme(article, ours.sentence, ours.first, reach=3),
        theme(sibling, theirs.sentence, theirs.first, reach=3),
        article.rarity,
    )


def _unlike(one: Stand, other: Stand) -> float:
    return 0.0 if one.verb == other.verb else _UNLIKE


def _once(reading: Reading, stand: Stand) -> bool:
    """Whether a sentence answers the question of a stand only there."""
    return sum(one.question == stand.question for one in stands(reading, stand.sentence)) == 1


def _answered_so(comparison: Comparison, ours: Stand, family: _Family) -> bool:
    """Whether a sibling gives our answer in the same slot anywhere."""
    if ours.family == "certainty" and _told_anywhere(comparison, ours):
        return True
    if not family.slot:
        return False
    return any(
        theirs.question == ours.question
        and theirs.answer == ours.answer
        and slot(comparison.article, ours, sibling, theirs) >= family.slot
        for sibling in comparison.siblings
        for index in range(len(sibling.terms))
        for theirs in stands(sibling, index)
    )


def _told_anywhere(comparison: Comparison, ours: Stand) -> bool:
    """Whether any sentence of a sibling has the same answer: who is accused in one may be
    sentenced in the next."""
    return any(
        (theirs.question, theirs.answer) == (ours.question, ours.answer)
        for sibling in comparison.siblings
        for index in range(len(sibling.terms))
        for theirs in stands(sibling, index)
    )


def _one_subject(article: Reading, ours: Stand, sibling: Reading, theirs: Stand) -> bool:
    """Whether the party nearest to both words is the same."""
    one, other = (
        nearest(reading, stand.sentence, stand.first)
        for reading, stand in ((article, ours), (sibling, theirs))
    )
    if one is None or other is None:
        return slot(article, ours, sibling, theirs) > 0.0
    return bool(one.keys & other.keys)


def slot(article: Reading, ours: Stand, sibling: Reading, theirs: Stand) -> float:
    """How much the neighbours of two words have in common, the better of the two sides."""
    mine, other = article.terms[ours.sentence], sibling.terms[theirs.sentence]
    best = 0.0
    for step, weight in ((1, 1.0), (2, 0.6)):
        for one, two in (
            (ours.first - step, theirs.first - step),
            (ours.last + step, theirs.last + step),
        ):
            if 0 <= one < len(mine) and 0 <= two < len(other):
                pair = mine[one], other[two]
                if pair[0].content and pair[1].content:
                    best = max(best, weight * alike(*pair))
    return best

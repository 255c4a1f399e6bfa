"""M202, M203, M104, M303: a name, state, place, day or office in the stead of another.

Of one sort, the one in no sibling and the other, of an aligned sentence, nowhere in the article:
then one stands for the other, however else the sentence is put. Where both are known, the noun
that they belong to must be the same ("the minister of …"), and no sibling connect the two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..facts import Term
from ..model import Finding, Message, Severity
from .align import CERTAIN, Pair
from .departure import LEAST, Comparison, Proof, departure, joint, same_matter
from .marks import ANSWERS, Mark, by_sort_in, marks, of_sort, same
from .names import mentions, same_name
from .reading import Reading, kept_in_event
from .theme import alike, shared, theme
from .whereabouts import accounts_for, homes, rivals

_MOST = 0.95
_UNKNOWN, _KNOWN = 0.5, 0.45  # how sure a swap is before theme and head count
_THEME = 1.0
_BY_THEME, _BY_HEAD = 0.12, 0.25
_SEVERITY = {
    "weekday": Severity.MAJOR,
    "month": Severity.MAJOR,
    "office": Severity.MAJOR,
    "rank": Severity.MAJOR,
}
_CODES = {
    "weekday": "M104",
    "month": "M104",
    "office": "M303",
    "rank": "M303",
    "body": "M303",
    "place": "M203",
}
_SLOTTED = frozenset({"rank", "body"})  # of which a text has several
_BY_ONE = 0.79  # how sure a swap of such is that a single sibling shows
_ALIKE, _ELSEWHERE = (
    0.7,
    0.55,
)  # how sure a swap of such is at the most, where no neighbour is alike
_NAMES = frozenset({"side", "place", "person"})
_NEEDS_MORE = {"rank": 1.5}  # theme
_MESSAGE = Message(
    "«{ours}» stands where its sibling {article} has «{theirs}»",
    "يرد هنا «{ours}»، وفي {article} «{theirs}»",
)


def swaps(comparison: Comparison) -> Iterator[Finding]:
    """Marks that siblings have others for."""
    for mark in marks(comparison.article):
        pairs = _pairs(comparison, mark.sentence)
        if pairs:
            yield from _finding(comparison, mark, pairs)


def _pairs(comparison: Comparison, sentence: int) -> list[Pair]:
    """Sentences of siblings in the article's language that may speak of the same."""
    lang = comparison.article.doc.lang
    return [pair for pair in comparison.of(sentence) if pair.sibling.doc.lang == lang]


def _finding(
    comparison: Comparison,
    mark: Mark,
    pairs: Sequence[Pair],
) -> Iterator[Finding]:
    article = comparison.article
    unknown = not any(_mentioned(sibling, mark) for sibling in comparison.siblings)
    if not unknown and (mark.head is None or _settled(comparison, mark)):
        return
    told = unknown and _accounted(comparison, mark)
    beside = [
        (pair, others)
        for pair in pairs
        if (others := _others(mark, pair) if not told else _rivals(article, mark, pair))
    ]
    if not beside:
        return
    about = theme(article, mark.sentence, mark.place)
    against: dict[str, tuple[float, Pair, Mark]] = {}
    for pair, others in beside:
        sibling = pair.sibling
        for other in others:
            if not unknown and not _heads(mark, other):
                continue
            other_theme = theme(sibling, other.sentence, other.place)
            common = shared(about, other_theme, article.rarity)
            sure = _sure(article, mark, common, sibling, other, unknown)
            if mark.sort in _SLOTTED and pair.confidence < CERTAIN:
                sure = min(sure, _ELSEWHERE)
            sure *= same_matter(pair, common)
            if sure > against.get(sibling.doc.id, (0.0,))[0]:
                against[sibling.doc.id] = (sure, pair, other)
    confidence = joint(sure for sure, _, _ in against.values())
    if mark.sort in _SLOTTED and len(against) == 1:
        confidence = min(confidence, _BY_ONE)
    if not against or confidence < LEAST:
        return
    _, pair, other = max(against.values(), key=lambda one: one[0])
    yield departure(
        article,
        mark.span,
        code=_CODES.get(mark.sort, "M202"),
        severity=_SEVERITY.get(mark.sort, Severity.CRITICAL),
        confidence=confidence,
        message=_MESSAGE.fill(
            ours=article.text(mark.span),
            theirs=pair.sibling.text(other.span),
            article=pair.sibling.doc.id,
        ),
        proofs=[Proof(p.sibling, p.theirs, m.span, p.similarity) for _, p, m in against.values()],
    )


def _accounted(comparison: Comparison, mark: Mark) -> bool:
    """Whether a sibling speaks of that for which a name may stand."""
    if mark.sort not in _NAMES:
        return False
    of = homes(comparison.article, mark.sentence, mark.place)
    return any(accounts_for(sibling, of, mark.term.side) for sibling in comparison.siblings)


def _rivals(article: Reading, mark: Mark, pair: Pair) -> tuple[Mark, ...]:
    """The names of a sibling's sentence that are of the same kind and state as one that the
    siblings otherwise account for, or that the same noun bears."""
    of = homes(article, mark.sentence, mark.place)
    return tuple(
        other
        for other in _others(mark, pair)
        if _heads(mark, other) or rivals(of, homes(pair.sibling, other.sentence, other.place))
    )


def _settled(comparison: Comparison, mark: Mark) -> bool:
    """Whether any sibling has the mark beside the same noun; asked once for every such mark."""
    if mark.head is None:
        return False
    known = _settlements(comparison.article, 0)
    key = mark.sort, mark.key, mark.term.word.folded, mark.head.word.folded
    if key not in known:
        known[key] = any(
            same(mark, other) and _heads(mark, other)
            for sibling in comparison.siblings
            for other in of_sort(sibling, mark.sort)
        )
    return known[key]


@kept_in_event
def _settlements(article: Reading, _: int) -> dict[tuple[str, ...], bool]:
    """Where it is kept which marks of the article are settled."""
    return {}


def _sure(
    article: Reading,
    mark: Mark,
    common: float,
    sibling: Reading,
    other: Mark,
    unknown: bool,
) -> float:
    heads = _heads(mark, other)
    enough = heads or common >= _NEEDS_MORE.get(mark.sort, _THEME)
    if unknown and enough and _absent(article, other):
        sure = min(_MOST, _UNKNOWN + _BY_THEME * common + _BY_HEAD * heads)
        loose = mark.sort in _SLOTTED and not heads and not _beside(article, mark, sibling, other)
        return min(sure, _ELSEWHERE) if loose else sure
    if not heads or common < _THEME:
        return 0.0
    near = any(same_name(t, other.term) for t in article.terms[mark.sentence])
    near = near or any(same_name(mark.term, t) for t in sibling.terms[other.sentence])
    return 0.0 if near else min(_MOST, _KNOWN + _BY_THEME * common)


def _beside(article: Reading, mark: Mark, sibling: Reading, other: Mark) -> bool:
    """Whether the content words right before or after two marks are alike."""
    return any(
        one is not None and two is not None and alike(one, two) >= _ALIKE
        for one, two in (
            (_next(article, mark, step), _next(sibling, other, step)) for step in (-1, 1)
        )
    )


def _next(reading: Reading, mark: Mark, step: int) -> Term | None:
    """The next content word before or after a mark, over one word at the most."""
    terms = reading.terms[mark.sentence]
    for at in (mark.place + step, mark.place + 2 * step):
        if 0 <= at < len(terms) and terms[at].content and not mark.span.contains(terms[at].span):
            return terms[at]
    return None


def _absent(article: Reading, other: Mark) -> bool:
    """Whether the article has a sibling's mark nowhere; asked once."""
    known = _absences(article, 0)
    if other not in known:
        found = any(same(mine, other) for mine in of_sort(article, other.sort))
        known[other] = not found and (other.sort in ANSWERS or not _spelt(article, other))
    return known[other]


@kept_in_event
def _absences(article: Reading, _: int) -> dict[Mark, bool]:
    """Where it is kept which marks of siblings an article lacks."""
    return {}


def _heads(one: Mark, other: Mark) -> bool:
    """Whether both belong to the same noun."""
    if one.head is None or other.head is None:
        return False
    return alike(one.head, other.head) >= 1.0


def _others(mark: Mark, pair: Pair) -> tuple[Mark, ...]:
    """What a sibling's sentence has of the same sort, and is not the same."""
    others = by_sort_in(pair.sibling, pair.theirs).get(mark.sort, ())
    return tuple(other for other in others if not same(mark, other))


def _mentioned(sibling: Reading, mark: Mark) -> bool:
    """Whether a sibling has the mark, as a mark or as a word."""
    if mark.sort in ANSWERS:
        return any(same(mark, other) for other in of_sort(sibling, mark.sort))
    return mentions(sibling, mark.term)


def _spelt(article: Reading, mark: Mark) -> bool:
    """Whether the article has the sibling's mark; a city is not there because its state is."""
    if mark.sort != "place":
        return mentions(article, mark.term, content=False)
    return any(
        same_name(mark.term, term)
        for terms in article.terms
        for term in terms
        if not term.side or term.lemmas & mark.term.lemmas
    )

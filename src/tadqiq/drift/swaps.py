"""M202, M203, M104, M303: a name, state, place, day or office in the stead of another.

Of one sort, the one in no sibling and the other, of an aligned sentence, nowhere in the article:
then one stands for the other, however else the sentence is put. Where both are known, the noun
that they belong to must be the same ("the minister of …"), and no sibling connect the two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..facts import Term
from ..model import Finding, Message, Severity, Span
from .align import Pair
from .departure import LEAST, Comparison, Proof, departure, joint, same_matter
from .names import mentions, same_name
from .reading import Reading, kept
from .stands import stands
from .theme import alike, shared, theme

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
_ANSWERS = frozenset({"office", "rank", "body"})
_NEEDS_MORE = {"rank": 1.5}  # theme
_MESSAGE = Message(
    "«{ours}» stands where its sibling {article} has «{theirs}»",
    "يرد هنا «{ours}»، وفي {article} «{theirs}»",
)


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """Something of a sort at a place of a sentence; ``key`` tells it from others of its sort."""

    sort: str
    key: str
    term: Term
    sentence: int
    place: int
    head: Term | None
    span: Span


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
    beside = [(pair, others) for pair in pairs if (others := _others(mark, pair))]
    if not beside:
        return
    unknown = not any(_mentioned(sibling, mark) for sibling in comparison.siblings)
    if not unknown and _settled(comparison, mark):
        return
    about = theme(article, mark.sentence, mark.place)
    against: dict[str, tuple[float, Pair, Mark]] = {}
    for pair, others in beside:
        sibling = pair.sibling
        for other in others:
            if not unknown and not _heads(mark, other):
                continue
            common = shared(about, theme(sibling, other.sentence, other.place))
            sure = _sure(article, mark, common, sibling, other, unknown)
            sure *= same_matter(pair, common)
            if sure > against.get(sibling.doc.id, (0.0,))[0]:
                against[sibling.doc.id] = (sure, pair, other)
    confidence = joint(sure for sure, _, _ in against.values())
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
            for other in _of_sort(sibling, mark.sort)
        )
    return known[key]


@kept
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
        return min(_MOST, _UNKNOWN + _BY_THEME * common + _BY_HEAD * heads)
    if not heads or common < _THEME:
        return 0.0
    near = any(same_name(t, other.term) for t in article.terms[mark.sentence])
    near = near or any(same_name(mark.term, t) for t in sibling.terms[other.sentence])
    return 0.0 if near else min(_MOST, _KNOWN + _BY_THEME * common)


def _absent(article: Reading, other: Mark) -> bool:
    """Whether the article has a sibling's mark nowhere; asked once."""
    known = _absences(article, 0)
    if other not in known:
        found = any(same(mine, other) for mine in _of_sort(article, other.sort))
        known[other] = not found and (other.sort in _ANSWERS or not _spelt(article, other))
    return known[other]


@kept
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
    others = _sorts_in(pair.sibling, pair.theirs).get(mark.sort, ())
    return tuple(other for other in others if not same(mark, other))


@kept
def _sorts_in(reading: Reading, sentence: int) -> Mapping[str, Sequence[Mark]]:
    """The marks of a sentence by their sort."""
    return _sorted(marks_in(reading, sentence))


def _sorted(found: Iterable[Mark]) -> Mapping[str, Sequence[Mark]]:
    by_sort: dict[str, list[Mark]] = defaultdict(list)
    for mark in found:
        by_sort[mark.sort].append(mark)
    return by_sort


def _of_sort(reading: Reading, sort: str) -> Sequence[Mark]:
    """The marks of one sort in a text."""
    return _by_sort(reading, 0).get(sort, ())


@kept
def _by_sort(reading: Reading, _: int) -> Mapping[str, Sequence[Mark]]:
    return _sorted(marks(reading))


def _mentioned(sibling: Reading, mark: Mark) -> bool:
    """Whether a sibling has the mark, as a mark or as a word."""
    if mark.sort in _ANSWERS:
        return any(same(mark, other) for other in _of_sort(sibling, mark.sort))
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


def same(one: Mark, other: Mark) -> bool:
    """Whether two marks are of the same thing."""
    if one.sort != other.sort:
        return False
    if one.sort in _ANSWERS:
        return one.key == other.key
    if one.key == other.key or bool(one.term.lemmas & other.term.lemmas):
        return True
    return one.sort != "place" and same_name(one.term, other.term)


def marks(reading: Reading) -> Iterator[Mark]:
    """Everything of a known sort in a text, in order."""
    for index in range(len(reading.terms)):
        yield from marks_in(reading, index)


@kept
def marks_in(reading: Reading, sentence: int) -> tuple[Mark, ...]:
    """Everything of a known sort in a sentence."""
    terms = reading.terms[sentence]
    script = reading.doc.profile.script
    found = [
        mark
        for place, term in enumerate(terms)
        if term.word.token.script == script
        for mark in _named(reading, sentence, place)
    ]
    for stand in stands(reading, sentence):
        head = _head(terms, stand.first)
        ministry = head is not None and _of_ministers(head)
        if stand.family == "title" and (stand.question != "office" or ministry):
            term, at = terms[stand.first], stand.first
            found.append(Mark(stand.question, stand.answer, term, sentence, at, head, stand.span))
    return tuple(found)


def _head(terms: Sequence[Term], place: int) -> Term | None:
    """The noun right before a word."""
    before = terms[place - 1] if place else None
    return before if before is not None and before.content else None


def _named(reading: Reading, index: int, place: int) -> Iterator[Mark]:
    terms, lexis = reading.terms[index], reading.lexis
    term, head = terms[place], _head(terms, place)
    if head is not None and head.side and head.side == term.side:
        return  # the second word of one name
    for table, sort in ((lexis.weekdays, "weekday"), (lexis.months, "month")):
        number = next((table[stem] for stem in sorted(term.word.stems) if stem in table), None)
        if number is not None:
            yield Mark(sort, str(number), term, index, place, head, term.span)
            return
    kinds = {hit.source.removeprefix("name:") for hit in term.readings}
    two = place + 1 < len(terms) and term.side and terms[place + 1].side == term.side
    city = (term.named and "city" in kinds) or (two and not _states(reading, terms, place))
    if term.side and not city:
        yield Mark("side", term.side, term, index, place, head, term.span)
    elif term.named or city:
        sort = "place" if city or kinds & {"city", "place"} else "person"
        yield Mark(sort, min(term.lemmas), term, index, place, head, term.span)


def _states(reading: Reading, terms: Sequence[Term], place: int) -> bool:
    """Whether a name of two words is a state's or body's own, not its capital's."""
    return terms[place].word.folded.startswith(reading.lexis.article)


def _of_ministers(head: Term) -> bool:
    return any(choice.answer in {"minister", "ministry"} for choice in head.choices)

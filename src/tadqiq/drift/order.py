"""M701: cause and effect exchanged; M702: before and after exchanged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..facts import Term, of_form
from ..model import Finding, Lexis, Message, Pos, Severity, Span
from .align import Pair
from .departure import LEAST, Comparison, Proof, departure, joint, same_matter
from .rarity import Rarity
from .reading import Reading, kept
from .stands import negators
from .theme import Theme, same, shared

_REACH = 9  # words on either side that say what comes first and what follows
_SIDE = 0.8  # what both halves must share at least with the other halves
_SURE = 0.8
_AFTER = 0.7  # where what is the cause here comes after its effect there
_HEADS = 4  # words after the mark of which one names the happening
_CAUSED = Message(
    "cause and effect are the other way round in {article}: «{theirs}»",
    "السبب والنتيجة معكوسان في {article}: «{theirs}»",
)
EXCHANGED = Message(
    "before and after are the other way round in {article}: «{theirs}»",
    "ترتيب الحدثين معكوس في {article}: «{theirs}»",
)
_MESSAGES = {"cause": _CAUSED, "time": EXCHANGED}
_CODES = {"cause": "M701", "time": "M702"}


@dataclass(frozen=True, slots=True)
class _Sequence:
    """``first`` brings about or precedes ``second``; ``forwards`` if it is told first."""

    kind: str
    first: Theme
    second: Theme
    forwards: bool
    span: Span
    quoted: bool


def order(comparison: Comparison) -> Iterator[Finding]:
    """Pairs of happenings that aligned sentences have in the opposite order, none in the same."""
    article = comparison.article
    for index in range(len(article.terms)):
        for ours in _sequences(article, index):
            for finding in _finding(comparison, ours, comparison.of(index)):
                if not _stated(comparison, ours):
                    yield finding


def _stated(comparison: Comparison, ours: _Sequence) -> bool:
    """Whether any sibling has the same order."""
    rarity = comparison.article.rarity
    return any(
        _straight(ours, theirs, rarity) > _crossed(ours, theirs, rarity)
        for sibling in comparison.siblings
        for index in range(len(sibling.terms))
        for theirs in _sequences(sibling, index)
    )


def _finding(comparison: Comparison, ours: _Sequence, pairs: Sequence[Pair]) -> Iterator[Finding]:
    rarity = comparison.article.rarity
    against: dict[str, tuple[Pair, _Sequence]] = {}
    for pair in pairs:
        for theirs in _sequences(pair.sibling, pair.theirs):
            comparable = ours.kind in {theirs.kind, "cause"}
            if comparable and theirs.quoted == ours.quoted and _exchanged(ours, theirs, rarity):
                against.setdefault(pair.sibling.doc.id, (pair, theirs))
    confidence = joint(
        same_matter(pair, _crossed(ours, theirs, rarity))
        * (_SURE if theirs.kind == ours.kind else _AFTER)
        for pair, theirs in against.values()
    )
    if not against or confidence < LEAST:
        return
    pair, theirs = next(iter(against.values()))
    yield departure(
        comparison.article,
        ours.span,
        code=_CODES[ours.kind],
        severity=Severity.CRITICAL,
        confidence=confidence,
        message=_MESSAGES[ours.kind].fill(
            theirs=pair.sibling.text(theirs.span), article=pair.sibling.doc.id
        ),
        proofs=[Proof(p.sibling, p.theirs, s.span, p.similarity) for p, s in against.values()],
    )


def _straight(ours: _Sequence, theirs: _Sequence, rarity: Rarity) -> float:
    return min(shared(ours.first, theirs.first, rarity), shared(ours.second, theirs.second, rarity))


def _crossed(ours: _Sequence, theirs: _Sequence, rarity: Rarity) -> float:
    return min(shared(ours.first, theirs.second, rarity), shared(ours.second, theirs.first, rarity))


def _exchanged(ours: _Sequence, theirs: _Sequence, rarity: Rarity) -> bool:
    if not (_among(ours, theirs) and _among(theirs, ours)):
        return False
    crossed = _crossed(ours, theirs, rarity)
    return crossed >= _SIDE and crossed > _straight(ours, theirs, rarity)


def _among(one: _Sequence, other: _Sequence) -> bool:
    """Whether what the one names after its mark is in the other's opposite half, so that both
    are of the same two happenings."""
    named, opposite = (one.second, other.first) if one.forwards else (one.first, other.second)
    heads = [t for t in named if not any(c.question == "span" for c in t.choices)][:_HEADS]
    return any(same(head, term) for head in heads for term in opposite)


@kept
def _sequences(reading: Reading, sentence: int) -> tuple[_Sequence, ...]:
    return tuple(_sequences_in(reading, sentence))


@of_form
def _orders(term: Term, lexis: Lexis) -> tuple[tuple[str, frozenset[str], bool], ...]:
    """What a word may join: the kind, the words that join so, whether what comes first is told
    first."""
    word = term.word
    causal, timed = word.stems | term.lemmas, {word.folded}
    return tuple(
        (kind, marks, forwards)
        for kind, marks, forwards, forms in (
            ("cause", lexis.causes, False, causal),
            ("cause", lexis.effects, True, causal),
            ("time", lexis.afters, False, timed),
            ("time", lexis.befores, True, timed),
        )
        if not marks.isdisjoint(forms)
    )


def _joins(reading: Reading, sentence: int, place: int, kind: str, marks: frozenset[str]) -> bool:
    """Whether a word says what brings about or precedes what; "a month before" today does not."""
    terms = reading.terms[sentence]
    if kind == "cause":
        return _causes(reading, sentence, place, marks)
    if denied_or_dated(reading, sentence, place):
        return False
    following = [after.word.folded for after in terms[place + 1 : place + 4]]
    spans = any(c.question == "span" for after in terms[place + 1 : place + 3]
                for c in after.choices)  # fmt: skip
    return not spans or any(form in reading.lexis.origins for form in following)


def _causes(reading: Reading, sentence: int, place: int, marks: frozenset[str]) -> bool:
    """Whether a word joins cause and effect: "the star", "by the score" are no "stems from"."""
    terms, lexis = reading.terms[sentence], reading.lexis
    term = terms[place]
    governed = place > 0 and (terms[place - 1].verb or not terms[place - 1].content)
    if marks is lexis.effects and governed and _noun(term):
        return False
    if any(clitic in lexis.definite for clitic, stem in term.word.parts if stem in marks):
        return False  # "the cause"
    wanted = lexis.led_causes.keys() & (term.word.stems | term.lemmas)
    if not wanted:
        return True
    following = terms[place + 1].word.folded if place + 1 < len(terms) else ""
    return any(following == lexis.led_causes[form] for form in wanted)


def _noun(term: Term) -> bool:
    """Whether a word may as well be a plain noun: "the cause of", "a boy"."""
    return any(hit.pos is Pos.NOUN and not (hit.masdar or hit.participle) for hit in term.readings)


def denied_or_dated(reading: Reading, sentence: int, place: int) -> bool:
    """Whether "before" or "after" orders no two happenings: a date or an hour follows it, or a
    negator stands before it in its clause ("not … before")."""
    terms, clauses, lexis = reading.terms[sentence], reading.clauses[sentence], reading.lexis
    if any(at < place and clauses[at] == clauses[place] for at in negators(reading, sentence)):
        return True
    after = next((term for term in terms[place + 1 : place + 3] if term.content), None)
    return after is not None and _dates(reading, sentence, after, lexis.months, lexis.weekdays)


def _dates(reading: Reading, sentence: int, term: Term, *calendars: Mapping[str, int]) -> bool:
    """Whether a word is a month, a weekday, a time of day or a number."""
    return (
        any(not term.word.stems.isdisjoint(calendar) for calendar in calendars)
        or any(choice.family == "time" for choice in term.choices)
        or any(one.span.overlap(term.span) for one in reading.quantities[sentence])
    )


def _sequences_in(reading: Reading, sentence: int) -> Iterator[_Sequence]:
    for place, term in enumerate(reading.terms[sentence]):
        for kind, marks, forwards in _orders(term, reading.lexis):
            if _joins(reading, sentence, place, kind, marks):
                parts = _parts(reading, sentence, place, forwards=forwards)
                if all(parts):
                    span = min(t.span for part in parts for t in part).cover(
                        max(t.span for part in parts for t in part)
                    )
                    yield _Sequence(kind, *parts, forwards, span, term.word.token.quoted)
                break


def _parts(reading: Reading, sentence: int, place: int, *, forwards: bool) -> tuple[Theme, Theme]:
    """What comes first and what follows, by the words before and after the mark; where a verb
    that opens a clause is the mark, what stands before and after its preposition."""
    terms, lexis = reading.terms[sentence], reading.lexis
    start, end = max(0, place - _REACH), min(len(terms), place + 1 + _REACH)
    before = Theme(t for t in terms[start:place] if t.content)
    verb = any(hit.pos is Pos.VERB for hit in terms[place].readings)
    clauses = reading.clauses[sentence]
    opens = not before or clauses[place] != clauses[place - 1]
    if forwards and verb and opens:
        led = (at for at in range(place + 2, end) if terms[at].word.folded in lexis.led)
        start, at = place + 1, next(led, place)
        named = Theme(t for t in terms[start:at] if t.content)
        if named or not before:  # else "that" has brought it about, which is told before
            before, place = named, at
            end = min(len(terms), place + 1 + _REACH)
    after = Theme(t for t in terms[place + 1 : end] if t.content)
    return (before, after) if forwards else (after, before)

"""Who acts and who is acted on, read off word order and prepositions, whatever the predicate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..facts import Term, of_form
from ..model import Lexis, Pos, Span
from .reading import Reading, kept
from .stands import may_be_verb
from .theme import Theme

_LONGEST = 5  # words of a noun phrase
_FAR = 9  # words between the two who take part
_BEFORE, _AFTER = 3, 3  # words around them that say what happens
_PERSONAL = frozenset({"title", "speaker"})
_NOMINAL = frozenset({Pos.NOUN, Pos.ADJECTIVE, Pos.NAME, Pos.NUMERAL})


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """A noun phrase for somebody: the names and states by which it is known, or else its head;
    ``mark`` is how it is tied to the predicate: "", from, to, by, on or other."""

    first: int
    last: int
    strong: frozenset[str]
    weak: frozenset[str]
    mark: str

    def matches(self, other: Mention) -> bool:
        """Whether both may be the same party."""
        if self.strong and other.strong:
            return not self.strong.isdisjoint(other.strong)
        return not self.weak.isdisjoint(other.weak)


@dataclass(frozen=True, slots=True, eq=False)
class Direction:
    """``agent`` does to ``patient`` what ``words`` tell of."""

    agent: Mention
    patient: Mention
    words: Theme
    span: Span
    quoted: bool

    @property
    def named(self) -> int:
        """How many of the two are known by name."""
        return bool(self.agent.strong) + bool(self.patient.strong)

    def straight(self, other: Direction) -> bool:
        return self.agent.matches(other.agent) and self.patient.matches(other.patient)

    def crossed(self, other: Direction) -> bool:
        across = self.agent.matches(other.patient) and self.patient.matches(other.agent)
        return across and not self.straight(other)


@kept
def directions(reading: Reading, sentence: int) -> tuple[Direction, ...]:
    """Every act of a sentence that two parties take part in."""
    found = tuple(_mentions(reading, sentence))
    clauses = reading.clauses[sentence]
    return tuple(
        direction
        for place, one in enumerate(found)
        for two in found[place + 1 : place + 3]
        if two.first - one.last <= _FAR and clauses[one.first] == clauses[two.first]
        for direction in _directed(reading, sentence, one, two)
        if not one.matches(two)
    )


def _directed(reading: Reading, sentence: int, one: Mention, two: Mention) -> Iterator[Direction]:
    terms, lexis = reading.terms[sentence], reading.lexis
    start = max(0, one.first - _BEFORE)
    between = terms[one.last + 1 : two.first]
    before = [*terms[start : one.first], *between]
    verbs = [term for term in before if may_be_verb(term, lexis)]
    if any(_opens(term, lexis) for term in between) or len({*verbs} & {*between}) > 1:
        return
    if any(term.word.stems & lexis.mutual for term in before):
        return
    inverse = any(term.lemmas & lexis.inverse for term in before)
    order = _order(
        one.mark, two.mark, bool(verbs), inverse, any(_asks(term, lexis) for term in before)
    )
    if not order:
        return
    agent, patient = (one, two) if order > 0 else (two, one)
    inside = {*range(one.first, one.last + 1), *range(two.first, two.last + 1)}
    end = min(len(terms), two.last + 1 + _AFTER)
    around = (terms[at] for at in range(start, end) if at not in inside)
    words = Theme(term for term in around if _predicate(term, lexis))
    low = start if verbs and one.first - start <= _BEFORE else one.first
    low = next((at for at in range(low, one.first) if terms[at] in verbs), one.first)
    yield Direction(
        agent,
        patient,
        words,
        terms[low].span.cover(terms[two.last].span),
        terms[one.first].word.token.quoted,
    )


@of_form
def _predicate(term: Term, lexis: Lexis) -> bool:
    """Whether a word tells what happens."""
    acts = any(hit.pos is Pos.VERB or hit.masdar for hit in term.readings)
    known = any(hit.pos is Pos.NOUN for hit in term.readings) and bool(term.groups)
    return term.content and (acts or known) and not term.lemmas & lexis.light


@of_form
def _opens(term: Term, lexis: Lexis) -> bool:
    """Whether a word opens a statement of its own."""
    relative = bool(term.readings) and all(hit.pos is Pos.RELATIVE for hit in term.readings)
    return relative or term.word.folded in lexis.complements


def _order(one: str, two: str, verb: bool, inverse: bool, asks: bool) -> int:
    """1 if the first acts on the second, -1 if the other way round, 0 if it is not clear."""
    plain = -1 if inverse else 1
    if one in {"from", "to"}:
        return {("from", "to"): 1, ("to", "from"): -1}.get((one, two), 0)
    if one == "of":
        return plain if two in {"on", "to"} and not inverse else 0
    if one:
        return 0
    told = {"by": -1, "from": -1 if inverse else int(asks), "on": plain, "to": plain}
    return told.get(two, plain if verb and not two else 0)


@of_form
def _asks(term: Term, lexis: Lexis) -> bool:
    """Whether a verb is one of asking or taking, whose "from" marks the one who is asked."""
    return any(
        term.word.stems & action.words for action in lexis.actions if action.marks & lexis.origins
    )


def _mentions(reading: Reading, sentence: int) -> Iterator[Mention]:
    terms = reading.terms[sentence]
    place = 0
    while place < len(terms):
        if not _party(terms[place], reading.lexis) or (
            place and _qualifies(reading, *terms[place - 1 : place + 1])
        ):
            place += 1
            continue
        last = place
        while last + 1 < len(terms) and _continues(reading, terms, place, last):
            last += 1
        yield _mention(reading, terms, place, last)
        place = last + 1


@of_form
def _party(term: Term, _: Lexis) -> bool:
    """Whether a word may open a phrase for somebody."""
    if not term.content or term.verb:
        return False
    human = any(hit.human and hit.pos is Pos.NOUN for hit in term.readings)
    known = any(choice.family in _PERSONAL for choice in term.choices)
    return bool(term.side or term.named or human or known or not term.readings)


def _qualifies(reading: Reading, before: Term, term: Term) -> bool:
    """Whether a word is the adjective of the noun before it: "the medical examination"."""
    definite = term.word.bare != term.word.folded and before.word.bare != before.word.folded
    noun = before.content and not (before.verb or before.named or before.side or term.side)
    return definite and noun and _adjective(term) and reading.adjacent(before.word, term.word)


def _continues(reading: Reading, terms: Sequence[Term], first: int, last: int) -> bool:
    """Whether the next word belongs to the same phrase."""
    before, term = terms[last], terms[last + 1]
    if last - first + 1 >= _LONGEST or not reading.adjacent(before.word, term.word):
        return False
    if not term.content or term.verb or _clitic(term, reading.lexis):
        return False
    adjective = _adjective(term)
    closed = before.word.bare != before.word.folded or before.named or bool(before.side)
    if _state(term):
        return before.side == term.side or not closed
    if term.named or not term.readings:
        return not (before.side and not _adjective(before)) or not before.readings
    nominal = any(hit.pos in _NOMINAL for hit in term.readings)
    definite = term.word.bare != term.word.folded
    return nominal and (not closed or (adjective and (definite or not before.named)))


def _state(term: Term) -> bool:
    """Whether a word names a state, and does not say of which state something is."""
    article = any(hit.nisba and hit.state == "d" for hit in term.readings)
    return bool(term.side) and not article and any(hit.pos is Pos.NAME for hit in term.readings)


def _adjective(term: Term) -> bool:
    return any(hit.pos is Pos.ADJECTIVE for hit in term.readings)


def _mention(reading: Reading, terms: Sequence[Term], first: int, last: int) -> Mention:
    parts = terms[first : last + 1]
    own = [term for term in parts if not term.side and (term.named or not term.readings)]
    strong = {f"@{name}" for term in own for name in term.names}
    strong |= {f"={lemma}" for term in own for lemma in term.lemmas}
    strong |= {f"#{term.side}" for term in parts if term.side}
    weak = {key for key in terms[first].keys if key[0] in "=~"}
    while own and parts[0] in own and first and _owns(terms[first - 1], reading.lexis):
        first -= 1  # what kind of thing bears the name
    mark = _mark(reading, terms, first)
    return Mention(first, last, frozenset(strong), frozenset(weak), mark)


@of_form
def _clitic(term: Term, lexis: Lexis) -> str:
    """The preposition or conjunction written onto a word."""
    found = {hit.proclitics[0] for hit in term.readings if hit.proclitics} - {lexis.article}
    return min(found, default="")


def _mark(reading: Reading, terms: Sequence[Term], first: int) -> str:
    """How a phrase is tied to what is before it."""
    lexis, clitic = reading.lexis, _clitic(terms[first], reading.lexis)
    before = [term.word.folded for term in terms[max(0, first - 2) : first]]
    if " ".join(before) in lexis.agents:
        return "by"
    if clitic in lexis.joiners:
        return "" if first == 0 else "other"
    word = clitic or (before[-1] if before else "")
    marks = {"from": lexis.origins, "to": lexis.towards, "on": lexis.against}
    own = "of" if first and _owns(terms[first - 1], lexis) else ""
    other = "other" if clitic or word in lexis.relations else own
    return next((mark for mark, words in marks.items() if word in words), other)


@of_form
def _owns(term: Term, lexis: Lexis) -> bool:
    """Whether a noun may own the next: "the coast of", "the attack of"."""
    verbal = may_be_verb(term, lexis) and not any(hit.masdar for hit in term.readings)
    definite = term.word.bare != term.word.folded
    name = term.named or bool(term.side)
    return (
        term.content
        and not (verbal or definite or name)
        and any(hit.pos in _NOMINAL for hit in term.readings)
    )

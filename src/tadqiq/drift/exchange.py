"""M302: two participants stand in each other's place beside the same verb.

No list of verbs and no names are needed: where two sentences speak of the same thing with
the same word, and two nouns beside it have changed places, who does it has changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..facts import Word
from ..model import Finding, Lexis, Message, Severity, Span
from .align import Pair
from .departure import LEAST, Comparison, Proof, departure, joint
from .reading import Reading

_CODE = "M302"
_SURELY_ALIGNED = 0.7
_SURE = 0.8  # that an exchange of places is one of roles, where the sentences are aligned
_REACH = 5  # words after the verb in which its participants stand
_BEFORE = 3  # words before it
_SHORTEST = 3  # letters of a participant
_MESSAGE = Message(
    "«{first}» and «{second}» have changed places against {article}",
    "تبادل «{first}» و«{second}» موضعيهما مقارنةً بـ{article}",
)


@dataclass(frozen=True, slots=True)
class _Act:
    """``first`` does ``verb`` to ``second``, which ``mark`` governs ("" for none).

    ``inflected`` says that the verb's form can hardly be a noun's.
    """

    verb: str
    first: Word
    second: Word
    mark: str
    span: Span
    inflected: bool

    @property
    def stated(self) -> tuple[str, str, str, str]:
        return self.verb, self.mark, self.first.bare, self.second.bare

    @property
    def exchanged(self) -> tuple[str, str, str, str]:
        return self.verb, self.mark, self.second.bare, self.first.bare


def exchange(comparison: Comparison) -> Iterator[Finding]:
    """Acts of which an aligned sentence has the participants exchanged, and none the same."""
    if not comparison.article.lexis.suffixes:
        return
    siblings = [
        sibling
        for sibling in comparison.siblings
        if sibling.doc.lang == comparison.article.doc.lang
    ]
    said = {
        act.stated
        for sibling in siblings
        for words in sibling.words
        for act in _acts(sibling, words)
    }
    for index, words in enumerate(comparison.article.words):
        for act in _acts(comparison.article, words):
            if act.stated not in said and act.exchanged in said:
                found = tuple(_finding(comparison, index, act))
                yield from found
                if found:
                    break


def _finding(comparison: Comparison, index: int, act: _Act) -> Iterator[Finding]:
    against: dict[str, tuple[Pair, _Act]] = {}
    for pair in comparison.of(index):
        if pair.confidence < _SURELY_ALIGNED:
            continue
        for theirs in _acts(pair.sibling, pair.sibling.words[pair.theirs]):
            if theirs.stated == act.exchanged and (act.inflected or theirs.inflected):
                against.setdefault(pair.sibling.doc.id, (pair, theirs))
    confidence = joint(pair.confidence * _SURE for pair, _ in against.values())
    if against and confidence >= LEAST:
        first, _ = next(iter(against.values()))
        yield departure(
            comparison.article,
            act.span,
            code=_CODE,
            severity=Severity.CRITICAL,
            confidence=confidence,
            message=_MESSAGE.fill(
                first=act.first.token.text,
                second=act.second.token.text,
                article=first.sibling.doc.id,
            ),
            proofs=[
                Proof(pair.sibling, pair.theirs, theirs.span, pair.similarity)
                for pair, theirs in against.values()
            ],
        )


def _acts(reading: Reading, words: Sequence[Word]) -> Iterator[_Act]:
    lexis = reading.lexis
    marks = {mark for action in lexis.actions for mark in action.marks}
    for place, word in enumerate(words):
        verb = _core(word, lexis)
        if len(verb) < _SHORTEST or not _content(word, lexis) or word.stems & lexis.mutual:
            continue
        verbal = _inflected(word, lexis)
        after = list(_participants(reading, words, place, marks))
        pairs = [(one, two) for at, one in enumerate(after) for two in after[at + 1 :]]
        agents = [(before, "") for before in _preceding(reading, words, place, marks)]
        pairs += [(agent, other) for agent in agents for other in after]
        for (first, mark), (second, other_mark) in pairs:
            if not mark and first.bare != second.bare:
                start, end = min(word.span, first.span), max(word.span, second.span)
                yield _Act(verb, first, second, other_mark, start.cover(end), verbal)


def _participants(
    reading: Reading, words: Sequence[Word], place: int, marks: set[str]
) -> Iterator[tuple[Word, str]]:
    """The nouns after a verb within its clause, each with the preposition that governs it."""
    mark, last = "", words[place]
    for word in words[place + 1 : place + 1 + _REACH]:
        if not reading.adjacent(last, word) or _joined(word, reading.lexis):
            return
        last = word
        if word.folded in marks:
            mark = word.folded
            continue
        if word.folded in reading.lexis.functions or word.folded in reading.lexis.relations:
            return
        clitic = next((c for c, _ in word.parts if c in marks), "")
        if _content(word, reading.lexis):
            yield word, mark or (clitic if clitic else "")


def _preceding(
    reading: Reading, words: Sequence[Word], place: int, marks: set[str]
) -> Iterator[Word]:
    """The nouns right before a verb that no preposition governs."""
    run: list[Word] = []
    for at in range(place - 1, max(-1, place - 1 - _BEFORE), -1):
        word = words[at]
        if not reading.adjacent(word, words[at + 1]) or word.folded in reading.lexis.functions:
            break
        run.append(word)
    before = words[place - len(run) - 1] if place > len(run) else None
    governed = before is not None and (
        before.folded in marks or before.folded in reading.lexis.relations
    )
    if not governed:
        yield from (word for word in run if _content(word, reading.lexis))


def _inflected(word: Word, lexis: Lexis) -> bool:
    """Whether a word is a known verb, or has an ending or a prefix that only verbs have."""
    if any(not action.nominal and word.stems & action.words for action in lexis.actions):
        return True
    form = next((stem for clitic, stem in word.parts if clitic in lexis.joiners), word.folded)
    if lexis.article and form.startswith(lexis.article):
        return False
    prefixed = form.startswith(lexis.verbal_prefixes) and len(form) > _SHORTEST + 1
    suffixed = form.endswith(lexis.verbal_suffixes) and not form.endswith(lexis.nominal_suffixes)
    return prefixed or (suffixed and len(form) > _SHORTEST + 1)


def _joined(word: Word, lexis: Lexis) -> bool:
    """Whether the word may be coordinated with the one before: both then play one role."""
    return any(clitic in lexis.joiners and len(stem) > _SHORTEST for clitic, stem in word.parts)


def _content(word: Word, lexis: Lexis) -> bool:
    if len(word.bare) < _SHORTEST or word.folded in lexis.functions:
        return False
    return word.folded not in lexis.titles and word.folded not in lexis.weekdays


def _core(word: Word, lexis: Lexis) -> str:
    """A verb without what inflects it; any other word comes out shortened alike everywhere."""
    form = next((stem for clitic, stem in word.parts if clitic in lexis.joiners), word.folded)
    for prefix in lexis.prefixes:
        if form.startswith(prefix) and len(form) - len(prefix) >= _SHORTEST:
            form = form.removeprefix(prefix)
            break
    for suffix in lexis.suffixes:
        if form.endswith(suffix) and len(form) - len(suffix) >= _SHORTEST:
            return form.removesuffix(suffix)
    return form

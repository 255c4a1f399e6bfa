"""Wrong senses of a whole article: what one sentence shows, the others and the siblings confirm.

A word keeps its sense through a discourse (Gale, Church and Yarowsky 1992), a topic shows in
words far apart, and siblings say the same thing with the right word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property

from ....model import Document, Evidence, Sentence, record
from ...shared.forms import forms_of
from .entries import Entry
from .lexicon import Lexicon
from .match import SenseCandidate, candidate, matches_in
from .misplaced import misplaced
from .row import Row, joined_blockers
from .source import Confusion
from .terms import key, stems

_DECISIVE, _COLLOCATES, _DISCOURSE, _TOPIC, _SIBLING = 0.92, 0.8, 0.78, 0.72, 0.85
_TOPIC_HINTS = 4  # words of the right sense's setting, anywhere in the article
_SHARED_WORDS = 5  # stems that make a sibling's sentence speak of the same
_SHORTEST_CONTENT = 4  # letters


@record
class Confused:
    """A word in a wrong sense: where, which confusion, how sure, and what a sibling says."""

    sentence: Sentence
    index: int
    confusion: Confusion
    confidence: float
    evidence: tuple[Evidence, ...] = ()


def confused(doc: Document, siblings: Sequence[Document], lexicon: Lexicon) -> list[Confused]:
    """The wrong senses of ``doc`` in order of place, one at most for a word."""
    found: dict[tuple[int, int], Confused] = {}
    rows = [(sentence, Row(forms_of(doc, sentence), lexicon)) for sentence in doc.native]
    for one in _by_sentence(rows):
        found.setdefault(_place(one), one)
    settled = {one.confusion for one in found.values() if one.confidence >= _DECISIVE}
    scene = _Scene(rows, siblings)
    bits = lexicon.entries.bits(settled)
    for sentence, case, bit in _open_cases(rows, bits, frozenset(found)):
        weighed = _weigh(sentence, case, bit, settled, scene)
        if weighed:
            found.setdefault(_place(weighed), weighed)
    for thing in misplaced(rows):
        one = Confused(thing.sentence, thing.index, thing.confusion, thing.confidence)
        found.setdefault(_place(one), one)
    return [found[place] for place in sorted(found)]


def _open_cases(
    rows: Sequence[tuple[Sentence, Row]],
    settled: int,
    found: Set[tuple[int, int]],
) -> Iterator[tuple[Sentence, SenseCandidate, int]]:
    """The renderings not ``found`` wrong that something beyond their sentence may decide, each
    with the bit of its confusion."""
    for sentence, row in rows:
        for at, possible in row.hinted(settled):
            if (sentence.span.start, row.places[at]) in found:
                continue
            around = row.around(at)
            for bit, confusion in possible:
                if not (bit & settled or row.hinting(around, bit)):
                    continue
                case = candidate(row, at, confusion, bit)
                if case is not None:
                    yield sentence, case, bit


def _place(one: Confused) -> tuple[int, int]:
    return (one.sentence.span.start, one.index)


def _by_sentence(rows: Sequence[tuple[Sentence, Row]]) -> Iterator[Confused]:
    for sentence, row in rows:
        for match in matches_in(row):
            sure = _DECISIVE if match.decisive else _COLLOCATES
            yield Confused(sentence, match.index, match.confusion, sure)


class _Scene:
    """What the whole article and its siblings are about, by words and stems."""

    def __init__(self, rows: Sequence[tuple[Sentence, Row]], siblings: Sequence[Document]) -> None:
        self._rows = rows
        self._siblings = siblings
        self._topical: dict[int, bool] = {}

    @cached_property
    def said(self) -> frozenset[Entry]:
        """Every word of the article, once."""
        return frozenset().union(*[row.said for _, row in self._rows])

    @cached_property
    def blocked(self) -> int:
        """The confusions of which a blocker stands in the article."""
        return joined_blockers(self.said)

    @cached_property
    def _near(self) -> list[Entry]:
        """The words of the article that are a collocate of anything."""
        return [entry for entry in self.said if entry.near]

    @cached_property
    def told(self) -> tuple[tuple[Document, Sentence, frozenset[str]], ...]:
        """Every sentence of the siblings with its stems."""
        return tuple(
            (sibling, sentence, _stems_of(sentence))
            for sibling in self._siblings
            for sentence in sibling.native
        )

    def on_topic(self, confusion: Confusion, bit: int) -> bool:
        """Whether the article has enough of the right sense's setting, and nothing against it."""
        known = self._topical.get(bit)
        if known is None:
            known = not self.blocked & bit and self._hints(confusion, bit) >= _TOPIC_HINTS
            self._topical[bit] = known
        return known

    def _hints(self, confusion: Confusion, bit: int) -> int:
        """How many of the confusion's collocates the article has."""
        near = confusion.clues.near
        words = [entry.word for entry in self._near if entry.near & bit]
        return len({near[stem] for word in words for stem in stems(word) & near.keys()})

    def witnesses(self, sentence: Sentence, confusion: Confusion) -> tuple[Evidence, ...]:
        """Sentences of siblings that speak of the same with the right word, where no sibling
        uses the wrong one."""
        wrong = frozenset(confusion.rendering.keys)
        if any(wrong & said for _, _, said in self.told):
            return ()
        right = frozenset(form for fix in confusion.fixes for form in fix.keys)
        ours = _content(_stems_of(sentence))
        found = [
            Evidence(sibling.id, told.span, told.span.of(sibling.text), share)
            for sibling, told, said in self.told
            if right & said and (share := _share(ours, _content(said)))
        ]
        return tuple(sorted(found, key=lambda one: (-one.similarity, one.article))[:2])


def _weigh(
    sentence: Sentence,
    case: SenseCandidate,
    bit: int,
    settled: Set[Confusion],
    scene: _Scene,
) -> Confused | None:
    confusion = case.confusion
    if confusion in settled:
        return Confused(sentence, case.index, confusion, _DISCOURSE)
    if not case.hints:
        return None
    # Siblings choose other words by right: their word tells only where the sentence hints at
    # the other sense, and the article has shown that it confuses senses.
    witnesses = scene.witnesses(sentence, confusion) if settled else ()
    if witnesses:
        return Confused(sentence, case.index, confusion, _SIBLING, witnesses)
    if scene.on_topic(confusion, bit):
        return Confused(sentence, case.index, confusion, _TOPIC)
    return None


def _stems_of(sentence: Sentence) -> frozenset[str]:
    return frozenset().union(*[stems(token.folded) for token in sentence.words])


def _content(found: Iterable[str]) -> frozenset[str]:
    return frozenset(key(stem) for stem in found if len(stem) >= _SHORTEST_CONTENT)


def _share(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """The share of the shorter sentence's content that both have; 0 below five stems."""
    common = len(ours & theirs)
    return common / min(len(ours), len(theirs)) if common >= _SHARED_WORDS else 0.0

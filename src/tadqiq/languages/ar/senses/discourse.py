"""Wrong senses of a whole article: what one sentence shows, the others and the siblings confirm.

A word keeps its sense through a discourse (Gale, Church and Yarowsky 1992), a topic shows in
words far apart, and siblings say the same thing with the right word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ....model import Document, Evidence, Sentence
from .lexicon import Confusion, Lexicon
from .match import SenseCandidate, candidates, matches
from .terms import key, stems

_DECISIVE, _COLLOCATES, _DISCOURSE, _TOPIC, _SIBLING = 0.92, 0.8, 0.78, 0.72, 0.85
_TOPIC_HINTS = 4  # words of the right sense's setting, anywhere in the article
_SHARED_WORDS = 5  # stems that make a sibling's sentence speak of the same
_SHORTEST_CONTENT = 4  # letters


@dataclass(frozen=True, slots=True)
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
    for one in _by_sentence(doc, lexicon):
        found.setdefault(_place(one), one)
    open_cases = [
        (sentence, case)
        for sentence in doc.native
        for case in candidates(_words(sentence), lexicon)
        if (sentence.span.start, case.index) not in found
    ]
    if open_cases:
        settled = {id(one.confusion) for one in found.values() if one.confidence >= _DECISIVE}
        scene = _Scene(doc, siblings)
        for sentence, case in open_cases:
            weighed = _weigh(sentence, case, settled, scene)
            if weighed:
                found.setdefault(_place(weighed), weighed)
    return [found[place] for place in sorted(found)]


def _place(one: Confused) -> tuple[int, int]:
    return (one.sentence.span.start, one.index)


def _words(sentence: Sentence) -> list[str]:
    return [token.folded for token in sentence.tokens]


def _by_sentence(doc: Document, lexicon: Lexicon) -> Iterator[Confused]:
    for sentence in doc.native:
        for match in matches(_words(sentence), lexicon):
            sure = _DECISIVE if match.decisive else _COLLOCATES
            yield Confused(sentence, match.index, match.confusion, sure)


class _Scene:
    """What the whole article and its siblings are about, by stems."""

    def __init__(self, doc: Document, siblings: Sequence[Document]) -> None:
        self._doc = doc
        self._siblings = siblings

    @cached_property
    def stems(self) -> frozenset[str]:
        """Of every word of the article."""
        return frozenset(
            stem for token in self._doc.tokens() if token.is_word for stem in stems(token.folded)
        )

    @cached_property
    def told(self) -> tuple[tuple[Document, Sentence, frozenset[str]], ...]:
        """Every sentence of the siblings with its stems."""
        return tuple(
            (sibling, sentence, _stems_of(sentence))
            for sibling in self._siblings
            for sentence in sibling.native
        )

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
    sentence: Sentence, case: SenseCandidate, settled: set[int], scene: _Scene
) -> Confused | None:
    confusion = case.confusion
    if id(confusion) in settled:
        return Confused(sentence, case.index, confusion, _DISCOURSE)
    if not case.hints:
        return None
    # Siblings choose other words by right: their word tells only where the sentence hints at
    # the other sense, and the article has shown that it confuses senses.
    witnesses = scene.witnesses(sentence, confusion) if settled else ()
    if witnesses:
        return Confused(sentence, case.index, confusion, _SIBLING, witnesses)
    if _on_topic(confusion, scene):
        return Confused(sentence, case.index, confusion, _TOPIC)
    return None


def _on_topic(confusion: Confusion, scene: _Scene) -> bool:
    if confusion.clues.blockers.keys() & scene.stems:
        return False
    near = confusion.clues.near
    return len({near[stem] for stem in near.keys() & scene.stems}) >= _TOPIC_HINTS


def _stems_of(sentence: Sentence) -> frozenset[str]:
    return frozenset(stem for token in sentence.words for stem in stems(token.folded))


def _content(found: Iterable[str]) -> frozenset[str]:
    return frozenset(key(stem) for stem in found if len(stem) >= _SHORTEST_CONTENT)


def _share(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """The share of the shorter sentence's content that both have; 0 below five stems."""
    common = len(ours & theirs)
    return common / min(len(ours), len(theirs)) if common >= _SHARED_WORDS else 0.0

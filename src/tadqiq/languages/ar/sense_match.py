"""Where a rendering of one sense stands in another sense's context."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .sense_terms import Element, Frame, Terms, bare, stems
from .senses import Confusion, Lexicon

WINDOW = 12
"""How many words to either side collocates and blockers are looked for."""

_QUOTES = frozenset("\"'“”„«»‘’()[]")
_STOPS = frozenset("،,؛;:.!?؟…-–—")


@dataclass(frozen=True, slots=True)
class SenseMatch:
    """A wrong sense at word ``index``; ``evidence`` are the indices of the words that tell.

    ``decisive`` if a frame matched, else it rests on collocates.
    """

    confusion: Confusion
    index: int
    evidence: tuple[int, ...]
    decisive: bool


@dataclass(frozen=True, slots=True)
class _Row:
    """The words of a sentence without quote marks, each with its place in the sentence."""

    words: tuple[str, ...]
    places: tuple[int, ...]


def matches(words: Sequence[str], lexicon: Lexicon) -> Iterator[SenseMatch]:
    """Every wrong sense in one sentence, given as its token texts, punctuation included.

    Where several confusions hold at one word, a decisive one comes first.
    """
    kept = [place for place, word in enumerate(words) if word not in _QUOTES]
    row = _Row(tuple(words[place] for place in kept), tuple(kept))
    for at, word in enumerate(row.words):
        found: list[SenseMatch] = []
        seen: set[int] = set()
        for stem in stems(word):
            for confusion in lexicon.by_form.get(stem, ()):
                if id(confusion) in seen:
                    continue
                seen.add(id(confusion))
                match = _judge(row, at, confusion)
                if match:
                    found.append(match)
        yield from sorted(found, key=lambda match: (not match.decisive, match.confusion.origin))


def _judge(row: _Row, at: int, confusion: Confusion) -> SenseMatch | None:
    for frame in confusion.frames:
        evidence = _framed(row, at, frame, confusion)
        if evidence is not None:
            return _match(row, at, confusion, evidence, decisive=True)
    if not (confusion.guarded or confusion.near):
        return None
    low, high = max(0, at - WINDOW), min(len(row.words), at + WINDOW + 1)
    around = [place for place in range(low, high) if place != at]
    if any(stems(row.words[place]) & confusion.blockers.keys() for place in around):
        return None
    for frame in confusion.guarded:
        evidence = _framed(row, at, frame, confusion)
        if evidence is not None:
            return _match(row, at, confusion, evidence, decisive=True)
    near = _collocates(row, around, confusion.near)
    if confusion.near and len(near) >= confusion.needed:
        return _match(row, at, confusion, near, decisive=False)
    return None


def _match(
    row: _Row, at: int, confusion: Confusion, evidence: Sequence[int], *, decisive: bool
) -> SenseMatch:
    places = tuple(sorted(row.places[place] for place in evidence))
    return SenseMatch(confusion, row.places[at], places, decisive)


def _collocates(row: _Row, around: Sequence[int], near: Terms) -> list[int]:
    """One word for every collocate found; two forms of a collocate count once."""
    found: dict[str, int] = {}
    for place in around:
        for stem in stems(row.words[place]) & near.keys():
            if near[stem] not in found:
                found[near[stem]] = place
                break
    return list(found.values())


def _framed(row: _Row, at: int, frame: Frame, confusion: Confusion) -> list[int] | None:
    if frame.slot.prefixes:
        wanted = {pre + form for pre in frame.slot.prefixes for form in confusion.rendering.keys}
        if wanted.isdisjoint(stems(row.words[at])):
            return None
    if frame.slot.exact and any(form.startswith(("ال", "لل")) for form in bare(row.words[at])):
        return None
    before = _walk(row, at - 1, -1, frame.before)
    if before is None:
        return None
    after = _walk(row, at + 1, 1, frame.after)
    return None if after is None else before + after


def _walk(row: _Row, at: int, step: int, elements: Sequence[Element]) -> list[int] | None:
    """The places that the elements match, going outwards from the rendering."""
    if not elements:
        return []
    first, rest = elements[0], elements[1:]
    if first.gap:
        for skip in range(first.gap + 1):
            passed = range(at, at + step * skip, step)
            if any(not _inside(row, place) for place in passed):
                return None
            found = _walk(row, at + step * skip, step, rest)
            if found is not None:
                return found
        return None
    if not _inside(row, at) or not _fits(row.words[at], first):
        return None
    found = _walk(row, at + step, step, rest)
    return None if found is None else [at, *found]


def _inside(row: _Row, place: int) -> bool:
    return 0 <= place < len(row.words) and row.words[place] not in _STOPS


def _fits(word: str, element: Element) -> bool:
    if element.number and word[0].isdigit():
        return True
    return not element.forms.isdisjoint(bare(word) if element.exact else stems(word))

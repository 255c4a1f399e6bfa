"""Where a rendering of one sense stands in another sense's context."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from ....model import record
from .lexicon import Lexicon
from .row import Row
from .source import Confusion
from .terms import Element, Frame, Terms, bare, stems

_STOPS = frozenset("،,؛;:.!?؟…-–—")


@record
class SenseMatch:
    """A wrong sense at word ``index``; ``evidence`` are the indices of the words that tell.

    ``decisive`` if a frame matched, else it rests on collocates.
    """

    confusion: Confusion
    index: int
    evidence: tuple[int, ...]
    decisive: bool


@record
class SenseCandidate:
    """A rendering at word ``index`` that may stand for the wrong sense, with nothing near that
    speaks for it; ``hints`` are the indices of words that speak for the other sense.

    No finding by itself: for rules that have siblings or embeddings to weigh it with.
    """

    confusion: Confusion
    index: int
    hints: tuple[int, ...]


def matches(words: Sequence[str], lexicon: Lexicon) -> Iterator[SenseMatch]:
    """Every wrong sense in one sentence, given as its token texts, punctuation included.

    Where several confusions hold at one word, a decisive one comes first.
    """
    return matches_in(Row(words, lexicon))


def matches_in(row: Row) -> Iterator[SenseMatch]:
    """The same for a row."""
    for at, possible in row.cued():
        found = [match for bit, one in possible if (match := _judge(row, at, one, bit))]
        if found:
            found.sort(key=lambda match: (not match.decisive, match.confusion.origin))
            yield from found


def candidates(words: Sequence[str], lexicon: Lexicon) -> Iterator[SenseCandidate]:
    """Every rendering in one sentence that could be a wrong sense: many more than match."""
    row = Row(words, lexicon)
    for at, possible in row.risks:
        for confusion in possible:
            case = candidate(row, at, confusion, lexicon.entries.bits([confusion]))
            if case is not None:
                yield case


def candidate(row: Row, at: int, confusion: Confusion, bit: int) -> SenseCandidate | None:
    """The rendering at ``at``, if nothing near speaks for it; ``bit`` is the confusion's."""
    if row.is_blocked(at, bit):
        return None
    hints = tuple([row.places[place] for place in row.hinting(row.around(at), bit)])
    return SenseCandidate(confusion, row.places[at], hints)


def blocked(row: Row, around: Sequence[int], confusion: Confusion) -> bool:
    """Whether a word at one of ``around`` speaks for the rendering as it stands."""
    blockers = confusion.clues.blockers.keys()
    if blockers.isdisjoint(row.cues):
        return False
    return any(stems(row.words[place]) & blockers for place in around)


def _judge(row: Row, at: int, confusion: Confusion, bit: int) -> SenseMatch | None:
    clues = confusion.clues
    cued = row.is_cued(at, clues.reach, bit)
    if not (cued or row.is_collocated(bit)) or row.is_blocked(at, bit):
        return None
    for frame in clues.frames if cued else ():
        evidence = _framed(row, at, frame, confusion)
        if evidence is not None:
            return _match(row, at, confusion, evidence, decisive=True)
    if row.is_collocated(bit):
        near = _collocates(row, row.around(at), clues.near)
        if len(near) >= clues.needed:
            return _match(row, at, confusion, near, decisive=False)
    return None


def _match(
    row: Row, at: int, confusion: Confusion, evidence: Sequence[int], *, decisive: bool
) -> SenseMatch:
    places = tuple(sorted(row.places[place] for place in evidence))
    return SenseMatch(confusion, row.places[at], places, decisive)


def _collocates(row: Row, around: Sequence[int], near: Terms) -> list[int]:
    """One word for every collocate found; two forms of a collocate count once."""
    found: dict[str, int] = {}
    for place in around:
        for stem in stems(row.words[place]) & near.keys():
            if near[stem] not in found:
                found[near[stem]] = place
                break
    return list(found.values())


def _framed(row: Row, at: int, frame: Frame, confusion: Confusion) -> list[int] | None:
    if not _slotted(row.words[at], frame, confusion):
        return None
    before = _walk(row, at - 1, -1, frame.before)
    if before is None:
        return None
    after = _walk(row, at + 1, 1, frame.after)
    return None if after is None else before + after


def _slotted(word: str, frame: Frame, confusion: Confusion) -> bool:
    """Whether the rendering stands in the form that the frame asks for.

    Inside a frame a conjunction would break the phrase: it may only stand at its front.
    """
    slot = frame.slot
    keys = confusion.rendering.keys
    return _in_slot(word, keys, slot.prefixes, slot.exact, not frame.before)


@lru_cache(maxsize=1 << 16)
def _in_slot(
    word: str, keys: tuple[str, ...], prefixes: tuple[str, ...], exact: bool, joined: bool
) -> bool:
    if prefixes:
        wanted = {prefix + form for prefix in prefixes for form in keys}
        return not wanted.isdisjoint(stems(word, joined))
    if exact and any(form.startswith(("ال", "لل")) for form in bare(word)):
        return False
    return joined or not stems(word, False).isdisjoint(keys)


def _walk(row: Row, at: int, step: int, elements: Sequence[Element]) -> list[int] | None:
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
    front = step < 0 and not rest
    if not _inside(row, at) or not _fits(row.words[at], first, front):
        return None
    found = _walk(row, at + step, step, rest)
    return None if found is None else [at, *found]


def _inside(row: Row, place: int) -> bool:
    return 0 <= place < len(row.words) and row.words[place] not in _STOPS


def _fits(word: str, element: Element, front: bool) -> bool:
    if element.number and word[0].isdigit():
        return True
    forms = bare(word, front) if element.exact else stems(word, front)
    return not element.forms.isdisjoint(forms)

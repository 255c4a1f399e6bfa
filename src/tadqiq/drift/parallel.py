"""Whether two texts say the same sentence by sentence, as renderings of one original do."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from .align import SURE, Pair
from .reading import Reading

_FOLLOWED = 0.8  # share of both texts' sentences that have a counterpart in the other, in order


def renderings(article: Reading, beside: Mapping[Reading, Sequence[Pair]]) -> Iterator[str]:
    """The ids of the siblings, given with their pairs, that render what the article renders, in
    its language.

    One in the spoken language is none: a text is not held to words that are no written ones.
    """
    for sibling, pairs in beside.items():
        alike = sibling.doc.lang == article.doc.lang and sibling.standard
        if alike and is_parallel(article, sibling, pairs):
            yield sibling.doc.id


def is_parallel(one: Reading, other: Reading, pairs: Sequence[Pair]) -> bool:
    """Whether most sentences of both texts have their surest counterparts in the other, in the
    same order; ``pairs`` are those of ``one`` with ``other``. Reports of one event in words of
    their own tell it in another order."""
    if not pairs:
        return False
    for text, mine in ((one, True), (other, False)):
        enough = _FOLLOWED * len(text.doc.sentences)
        places = list(best_pairs(pairs, mine=mine).values())
        if len(places) < enough or _in_order(places) < enough:
            return False
    return True


def best_pairs(pairs: Sequence[Pair], *, mine: bool) -> Mapping[int, int]:
    """For every sentence that is surely aligned its surest counterpart, in order."""
    found: dict[int, tuple[float, int]] = {}
    for pair in pairs:
        one, other = (pair.ours, pair.theirs) if mine else (pair.theirs, pair.ours)
        if pair.confidence >= SURE:
            found[one] = max(found.get(one, (0.0, 0)), (pair.confidence, -other))
    return {one: -found[one][1] for one in sorted(found)}


def _in_order(places: Sequence[int]) -> int:
    """How many of the places follow each other in order: the longest such run, gaps allowed."""
    lowest: list[int] = []  # by length less one, the lowest last place of such a run
    for place in places:
        at = bisect_right(lowest, place)
        lowest[at : at + 1] = [place]
    return len(lowest)

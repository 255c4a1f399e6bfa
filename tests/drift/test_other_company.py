"""What is known of a text from one comparison changes nothing in the next."""

from __future__ import annotations

from itertools import combinations

from tadqiq.drift import measure
from tadqiq.languages import profile_for
from tadqiq.model import Document
from tadqiq.text import segment


def anew(doc: Document) -> Document:
    """The same article, of which nothing was ever found out."""
    return segment(doc.article, profile_for)


def test_a_sibling_known_from_another_comparison_is_as_one_never_seen(seeds) -> None:
    names = sorted(seeds)
    for company in (*combinations(names[1:], 2), *combinations(names, 4)):
        own, *others = company
        known = measure(*seeds[own], [seeds[name] for name in others])
        fresh = {name: (anew(seeds[name][0]), seeds[name][1]) for name in company}
        assert known == measure(*fresh[own], [fresh[name] for name in others])

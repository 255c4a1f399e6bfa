"""Which forms of a rendering can hardly be another word."""

from __future__ import annotations

from functools import lru_cache

from .terms import Rendering, key

_JOINS = ("", "و", "ف")
_ARTICLES = ("ال", "بال", "كال", "لل")
_PROCLITICS = tuple(join + rest for join in _JOINS for rest in ("", "ب", "ل", "ك", *_ARTICLES))
_OWNERS = ("ه", "ها", "هم")


def is_form(word: str, rendering: Rendering) -> bool:
    """Whether the word is the rendering with proclitics, in the plural, the dual, the accusative
    or with the third person's possessive: more endings would make it many another word."""
    folded, forms = key(word), _forms(rendering)
    return any(folded.startswith(front) and folded[len(front) :] in forms for front in _PROCLITICS)


@lru_cache(maxsize=1 << 12)
def _forms(rendering: Rendering) -> frozenset[str]:
    """Its folded forms without proclitics."""
    lemma = rendering.keys[0]
    bound = lemma[:-1] + "ت" if lemma.endswith("ة") else lemma
    found = {*rendering.keys, bound + "ان", bound + "ين"}
    found |= {form + owner for form in (bound, *rendering.keys[1:]) for owner in _OWNERS}
    found |= {lemma[:-1] + "ات"} if lemma.endswith("ة") else {lemma + "ا"}
    if rendering.tag == "a":
        found |= {lemma + "ة", lemma + "ات", lemma + "ون"}
    return frozenset(found)

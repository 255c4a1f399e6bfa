"""The forms one step away from a word: what may have been meant where a word looks wrong."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from .flips import is_word

_SHORTEST = 3  # letters
# Words of which one is easily put for another.
_CLOSED = (
    ("في", "على", "من", "إلى", "عن", "مع", "لدى", "بين", "حول", "ضد"),
    ("إن", "أن"), ("إنه", "أنه"), ("إنها", "أنها"), ("إنهم", "أنهم"),
    ("هذا", "هذه", "هؤلاء", "هذان", "هذين"), ("ذلك", "تلك", "أولئك"),
    ("الذي", "التي", "الذين", "اللذين", "اللذان", "اللتين", "اللواتي"),
    ("هو", "هي", "هم"), ("كان", "كانت", "كانوا"), ("لم", "لا", "لن"), ("كلا", "كلتا", "كلي"),
    ("أبو", "أبا", "أبي"), ("أخو", "أخا", "أخي"), ("ذو", "ذا", "ذي", "ذات"),
)  # fmt: skip
# Endings, and beginnings with endings, of which one is exchanged for another.
_ENDINGS = (
    ("", "ة", "ات", "ون", "ين", "ان", "تان", "تين"),  # gender, number and case of nominals
    ("", "ت", "وا", "ا", "تا"),  # of verbs
    ("ه", "ها", "هم", "هما", "هن"),
    ("", "ا"),
    ("ى", "ا", "اة"),
    ("ائه", "اؤه", "اءه"), ("ائها", "اؤها", "اءها"), ("ائهم", "اؤهم", "اءهم"),
)  # fmt: skip
_AROUND = (
    ("ي", ""), ("ت", ""), ("ي", "ون"), ("ي", "وا"), ("ت", "ين"), ("ي", "ان"), ("ن", ""),
)  # fmt: skip
_BEFORE = (
    ("", "ال"), ("و", "وال"), ("ب", "بال"), ("ف", "فال"), ("ك", "كال"), ("ل", "لل"),
    ("", "ب"), ("", "ل"), ("", "و"), ("", "ف"), ("ال", "بال"), ("ال", "لل"),
)  # fmt: skip
_JOINED = ("", "و", "ف", "س", "وس", "فس", "ل", "ول")


@lru_cache(maxsize=1 << 12)
def other_forms(form: str) -> tuple[str, ...]:
    """Known words that differ from ``form`` in one ending, prefix, article or pronoun, or that
    belong to the same few particles."""
    closed = [other for group in _CLOSED if form in group for other in group]
    if closed:
        return tuple(dict.fromkeys(other for other in closed if other != form))
    made = dict.fromkeys(one for one in _made(form) if one != form and len(one) >= _SHORTEST)
    return tuple(filter(is_word, made))


def _made(form: str) -> Iterator[str]:
    if len(form) < _SHORTEST:
        return
    for endings in _ENDINGS:
        for ending in endings:
            if form.endswith(ending) and len(form) - len(ending) >= _SHORTEST - 1:
                stem = form.removesuffix(ending) if ending else form
                yield from (stem + other for other in endings if other != ending)
    for joined in _JOINED:
        if form.startswith(joined):
            yield from (joined + one for one in _conjugated(form.removeprefix(joined)))
    for one, other in _BEFORE:
        for mine, theirs in ((one, other), (other, one)):
            if form.startswith(mine):
                yield theirs + form.removeprefix(mine)


def _conjugated(form: str) -> Iterator[str]:
    for begin, end in _AROUND:
        if form.startswith(begin) and form.endswith(end) and len(form) > _SHORTEST:
            stem = form[len(begin) : len(form) - len(end)]
            yield from (first + stem + last for first, last in _AROUND)

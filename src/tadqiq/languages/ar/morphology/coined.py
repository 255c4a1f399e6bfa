"""Words that a machine coins: sound in their shape, of a real root, and not what anybody says.

«خبيرون» for «خبراء», «تنسقة» for «تنسيق»: a dictionary that inflects every lemma in every way
has them, the ones that know usage do not. What is meant is a word of the same root that news
uses, or one a letter away.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ....model import Pos, Reading
from .frequency import uses
from .readings import readings

_USED = 3000  # times the tagged news behind the frequencies has the lemma
_MEANT = 3  # words that are proposed
_SHORTEST, _FURTHEST = 5, 3  # letters
_COINING = frozenset({"arramooz", "derived"})
_KNOWING = frozenset({"buckwalter", "closed"})
_NOMINAL = frozenset({Pos.NOUN, Pos.ADJECTIVE})
_PROCLITICS = frozenset({"ال", "و", "ف", "ب", "ل", "ك"})
_NISBA = ("ي", "ية", "يا", "يون", "يين", "يات")  # everybody forms them freely
_PATTERNS = """
فعل فعلة فعال فعالة فعول فعولة فعيل فعيلة فاعل فاعلة مفعل مفعلة مفعول مفعولة فعلاء فعلى أفعال
أفعلاء فواعل فعائل مفاعل مفاعيل تفعيل تفعل تفاعل مفاعلة انفعال افتعال استفعال إفعال فعلي فعلية
فعالي فعالية
"""


@lru_cache(maxsize=1 << 14)
def meant(form: str) -> tuple[str, ...]:
    """What may be meant by a coined word, the nearest first; () for any other word."""
    found = readings(form)
    if not found or any(hit.source not in _COINING or hit.pos not in _NOMINAL for hit in found):
        return ()
    near: dict[str, tuple[int, int]] = {}
    for hit in found:
        outside, core = _parted(form, hit)
        if len(core) < _SHORTEST or core.endswith(_NISBA) or _is_participle(core):
            continue
        for other in (*_derived(hit), *_slips(core)):
            bound = other[:-1] + "ت" if hit.enclitic and other.endswith("ة") else other
            whole = outside + bound + hit.enclitic
            if bound != core and whole not in near and abs(len(bound) - len(core)) <= _FURTHEST:
                used = _usage(whole, hit.number == "p")
                if used >= _USED:
                    near[whole] = (_distance(bound, core), -used)
    return tuple(sorted(near, key=near.__getitem__)[:_MEANT])


def _parted(form: str, hit: Reading) -> tuple[str, str]:
    """The proclitics as they are written, and the word between these and the pronoun."""
    outside = "".join(one for one in hit.proclitics if one in _PROCLITICS).replace("لال", "لل")
    if not form.startswith(outside):
        return "", ""
    return outside, form[len(outside) : len(form) - len(hit.enclitic)]


def _is_participle(core: str) -> bool:
    """«واصلة», «محترق»: participles of any verb are formed freely."""
    return core.startswith("م") or core[1] == "ا"


def _derived(hit: Reading) -> Iterator[str]:
    """Nouns and adjectives of the same root."""
    if len(hit.root) == 3:
        letters = str.maketrans(dict(zip("فعل", hit.root, strict=True)))
        for pattern in _PATTERNS.split():
            yield pattern.translate(letters)


def _slips(core: str) -> Iterator[str]:
    """The word without a letter, or with a ي that it lacks."""
    for place in range(1, len(core)):
        yield core[:place] + "ي" + core[place:]
        yield core[:place] + core[place + 1 :]


def _usage(form: str, plural: bool) -> int:
    """How often news has the word, 0 if it is known in another number only, or not at all."""
    found = [
        hit
        for hit in readings(form)
        if hit.source in _KNOWING and hit.pos in _NOMINAL and (hit.number == "p") == plural
    ]
    return max((_count(hit.lemma) for hit in found), default=0)


def _count(lemma: str) -> int:
    return sum(count for _, kind, count in uses(lemma) if kind != "verb")


def _distance(one: str, other: str) -> int:
    """Letters to add, drop or change from one to the other (Levenshtein 1966)."""
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        before, row[0] = row[0], place
        for column, theirs in enumerate(other, 1):
            change = before + (letter != theirs)
            before, row[column] = row[column], min(change, row[column] + 1, row[column - 1] + 1)
    return row[-1]

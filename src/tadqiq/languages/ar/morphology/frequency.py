"""How often a lemma is used, and as what: Arramooz' counts from tagged news.

A statistical tagger made the counts, so the small ones may be its errors.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from sqlite3 import Connection

from .resources import open_arramooz
from .transliteration import to_ascii

_SAME = str.maketrans({"{": "A", "o": ""})
_ADJECTIVES = frozenset({"adj", "adj_comp", "adj_num"})
_FAR = 20  # times: what is rarer beside the other is no reading to reckon with
_FEWEST = 500  # uses below which the counts prove nothing
_NOUNS = frozenset({"noun", "noun_quant", "noun_num"})


@lru_cache(maxsize=1 << 15)
def uses(spelt: str) -> tuple[tuple[str, str, int], ...]:
    """Of all lemmas spelt so (bare Arabic): vocalised in Buckwalter's letters, kind, count."""
    query = "SELECT vocalized, word_type, freq FROM wordfreq WHERE unvocalized = ?"
    rows = _counts().execute(query, (spelt,))
    return tuple((to_ascii(voc).translate(_SAME), kind, count) for voc, kind, count in rows)


def as_noun_and_adjective(vocalised: str, spelt: str) -> tuple[int, int]:
    """How often the lemma, vocalised in Buckwalter's letters, is a noun and an adjective."""
    wanted = vocalised.translate(_SAME)
    found = [(kind, count) for voc, kind, count in uses(spelt) if voc == wanted]
    return (
        sum(count for kind, count in found if kind in _NOUNS),
        sum(count for kind, count in found if kind in _ADJECTIVES),
    )


@lru_cache(maxsize=1 << 15)
def is_mostly_adjective(spelt: str, *, beside: str = "") -> bool:
    """Whether it is far oftener an adjective than it, or the lemma ``beside`` it, is a noun."""
    adjectives = sum(count for _, kind, count in uses(spelt) if kind in _ADJECTIVES)
    nouns = sum(count for _, kind, count in uses(beside or spelt) if kind in _NOUNS)
    return adjectives > max(nouns * _FAR, _FEWEST)


@lru_cache(maxsize=1 << 15)
def is_mostly_noun(spelt: str) -> bool:
    """Whether it is far oftener a noun than an adjective."""
    adjectives = sum(count for _, kind, count in uses(spelt) if kind in _ADJECTIVES)
    nouns = sum(count for _, kind, count in uses(spelt) if kind in _NOUNS)
    return nouns > max(adjectives * _FAR, _FEWEST)


@lru_cache(maxsize=1 << 15)
def is_oftener_noun(spelt: str) -> bool:
    """Whether it is oftener a noun than an adjective, and was met often enough to tell."""
    adjectives = sum(count for _, kind, count in uses(spelt) if kind in _ADJECTIVES)
    nouns = sum(count for _, kind, count in uses(spelt) if kind in _NOUNS)
    return nouns > max(2 * adjectives, _FEWEST)


def weight(vocalised: str, spelt: str, *, verb: bool) -> float:
    """How often the lemma is used, as a verb or as anything else.

    Where no lemma is vocalised so, a tenth of all that are spelt so: vocalisations differ
    between dictionaries. At least 1.
    """
    wanted = vocalised.translate(_SAME)
    alike = [(voc, count) for voc, kind, count in uses(spelt) if (kind == "verb") == verb]
    exact = sum(count for voc, count in alike if voc == wanted)
    return max(1.0, exact or sum(count for _, count in alike) / 10)


def use(lemmas: Iterable[str], *, verb: bool) -> int:
    """How often words spelt so are used, as verbs or as anything else."""
    return sum(count for one in lemmas for _, kind, count in uses(one) if (kind == "verb") is verb)


@lru_cache(maxsize=1 << 12)
def is_oftener_name(spelt: str) -> bool:
    """Whether news has it, its article aside, as a name at least as often as as a noun."""
    found = uses(spelt.removeprefix("ال"))
    given = sum(count for _, kind, count in found if kind == "noun_prop")
    return given > 0 and given >= sum(count for _, kind, count in found if kind in _NOUNS)


def is_name(spelt: str) -> bool:
    """Whether the tagger met the word as a proper name."""
    return any(kind == "noun_prop" for _, kind, _ in uses(spelt))


@cache
def _counts() -> Connection:
    return open_arramooz("wordfreq")

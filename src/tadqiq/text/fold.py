"""Folded views of a text, with a way back to its own offsets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache

from ..model import Profile, Span, record

_JAMO = ("\u1160", "\u11ff")  # medial and final letters that compose with the syllable before
_MOST = 4  # characters that compose into one, marks aside


@record
class View:
    """A folded text; ``starts`` and ``ends`` hold the origin of each of its characters."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def back(self, span: Span) -> Span:
        """The stretch of the original text that ``span`` of the view stands for.

        What folding dropped after the last character (its tashkeel, a tatweel) is included.
        Raises ValueError if the span reaches beyond the view.
        """
        if span.end > len(self.text):
            raise ValueError(f"span {span.start}-{span.end} reaches beyond {len(self.text)}")
        if not len(span):
            at = self.starts[span.start] if span.start < len(self.starts) else self._length
            return Span(at, at)
        return Span(self.starts[span.start], self.ends[span.end - 1])

    @property
    def _length(self) -> int:
        return self.ends[-1] if self.ends else 0


def fold(text: str, profile: Profile) -> View:
    """``text`` in NFC with the profile's foldings applied, character by character.

    Composed and decomposed spellings of a letter fold alike.
    """
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    table = profile.foldings
    for start, end in _clusters(text):
        cluster = text[start:end]
        if not cluster.isascii():
            cluster = unicodedata.normalize("NFC", cluster)
        folded = "".join([table.get(char, char) for char in cluster])
        if folded:
            pieces.append(folded)
            starts += [start] * len(folded)
            ends += [end] * len(folded)
        elif ends:
            _extend(ends, end)
    return View("".join(pieces), tuple(starts), tuple(ends))


def fold_word(word: str, profile: Profile) -> str:
    """One word as ``fold`` has it, without the way back."""
    return word_folder(profile)(word)


def word_folder(profile: Profile) -> Callable[[str], str]:
    """``fold_word`` of one profile, quick on the many words that have nothing to fold."""
    return _word_folder(tuple(profile.foldings.items()))


@lru_cache(maxsize=128)
def _word_folder(foldings: tuple[tuple[str, str], ...]) -> Callable[[str], str]:
    table = str.maketrans(dict(foldings))
    folds = re.compile(f"[{re.escape(''.join(dict(foldings)))}]").search if foldings else None

    def folded(word: str) -> str:
        if not word.isascii() and not unicodedata.is_normalized("NFC", word):
            word = unicodedata.normalize("NFC", word)
        return word.translate(table) if folds and folds(word) else word

    return folded


def _extend(ends: list[int], end: int) -> None:
    """Give the characters of the last cluster the dropped one behind them."""
    last = ends[-1]
    for index in range(len(ends) - 1, -1, -1):
        if ends[index] != last:
            break
        ends[index] = end


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Stretches that compose among themselves only; single characters in composed text."""
    if unicodedata.is_normalized("NFC", text):
        yield from zip(range(len(text)), range(1, len(text) + 1), strict=True)
        return
    start = 0
    for index in range(1, len(text)):
        if not _composes(text[max(start, index - _MOST) : index], text[index]):
            yield start, index
            start = index
    yield start, len(text)


def _composes(before: str, char: str) -> bool:
    """Whether ``char`` may become one with the last characters before it."""
    if unicodedata.combining(char) or _JAMO[0] <= char <= _JAMO[1]:
        return True
    if char.isascii():
        return False
    both = before + char
    return unicodedata.normalize("NFC", both) != (
        unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", char)
    )

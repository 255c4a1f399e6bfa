"""Which single-byte encoding a text is in, by the letters it would give.

Every candidate is tried on the words that have bytes above ASCII. The right one gives
letters in about the frequencies of a language that uses it, the wrong ones give rare
letters, capitals inside words and two alphabets in one word.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice, pairwise

# Letters by falling frequency in news; how often each is follows from its rank alone.
_ARABIC = "اليمنورتبعدةسفقأهكحجشطصإىزخذثضغءئظؤآ"
_PERSIAN = "ايردنهومتبکكسلشزگفخجعقحپآطصچضغظذئثژأ"  # cp1256 has no Farsi yeh
_URDU = "ايےکرونہملستبںدپجگٹئھزشفقعحڈچخصطآڑغظضذؤث"
_RUSSIAN = "оеиантсрвлкмдпуяыгбзьчйжхюшцщэфъё"
_UKRAINIAN = "оаніивретслдукмпзягбьйчхжцюшїщєфґ"
_GREEK = "ατοενισρπκημςυλίόέάδγήωχθύφώβξζψϊ"
_HEBREW = "יוהלרבמתשאנםעדקחפסכטגןצזךףץ"
_WESTERN = "éáíóèüäöçàêãñßâúôîëõûïåøæùœìòð"
_CENTRAL = "ěščřžýáíéůťďňóąęłńśźżćöüőűúșţăâîđäß"
_TURKISH = "ıüşöçğâîûİ"

_CANDIDATES = (
    ("cp1256", _ARABIC),
    ("cp1256", _PERSIAN),
    ("cp1256", _URDU),
    ("iso8859-6", _ARABIC),
    ("cp1252", _WESTERN),
    ("cp1251", _RUSSIAN),
    ("cp1251", _UKRAINIAN),
    ("koi8-r", _RUSSIAN),
    ("koi8-u", _UKRAINIAN),
    ("cp1253", _GREEK),
    ("cp1255", _HEBREW),
    ("cp1254", _TURKISH),
    ("cp1250", _CENTRAL),
)
_ELSEWHERE = ("gb18030", "big5", "cp932", "euc_jp", "cp949", "johab", "tis_620", "cp1257")
_PUNCTUATION = frozenset("«»“”„‘’‹›–—…،؛؟•·°€£©®™№\xa0\u200c\u200d\u200e\u200fـ׳״")
_MARKS = frozenset("ًٌٍَُِّْ")
_WORD = re.compile(rb"[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*")
_ASCII_LETTERS = re.compile(rb"[A-Za-z]")
_SAMPLE = 150  # words; more do not change the answer
_SEEN_AS_TEXT = 65_536  # bytes of each end of a long text that are looked at

_PUNCTUATION_LIKELIHOOD = math.log(0.01)
_OTHER_LIKELIHOOD = math.log(0.0005)
_IMPOSSIBLE = math.log(0.00001)
_ODD_NEIGHBOUR = math.log(0.02)  # a capital after a small letter, two alphabets in a word
_OTHER_SCRIPT = math.log(0.2)  # among ASCII letters, unless it is markup; so no more than a hint
_PLAUSIBLE = -5.0  # mean log likelihood; below it no candidate is believed


@dataclass(frozen=True, slots=True, eq=False)
class _Candidate:
    encoding: str
    likelihoods: dict[str, float]
    latin: bool

    def score(self, words: Counter[bytes]) -> float:
        """Mean log likelihood of the characters above ASCII, odd neighbours counted."""
        total, seen = 0.0, 0
        for word, times in words.items():
            text = word.decode(self.encoding, "replace")
            above = [character for character in text if character > "\x7f"]
            score = sum(map(self._likelihood, above)) + _ODD_NEIGHBOUR * self._odd(text)
            total += times * score
            seen += times * len(above)
        return total / max(1, seen)

    def _likelihood(self, character: str) -> float:
        known = self.likelihoods.get(character)
        if known is None and character.lower() != character:
            known = self.likelihoods.get(character.lower())
        if known is not None:
            return known
        if character in _PUNCTUATION:
            return _PUNCTUATION_LIKELIHOOD
        if character == "\ufffd" or "\x80" <= character < "\xa0":
            return _IMPOSSIBLE
        return _OTHER_LIKELIHOOD

    def _odd(self, text: str) -> int:
        return sum(self._clash(left, right) for left, right in pairwise(text))

    def _clash(self, left: str, right: str) -> bool:
        if not (left.isalpha() and right.isalpha()):
            return False
        if left.islower() and right.isupper():
            return True
        if self.latin:  # a third accented letter in a row is rare, a second already unusual
            return left > "\x7f" and right > "\x7f"
        return (left <= "\x7f") != (right <= "\x7f") or _latin(left) != _latin(right)


def recognise(data: bytes) -> str | None:
    """The Python name of the encoding, or None where nothing makes sense of ``data``.

    ``data`` must hold bytes above ASCII. Letter frequencies by rank follow Gusein-Zade's
    law (1988). East Asian and other encodings are left to charset-normalizer.
    """
    sample = data[:_SEEN_AS_TEXT] + b"\n" + data[_SEEN_AS_TEXT:][-_SEEN_AS_TEXT:]
    words = Counter(found[0] for found in islice(_WORD.finditer(sample), _SAMPLE))
    foreign = _OTHER_SCRIPT if _mostly_latin(sample) else 0.0
    scores = {
        candidate: candidate.score(words) + (0.0 if candidate.latin else foreign)
        for candidate in _READY
    }
    best = max(scores, key=scores.__getitem__)
    return best.encoding if scores[best] >= _PLAUSIBLE else _by_charset_normalizer(sample)


def _mostly_latin(sample: bytes) -> bool:
    return len(_ASCII_LETTERS.findall(sample)) > 4 * sum(byte > 0x7F for byte in sample)


def _by_charset_normalizer(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=list(_ELSEWHERE), preemptive_behaviour=False).best()
    return None if best is None else best.encoding


def _latin(character: str) -> bool:
    return character < "\u0250"


def _likelihoods(letters: str) -> dict[str, float]:
    size = len(letters)
    by_rank = {
        letter: math.log(math.log((size + 1) / rank) / size)
        for rank, letter in enumerate(letters, 1)
    }
    return by_rank | {mark: math.log(0.005) for mark in _MARKS}


_READY = tuple(
    _Candidate(encoding, _likelihoods(letters), _latin(letters[0]))
    for encoding, letters in _CANDIDATES
)

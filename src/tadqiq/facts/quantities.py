"""Numbers in a sentence, in digits or words, with what they count."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product

from ..model import Document, Lexis, Sentence, Span
from .bydocument import once_a_document
from .hijri import hijri_dates
from .words import Word, read

_DIGITS = re.compile(
    r"(?<![\d.,_])\d+(?:[.,٫٬’'\u00a0\u202f ]\d{3}(?!\d))*(?:[.,٫]\d+)?(?![\w]*\d)"
)
_SIGNS = "%٪"
_SOFT_SPACES = "\u00a0\u202f\u2009 "
_LETTERS_BEFORE = re.compile(r"[^\W\d_]+[-‑]?$")
_STRETCH = "\u0640"  # «بـ800»: joins a preposition to digits
_NEXT_WORD = re.compile(r"[\s\u00a0\u202f]*[-‑]?[\s\u00a0\u202f]*$")
_YEARS = range(1800, 2100)
_DUAL = 2000.0  # numerals from here on are duals of scales: two thousand, two million
_REMEMBERED = 1 << 16  # forms
_TEN = 10.0
_HUNDRED = 100.0
_LOOSENED = 3  # words before a number in which it is said to be approximate
_RATIO = 2  # words between the parts of a share
_FRENCH_EIGHTY = (4.0, 20.0)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as stated.

    ``values`` are the numbers it may mean: "1.234" is one thousand or one and a bit, as the
    writer's country has it; a day of the Islamic calendar is one of the Gregorian too. ``kind``
    is percent, year, time or count; ``noun`` the folded word after it; ``loose`` says that it is
    stated as approximate; ``worded`` that it is written in words.
    """

    span: Span
    values: frozenset[float]
    kind: str
    noun: str = ""
    loose: bool = False
    worded: bool = False

    def agrees(self, other: Quantity, *, tolerance: float = 1e-9) -> bool:
        """Whether some value of the one is within a relative ``tolerance`` of the other's."""
        return any(
            abs(one - two) <= tolerance * max(abs(one), abs(two), 1e-12)
            for one, two in product(self.values, other.values)
        )


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of digits, or one number word."""

    span: Span
    values: frozenset[float]
    scale: bool = False
    worded: bool = True
    joined: bool = False
    vague: bool = False


@once_a_document
def quantities(doc: Document) -> tuple[tuple[Quantity, ...], ...]:
    """The quantities of every sentence of ``doc``, in order."""
    return tuple(
        _in_sentence(doc, sentence, words)
        for sentence, words in zip(doc.sentences, read(doc), strict=True)
    )


def _in_sentence(doc: Document, sentence: Sentence, words: Sequence[Word]) -> tuple[Quantity, ...]:
    pieces = sorted(
        [
            *_digits(doc.text, sentence.span, doc.profile.lexis.proclitics),
            *_worded(words, doc.profile.lexis),
        ],
        key=lambda piece: piece.span,
    )
    lexis = doc.profile.lexis
    groups = _groups(doc.text, pieces, lexis)
    found = [_quantity(doc, group, words) for group in groups if not _vague(group)]
    found = list(_shares(found, words, lexis))
    for named in list(hijri_dates(words, found, lexis)) if found and lexis.hijri_months else ():
        days = {float(one.day) for one in named.candidates}
        years = {float(one.year) for one in named.candidates}
        found[named.day] = replace(found[named.day], values=found[named.day].values | days)
        year = found[named.year]
        found[named.year] = replace(year, values=year.values | years, kind="year")
    return tuple(found)


def _shares(found: Sequence[Quantity], words: Sequence[Word], lexis: Lexis) -> Iterator[Quantity]:
    """The quantities, two that make a share as one: "one out of every three" is a third."""
    last: Quantity | None = None
    for quantity in found:
        before = [word for word in words if word.span.end <= quantity.span.start][-_RATIO:]
        ratio = " ".join(word.folded for word in before) in lexis.ratios
        if not ratio or min(quantity.values) <= 1:
            if last is not None:
                yield last
            last = quantity
            continue
        part = last if last is not None and _meets(last, before[0], words) else None
        if last is not None and part is None:
            yield last
        tops = part.values if part else {1.0}
        values = frozenset(top / whole for top in tops for whole in quantity.values)
        span = (part or quantity).span.cover(quantity.span)
        last = replace(quantity, span=span, values=values)
    if last is not None:
        yield last


def _meets(quantity: Quantity, word: Word, words: Sequence[Word]) -> bool:
    """Whether at most one word stands between a number and a word after it."""
    between = [w for w in words if quantity.span.end <= w.span.start < word.span.start]
    return len(between) <= 1


def _digits(text: str, within: Span, proclitics: Container[str]) -> Iterator[_Piece]:
    for match in _DIGITS.finditer(text, within.start, within.end):
        letters = _LETTERS_BEFORE.search(text, within.start, match.start())
        if letters and letters.group().replace(_STRETCH, "") not in proclitics:
            continue
        span = Span(match.start(), match.end())
        yield _Piece(span, _values(match.group()), worded=False)


def _values(written: str) -> frozenset[float]:
    """Every number that a string of digits and separators may mean."""
    ascii_digits = "".join(
        str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in written
    )
    plain = ascii_digits.replace("٫", ".").replace("٬", "")
    for space in _SOFT_SPACES + "’'":
        plain = plain.replace(space, "")
    whole = float(re.sub(r"[.,]", "", plain))
    marks = re.findall(r"[.,]", plain)
    if not marks:
        return frozenset({whole})
    head, tail = re.split(r"[.,](?=\d*$)", plain, maxsplit=1)
    fraction = float(re.sub(r"[.,]", "", head) + "." + tail)
    if len(tail) != 3:
        return frozenset({fraction})
    if len(marks) > 1 and len(set(marks)) == 1:
        return frozenset({whole})
    return frozenset({whole, fraction})


def _worded(words: Sequence[Word], lexis: Lexis) -> Iterator[_Piece]:
    for place, word in enumerate(words):
        pieces = _number_words(word.folded, word.parts, lexis)
        if not pieces and place and word.folded in lexis.parts:
            pieces = _of_parts(word, words[place - 1], lexis)
        if not pieces and place + 1 < len(words):
            pieces = _of_a_teen(word, words[place + 1], lexis)
        if not pieces or (
            {word.folded, f"{words[place - 1].folded} {word.folded}"} & lexis.percent
        ):
            continue
        start, exact = word.span.start, len(word.folded) == len(word.token.text)
        for first, last, values, scale, joined in pieces:
            span = Span(start + first, start + last) if exact else word.span
            vague = scale and not lexis.vague.isdisjoint(word.stems)
            yield _Piece(span, values, scale, joined=joined, vague=vague)


def _of_parts(
    word: Word, before: Word, lexis: Lexis
) -> tuple[tuple[int, int, frozenset[float], bool, bool], ...]:
    """ "Quarters" after their number, as ``_number_words`` gives it: a scale that divides."""
    if not any(1 < lexis.numerals.get(stem, 0.0) < _TEN for stem in before.stems):
        return ()
    return ((0, len(word.folded), frozenset({lexis.parts[word.folded]}), True, False),)


def _of_a_teen(
    word: Word, after: Word, lexis: Lexis
) -> tuple[tuple[int, int, frozenset[float], bool, bool], ...]:
    """The first word of "eleven", as ``_number_words`` gives it: elsewhere it is no number."""
    if lexis.numerals.get(after.folded) != _TEN:
        return ()
    for clitic, stem in word.parts:
        if stem in lexis.teens and not clitic.endswith(lexis.article or " "):
            joined = clitic.startswith(tuple(lexis.joiners))
            return ((len(clitic), len(word.folded), frozenset({lexis.teens[stem]}), False, joined),)
    return ()


@lru_cache(maxsize=_REMEMBERED)
def _number_words(
    folded: str, parts: Sequence[tuple[str, str]], lexis: Lexis
) -> tuple[tuple[int, int, frozenset[float], bool, bool], ...]:
    """The number words of a form between hyphens, with where they begin and end."""
    return tuple(
        (part.start(), part.end(), *piece)
        for part in re.finditer(r"[^-‑]+", folded)
        if (piece := _number_word(part.group(), parts, lexis)) is not None
    )


def _number_word(
    form: str, parts: Sequence[tuple[str, str]], lexis: Lexis
) -> tuple[frozenset[float], bool, bool] | None:
    readings = [(False, form)]
    readings += [(True, form[len(head) :]) for head in lexis.joiners if form.startswith(head)]
    readings += [
        (clitic.startswith(tuple(lexis.joiners)), stem)
        for clitic, stem in parts
        if clitic and clitic not in lexis.joiners
    ]
    for joined, reading in readings:
        if reading in lexis.scales:
            return frozenset({lexis.scales[reading]}), True, joined
        if reading in lexis.numerals:
            return frozenset({lexis.numerals[reading]}), False, joined
    return None


def _groups(text: str, pieces: Sequence[_Piece], lexis: Lexis) -> Iterator[list[_Piece]]:
    """Pieces that together state one number."""
    group: list[_Piece] = []
    for piece in pieces:
        if group and not _continues(text, group[-1], piece, lexis):
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def _vague(group: Sequence[_Piece]) -> bool:
    """Whether a scale stands alone: "thousands" are no number."""
    return len(group) == 1 and group[0].vague


def _continues(text: str, last: _Piece, piece: _Piece, lexis: Lexis) -> bool:
    if piece.span.start < last.span.end:
        return False
    gap = text[last.span.end : piece.span.start].strip(_SOFT_SPACES + "-‑").lower()
    if piece.scale:
        return not gap and not piece.joined
    if not last.worded or not piece.worded:
        return False
    if piece.joined or gap in lexis.joiners:
        ten = min(piece.values) == _TEN > max(last.values)  # ten more, and no "fourteen"
        return (gap == "" or gap in lexis.joiners) and not ten
    return gap == "" and _juxtaposes(last, piece)


def _juxtaposes(last: _Piece, piece: _Piece) -> bool:
    """Whether two number words may follow one another without a joiner."""
    one, two = min(last.values), min(piece.values)
    return two in {10.0, 100.0} or one > two >= 1 or (one, two) == _FRENCH_EIGHTY


def _total(group: Sequence[_Piece]) -> frozenset[float]:
    totals: set[float] = set()
    for choice in product(*(sorted(piece.values) for piece in group)):
        parts = zip(choice, group, strict=True)
        totals.add(_compose([(value, p.scale, p.joined) for value, p in parts]))
    return frozenset(totals)


def _compose(parts: Sequence[tuple[float, bool, bool]]) -> float:
    """The number that a row of number words adds and multiplies up to: (value, whether it is a
    scale, whether "and" is written onto it)."""
    total = current = 0.0
    unit = 1.0  # what a fraction is a fraction of: two million "and a half"
    halved = False
    for value, scale, joined in parts:
        if scale and halved:
            continue  # "and half of the million"
        if scale and total and value > unit:
            total, current, unit = (total + current) * value, 0.0, value  # 1,300 million
        elif scale:
            total, current, unit = total + (current or 1.0) * value, 0.0, value
        elif value >= _DUAL:
            total, unit = total + value, value / 2
        elif 0 < value < 1 and total:
            total, halved = total + value * unit, True
        elif value == _HUNDRED and 0 < current < _TEN:
            current *= _HUNDRED
        elif (current, value) == _FRENCH_EIGHTY and not joined:
            current = 80
        else:
            current += value
    return total + current


def _quantity(doc: Document, group: Sequence[_Piece], words: Sequence[Word]) -> Quantity:
    span = group[0].span.cover(group[-1].span)
    values = _total(group)
    following = next((w for w in words if w.span.start >= span.end), None)
    if following and doc.text[span.end : following.span.start].strip(_SOFT_SPACES + "-‑"):
        following = None
    lexis = doc.profile.lexis
    values |= _other_readings(group, values, following, words, lexis)
    before = [w for w in words if w.span.end <= span.start][-_LOOSENED:]
    after = [w for w in words if w.span.start >= span.end][:2]
    return Quantity(
        span,
        values,
        _kind(doc.text, span, group, after, lexis),
        following.bare if following else "",
        any(stem in lexis.loose for word in before for stem in word.stems)
        or any(word.folded in lexis.roughly for word in after),
        all(piece.worded for piece in group),
    )


def _other_readings(
    group: Sequence[_Piece],
    values: frozenset[float],
    following: Word | None,
    words: Sequence[Word],
    lexis: Lexis,
) -> frozenset[float]:
    """What the number means if its scale is a dual, or with the noun after it multiplied."""
    others = frozenset(
        lexis.duals[word.folded]
        for word in words
        if len(group) == 1 and word.span == group[0].span and word.folded in lexis.duals
    )
    factor = lexis.multiples.get(following.folded) if following else None
    others |= frozenset(value * factor for value in values if factor)
    first = next((word for word in words if word.span.overlap(group[0].span)), None)
    if first is None or not group[0].worded:
        return others
    return others | _scaled(group, first, lexis) | _fractions(group, first, following, lexis)


def _scaled(group: Sequence[_Piece], first: Word, lexis: Lexis) -> frozenset[float]:
    """What several words mean whose first is a dual: "two thousand million", the two in it."""
    if len(group) == 1 or first.folded not in lexis.duals or not group[0].scale:
        return frozenset()
    two = replace(group[0], values=frozenset({lexis.duals[first.folded]}), scale=False)
    return _total((two, *group[1:]))


def _fractions(
    group: Sequence[_Piece], first: Word, following: Word | None, lexis: Lexis
) -> frozenset[float]:
    """What a number means whose first word may be a part: a fifth of a thing, or of a scale."""
    stem = next((stem for _, stem in first.parts if stem in lexis.fractions), "")
    whole = following is not None and following.bare != following.folded
    if not stem or (len(group) == 1 and not whole):
        return frozenset()
    part = replace(group[0], values=frozenset({lexis.fractions[stem]}))
    return _total((part, *group[1:])) if all(one.scale for one in group[1:]) else frozenset()


def _kind(
    text: str, span: Span, group: Sequence[_Piece], following: Sequence[Word], lexis: Lexis
) -> str:
    after = text[span.end : span.end + 12].lstrip(_SOFT_SPACES).lower()
    sign = text[max(0, span.start - 1) : span.start]
    if after.startswith(tuple(_SIGNS)) or sign.endswith(tuple(_SIGNS)):
        return "percent"
    forms = [word.folded for word in following]
    if {*forms[:1], " ".join(forms)} & lexis.percent and after:
        return "percent"
    if re.match(r":\d\d", text[span.end : span.end + 3]) or sign == ":":
        return "time"
    value = min(group[0].values)
    single = len(group) == 1 and not group[0].worded and len(span) == 4
    return "year" if single and value in _YEARS else "count"

"""Token-and-morphology patterns: constructions written as data.

A pattern is a line of elements with spaces between::

    ⟦ v=<lemma:وافق pos:verb> مع ⟧ <pos:name|noun>

``word``        a token with this folded form (a punctuation mark may stand here too)
``<…>``         a token with a reading that has all these features; ``feature:a|b`` any value of
                these, ``feature!a`` none of them. Features are those of ``Reading`` and:
                ``form`` (folded form), ``start``, ``end`` (its first or last letters), ``kind``
                (word, number …), ``script``, ``pro`` (has this proclitic; ``pro:none`` none),
                ``enc`` (``yes``, ``no`` or the suffix itself)
``<<…>>``       every reading has them, and there is one: for frames that must be sure
``!<…>``        no reading has them
``?`` ``*`` ``+``  after an element: optional, up to four, one to four; ``**`` up to twenty
``name=``       before an element: a capture, for suggestions; elements may share one
``⟦ ⟧``         what the finding covers; everything, if they are absent
``^`` ``$``     the start and the end of the sentence

Quotation marks are passed over, unless an element names one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, cached_property
from operator import attrgetter

from ..errors import PackError
from ..model import Reading, Span, Token, record
from .analysed import Analysed, Form

Test = Callable[[Form], bool]

_QUOTES = frozenset("“”«»\"‘’„‹›'")
_MOST = 4  # repetitions that * and + allow
_FAR = 20  # repetitions that ** allows
_MOST_REMEMBERED = 1 << 12  # forms that a test remembers
_FLAGS = frozenset({"masdar", "participle", "broken", "human", "nisba"})
_FEATURES = (
    frozenset({"pos", "lemma", "root", "stem", "gender", "number", "person"})
    | frozenset({"case", "state", "aspect", "voice", "mood", "source"})
    | _FLAGS
)
_TOKEN_FEATURES = frozenset({"form", "start", "end", "kind", "script"})
_ELEMENT = re.compile(
    r"(?:(?P<capture>[a-z]\w*)=)?(?P<body>!?<<?[^<>]*>>?|[^\s<>]+?)(?P<quantifier>\*\*|[?*+]?)$"
)
_COUNTS = {"": (1, 1), "?": (0, 1), "*": (0, _MOST), "+": (1, _MOST), "**": (0, _FAR)}


@record
class Match:
    """Where a pattern matched: the marked span, and what each name captured."""

    span: Span
    captures: Mapping[str, tuple[Token, ...]]


@record
class _Element:
    test: Test
    least: int
    most: int
    capture: str
    marked: bool
    keys: frozenset[str]
    names_quote: bool
    repeats: bool


class _Remembered(dict[Form, bool]):
    """What a test says of forms, asked once for a form."""

    def __init__(self, test: Test) -> None:
        super().__init__()
        self._test = test

    def __missing__(self, form: Form) -> bool:
        if len(self) > _MOST_REMEMBERED:
            self.clear()
        passes = self[form] = self._test(form)
        return passes


class _Compiled:
    """What a pattern's line says."""

    def __init__(self, source: str) -> None:
        self.at_start, self.at_end, self.elements = _parse(source)
        anchors = (i for i, e in enumerate(self.elements) if e.keys and e.least)
        self.anchors = tuple(sorted(anchors, key=lambda i: len(self.elements[i].keys)))
        self.keys = tuple(self.elements[i].keys for i in self.anchors)
        self._reach = {i: self._distance(i) for i in self.anchors}

    def _distance(self, anchor: int) -> tuple[int, int]:
        """How many words before the anchor a match may begin, at least and at most."""
        before = self.elements[:anchor]
        return sum(one.least for one in before), sum(one.most for one in before)

    def starts(self, sentence: Analysed, anchor: int, places: Sequence[int]) -> Sequence[int]:
        """Where a match may begin, the ``anchor``-th of the ``keys`` being at ``places``."""
        if self.at_start:
            return [sentence.past_quotes[0]] if sentence.tokens else []
        if not self.anchors:
            return range(len(sentence.tokens))
        nearest, furthest = self._reach[self.anchors[anchor]]
        if not furthest:
            return places
        if sentence.quotes:
            furthest *= 2  # quotation marks may stand between any two elements
        starts = {
            start
            for hit in places
            for start in range(max(0, hit - furthest), max(0, hit - nearest) + 1)
        }
        return sorted(starts)

    def match(
        self, sentence: Analysed, element: int, place: int, taken: tuple[tuple[int, int], ...]
    ) -> tuple[tuple[int, int], ...] | None:
        """Pairs (element, token) of the longest match from ``place`` on, or None."""
        forms, past_quotes = sentence.forms, sentence.past_quotes
        elements = self.elements
        while element < len(elements):
            wanted = elements[element]
            if wanted.repeats:
                return self._match_several(sentence, element, place, taken)
            if taken and not wanted.names_quote:
                place = past_quotes[place]
            if place >= len(forms) or not wanted.test(forms[place]):
                return None
            taken = (*taken, (element, place))
            element += 1
            place += 1
        return taken if not self.at_end or _is_over(sentence, past_quotes[place]) else None

    def _match_several(
        self, sentence: Analysed, element: int, place: int, taken: tuple[tuple[int, int], ...]
    ) -> tuple[tuple[int, int], ...] | None:
        """The same where the element may stand several times or not at all."""
        forms = sentence.forms
        wanted = self.elements[element]
        ways = [(place, taken)]
        while len(ways) <= wanted.most:
            here, so_far = ways[-1]
            if not wanted.names_quote and taken:
                here = sentence.past_quotes[here]
            if here >= len(forms) or not wanted.test(forms[here]):
                break
            ways.append((here + 1, (*so_far, (element, here))))
        for here, so_far in reversed(ways[wanted.least :]):
            found = self.match(sentence, element + 1, here, so_far)
            if found is not None:
                return found
        return None

    def result(self, sentence: Analysed, taken: Sequence[tuple[int, int]]) -> Match | None:
        """What a match of these pairs says; None if it covers nothing."""
        captures: dict[str, tuple[Token, ...]] = {}
        covered = []
        for element, index in taken:
            token = sentence.tokens[index]
            name = self.elements[element].capture
            if name:
                captures[name] = (*captures.get(name, ()), token)
            if self.elements[element].marked:
                covered.append(token.span)
        return Match(covered[0].cover(covered[-1]), captures) if covered else None


class Pattern:
    """A compiled pattern.

    Raises PackError for a line that is no pattern. Where its ``keys`` are known from an earlier
    run, it is compiled when it is first looked for.
    """

    def __init__(self, source: str, keys: tuple[frozenset[str], ...] | None = None) -> None:
        self.source = source
        self._keys = self._compiled.keys if keys is None else keys

    @cached_property
    def _compiled(self) -> _Compiled:
        return _Compiled(self.source)

    @property
    def keys(self) -> tuple[frozenset[str], ...]:
        """The folded forms and lemmas of which, for each set, one must stand there."""
        return self._keys

    def may_stand_in(self, vocabulary: AbstractSet[str]) -> bool:
        """Whether a text of these folded forms and lemmas has every word that must stand there."""
        return meets_all(vocabulary, self._keys)

    def find(self, sentence: Analysed) -> list[Match]:
        """Every match, leftmost first, none overlapping another of the same pattern."""
        if not meets_all(sentence.words, self._keys):
            return []
        places = [sentence.places(keys) for keys in self._keys]
        fewest = min(range(len(places)), key=lambda number: len(places[number]), default=0)
        return self.find_around(sentence, fewest, places[fewest] if places else ())

    def find_around(self, sentence: Analysed, anchor: int, places: Sequence[int]) -> list[Match]:
        """The same where every word stands that must, those of the ``anchor``-th of the ``keys``
        at ``places``."""
        compiled = self._compiled
        found: list[Match] = []
        reached = 0
        for start in compiled.starts(sentence, anchor, places):
            if start < reached:
                continue
            taken = compiled.match(sentence, 0, start, ())
            if taken is None:
                continue
            reached = max((index for _, index in taken), default=start) + 1
            match = compiled.result(sentence, taken)
            if match:
                found.append(match)
        return found


def meets_all(words: AbstractSet[str], keys: Iterable[frozenset[str]]) -> bool:
    """Whether one word at least of every set is among these."""
    for wanted in keys:  # noqa: SIM110  a generator would double the time
        if words.isdisjoint(wanted):
            return False
    return True


def _is_over(sentence: Analysed, place: int) -> bool:
    return all(not token.text[0].isalnum() for token in sentence.tokens[place:])


def _parse(source: str) -> tuple[bool, bool, tuple[_Element, ...]]:
    parts = re.findall(r"⟦|⟧|(?:[a-z]\w*=)?!?<<?[^<>]*>>?(?:\*\*|[?*+])?|[^\s⟦⟧]+", source)
    at_start, at_end = parts[:1] == ["^"], parts[-1:] == ["$"]
    parts = parts[at_start : len(parts) - at_end]
    bounded = "⟦" in parts
    if parts.count("⟦") != parts.count("⟧") or parts.count("⟦") > 1:
        raise PackError(f"pattern {source!r}: one pair of ⟦ ⟧ at most")
    marked = not bounded
    elements = []
    for part in parts:
        if part in "⟦⟧":
            marked = part == "⟦"
        else:
            elements.append(_element(part, source, marked=marked))
    if not elements or not any(element.least for element in elements):
        raise PackError(f"pattern {source!r}: nothing that must stand there")
    return at_start, at_end, tuple(elements)


def _element(part: str, source: str, *, marked: bool) -> _Element:
    shape = _ELEMENT.match(part)
    if not shape:
        raise PackError(f"pattern {source!r}: {part!r} is no element")
    body = shape["body"]
    least, most = _COUNTS[shape["quantifier"]]
    try:
        test, keys = _bracketed(body) if "<" in body else (_literal(body), frozenset({body}))
    except PackError as error:
        raise PackError(f"pattern {source!r}: {error}") from error
    repeats = (least, most) != (1, 1)
    name = shape["capture"] or ""
    return _Element(test, least, most, name, marked, keys, body in _QUOTES, repeats)


def _literal(form: str) -> Test:
    return lambda found: found.folded == form


@cache
def _bracketed(body: str) -> tuple[Test, frozenset[str]]:
    """The test of an element in brackets, one for all elements that say the same, and its keys."""
    negated, every = body.startswith("!"), body.lstrip("!").startswith("<<")
    keys: frozenset[str] = frozenset()
    of_token: list[Test] = []
    of_reading: list[Callable[[Reading], bool]] = []
    for condition in body.strip("!<>").split():
        shape = re.fullmatch(r"(\w+)([:!])(\S+)", condition)
        if not shape:
            raise PackError(f"{condition!r} is not feature:value")
        feature, relation, values = shape[1], shape[2], frozenset(shape[3].split("|"))
        wanted = relation == ":"
        if feature in _TOKEN_FEATURES:
            of_token.append(_token_test(feature, values, wanted))
        else:
            of_reading.append(_reading_test(feature, values, wanted))
        if feature in ("form", "lemma") and wanted and not negated:
            keys = values
    return _combined(of_token, of_reading, negated=negated, every=every), keys


def _combined(
    of_token: Sequence[Test],
    of_reading: Sequence[Callable[[Reading], bool]],
    *,
    negated: bool,
    every: bool,
) -> Test:
    if len(of_token) == 1 and not of_reading and not negated:
        return of_token[0]

    # Plain loops: generators would double the time.
    def fits_reading(reading: Reading) -> bool:
        for check in of_reading:  # noqa: SIM110
            if not check(reading):
                return False
        return True

    fits_one = of_reading[0] if len(of_reading) == 1 else fits_reading

    def fits(form: Form) -> bool:
        for check in of_token:
            if not check(form):
                return False
        if not of_reading:
            return True
        readings = form.readings
        for reading in readings:
            if fits_one(reading) is not every:
                return not every
        return every and bool(readings)

    test = (lambda form: not fits(form)) if negated else fits
    return _Remembered(test).__getitem__ if of_reading else test


def _token_test(feature: str, values: frozenset[str], wanted: bool) -> Test:
    ends = tuple(values)
    tests: Mapping[str, Test] = {
        "form": lambda form: (form.folded in values) is wanted,
        "start": lambda form: form.folded.startswith(ends) is wanted,
        "end": lambda form: form.folded.endswith(ends) is wanted,
        "kind": lambda form: (form.kind in values) is wanted,
        "script": lambda form: (form.script in values) is wanted,
    }
    return tests[feature]


def _reading_test(feature: str, values: frozenset[str], wanted: bool) -> Callable[[Reading], bool]:
    if feature == "pro":
        none = "none" in values
        return lambda reading: (
            (not reading.proclitics if none else not values.isdisjoint(reading.proclitics))
            is wanted
        )
    if feature == "enc":
        return lambda reading: (
            (("yes" if reading.enclitic else "no") in values or reading.enclitic in values)
            is wanted
        )
    if feature in _FLAGS:
        return lambda reading: (("yes" if getattr(reading, feature) else "no") in values) is wanted
    if feature in _FEATURES:
        value = attrgetter(feature)  # a part of speech is equal to its own name
        return lambda reading: (value(reading) in values) is wanted
    raise PackError(f"no feature {feature!r}")

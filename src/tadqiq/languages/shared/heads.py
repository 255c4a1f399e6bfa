"""Many regular expressions at once, told apart by how their matches may begin."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

_LITERAL = re.compile(r"(?:[^\\.^$*+?{}\[\]|()]|\\\W)(?![?*{])")
_BLANK = re.compile(r"\s*")
_GROUP = "(?:"
_REACH = 6  # letters of a head that are looked at


def heads(pattern: str) -> Iterator[str]:
    """Literal text of which every match begins with one; "" where a match may begin with anything.

    Of syntax only groups that capture nothing are looked into.
    """
    if not pattern.startswith(_GROUP):
        yield _literal(pattern)
        return
    ways, rest = _split(pattern)
    for way in ways:
        yield from heads(way)
    if rest.startswith(("?", "*", "{")):
        yield from heads(rest[1:]) if rest[0] == "?" else ("",)


def _literal(pattern: str) -> str:
    found = []
    place = 0
    while match := _LITERAL.match(pattern, place):
        found.append(match.group()[-1])
        place = match.end()
    return "".join(found)


def _split(pattern: str) -> tuple[list[str], str]:
    """The alternatives of the group that ``pattern`` begins with, and what stands behind it."""
    ways, depth, begin = [], 0, len(_GROUP)
    for match in re.finditer(r"\\.|\[(?:\\.|[^\]\\])*\]|[()|]", pattern):
        sign = match.group()
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if (sign, depth) in {("|", 1), (")", 0)}:
            ways.append(pattern[begin : match.start()])
            begin = match.end()
        if depth == 0:
            break
    return ways, pattern[begin:]


class Alternatives:
    """Regular expressions of which the first that matches is wanted, whatever the case.

    There are many, and at most places none can match: only those are compiled, and tried, whose
    matches may begin as the text does there.
    """

    def __init__(self, patterns: Sequence[str]) -> None:
        self._patterns = patterns
        self._by_head: defaultdict[str, list[int]] = defaultdict(list)
        for number, pattern in enumerate(patterns):
            for head in heads(pattern):
                self._by_head[head.casefold()[:_REACH]].append(number)
        self._compiled: dict[tuple[int, ...], re.Pattern[str]] = {}

    def match(self, text: str, place: int) -> re.Match[str] | None:
        """The match at ``place`` or behind the white space there, up to the end of a word."""
        found = self._beginning(text, place)
        if not found:
            return None
        pattern = self._compiled.get(found)
        if pattern is None:
            ways = "|".join([self._patterns[number] for number in found])
            pattern = re.compile(rf"\s*(?:{ways})(?!\w)", re.IGNORECASE)
            self._compiled[found] = pattern
        return pattern.match(text, place)

    def _beginning(self, text: str, place: int) -> tuple[int, ...]:
        """The numbers of the expressions that may match there, in order."""
        blank = _BLANK.match(text, place)
        start = blank.end() if blank else place
        letters = text[start : start + _REACH].casefold()
        reach = range(min(_REACH, len(letters)) + 1)
        numbers = {one for end in reach for one in self._by_head.get(letters[:end], ())}
        return tuple(sorted(numbers))

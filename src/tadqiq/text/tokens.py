"""Words, numbers, punctuation, symbols and addresses, each with its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

from ..model import Span, Token, TokenKind
from .intervals import Interval, holds, merge, overlapping
from .scripts import INVISIBLE, MARKS, SCRIPTS, script_of

_HYPHENS = "-\u2010\u2011"
_APOSTROPHES = "'\u2019\u02bc\u02bb"
_DOMAINS = (
    "com|org|net|edu|gov|mil|int|info|biz|news|tv|io|ai|me|co|uk|us|eu|de|fr|es|it|nl|ru|ua"
    "|il|ir|tr|eg|sa|ae|qa|kw|lb|jo|sy|iq|ma|dz|tn|ly|sd|ye|om|bh|ps|in|pk|cn|jp|br|au|ca"
)
_LEAD = rf"[\s{INVISIBLE}]*"
_PERCENT_LIKE = frozenset("%٪‰&@#*§¶†‡_")


def _word(letters: str, *, joints: str = "", digits: str = "") -> str:
    """One word of a script: dotted initials, or letters with marks, joined by ``joints``."""
    body = f"{letters}{MARKS}{digits}"
    tail = rf"(?:[{joints}][{letters}{digits}][{body}]*)*" if joints else ""
    unseen = rf"(?:[{INVISIBLE}]+[{body}]+)*"
    return rf"[{letters}](?:\.[{letters}])+(?![{body}])\.?|[{letters}][{body}]*{unseen}{tail}"


def _branches() -> dict[str, str]:
    """Alternatives of the token pattern, the likeliest first."""
    joined = _HYPHENS + _APOSTROPHES
    latin = _word(SCRIPTS["Latin"], joints=joined, digits="0-9")
    local = r"[A-Za-z0-9][\w.+-]*@[\w-]+(?:\.[\w-]+)+"
    domain = rf"[A-Za-z0-9][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*\.(?:{_DOMAINS})(?![\w-])(?:/\S*)?"
    link = r"(?:https?|ftp)://\S+|www\.\S+"
    tag = rf"(?<!\w)[@#](?=\d*[^\W\d])[\w{MARKS}\u200c]+"
    ordinal = r"\d+(?:st|nd|rd|th)(?![\w])|\d+-(?:й|я|е|го|му|ми|х|м|ю|ый|ая|ое)(?!\w)"
    branches = {
        "Arabic": _word(SCRIPTS["Arabic"]),
        "address": f"{link}|{local}|{domain}|{tag}",
        "Latin": rf"[A-Z]+&[A-Z]+(?![a-z])|[0-9]+[A-Z][A-Za-z0-9]*(?!\w)|{latin}",
        "number": rf"{ordinal}|\d+(?:[.,:/٫٬]\d+)*",
        "dots": r"\.{2,}|…+",
        "Han": f"[{SCRIPTS['Han']}]",
    }
    hebrew = SCRIPTS["Hebrew"]
    branches["Hebrew"] = _word(hebrew, joints="\"״'׳" + _HYPHENS)
    branches["Cyrillic"] = _word(SCRIPTS["Cyrillic"], joints=joined, digits="0-9")
    for name, letters in SCRIPTS.items():
        if name not in branches:
            branches[name] = _word(letters, joints=_HYPHENS)
    branches["letters"] = rf"[^\W\d_][^\W\d_{MARKS}]*"
    branches["rest"] = rf"[^\s{INVISIBLE}]"
    return branches


_TOKEN = re.compile(_LEAD + "(?:" + "|".join(f"(?P<{n}>{p})" for n, p in _branches().items()) + ")")
_BRACKET = re.compile(r"[()\[\]{}（）]")
_CLOSER_OF = {"(": ")", "[": "]", "{": "}", "（": "）"}
_DEEPEST = 16  # brackets nested deeper are no prose
_TRAILING = ".,;:!?،؛؟…\"'»”’)]}"
_FIXED_KINDS = {
    "address": TokenKind.ADDRESS,
    "number": TokenKind.NUMBER,
    "dots": TokenKind.PUNCTUATION,
}


def tokenize(
    text: str,
    start: int,
    end: int,
    *,
    foldings: Mapping[int, str],
    quoted: Sequence[Interval] = (),
) -> tuple[Token, ...]:
    """The tokens of ``text[start:end]``, in order.

    Every character is in exactly one token, but for white space and invisible format
    characters outside words. ``foldings`` is a ``str.translate`` table, ``quoted`` the
    insides of quotations.
    """
    inside = overlapping(quoted, start, end)
    brackets = _bracketed(text, start, end)
    composed = unicodedata.is_normalized("NFC", text[start:end])
    tokens: list[Token] = []
    position = start
    while found := _TOKEN.match(text, position, end):
        group = found.lastgroup or "rest"
        at, position = found.span(group)
        word = found.group(group)
        if group == "address":
            word = _without_trailing(word)
            position = at + len(word)
        kind, script = _nature(group, word)
        folded = word if composed else unicodedata.normalize("NFC", word)
        tokens.append(
            Token(
                word,
                Span(at, position),
                kind,
                script,
                folded.translate(foldings),
                bool(inside) and holds(inside, at),
                bool(brackets) and holds(brackets, at),
            )
        )
    return tuple(tokens)


def _nature(group: str, word: str) -> tuple[TokenKind, str]:
    """Kind and script of what the branch ``group`` matched."""
    if group in SCRIPTS:
        return TokenKind.WORD, group
    if group in _FIXED_KINDS:
        return _FIXED_KINDS[group], _script_in(word) if group == "address" else ""
    if group == "letters":
        return TokenKind.WORD, script_of(word[0])
    return _kind_of(word), ""


@lru_cache(maxsize=4096)
def _kind_of(char: str) -> TokenKind:
    category = unicodedata.category(char)
    if category[0] == "N":
        return TokenKind.NUMBER
    if category[0] == "P" and char not in _PERCENT_LIKE:
        return TokenKind.PUNCTUATION
    return TokenKind.SYMBOL


def _script_in(word: str) -> str:
    return next((script for script in map(script_of, word) if script), "")


def _without_trailing(address: str) -> str:
    """An address without the punctuation of the sentence around it."""
    kept = address.rstrip(_TRAILING)
    if "(" in kept and address[len(kept) : len(kept) + 1] == ")":
        kept += ")"
    return kept or address[0]


def _bracketed(text: str, start: int, end: int) -> list[Interval]:
    """The insides of the outermost bracket pairs."""
    found: list[Interval] = []
    waiting: list[tuple[str, int]] = []
    for bracket in _BRACKET.finditer(text, start, end):
        char = bracket.group()
        if char in _CLOSER_OF:
            waiting.append((_CLOSER_OF[char], bracket.end()))
            del waiting[:-_DEEPEST]
            continue
        for depth in range(len(waiting) - 1, -1, -1):
            if waiting[depth][0] == char:
                found.append((waiting[depth][1], bracket.start()))
                del waiting[depth:]
                break
    return merge(found)

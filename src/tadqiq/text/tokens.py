"""Words, numbers, punctuation, symbols and addresses, each with its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from ..model import Span, Token, TokenKind
from .intervals import Interval, holds, merge, overlapping
from .scripts import INVISIBLE, MARKS, SCRIPTS, listed, script_of

_HYPHENS = "-\u2010\u2011"
_APOSTROPHES = "'\u2019\u02bc\u02bb"
_DOMAINS = (
    "com|org|net|edu|gov|mil|int|info|biz|news|tv|io|ai|me|co|uk|us|eu|de|fr|es|it|nl|ru|ua"
    "|il|ir|tr|eg|sa|ae|qa|kw|lb|jo|sy|iq|ma|dz|tn|ly|sd|ye|om|bh|ps|in|pk|cn|jp|br|au|ca"
)
_AROUND = '<>«»“”"،؛؟'  # never part of an address
_TRAILING = r".,;:!?…'’)\]}"  # the sentence's at the end of one
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
    local = r"[A-Za-z0-9][\w.+-]{0,63}@[\w-]+(?:\.[\w-]+)+"
    rest = rf"[^\s{_AROUND}]*[^\s{_AROUND}{_TRAILING}]"
    labels = r"[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,63}){0,8}"
    domain = rf"{labels}\.(?:{_DOMAINS})(?![\w-])(?:/(?:{rest})?)?"
    link = rf"(?:(?:https?|ftp)://|www\.){rest}"
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


@cache
def _token(*, everything: bool) -> re.Pattern[str]:
    """One token; not ``everything``: in text that has only ``_FAMILIAR`` letters."""
    branches = _branches()
    names = branches if everything else ("Arabic", "address", "Latin", "number", "dots", "rest")
    return re.compile(_LEAD + "(?:" + "|".join(f"(?P<{n}>{branches[n]})" for n in names) + ")")


@lru_cache(maxsize=4096)
def _is_familiar(char: str) -> bool:
    """No letter, or one of the scripts that nearly all our text is in."""
    script = listed(char)
    letter = script != "" or (char.isalnum() and not char.isdecimal())
    return not letter or script in _FAMILIAR


@lru_cache(maxsize=4)
def _token_of(text: str) -> re.Pattern[str]:
    """Asked again for every sentence of a text."""
    return _token(everything=not all(map(_is_familiar, set(text))))


_FAMILIAR = frozenset({"Arabic", "Latin"})
_BRACKET = re.compile(r"[()\[\]{}（）]")
_CLOSER_OF = {"(": ")", "[": "]", "{": "}", "（": "）"}
_DEEPEST = 16  # brackets nested deeper are no prose
_WORDS = {name: (TokenKind.WORD, name) for name in SCRIPTS} | {"number": (TokenKind.NUMBER, "")}


def tokenize(
    text: str,
    start: int,
    end: int,
    *,
    folded: Callable[[str], str],
    quoted: Sequence[Interval] = (),
) -> tuple[Token, ...]:
    """The tokens of ``text[start:end]``, in order.

    Every character is in exactly one token, but for white space and invisible format
    characters outside words. ``folded`` folds a word, ``quoted`` are the insides of
    quotations.
    """
    inside = overlapping(quoted, start, end)
    brackets = _bracketed(text, start, end)
    tokens: list[Token] = []
    for found in _token_of(text).finditer(text, start, end):
        group = found.lastgroup or "rest"
        word = found[group]
        at, stop = found.span(group)
        kind, script = _WORDS.get(group) or _nature(group, word)
        said = bool(inside) and holds(inside, at)
        aside = bool(brackets) and holds(brackets, at)
        tokens.append(Token(word, Span(at, stop), kind, script, folded(word), said, aside))
    return tuple(tokens)


def _nature(group: str, word: str) -> tuple[TokenKind, str]:
    """Kind and script of what the branch ``group`` matched."""
    if group == "address":
        return TokenKind.ADDRESS, _script_in(word)
    if group == "letters":
        return TokenKind.WORD, script_of(word[0])
    if group == "dots":
        return TokenKind.PUNCTUATION, ""
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

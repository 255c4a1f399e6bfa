"""Paragraphs and sentences as stretches of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..model import Profile
from .intervals import Interval
from .scripts import INVISIBLE, SCRIPTS, WORD_CHARS

_BLANK = rf"\s{INVISIBLE}"
_LINE = re.compile("[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_SOLID = re.compile(rf"[^{_BLANK}](?:.*[^{_BLANK}])?", re.DOTALL)
_NEXT = re.compile(rf"[^{_BLANK}]")
_CLOSERS = "\"'”“»’›)\\]}"
_SELF_SUFFICIENT = frozenset("؟۔。！？।॥")  # end a sentence even where no space follows
_CONTINUATION = frozenset(",،؛;:)]}–—-/")
_QUOTE_CLOSERS = frozenset("\"'”“»’›")
_WORD_BEFORE = re.compile(rf"[{WORD_CHARS}{INVISIBLE}'’-]+(?:\.[{WORD_CHARS}]+)*$")
_LETTERS = re.compile(rf"[{WORD_CHARS}]+")
_NUMBER_BEFORE = re.compile(r"\d[\d.,٫٬]*\s*$")
_LIST_NUMBER = re.compile(r"[(\[]?\w{1,3}$")
_ARABIC = re.compile(f"[{SCRIPTS['Arabic']}]")
_AND = "و"
_PARTICLES = "وفبكل"
_LONGEST_TITLE = 2  # د., ود.: what names follow, even names that begin with «و»
_REACH = 40  # characters looked at before and after a full stop
_LONGEST_BRACKET = 200
_LONGEST_QUOTE = 400
_SHORT_QUOTE = 4  # words
_LONGEST_HEADING = 20
_QUOTE_OPENERS = frozenset('"“”«„')
_LISTED = "•●▪‣"  # start an item even within a line
_BULLETS = frozenset(_LISTED + "◦·*–—-")


def paragraphs(text: str) -> Iterator[Interval]:
    """Every line that is not blank, without the white space around it."""
    for line in _LINE.finditer(text):
        solid = _SOLID.search(text, *line.span())
        if solid:
            yield solid.span()


def sentences(text: str, start: int, end: int, profile: Profile) -> Iterator[Interval]:
    """The sentences of the paragraph ``text[start:end]``, in order.

    Every character that is not blank is in exactly one. Commas and semicolons never end a
    sentence, nor do full stops after abbreviations and initials, in numbers and addresses.
    """
    begin = start
    for found in _ender(profile.enders).finditer(text, start, end):
        stop = found.end()
        if stop >= end or found.start() <= begin:
            continue
        if found.group()[0] in _LISTED:
            stop = found.start()
            ends = text[stop - 1].isspace()
        else:
            ends = _ends(text, begin, found, end, profile)
        if ends:
            solid = _SOLID.search(text, begin, stop)
            if solid:
                yield solid.span()
                begin = stop
    solid = _SOLID.search(text, begin, end)
    if solid:
        yield solid.span()


def is_heading(text: str, start: int, end: int, profile: Profile) -> bool:
    """Whether the line ``text[start:end]`` reads as a heading: short, and nothing ends it."""
    line = text[start:end]
    if line[0] in _BULLETS or len(line.split(None, _LONGEST_HEADING)) > _LONGEST_HEADING:
        return False
    bare = line.rstrip("\"'”“»’›)]} ")
    return bool(bare) and bare[-1] not in profile.enders and bare[-1] not in profile.commas


@lru_cache(maxsize=64)
def _ender(enders: str) -> re.Pattern[str]:
    ends = re.escape(enders)
    detached = rf"(?:\s[”»](?=[\s.,،]|$)[{ends}]*)?"
    return re.compile(rf"[{ends}][{ends}{_CLOSERS}]*{detached}|[{_LISTED}](?=\s)")


def _ends(text: str, begin: int, found: re.Match[str], end: int, profile: Profile) -> bool:
    """Whether the enders and closing marks in ``found`` end the sentence begun at ``begin``."""
    run = found.group()
    after = text[found.end()]
    if not after.isspace() and after not in INVISIBLE:
        return _ends_without_space(text, found, end)
    following = _NEXT.search(text, found.end(), end)
    if following is None:
        return False
    ahead = text[following.start() : following.start() + _REACH]
    if ahead[0] in _CONTINUATION and not _opens_dialogue(ahead):
        return False
    if _starts_low(ahead) or _in_brackets(text, begin, found.end(), end):
        return False
    if run.strip("\"'”“»’›)]}") == "." and run[0] == ".":
        before = text[max(begin, found.start() - _REACH) : found.start()]
        if _is_abbreviation(before, ahead, found.start() - len(before) <= begin, profile):
            return False
    return not _is_quoted_phrase(text, begin, found, ahead)


def _ends_without_space(text: str, found: re.Match[str], end: int) -> bool:
    """Enders of other scripts need no space; a full stop glued between Arabic words ends too."""
    run = found.group()
    after = text[found.end()]
    if any(char in _SELF_SUFFICIENT for char in run):
        return after.isalpha()
    around = text[found.start() - 3 : found.start()] + text[found.end() : found.end() + 2]
    return run == "." and len(around) == 5 and len(_ARABIC.findall(around)) == 5


def _starts_low(ahead: str) -> bool:
    """Whether the next word is in lower case, in a script that begins sentences in upper case."""
    first = ahead.lstrip("\"'“”«‘([")[:2]
    if not first or not first[0].islower() or "ა" <= first[0] <= "ჿ":
        return False
    return not first[1:].isupper()  # iPhone


def _opens_dialogue(ahead: str) -> bool:
    """A dash before a capital or an opening quotation starts a line of dialogue."""
    rest = ahead[1:].lstrip()
    return ahead[0] in "–—-" and bool(rest) and (rest[0].isupper() or rest[0] in '“«"')


def _in_brackets(text: str, begin: int, at: int, end: int) -> bool:
    """Whether a round bracket opened not far before ``at`` is still to close."""
    low = max(begin, at - _LONGEST_BRACKET)
    if text.count("(", low, at) <= text.count(")", low, at):
        return False
    closing = text.find(")", at, min(end, at + _LONGEST_BRACKET))
    return closing >= 0 and "(" not in text[at:closing]


def _is_abbreviation(before: str, ahead: str, at_start: bool, profile: Profile) -> bool:
    """Whether the full stop between ``before`` and ``ahead`` belongs to the word before it."""
    found = _WORD_BEFORE.search(before)
    if found is None:
        return False
    word = found.group()
    rest = before[: found.start()].rstrip()
    if at_start and not rest and _LIST_NUMBER.match(word) and not word.isalpha():
        return True
    letter = _is_letter(word)
    listed = _is_listed(word, profile)
    dotted = "." in word and all(map(_is_letter, word.split(".")))
    opens = ahead[0].isalnum() or (listed and ahead[0] in _QUOTE_OPENERS)
    if not (listed or letter or dotted) or not opens:
        return False
    if not word[0].isdigit() and _NUMBER_BEFORE.search(rest):
        return not _begins_anew(ahead)
    title = listed and len(word) <= _LONGEST_TITLE
    if ahead.startswith(_AND) and not title:
        return rest.endswith(".")
    arabic = _ARABIC.match(word) is not None
    return listed or dotted or arabic or word.isupper() or ahead[1:2] == "."


def _is_listed(word: str, profile: Profile) -> bool:
    """Whether the profile has the abbreviation, also with an Arabic particle before it (ود.)."""
    known = profile.abbreviations
    if word in known or word.lower() in known:
        return True
    return len(word) == 2 and word[0] in _PARTICLES and word[1] in known


def _begins_anew(ahead: str) -> bool:
    """Whether what follows a number with its unit reads as the start of a sentence."""
    return ahead[0].isupper() or ahead.startswith(_AND)


def _is_quoted_phrase(text: str, begin: int, found: re.Match[str], ahead: str) -> bool:
    """Whether a closing quotation with an ender inside it goes on as part of the sentence.

    Scripts without capitals leave it open: a few quoted words, or a question, go on, unless
    the next word joins a new clause with «و» or another quotation opens.
    """
    run = found.group()
    if not any(char in _QUOTE_CLOSERS for char in run[1:]) or run[-1] not in _QUOTE_CLOSERS:
        return False
    if not _ARABIC.match(ahead) or ahead.startswith(_AND):
        return False
    opening = max(text.rfind(mark, begin, found.start()) for mark in '"“”«‘')
    if opening < 0:
        return False
    words = len(_LETTERS.findall(text, opening, found.start()))
    return words <= _SHORT_QUOTE or (opening <= begin + 1 and run[0] in "!?؟")


def _is_letter(word: str) -> bool:
    """Whether the word is one letter, its marks and vowel signs aside."""
    return sum(map(str.isalpha, word)) == 1 and not any(map(str.isdigit, word))

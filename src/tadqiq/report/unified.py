"""What was changed, as a unified diff.

Plain, it is one that ``patch`` takes. On a terminal the words that differ stand out in colour,
each in a directional isolate, so that a right-to-left line reads in its own order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher, unified_diff

from .plain import isolate, visible
from .reporter import Layout

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_WORD = re.compile(r"\w+|\s+|[^\w\s]")
_COLOURS = {"-": "31", "+": "32", "@": "36"}
_UNENDED = "\\ No newline at end of file\n"


def unified(before: str, after: str, *, name: str, layout: Layout) -> str:
    """The lines of ``before`` and ``after`` that differ, under ``name``; empty if none does."""
    lines = list(
        unified_diff(_LINE.findall(before), _LINE.findall(after), fromfile=name, tofile=name)
    )
    if not layout.colour:
        return "".join(line if line.endswith("\n") else f"{line}\n{_UNENDED}" for line in lines)
    return "".join(f"{line}\n" for line in _coloured(lines))


def _coloured(lines: Sequence[str]) -> Iterator[str]:
    yield from (_painted(line[0], visible(line.rstrip("\n"))) for line in lines[:2])
    place = 2
    while place < len(lines):
        gone = _run(lines, place, "-")
        come = _run(lines, place + len(gone), "+")
        if not gone and not come:
            line = lines[place]
            shown = visible(line.rstrip("\r\n"))
            yield _painted("@", shown) if line.startswith("@@") else shown
            place += 1
            continue
        if len(gone) == len(come):
            pairs = [_compared(old, new) for old, new in zip(gone, come, strict=True)]
            yield from (old for old, _ in pairs)
            yield from (new for _, new in pairs)
        else:
            yield from (_painted("-", "-" + visible(line)) for line in gone)
            yield from (_painted("+", "+" + visible(line)) for line in come)
        place += len(gone) + len(come)


def _run(lines: Sequence[str], place: int, sign: str) -> list[str]:
    """The lines from ``place`` on that have ``sign``, without it and their end."""
    found = []
    while place < len(lines) and lines[place].startswith(sign):
        found.append(lines[place][1:].rstrip("\r\n"))
        place += 1
    return found


def _compared(old: str, new: str) -> tuple[str, str]:
    """Both lines with the words marked that the other has not."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    left, right = [], []
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for step, start, end, from_, to in steps:
        gone, come = visible("".join(before[start:end])), visible("".join(after[from_:to]))
        left.append(gone if step == "equal" else _marked("-", gone))
        right.append(come if step == "equal" else _marked("+", come))
    return _painted("-", "-" + "".join(left)), _painted("+", "+" + "".join(right))


def _marked(sign: str, words: str) -> str:
    """Words in reverse, within a line in the colour of ``sign``."""
    return f"\x1b[7m{isolate(words)}\x1b[27m" if words else ""


def _painted(sign: str, line: str) -> str:
    return f"\x1b[{_COLOURS[sign]}m{line}\x1b[0m"

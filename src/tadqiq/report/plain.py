"""Text from articles made safe for one line of a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ISOLATE, _END = "\u2068", "\u2069"  # first-strong isolate, pop directional isolate
_ELLIPSIS = "…"
_QUOTATION = re.compile("(«[^»]*»)")
_LONG = 10_000  # characters, more than any terminal line holds: not worth measuring
# Controls could drive the terminal, overrides reorder the line, a lone surrogate cannot be
# encoded: each becomes one visible cell. The weak marks (LRM, RLM, ALM) and joiners are harmless.
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_CONTROL_IN_LINES = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_OTHER = re.compile("[\x80-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_PICTURES = {"\n": "↵", "\r": "↵", "\t": " ", "\x7f": "␡"}


def visible(text: str) -> str:
    """``text`` on one line, with a visible sign for everything that is not a character.

    The result has as many code points as ``text``, so that offsets still hold.
    """
    return _OTHER.sub("\ufffd", _CONTROL.sub(_picture, text))


def legible(text: str) -> str:
    """As ``visible``, but of several lines: line breaks and tabs stay."""
    return _OTHER.sub("\ufffd", _CONTROL_IN_LINES.sub(_picture, text.replace("\r\n", "\n")))


def isolate(text: str) -> str:
    """``text`` in a directional isolate, so that a terminal orders it apart from its context."""
    return f"{_ISOLATE}{text}{_END}"


def quotations(text: str) -> Iterator[tuple[str, bool]]:
    """A message cut at what it quotes between « and »; True marks a quotation."""
    for part in _QUOTATION.split(text):
        if part:
            yield part, part.startswith("«")


def isolated(text: str) -> str:
    """A message with every quotation isolated: it may run the other way."""
    return "".join(isolate(part) if quoted else part for part, quoted in quotations(text))


def cells(text: str) -> int:
    """How many terminal cells ``text`` takes."""
    from rich.cells import cell_len

    return cell_len(text)


def clip(text: str, width: int) -> str:
    """``text`` cut to ``width`` cells, with an ellipsis where something was cut."""
    if len(text) <= _LONG and cells(text) <= width:
        return text
    kept = text[: max(0, width - 1)]
    while kept and cells(kept) > width - 1:
        kept = kept[:-1]
    return kept.rstrip() + _ELLIPSIS


def quotation(text: str, width: int) -> str:
    """``text`` as quoted on a terminal: visible, clipped, isolated."""
    return isolate(clip(visible(text), width))


def _picture(match: re.Match[str]) -> str:
    char = match.group()
    return _PICTURES.get(char) or chr(0x2400 + ord(char))

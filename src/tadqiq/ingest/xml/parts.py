"""The text of an item in its parts: markup, CDATA sections and comments.

By looking for one end after another, not by a regular expression: markup with a million
beginnings and no end must not take a million looks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["markup", "cdata", "comment"]
_SECTIONS: tuple[tuple[Kind, str, str], ...] = (
    ("cdata", "<![CDATA[", "]]>"),
    ("comment", "<!--", "-->"),
)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text, its delimiters included."""

    kind: Kind
    text: str

    @property
    def content(self) -> str:
        """What a reader sees of a CDATA section."""
        return self.text[len("<![CDATA[") : -len("]]>")] if self.kind == "cdata" else ""


def parts(text: str) -> Iterator[Part]:
    """The parts in order; what is never closed is markup."""
    at = 0
    openings = {kind: text.find(opener) for kind, opener, _ in _SECTIONS}
    while True:
        begun = [
            (openings[kind], kind, opener, closer)
            for kind, opener, closer in _SECTIONS
            if openings[kind] >= 0
        ]
        if not begun:
            break
        start, kind, opener, closer = min(begun)
        end = text.find(closer, start + len(opener))
        if end < 0:  # nor is any later one of its kind
            openings[kind] = -1
            continue
        end += len(closer)
        if start > at:
            yield Part("markup", text[at:start])
        yield Part(kind, text[start:end])
        at = end
        for other, other_opener, _ in _SECTIONS:
            if 0 <= openings[other] < end:
                openings[other] = text.find(other_opener, end)
    if at < len(text):
        yield Part("markup", text[at:])

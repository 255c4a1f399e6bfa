"""A table of character replacements in SentencePiece's precompiled form.

The form is a double-array trie (darts-clone) over the UTF-8 of what is replaced, followed by
the replacements, each ended by a zero byte. The Hugging Face ``Precompiled`` normaliser reads
it. NFKC instead would move Arabic vowel signs before the shadda, which the vocabulary was not
trained on.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping

_LEAF = 1 << 8  # a key ends here; its value lies in the slot of label 0
_VALUE = 1 << 31
_OFFSET_SHIFT = 10
_OFFSET_LIMIT = 1 << 21
_REACH = 48  # how far behind the last placed node free places are still looked for

_Node = dict[int, "_Node | int"]


def compile_map(replacements: Mapping[str, str]) -> bytes:
    """The precompiled form of ``replacements``, keys being one or more characters.

    Raises ValueError for an empty key or a zero character, which the form cannot hold.
    """
    root: _Node = {}
    texts = bytearray()
    for key, text in sorted(replacements.items()):
        if not key or "\0" in key + text:
            raise ValueError(f"cannot be replaced: {key!r} by {text!r}")
        _insert(root, key.encode(), len(texts))
        texts += text.encode() + b"\0"
    units = _double_array(root)
    return struct.pack(f"<I{len(units)}I", 4 * len(units), *units) + bytes(texts)


def _insert(root: _Node, key: bytes, value: int) -> None:
    node = root
    for byte in key:
        child = node.setdefault(byte, {})
        assert isinstance(child, dict)  # bytes of a key are never 0, which holds the value
        node = child
    node[0] = value


def _double_array(root: _Node) -> list[int]:
    """Units of the trie: a node's child by label c lies at the node's base XOR c."""
    units: dict[int, int] = {0: 0}
    waiting: list[tuple[int, _Node]] = [(0, root)]
    bases: set[int] = set()  # two nodes with one base would take each other's children
    start = 0
    while waiting:
        place, node = waiting.pop()
        base = _free_base(units, bases, node, start)
        bases.add(base)
        start = max(start, base - _REACH)
        offset = place ^ base
        if offset >= _OFFSET_LIMIT:
            raise ValueError("too many replacements for one table")
        units[place] |= offset << _OFFSET_SHIFT | (_LEAF if 0 in node else 0)
        for label, child in node.items():
            if isinstance(child, dict):
                units[base ^ label] = label
                waiting.append((base ^ label, child))
            else:
                units[base] = child | _VALUE
    # Whole blocks of 256, so that no walk over unknown text leaves the array.
    return [units.get(place, _VALUE) for place in range((max(units) // 256 + 1) * 256)]


def _free_base(units: dict[int, int], bases: set[int], node: _Node, start: int) -> int:
    """The first unused base from ``start`` on whose places for all labels are free."""
    base = start
    while base in bases or any(base ^ label in units for label in node):
        base += 1
    return base

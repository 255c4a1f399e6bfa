"""The part of a model's vocabulary that a script needs, and its tokenizer.

Of 262,144 pieces Arabic text uses 8,300. A smaller vocabulary makes the last layer, the
largest of all, thirty times as fast; probabilities are then those among the pieces kept.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

BEGIN = "<bos>"
_SPACE = "▁"
_KEPT = re.compile(
    rf"""
    {_SPACE}*[\u0600-\u06ff\u0750-\u077f\u200c-\u200f]+  # Arabic script
    | {_SPACE}?[!-@\[-`{{-~\u00a0-\u00bf\u2010-\u203a]{{1,3}}  # figures and punctuation
    | {_SPACE}?[A-Za-z\u00c0-\u024f]  # Latin letters one by one
    | {_SPACE}{{1,4}}
    """,
    re.VERBOSE,
)
_CONTROLS = ("<pad>", "<eos>", BEGIN, "<unk>")
_BYTE = re.compile(r"<0x[0-9A-F]{2}>")
_TILE = 64  # the runtime's kernels want the size of the vocabulary in whole tiles


def kept(pieces: Sequence[str]) -> list[int]:
    """Places of the pieces that Arabic text with figures and a few Latin letters needs."""
    found = [
        place
        for place, piece in enumerate(pieces)
        if piece in _CONTROLS or _BYTE.fullmatch(piece) or _KEPT.fullmatch(piece)
    ]
    return found[: len(found) // _TILE * _TILE]


def write_tokenizer(pieces: Sequence[str], target: Path) -> None:
    """A byte-pair tokenizer of ``pieces``, which are in order of rank, as tokenizer.json.

    SentencePiece merges the neighbours that make the piece of the best rank; the same merges
    come out of a list of all ways to make a piece of two, in order of its rank.
    """
    ranks = {piece: place for place, piece in enumerate(pieces)}
    merges = []
    for piece in pieces:
        if piece in _CONTROLS or _BYTE.fullmatch(piece):
            continue
        halves = [(piece[:cut], piece[cut:]) for cut in range(1, len(piece))]
        known = [pair for pair in halves if pair[0] in ranks and pair[1] in ranks]
        merges += sorted(known, key=lambda pair: (ranks[pair[0]], ranks[pair[1]]))
    controls = [
        {
            "id": ranks[name],
            "content": name,
            "single_word": False,
            "lstrip": False,
            "rstrip": False,
            "normalized": False,
            "special": True,
        }
        for name in _CONTROLS
    ]
    content = {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": controls,
        "normalizer": {"type": "Replace", "pattern": {"String": " "}, "content": _SPACE},
        "pre_tokenizer": None,
        "post_processor": None,
        "decoder": None,
        "model": {
            "type": "BPE",
            "dropout": None,
            "unk_token": "<unk>",
            "continuing_subword_prefix": None,
            "end_of_word_suffix": None,
            "fuse_unk": True,
            "byte_fallback": True,
            "ignore_merges": False,
            "vocab": ranks,
            "merges": [list(pair) for pair in merges],
        },
    }
    target.write_text(json.dumps(content, ensure_ascii=False), "utf-8")

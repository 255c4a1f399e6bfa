"""A language model that says how likely a text is, and which of its words are wrong."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from . import vocabulary
from .convert import GRAPH, MARKS, TOKENIZER
from .mark import Mark, stretches
from .runner import Row, Runner, padded

_LONGEST = 192  # tokens of a text that are read: the sentence around a change fits


class LanguageModel:
    """The model in ``folder``. Safe in several threads; calls wait in line."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._begin: int = self._tokenizer.get_vocab()[vocabulary.BEGIN]
        self._scorer = Runner(folder / GRAPH)

    @cached_property
    def _marker(self) -> Runner:
        return Runner(self._folder / MARKS)

    def likelihoods(self, texts: Sequence[str]) -> list[float]:
        """The natural logarithm of the probability of each text."""
        said = self._said([row for row, _ in self._rows(texts)])
        return [float(row.sum(dtype=np.float64)) for row in said]

    def marks(self, texts: Sequence[str]) -> list[tuple[Mark, ...]]:
        """The words of each text that are likely part of an error."""
        coded = self._rows(texts)
        rows = [row for row, _ in coded]
        said = [np.concatenate(([0.0], row)) for row in self._said(rows)]
        odds = self._marker.run(
            rows,
            lambda places, width: [
                padded([said[place] for place in places], width, np.float32),
                np.array([len(rows[place]) for place in places]),
            ],
        )
        return [
            stretches(text, places, row[1:].tolist())
            for text, (_, places), row in zip(texts, coded, odds, strict=True)
        ]

    def _rows(self, texts: Sequence[str]) -> list[tuple[list[int], list[tuple[int, int]]]]:
        """Each text's tokens, and where those after the first stand in it."""
        clean = [text.encode("utf-8", "replace").decode() for text in texts]
        return [
            ([self._begin, *coded.ids[: _LONGEST - 1]], coded.offsets[: _LONGEST - 1])
            for coded in self._tokenizer.encode_batch(clean, add_special_tokens=False)
        ]

    def _said(self, rows: Sequence[list[int]]) -> list[Row]:
        """The logarithm of the probability of each token but the first."""
        return [row[: len(ids) - 1] for row, ids in zip(self._scorer.run(rows), rows, strict=True)]

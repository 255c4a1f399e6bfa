"""Any SentenceTransformer model as an `Encoder` whose bits do not depend on batching.

A sentence's vector must be the same to the last bit alone or in a batch, cached or not, in one
job or in eight. Padding and the number of threads change the order of sums inside matrix
products, so sentences are batched by equal length in tokens, which needs no padding, every
batch runs on one thread, and the cores take different batches.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch

from ..errors import ModelError
from .background import mean_vector
from .windows import MARGIN, cuts, join, longest

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

    from .encoder import FloatMatrix, FloatVector

_BATCH_TOKENS = 512
_CARD_TOKENS = 1 << 15  # a card is idle in small batches
_LEAST_TOKENS = 16  # matrix products of fewer rows take another path through the BLAS


@dataclass(frozen=True, slots=True)
class _Window:
    """A piece of a sentence that fits the model: its place in the call and length in tokens."""

    sentence: int
    text: str
    tokens: int


class SbertEncoder:
    """A SentenceTransformer as an encoder.

    A sentence longer than the model's limit is cut into windows between tokens; its vector is
    the mean of theirs, weighted by tokens. Of text without an end (over 8 windows) only the
    beginning counts.
    """

    def __init__(
        self, model: SentenceTransformer, *, digest: str, precision: str, folder: Path
    ) -> None:
        self._model = model.eval()
        self._folder = folder
        self._lock = threading.Lock()
        on_card = model.device.type == "cuda"
        self._cores = 1 if on_card else torch.get_num_threads()
        self._batch_tokens = _CARD_TOKENS if on_card else _BATCH_TOKENS
        self.digest = digest
        self.precision = precision
        self.dimension = self._run(["."]).shape[1]

    @cached_property
    def background(self) -> FloatVector:
        """Mean vector of unrelated sentences."""
        return mean_vector(self.encode, digest=self.digest, folder=self._folder)

    def encode(self, sentences: Sequence[str]) -> FloatMatrix:
        """One L2-normalised row per sentence, in order.

        Raises ModelError if the model gives anything else.
        """
        places: dict[str, int] = {}
        # Half of a surrogate pair is no character and no tokenizer takes it.
        clean = [text.encode("utf-8", "replace").decode() for text in sentences]
        for text in clean:
            places.setdefault(text, len(places))
        if not places:
            return np.zeros((0, self.dimension), np.float32)
        with self._lock, _single_threaded():
            parts = self._windows(list(places))
            vectors = self._vectors(parts)
        owners, tokens = zip(*((part.sentence, part.tokens) for part in parts), strict=True)
        rows = join(vectors, owners, tokens)
        return rows[[places[text] for text in clean]]

    def _windows(self, texts: Sequence[str]) -> list[_Window]:
        tokenizer: Any = self._model.tokenizer
        limit = self._model.max_seq_length
        if not limit or not hasattr(tokenizer, "is_fast"):  # no limit, no padding: any batch
            return [_Window(place, text, 0) for place, text in enumerate(texts)]
        prompted = [self._prompt + text[: longest(limit)] for text in texts]
        coded = tokenizer(
            prompted, truncation=False, verbose=False, return_offsets_mapping=tokenizer.is_fast
        )
        windows = []
        for place, ids in enumerate(coded["input_ids"]):
            if len(ids) <= limit or not tokenizer.is_fast:
                windows.append(_Window(place, texts[place], min(len(ids), limit)))
                continue
            room = limit - self._frame
            for start, end in cuts(coded["offset_mapping"][place], len(self._prompt), room):
                piece = prompted[place][start:end]
                size = len(tokenizer(self._prompt + piece, verbose=False)["input_ids"])
                windows.append(_Window(place, piece, min(size, limit)))
        return windows

    @cached_property
    def _prompt(self) -> str:
        name = self._model.default_prompt_name
        return str(self._model.prompts[name]) if name else ""

    @cached_property
    def _frame(self) -> int:
        """Tokens of a window that are not the sentence's: prompt, begin, end, and a margin."""
        return len(self._model.tokenizer(self._prompt)["input_ids"]) + MARGIN

    def _vectors(self, windows: Sequence[_Window]) -> FloatMatrix:
        batches = list(_batches(windows, self._batch_tokens))
        # The first, short batch runs alone: it sets the tokenizer's truncation, which must not
        # happen while another thread reads it.
        parts = [self._batch(windows, batches[0])]
        with ThreadPoolExecutor(self._cores) as pool:
            parts += pool.map(lambda batch: self._batch(windows, batch), reversed(batches[1:]))
        order = [place for batch in (batches[0], *reversed(batches[1:])) for place in batch]
        vectors = np.empty((len(windows), parts[0].shape[1]), np.float32)
        vectors[order] = np.concatenate(parts)
        return vectors

    def _batch(self, windows: Sequence[_Window], batch: Sequence[int]) -> FloatMatrix:
        texts = [windows[place].text for place in batch]
        tokens = max(1, windows[batch[0]].tokens)
        copies = max(0, -(-_LEAST_TOKENS // tokens) - len(texts))
        return self._run(texts + texts[:1] * copies)[: len(texts)]

    def _run(self, texts: list[str]) -> FloatMatrix:
        with torch.inference_mode():
            found = self._model.encode(
                texts, batch_size=len(texts), show_progress_bar=False, convert_to_numpy=True
            )
        rows = np.asarray(found, np.float32)
        if rows.ndim != 2 or len(rows) != len(texts) or not np.isfinite(rows).all():
            raise ModelError(
                f"the model gave {rows.shape} values for {len(texts)} sentences, or values that "
                "are no numbers; it is damaged or no sentence encoder"
            )
        return rows


def _batches(windows: Sequence[_Window], most: int) -> Iterator[list[int]]:
    """Places of windows of equal length, shortest first, of ``most`` tokens a batch."""
    groups: dict[int, list[int]] = {}
    for place, window in enumerate(windows):
        groups.setdefault(window.tokens, []).append(place)
    for tokens, places in sorted(groups.items()):
        size = max(1, most // max(1, tokens))
        for start in range(0, len(places), size):
            yield places[start : start + size]


@contextmanager
def _single_threaded() -> Iterator[None]:
    """One thread per matrix product, process-wide while it lasts."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)

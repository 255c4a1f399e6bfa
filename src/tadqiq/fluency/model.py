"""A language model that says how likely a text is."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from ..neural.runtime import compiled_on_cpu, openvino
from . import vocabulary
from .convert import GRAPH, TOKENIZER

_LONGEST = 192  # tokens of a text that are read: the sentence around a change fits
_STEP = 16  # widths are whole tiles of the matrix units
_BATCH = 512  # tokens computed at once


class LanguageModel:
    """The model in ``folder``. Safe in several threads; calls wait in line."""

    def __init__(self, folder: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._begin: int = self._tokenizer.get_vocab()[vocabulary.BEGIN]
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 0
        streams = cores or os.cpu_count() or 1
        options = {
            "NUM_STREAMS": str(streams),
            "INFERENCE_NUM_THREADS": str(streams),
            "ENABLE_CPU_PINNING": "NO",
            "INFERENCE_PRECISION_HINT": "bf16",
        }
        compiled = compiled_on_cpu(folder / GRAPH, options)
        self._queue = openvino().AsyncInferQueue(compiled, streams)
        self._queue.set_callback(_collect)
        self._lock = threading.Lock()

    def likelihoods(self, texts: Sequence[str]) -> list[float]:
        """The natural logarithm of the probability of each text."""
        clean = [text.encode("utf-8", "replace").decode() for text in texts]
        rows = [
            [self._begin, *coded.ids[: _LONGEST - 1]]
            for coded in self._tokenizer.encode_batch(clean, add_special_tokens=False)
        ]
        found = np.zeros(len(rows), np.float64)
        with self._lock:
            for width, places in _batches([len(row) for row in rows]):
                ids = np.zeros((len(places), width), np.int64)
                for line, place in enumerate(places):
                    ids[line, : len(rows[place])] = rows[place]
                lengths = [len(rows[place]) for place in places]
                self._queue.start_async({0: ids}, (found, places, lengths))
            self._queue.wait_all()
        return found.tolist()


_Target = tuple[NDArray[np.float64], list[int], list[int]]


def _collect(request: Any, target: _Target) -> None:
    found, places, lengths = target
    scores = request.get_output_tensor(0).data
    for line, (place, length) in enumerate(zip(places, lengths, strict=True)):
        found[place] = scores[line, : length - 1].sum(dtype=np.float64)


def _batches(lengths: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """Widths and places of rows, longest first: few batches, for each reads all weights."""
    places = sorted(range(len(lengths)), key=lambda place: -lengths[place])
    while places:
        width = -(-lengths[places[0]] // _STEP) * _STEP
        size = max(1, _BATCH // width)
        yield width, places[:size]
        places = places[size:]

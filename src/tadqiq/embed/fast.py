"""The light way: tokenizer and network, no torch, so that a cold start takes a second.

It gives the vectors of the same network inside a SentenceTransformer (`hosted`), to the bit.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np

from ..errors import ModelError
from . import windows
from .background import mean_vector

if TYPE_CHECKING:
    from tokenizers import Tokenizer

    from .encoder import FloatMatrix, FloatVector

FACTS = "facts.json"
TOKENIZER = "tokenizer.json"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a graph's folder says of it: prompt before every sentence, limit in tokens."""

    prompt: str
    limit: int
    padding: int
    bf16: bool

    def write(self, folder: Path) -> None:
        """Into the folder of the graph."""
        (folder / FACTS).write_text(json.dumps(asdict(self)) + "\n", "utf-8")


class Network(Protocol):
    """Token ids to vectors of ``dimension`` values, without a tokenizer."""

    @property
    def dimension(self) -> int:
        """Length of a vector."""

    def vectors(self, rows: Sequence[Sequence[int]]) -> FloatMatrix:
        """One vector per row of at most as many token ids as the facts' limit says."""


Opener = Callable[[Path, Facts], Network]
"""Opens the network in a folder."""


class FastEncoder:
    """The network in ``folder``, opened by ``opener``, as an encoder.

    Sentences over the model's limit are cut between tokens into windows, as `SbertEncoder`
    does. Raises ModelError for a folder that cannot be read.
    """

    def __init__(
        self,
        folder: Path,
        *,
        digest: str,
        precision: str,
        home: Path,
        opener: Opener,
    ) -> None:
        self.digest = digest
        self.precision = precision
        self._home = home
        self.facts, self.tokenizer, self.network = _open(folder, opener)
        self.dimension = self.network.dimension

    @cached_property
    def background(self) -> FloatVector:
        """Mean vector of unrelated sentences."""
        return mean_vector(self.encode, digest=self.digest, folder=self._home)

    def encode(self, sentences: Sequence[str]) -> FloatMatrix:
        """One L2-normalised row per sentence, in order."""
        places: dict[str, int] = {}
        # Half of a surrogate pair is no character and no tokenizer takes it.
        clean = [text.encode("utf-8", "replace").decode() for text in sentences]
        for text in clean:
            places.setdefault(text, len(places))
        if not places:
            return np.zeros((0, self.dimension), np.float32)
        rows, owners = self._windows(list(places))
        found = windows.join(self.network.vectors(rows), owners, [len(row) for row in rows])
        return found[[places[text] for text in clean]]

    def _windows(self, texts: Sequence[str]) -> tuple[list[list[int]], list[int]]:
        """Token ids by window, and the sentences that they belong to."""
        prompt, limit = self.facts.prompt, self.facts.limit
        prompted = [prompt + text[: windows.longest(limit)] for text in texts]
        rows, owners = [], []
        for place, coded in enumerate(self.tokenizer.encode_batch(prompted)):
            pieces = [coded.ids]
            if len(coded.ids) > limit:
                cut = windows.cuts(coded.offsets, len(prompt), limit - self._frame)
                again = [prompt + prompted[place][start:end] for start, end in cut]
                pieces = [part.ids[:limit] for part in self.tokenizer.encode_batch(again)]
            rows += pieces
            owners += [place] * len(pieces)
        return rows, owners

    @cached_property
    def _frame(self) -> int:
        """Tokens of a window that are not the sentence's, and what cutting may add."""
        return len(self.tokenizer.encode(self.facts.prompt).ids) + windows.MARGIN


def _open(folder: Path, opener: Opener) -> tuple[Facts, Tokenizer, Network]:
    from tokenizers import Tokenizer

    try:
        facts = Facts(**json.loads((folder / FACTS).read_text("utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise ModelError(f"{folder / FACTS}: unreadable ({error}); delete {folder}") from error
    with ThreadPoolExecutor(1) as pool:  # the two take half a second each
        network = pool.submit(opener, folder, facts)
        tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return facts, tokenizer, network.result()

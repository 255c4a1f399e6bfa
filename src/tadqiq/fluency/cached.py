"""A language model that is asked only about what it was never asked before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ..model import Span
from ..neural.store import Store, key_of
from .change import Change
from .mark import MOST, Mark

if TYPE_CHECKING:
    from .model import LanguageModel


class CachedReader:
    """Opens the model with ``open_model`` when a text comes that the file ``path`` knows nothing
    of. ``digest`` is that model's."""

    def __init__(self, open_model: Callable[[], LanguageModel], path: Path, *, digest: str) -> None:
        self.digest = digest
        self._open = open_model
        self._store = Store(path, model=digest, width=1, table="likelihood", what="likelihoods")
        self._marks = Store(path, model=digest, width=3 * MOST, table="marks", what="marks")

    @cached_property
    def _model(self) -> LanguageModel:
        return self._open()

    def gains(self, changes: Sequence[Change]) -> list[float]:
        """By how many nats each change makes its text likelier; below 0 where less likely.

        Raises ModelError if the model must be opened and cannot be.
        """
        texts = list(
            dict.fromkeys(text for change in changes for text in (change.text, change.changed))
        )
        keys = dict(zip(texts, map(key_of, texts), strict=True))
        known = {key: float(row[0]) for key, row in self._store.read(list(keys.values())).items()}
        missing = [text for text in texts if keys[text] not in known]
        if missing:
            new = np.array(self._model.likelihoods(missing), np.float32)
            self._store.write([(keys[text], new[at : at + 1]) for at, text in enumerate(missing)])
            known |= {keys[text]: float(one) for text, one in zip(missing, new, strict=True)}
        return [known[keys[change.changed]] - known[keys[change.text]] for change in changes]

    def marks(self, texts: Sequence[str]) -> list[tuple[Mark, ...]]:
        """The words of each text that are likely part of an error. Raises ModelError as
        ``gains`` does."""
        keys = [key_of(text) for text in texts]
        known = {key: _unpacked(row) for key, row in self._marks.read(keys).items()}
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        if missing:
            new = dict(zip(missing, self._model.marks(list(missing.values())), strict=True))
            self._marks.write([(key, _packed(marks)) for key, marks in new.items()])
            known |= new
        return [known[key] for key in keys]


def _packed(marks: Sequence[Mark]) -> NDArray[np.float32]:
    row = np.zeros((MOST, 3), np.float32)
    for line, mark in enumerate(marks):
        row[line] = mark.span.start, mark.span.end, mark.odds
    return row.ravel()


def _unpacked(row: NDArray[np.float32]) -> tuple[Mark, ...]:
    lines = row.reshape(MOST, 3).tolist()
    return tuple(Mark(Span(int(start), int(end)), odds) for start, end, odds in lines if end)

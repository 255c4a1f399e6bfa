"""The interval is the same to the last bit, whether numpy draws or not."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tadqiq.score import mqm
from tadqiq.score.draws import random_raw


@given(st.integers(0, 2**64 - 1), st.integers(0, 40))
def test_numbers_are_drawn_as_numpy_draws_them(seed: int, count: int) -> None:
    assert random_raw(seed, count) == np.random.PCG64(seed).random_raw(count).tolist()


@given(
    st.lists(st.tuples(st.integers(0, 10**8), st.integers(0, 60)), min_size=1, max_size=12),
    st.integers(0, 2**64 - 1),
)
def test_resamples_are_the_same_with_numpy_and_without(
    sentences: list[tuple[int, int]], key: int
) -> None:
    penalties, words = zip(*sentences, strict=True)
    assert list(mqm._without_numpy(penalties, words, key)) == list(
        mqm._with_numpy(penalties, words, key)
    )

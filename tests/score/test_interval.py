"""The interval is the same to the last bit, whether numpy draws or not."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tadqiq.score import mqm


@given(
    st.lists(st.tuples(st.integers(0, 10**8), st.integers(0, 60)), min_size=1, max_size=12),
    st.integers(0, 2**64 - 1),
)
def test_resamples_are_the_same_with_numpy_and_without(
    sentences: list[tuple[int, int]], key: int
) -> None:
    penalties, words = zip(*sentences, strict=True)
    drawn = Random(key).randbytes(400 * len(sentences) * 4)
    assert list(mqm._without_numpy(penalties, words, drawn)) == list(
        mqm._with_numpy(penalties, words, drawn)
    )

"""Which sentences a graph takes together: all of them once, in widths of their own."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tadqiq.embed.feeds import batches, packed, padded

LENGTHS = st.lists(st.integers(0, 600), max_size=200)


@given(LENGTHS, st.integers(1, 16))
def test_every_sentence_is_in_one_batch_and_has_room(lengths: list[int], cores: int) -> None:
    limited = [min(length, 512) for length in lengths]
    found = list(batches(limited, 512, cores))
    assert sorted(place for _, places in found for place in places) == list(range(len(lengths)))
    assert all(limited[place] <= width <= 512 for width, places in found for place in places)
    assert all(width * len(places) <= 1024 for width, places in found)


@given(LENGTHS.filter(bool), st.integers(1, 16))
def test_the_width_of_a_sentence_is_its_own(lengths: list[int], cores: int) -> None:
    alone = {length: next(batches([length], 512, 1))[0] for length in lengths}
    for width, places in batches(lengths, 512, cores):
        assert all(alone[lengths[place]] == width for place in places)


def test_work_is_shared_out_evenly_where_there_is_little_of_it() -> None:
    found = list(batches([40] * 52, 512, 2))
    assert [len(places) for _, places in found] == [13, 13, 13, 13]


@given(st.lists(st.lists(st.integers(5, 99), min_size=1, max_size=16), min_size=1, max_size=9))
def test_end_to_end_is_the_same_as_side_by_side(rows: list[list[int]]) -> None:
    wide, flat = padded(rows, 16, 1), packed(rows, 16, 1)
    assert np.array_equal(flat["mask"], wide["attention_mask"])
    shown = flat["mask"] > 0
    assert np.array_equal(flat["ids"][flat["places"]][shown], wide["input_ids"][shown])
    count = sum(map(len, rows))
    assert flat["positions"][:count].tolist() == [at for row in rows for at in range(len(row))]
    taken = flat["places"].ravel()[flat["back"][:count]]
    assert taken.tolist() == list(range(count))
    assert len(flat["ids"]) % 32 == 0

"""The order an editor sees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tadqiq.model import Score
from tadqiq.score import rank


def verdict(
    quality: float,
    *,
    margin: float = 0.1,
    likelihood: float = 0.1,
    consensus: float | None = None,
) -> Score:
    low, high = quality - margin, quality + margin
    return Score(quality, low, high, True, 0.0, 300, likelihood, consensus=consensus)


def test_better_quality_comes_first() -> None:
    ranks = rank(["a", "b", "c"], [verdict(90), verdict(99), verdict(95)], [None] * 3, "eee")
    assert [place.position for place in ranks] == [3, 1, 2]
    assert not any(place.tied for place in ranks)


def test_among_equals_the_one_that_drifts_less_then_the_likelier_human_then_the_id_decides() -> (
    None
):
    scores = [verdict(95), verdict(95), verdict(95, likelihood=0.05), verdict(95)]
    ranks = rank(["d", "c", "b", "a"], scores, [0.2, 0.0, 0.0, 0.0], "eeee")
    assert [place.position for place in ranks] == [4, 3, 1, 2]


def positions(scores: list[Score], events: str, drifts: list[float | None]) -> list[int]:
    return [place.position for place in rank("abcdef"[: len(scores)], scores, drifts, events)]


def test_of_two_renderings_of_equal_quality_the_one_nearer_to_the_others_comes_first() -> None:
    scores = [verdict(95, consensus=48.0), verdict(95, consensus=57.0), verdict(95, consensus=60.0)]
    assert positions(scores, "eee", [0.0, 0.0, 0.01]) == [3, 2, 1]


def test_no_consensus_outweighs_what_was_found() -> None:
    scores = [verdict(95, consensus=90.0), verdict(95.01, consensus=45.0)]
    assert positions(scores, "ee", [0.0, 0.0]) == [2, 1]


def test_reports_in_words_of_their_own_are_not_ranked_by_consensus() -> None:
    scores = [verdict(95, consensus=25.0), verdict(95, consensus=38.0)]
    assert positions(scores, "ee", [0.0, 0.1]) == [1, 2]


def test_how_alike_renderings_of_one_event_are_says_nothing_of_another_event() -> None:
    """Nor does it set an article back that it has no siblings."""
    near, far = [95.0, 94.0], [55.0, 50.0]
    scores = [verdict(95, consensus=value) for value in (*near, *far)] + [verdict(95)]
    assert positions(scores, "eeffg", [None] * 5) == [2, 4, 1, 5, 3]


def test_an_article_without_siblings_is_not_thought_to_drift() -> None:
    ranks = rank(["b", "a"], [verdict(95), verdict(95)], [None, 0.1], "ee")
    assert [place.position for place in ranks] == [1, 2]


def test_neighbours_no_measurement_can_tell_apart_are_tied() -> None:
    scores = [verdict(99, margin=2), verdict(98, margin=2), verdict(80)]
    ranks = rank(["a", "b", "c"], scores, [None] * 3, "eee")
    assert [place.tied for place in ranks] == [True, True, False]


def test_a_wide_interval_alone_makes_no_tie() -> None:
    ranks = rank(["a", "b"], [verdict(99, margin=0.1), verdict(95, margin=6)], [None, None], "ee")
    assert [place.tied for place in ranks] == [False, False]


def test_a_missing_drift_is_a_programming_error() -> None:
    with pytest.raises(ValueError, match="shorter"):
        rank(["a"], [verdict(1)], [], "e")


@given(st.lists(st.tuples(st.sampled_from([90.0, 95.0]), st.sampled_from([None, 0.1])), max_size=9))
def test_every_place_is_given_once_whatever_the_input_order(
    entries: list[tuple[float, float | None]],
) -> None:
    ids = [f"{index:02}" for index in range(len(entries))]
    scores = [verdict(quality) for quality, _ in entries]
    drifts = [drift for _, drift in entries]
    events = ["e"] * len(ids)
    there = rank(ids, scores, drifts, events)
    back = rank(ids[::-1], scores[::-1], drifts[::-1], events)
    assert sorted(place.position for place in there) == list(range(1, len(entries) + 1))
    assert there == back[::-1]

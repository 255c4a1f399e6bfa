"""Average links, with what is given binding."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tadqiq.events.cluster import LARGEST, Clusters

PAIRS = [(one, other) for one in range(6) for other in range(one + 1, 6)]


def listed(scores):
    return [(one, other, score) for (one, other), score in sorted(scores.items())]


def test_a_single_strong_link_does_not_chain_two_groups():
    scores = {(0, 1): 5.0, (2, 3): 5.0, (1, 2): 1.0, (0, 2): -3.0, (0, 3): -3.0, (1, 3): -3.0}
    assert Clusters([None] * 4, listed(scores)).join(0.0) == ((0, 1), (2, 3))


def test_unknown_pairs_count_neither_way():
    assert Clusters([None] * 3, listed({(0, 1): 2.0, (1, 2): 1.0})).join(0.0) == ((0, 1, 2),)


def test_two_labels_never_meet_even_through_a_third():
    scores = {(0, 1): 5.0, (1, 2): 5.0, (0, 2): 5.0}
    groups = Clusters(["a", None, "b"], listed(scores)).join(0.0)
    assert {frozenset(group) for group in groups} != {frozenset({0, 1, 2})}
    assert all(not {0, 2} <= set(group) for group in groups)


@given(
    st.dictionaries(st.sampled_from(PAIRS), st.floats(-5, 5)),
    st.lists(st.sampled_from([None, "a", "b"]), min_size=6, max_size=6),
)
def test_every_article_lands_in_exactly_one_group(scores, labels):
    groups = Clusters(labels, listed(scores)).join(0.0)
    assert sorted(member for group in groups for member in group) == list(range(6))
    for group in groups:
        assert len({labels[member] for member in group} - {None}) <= 1
    for label in {"a", "b"} & set(labels):
        assert sum(label in {labels[m] for m in group} for group in groups) == 1


def test_what_is_alike_without_end_falls_into_groups_that_can_be_looked_through():
    count = 3 * LARGEST
    chain = [(one, other, 1.0) for one in range(count) for other in range(one + 1, one + 4)]
    within = [link for link in chain if link[1] < count]
    groups = Clusters([None] * count, within).join(0.0)
    assert max(map(len, groups)) <= LARGEST
    assert sorted(member for group in groups for member in group) == list(range(count))


def at(day):
    return datetime(2026, 3, 1, tzinfo=UTC) + timedelta(days=day)


def test_an_undated_article_does_not_join_what_lies_months_apart():
    scores = {(0, 1): 5.0, (1, 2): 4.0, (0, 3): 3.0, (2, 3): 2.0}
    times = [at(0), None, at(60), None]
    fortnight = timedelta(days=14)
    groups = Clusters([None] * 4, listed(scores), times=times, within=fortnight).join(0.0)
    assert groups == ((0, 1, 3), (2,))


def test_a_grouping_given_holds_however_far_apart_its_members_were_published():
    far = [at(0), at(60)]
    groups = Clusters(["a", "a"], [], times=far, within=timedelta(days=14)).join(0.0)
    assert groups == ((0, 1),)


@given(
    st.dictionaries(st.sampled_from(PAIRS), st.floats(-5, 5)),
    st.lists(st.none() | st.integers(0, 60), min_size=6, max_size=6),
)
def test_no_group_spans_more_than_the_window(scores, known):
    times = [None if day is None else at(day) for day in known]
    window = timedelta(days=14)
    groups = Clusters([None] * 6, listed(scores), times=times, within=window).join(0.0)
    assert sorted(member for group in groups for member in group) == list(range(6))
    for group in groups:
        dated = [times[member] for member in group if times[member] is not None]
        assert not dated or max(dated) - min(dated) <= window

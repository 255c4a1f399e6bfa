"""Clustering part by part gives what clustering everything at once gives."""

from __future__ import annotations

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tadqiq.events.cluster import Clusters
from tadqiq.events.link import SAME, clustered

COUNT = 12
# Neither bears on what is promised, and a busy machine has both.
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
scored = st.dictionaries(
    st.tuples(st.integers(0, COUNT - 1), st.integers(0, COUNT - 1))
    .filter(lambda pair: pair[0] != pair[1])
    .map(lambda pair: (min(pair), max(pair))),
    st.sampled_from([-3.0, -1.0, -0.5, 0.0, 0.25, 1.0, 2.5]),
    max_size=40,
)
labels = st.lists(st.sampled_from([None, None, None, "a", "b"]), min_size=COUNT, max_size=COUNT)


@unhurried
@given(scored, labels)
def test_connected_parts_can_be_clustered_by_themselves(scores, given_labels) -> None:
    pairs = np.array(sorted(scores), dtype=np.intp).reshape(-1, 2)
    values = np.array([scores[pair] for pair in sorted(scores)], dtype=float)
    apart = sorted(clustered(given_labels, pairs, values))
    links = [(*pair, scores[pair]) for pair in sorted(scores)]
    assert apart == sorted(Clusters(given_labels, links).join(SAME))

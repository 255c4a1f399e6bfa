"""Drifted articles and events, as the files that hold them and as they are counted."""

from __future__ import annotations

import json

import pytest

from tadqiq.errors import IngestError
from tadqiq.evaluate import (
    VERSIONS,
    as_json,
    evaluate_drift,
    evaluate_events,
    load_drift,
    load_events,
    render,
    sort_of,
)
from tadqiq.model import Drift

DRIFTED = {
    "id": "number-001",
    "phenomenon": "number",
    "lang": "ar",
    "siblings": ["قتل 23 شخصا."],
    "faithful": "سقط 23 قتيلا.",
    "drifted": "سقط 32 قتيلا.",
    "spans": [{"start": 4, "end": 6, "quote": "32", "severity": "major", "note": "23"}],
    "extra": "سقط 23 قتيلا. وفتح تحقيق.",
}
NEWS = [
    {"id": f"e{n}", "lang": "en", "text": "News.", "event": event, "published": published}
    for n, (event, published) in enumerate(
        [("a", "2026-01-01T08:00:00+00:00"), ("a", None), ("b", None), ("c", None)]
    )
]


@pytest.fixture
def written(tmp_path):
    """Writes records to a JSONL file."""

    def write(*records):
        path = tmp_path / "items.jsonl"
        path.write_text("\n".join(map(json.dumps, records)), "utf-8")
        return path

    return write


def measured(found):
    """Drifts of the one item: ``found`` says in which versions something is found."""
    return {
        ("number-001", version): Drift(0.6 if version in found else 0.0, found.get(version, ()))
        for version in VERSIONS
    }


def test_a_departure_at_its_span_is_found_and_raises_the_drift(written, finding):
    items = load_drift(written(DRIFTED))
    result = evaluate_drift(items, measured({"drifted": (finding(4, 6, "meaning"),)}))
    assert (result.overall.found_rate, result.overall.flagged_rate) == (1.0, 0.0)
    assert result.overall.auc == 1.0
    assert result.missed == ()


def test_a_finding_elsewhere_finds_nothing(written, finding):
    result = evaluate_drift(
        load_drift(written(DRIFTED)), measured({"drifted": (finding(7, 12, "meaning"),)})
    )
    assert result.overall.found == 0
    assert result.missed == ("number-001",)


def test_whatever_is_found_in_a_faithful_text_is_a_false_alarm(written, finding):
    found = {"faithful": (finding(4, 6, "meaning"),), "extra": (finding(4, 6, "meaning"),)}
    result = evaluate_drift(load_drift(written(DRIFTED)), measured(found))
    assert result.overall.flagged_rate == 1.0
    assert result.overall.auc == 0.0
    assert [name for name, _ in result.flagged] == ["number-001 faithful", "number-001 extra"]
    assert "number" in render(result, errors=True)
    assert json.loads(as_json(result))["drift"]["by_phenomenon"]["number"]["flagged_rate"] == 1.0


def test_a_span_that_reads_otherwise_is_refused_with_its_line(written):
    broken = DRIFTED | {"spans": [DRIFTED["spans"][0] | {"quote": "33"}]}
    with pytest.raises(IngestError, match=r"items.jsonl:1: .*33"):
        load_drift(written(broken))


def test_bcubed_counts_what_is_joined_and_parted_in_error(written):
    items = load_events(written(*NEWS))
    perfect = evaluate_events(items, {"e0": "x", "e1": "x", "e2": "y", "e3": "z"})
    assert (perfect.precision, perfect.recall, perfect.f1) == (1.0, 1.0, 1.0)
    wrong = evaluate_events(items, {"e0": "x", "e1": "y", "e2": "y", "e3": "z"})
    assert (wrong.precision, wrong.recall) == (0.75, 0.75)
    assert (wrong.joined, wrong.parted) == ((("e1", "e2"),), (("e0", "e1"),))
    assert "0.750" in render(wrong)
    assert json.loads(as_json(wrong))["events"]["f1"] == 0.75


def test_files_are_told_apart_by_their_fields(written):
    assert sort_of(written(DRIFTED)) == "drift"
    assert sort_of(written(*NEWS)) == "events"

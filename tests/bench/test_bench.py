"""`tadqiq bench` measures the same things every time, and says what became slower."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tadqiq import embed
from tadqiq.bench import Run, Timing, as_table, changes, read_run
from tadqiq.bench.batch import Batch
from tadqiq.bench.cold import cold_starts
from tadqiq.bench.linking import linking, newsroom
from tadqiq.bench.plain import by_hand
from tadqiq.bench.stages import stages
from tadqiq.bench.texts import PER_EVENT, articles
from tadqiq.config import default_cache_dir
from tadqiq.embed.encoder import Encoder
from tadqiq.errors import ReportError
from tadqiq.events import link
from tadqiq.pipeline import Auditor

RUN = Run(
    version="1",
    python="3.11.0",
    cores=2,
    quick=True,
    memory=500,
    timings=(
        Timing(group="stages", name="rules", seconds=2.0, articles=10, words=5000, sentences=200),
        Timing(group="encoder", name="openvino", seconds=1.0, sentences=64, times=4.2, peak=0.31),
    ),
)


def test_the_made_up_articles_are_always_the_same_and_never_repeat_a_sentence() -> None:
    once, again = list(articles(40)), list(articles(40))
    assert once == again
    lines = [line for one in once for line in one.text.split(". ")]
    assert len(set(lines)) > 0.98 * len(lines)
    assert all(480 <= len(one.text.split()) <= 560 for one in once)
    assert [one.event for one in once[3:7]] == ["e0", "e0", "e1", "e1"]


def test_every_stage_is_timed_over_all_articles() -> None:
    encoder = embed.load(cache_dir=default_cache_dir())
    batch = Batch.of([replace(one, text=one.text[:400]) for one in articles(PER_EVENT)])
    timings = list(stages(batch, encoder, rounds=1))
    assert [one.name for one in timings] == ["read", "segment", "rules", "link", "drift", "score"]
    assert all(one.seconds > 0 and one.articles == PER_EVENT for one in timings)
    assert {one.words for one in timings} == {sum(doc.words for doc in batch.documents)}


def test_what_a_run_is_held_against_does_the_same_work() -> None:
    """By hand, around any model with the method of sentence-transformers, the ranks are ours."""
    auditor = Auditor()
    given = [replace(one, text=one.text[:1500]) for one in articles(PER_EVENT)]
    audited = auditor.audit(given).articles
    found = by_hand(given, _Hosted(auditor.encoder), auditor.encoder.background)
    assert [one.position for one in found] == [one.rank for one in audited]


class _Hosted:
    """An encoder under the name that sentence-transformers has for it."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    def encode(self, sentences: list[str], **_: object) -> NDArray[np.float32]:
        return self._encoder.encode(sentences)


def test_made_up_happenings_are_found_while_linking_is_timed() -> None:
    (timing,) = linking([200])
    assert timing.name == "200 articles"
    events = link(list(newsroom(200)))
    assert sum(len(event.members) == 4 for event in events) >= 45


def test_a_command_that_fails_while_it_is_timed_says_so() -> None:
    lost = replace(next(articles(1)), text="")
    with pytest.raises(ReportError, match="failed while it was timed"):
        list(cold_starts([lost], rounds=1))


def test_the_manual_is_timed_in_a_process_of_its_own() -> None:
    (timing,) = islice(cold_starts([next(articles(1))], rounds=1), 1)
    assert timing.name == "--help"
    assert timing.seconds > 0.01


def test_a_run_comes_back_from_its_file_without_any_name_of_the_machine(tmp_path: Path) -> None:
    file = tmp_path / "run.json"
    file.write_text(RUN.json(), "utf-8")
    assert read_run(file) == RUN
    assert set(json.loads(file.read_text("utf-8"))) == {
        *("format", "version", "python", "cores", "quick", "timings", "memory")
    }


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 99}', '{"format": 1, "timings": 3}'])
def test_a_file_that_is_no_run_is_refused_with_what_to_do(tmp_path: Path, text: str) -> None:
    file = tmp_path / "other.json"
    file.write_text(text, "utf-8")
    with pytest.raises(ReportError, match=r"--format json|measure anew"):
        read_run(file)


def test_what_became_slower_is_marked_for_the_same_amount_of_work() -> None:
    rules, encoder = RUN.timings
    slower = replace(rules, seconds=3.0, articles=20, sentences=200)
    larger = replace(encoder, seconds=2.0, sentences=128)
    later = replace(RUN, timings=(slower, larger, replace(rules, name="new")))
    ratios = [(one.now.name, one.ratio, one.regressed) for one in changes(later, RUN)]
    assert ratios == [
        ("rules", pytest.approx(2 / 3), True),
        ("openvino", 1.0, False),
        ("new", None, False),
    ]
    shown = as_table(later, RUN, width=120, colour=False)
    assert "! 0.67" in shown
    assert "slower than then: stages/rules" in shown
    assert json.loads(later.json({"stages/rules": 0.67}))["timings"][0]["to_earlier"] == 0.67


def test_a_table_gives_rates_ratios_and_shares() -> None:
    shown = as_table(RUN, width=120, colour=False)
    row = next(line for line in shown.splitlines() if "rules" in line)
    assert row.split()[-4:] == ["2.000", "5.0", "2,500", "100"]
    assert "4.2×" in shown
    assert "31%" in shown
    assert "500 MB" in shown

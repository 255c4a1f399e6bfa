"""Whatever runs the model, the newsroom reads the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from tadqiq.config import Config
from tadqiq.ingest import read
from tadqiq.model import Audit
from tadqiq.pipeline import Auditor

SEEDS = Path(__file__).parents[2] / "corpora" / "seeds"


def audited(backend: str) -> Audit:
    return Auditor(Config(backend=backend)).audit(read([str(SEEDS)]))


@pytest.mark.parametrize("fast", ["openvino", "onnx", "amx"])
def test_findings_and_ranks_of_the_seeds_do_not_depend_on_the_backend(fast, request):
    if fast == "amx":
        request.getfixturevalue("amx")
    else:
        pytest.importorskip(fast)
    seen = []
    for backend in ("torch", fast):
        seen.append(
            [
                (
                    one.document.id,
                    one.rank,
                    one.event.members,
                    one.score.quality,
                    [(finding.code, finding.span, finding.suggestions) for finding in one.findings],
                )
                for one in audited(backend).articles
            ]
        )
    assert seen[0] == seen[1]
    assert sum(len(article[-1]) for article in seen[0]) > 50

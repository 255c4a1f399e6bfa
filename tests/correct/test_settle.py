"""The corrected text is audited again, and has none of what was corrected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tadqiq.config import Config
from tadqiq.correct import settle
from tadqiq.ingest import read
from tadqiq.model import Article, Finding
from tadqiq.pipeline import Auditor

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("unsafe", [False, True])
def test_the_raw_machine_translation_of_the_seeds_is_clean_of_what_was_corrected(
    unsafe: bool,
) -> None:
    (article,) = read([str(next((ROOT / "corpora" / "seeds").glob("002*.txt")))])
    assert isinstance(article, Article)
    auditor = Auditor(Config(drift=False))

    def audit(text: str) -> Sequence[Finding]:
        return auditor.check(replace(article, text=text)).articles[0].findings

    before = audit(article.text)
    result = settle(article.text, before, audit, unsafe=unsafe)
    after = audit(result.text)
    assert len(result.applied) > (50 if unsafe else 30)
    assert len(after) <= len(before) - len(result.applied)
    assert [one.finding for one in result.left] == list(after)
    assert settle(result.text, after, audit, unsafe=unsafe).edits == ()

"""What a batch is done with does not stay in memory."""

from __future__ import annotations

import gc
from dataclasses import replace
from pathlib import Path
from weakref import ref

import pytest

from tadqiq.config import Config
from tadqiq.model import Article, Document
from tadqiq.pipeline import Auditor, batch


def test_no_document_outlives_its_batch_though_rules_remember_siblings() -> None:
    text = "أعلنت الحكومة أمس خطة جديدة، وشنت الطائرات إضرابات جوية على المدينة ({})."
    articles = [
        Article(id=f"mortal{n}", text=text.format(n), lang="ar", event=f"e{n // 3}")
        for n in range(12)
    ]

    def alive() -> int:
        gc.collect()
        ids = {one.id for one in articles}
        return sum(isinstance(one, Document) and one.id in ids for one in gc.get_objects())

    auditor = Auditor(Config(drift=False))
    assert len(auditor.audit(articles).articles) == 12
    assert alive(), "the last ones are at hand"
    del auditor
    assert alive() == 0


def test_a_large_batch_is_judged_without_the_encoder_and_just_the_same(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    text = "أعلنت الحكومة في {} أمس أن {} شخصا قتلوا في انفجار هز وسط المدينة."
    places = "مدريد", "لشبونة", "مدريد", "لشبونة"
    articles = [
        Article(id=f"large{n}", text=text.format(place, 20 + n), lang="ar")
        for n, place in enumerate(places)
    ]

    def verdicts(auditor: Auditor) -> list[object]:
        audits = auditor.audit(articles).articles
        return [(one.document.id, one.findings, one.drift, one.score, one.event) for one in audits]

    small = Auditor(Config())
    expected = verdicts(small)
    monkeypatch.setattr(batch, "_LARGE", 2)
    large = Auditor(replace(Config(), cache_dir=tmp_path))
    (tmp_path / "models").symlink_to(Config().cache_dir / "models")
    linked_by = ref(large.encoder)
    assert verdicts(large) == expected
    assert linked_by() is None
    assert verdicts(large) == expected, "it comes again when it is asked for"

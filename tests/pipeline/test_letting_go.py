"""What a batch is done with does not stay in memory."""

from __future__ import annotations

import gc

from tadqiq.config import Config
from tadqiq.model import Article, Document
from tadqiq.pipeline import Auditor


def test_no_document_outlives_its_batch_though_rules_remember_siblings() -> None:
    text = "أعلنت الحكومة أمس خطة جديدة، وشنت الطائرات إضرابات جوية على المدينة ({})."
    articles = [
        Article(id=f"a{n}", text=text.format(n), lang="ar", event=f"e{n // 3}") for n in range(12)
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

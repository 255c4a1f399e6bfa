"""One article, before publication, beside its siblings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tadqiq.config import Config
from tadqiq.ingest import read
from tadqiq.model import Article, Rejection
from tadqiq.pipeline import Auditor

SEEDS = Path(__file__).parents[2] / "corpora" / "seeds"


@pytest.fixture(scope="module")
def seeds() -> list[Article]:
    return [item for item in read([str(SEEDS)]) if isinstance(item, Article)]


def test_a_checked_article_gets_the_verdict_it_gets_in_the_batch(seeds: list[Article]) -> None:
    auditor = Auditor()
    batch = {one.document.id: one for one in auditor.audit(seeds).articles}
    for article in seeds:
        (alone,) = auditor.check(article, seeds).articles
        other = batch[article.id]
        assert alone.findings == other.findings
        assert (alone.drift, alone.score) == (other.drift, other.score)
        assert set(alone.event.members) == set(other.event.members)
        assert (alone.rank, alone.tied) == (1, False)


def test_siblings_are_prepared_once_however_often_they_are_compared(seeds: list[Article]) -> None:
    told: list[str] = []
    auditor = Auditor(progress=lambda stage, done, total: told.append(stage))
    auditor.check(seeds[0], seeds[1:])
    assert "embed" in told
    told.clear()
    auditor.check(seeds[0], seeds[1:])
    assert "embed" not in told


def test_an_edited_article_is_judged_as_edited(seeds: list[Article]) -> None:
    auditor = Auditor(Config(drift=False))
    before = auditor.check(seeds[0]).articles[0]
    edited = replace(seeds[0], text=seeds[0].text + "\nقال ، نعم.")
    after = auditor.check(edited).articles[0]
    assert len(after.findings) > len(before.findings)
    assert after.document.text == edited.text
    labelled = auditor.check(replace(seeds[0], outlet="وكالة")).articles[0]
    assert labelled.document.article.outlet == "وكالة"


def test_what_cannot_be_read_among_the_siblings_is_passed_on(seeds: list[Article]) -> None:
    lost = Rejection("wire:3", "no JSON")
    audit = Auditor(Config(drift=False)).check(seeds[0], [lost, *seeds[1:]])
    assert audit.rejections == (lost,)
    assert [one.document.id for one in audit.articles] == [seeds[0].id]

"""How near an article stands to the other renderings of what it renders."""

from __future__ import annotations

import json

import pytest

from tadqiq.ingest import read
from tadqiq.model import Article
from tadqiq.pipeline import Auditor
from tadqiq.report.records import record

FULL = """أقر البرلمان الكيني مساء الثلاثاء قانونا جديدا للمياه بعد نقاش طويل.
ويتيح القانون للمقاطعات أن تحدد سعر مياه الشرب للمنازل والمدارس.
وغادر نواب المعارضة القاعة قبل التصويت احتجاجا على القانون.
ومن المنتظر أن يوقعه الرئيس في غضون أسبوعين على الأكثر.
ويخشى المزارعون في الوادي المتصدع أن تتضاعف فواتيرهم هذا العام."""
CLOSE = """وافق البرلمان الكيني مساء الثلاثاء على قانون جديد للمياه بعد نقاش طويل.
ويتيح القانون للمقاطعات تحديد سعر مياه الشرب للمنازل والمدارس.
وغادر نواب المعارضة القاعة قبل التصويت احتجاجا عليه.
ومن المتوقع أن يوقعه الرئيس في غضون أسبوعين على الأكثر.
ويخشى المزارعون في الوادي المتصدع من أن تتضاعف فواتيرهم هذا العام."""
MEAGRE = """أقر البرلمان الكيني الثلاثاء قانونا للمياه.
ويتيح القانون للمقاطعات تحديد سعر المياه.
وغادر نواب المعارضة القاعة قبل التصويت.
ومن المنتظر أن يوقعه الرئيس قريبا.
ويخشى المزارعون أن تتضاعف فواتيرهم."""


@pytest.fixture(scope="module")
def auditor() -> Auditor:
    return Auditor()


def consensus(auditor: Auditor, **texts: str) -> dict[str, float | None]:
    articles = [Article(id=name, text=text, lang="ar", event="e") for name, text in texts.items()]
    return {one.document.id: one.score.consensus for one in auditor.audit(articles).articles}


def test_what_leaves_out_what_the_other_renderings_say_is_farthest_from_them(
    auditor: Auditor,
) -> None:
    found = consensus(auditor, full=FULL, close=CLOSE, meagre=MEAGRE)
    assert found["meagre"] is not None
    assert found["full"] is not None
    assert found["close"] is not None
    assert found["meagre"] < min(found["full"], found["close"])


def test_a_copy_does_not_vouch_for_its_original(auditor: Auditor) -> None:
    copy = FULL + "\nتابعوا آخر الأخبار."
    with_copy = consensus(auditor, full=FULL, close=CLOSE, copy=copy)
    assert with_copy["full"] == consensus(auditor, full=FULL, close=CLOSE)["full"]


def test_articles_that_only_report_the_same_event_have_none(auditor: Auditor) -> None:
    for audited in auditor.audit(read(["corpora/seeds"])).articles:
        assert audited.score.consensus is None


def test_one_article_before_publication_has_its_consensus_too(auditor: Auditor) -> None:
    own, other = (Article(id=text, text=text, lang="ar", event="e") for text in (FULL, CLOSE))
    (checked,) = auditor.check(own, [other]).articles
    (alone,) = auditor.check(own).articles
    assert alone.score.consensus is None
    assert checked.score.consensus is not None
    told = record(checked, "s", "en")
    assert json.dumps(told["consensus"]) == json.dumps(round(checked.score.consensus, 2))

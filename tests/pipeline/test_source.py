"""An article beside the text that it was translated from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tadqiq.model import Article
from tadqiq.pipeline import Auditor

ENGLISH = """The Kenyan parliament approved a new law on water on Tuesday evening.
The law lets counties set the price of drinking water for households.
Opposition members left the chamber before the vote in protest.
The president is expected to sign it within two weeks.
Farmers in the Rift Valley fear that their bills will double.
The minister of water promised subsidies for small farms."""
ARABIC = """أقر البرلمان الكيني مساء الثلاثاء قانونا جديدا للمياه.
ويتيح القانون للمقاطعات أن تحدد سعر مياه الشرب للمنازل.
وغادر نواب المعارضة القاعة قبل التصويت احتجاجا.
ومن المنتظر أن يوقعه الرئيس في غضون أسبوعين.
ويخشى المزارعون في الوادي المتصدع أن تتضاعف فواتيرهم.
ووعد وزير المياه بدعم المزارع الصغيرة."""
FAITHFUL = Article(id="water", text=ARABIC, lang="ar", source_text=ENGLISH)


@pytest.fixture(scope="module")
def auditor() -> Auditor:
    return Auditor()


def unfaithful(auditor: Auditor, article: Article) -> list[tuple[str, str]]:
    (audited,) = auditor.audit([article]).articles
    return [(found.code, found.quote) for found in audited.findings if found.code[:2] == "M9"]


def without(text: str, line: int) -> str:
    lines = text.split("\n")
    return "\n".join(lines[:line] + lines[line + 1 :])


def test_a_faithful_translation_leaves_nothing_out_and_adds_nothing(auditor: Auditor) -> None:
    assert unfaithful(auditor, FAITHFUL) == []


def test_a_sentence_left_out_is_told_at_the_gap_with_what_the_source_says(auditor: Auditor) -> None:
    (audited,) = auditor.audit([replace(FAITHFUL, text=without(ARABIC, 2))]).articles
    (found,) = [one for one in audited.findings if one.code == "M901"]
    assert found.quote == "للمنازل"
    assert "Opposition members left" in found.message.en
    assert found.evidence[0].quote.startswith("Opposition members")


def test_a_sentence_that_the_source_has_not_is_an_addition(auditor: Auditor) -> None:
    shorter = replace(FAITHFUL, source_text=without(ENGLISH, 4))
    assert unfaithful(auditor, shorter) == [("M902", ARABIC.split("\n")[4])]


def test_one_article_before_publication_is_held_to_its_source_too(auditor: Auditor) -> None:
    audit = auditor.check(replace(FAITHFUL, text=without(ARABIC, 2)))
    assert "M901" in {found.code for found in audit.articles[0].findings}
    assert audit.articles[0].drift.value


def test_what_a_sibling_leaves_out_is_its_own_affair(auditor: Auditor) -> None:
    own = replace(FAITHFUL, source_text=None, event="e")
    sibling = Article(id="other", text=without(ARABIC, 2), lang="ar", event="e")
    audited = auditor.audit([own, sibling]).articles
    assert not [f for one in audited for f in one.findings if f.code[:2] == "M9"]


def test_a_word_for_word_copy_of_an_article_is_no_witness_for_it(auditor: Auditor) -> None:
    wrong = ARABIC.replace("أسبوعين", "أربعة أسابيع").replace("أقر", "رفض")
    texts = {"own": wrong, "copy": wrong, "one": ARABIC, "two": ARABIC.replace("أقر", "اعتمد")}
    articles = [Article(id=name, text=text, lang="ar", event="e") for name, text in texts.items()]
    told = {one.document.id: one for one in auditor.audit(articles).articles}
    assert told["own"].drift.value
    assert told["own"].drift.value == told["copy"].drift.value

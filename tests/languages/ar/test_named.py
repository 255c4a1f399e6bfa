"""People and places in an article, for the ledger of names."""

from __future__ import annotations

import pytest

from tadqiq.languages import names_of, profile_for
from tadqiq.model import Article, NameMention
from tadqiq.text import segment


def found(text: str) -> list[NameMention]:
    names = names_of("ar")
    assert names is not None
    doc = segment(Article(id="a", text=text, lang="ar"), profile_for)
    mentions = list(names.find(doc))
    for mention in mentions:
        assert mention.span.of(doc.text) == mention.form
    return mentions


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("التقى الرئيس فولوديمير زيلنسكي نظيره في كييف.", ["زيلنسكي", "كييف"]),
        (
            "وقال لزيلينسكي وترامب إن روسيا وأوكرانيا وافقتا.",
            ["زيلينسكي", "ترامب", "روسيا", "أوكرانيا"],
        ),
        (
            "وصل الوفد إلى الولايات المتحدة وبكوريا الشمالية.",
            ["الولايات المتحدة", "كوريا الشمالية"],
        ),
        ("قال إيفان ستويانوفتش إن الأمر قريب. وأكد ستويانوفتش ذلك.", ["ستويانوفتش", "ستويانوفتش"]),
        ("نظر القاضي لصالح كافانو في الدعوى.", ["كافانو"]),
        ("تحدث ترامب بوتين هاتفيا أمس.", ["بوتين"]),
        ("قصفت القوات محطة زابوريزفيا ليلا.", ["زابوريزفيا"]),
    ],
)
def test_people_go_by_their_surname_and_proclitics_stay_outside(
    text: str, forms: list[str]
) -> None:
    assert [mention.form for mention in found(text)] == forms


@pytest.mark.parametrize(
    "text",
    [
        "قدم الوزير دعما مالي المصدر إلى الشركة.",
        "هذا حل حسن وقرار سالم من العيوب.",
        "وقال برانكوفيتش.",
    ],
)
def test_words_that_may_be_no_names_are_none(text: str) -> None:
    assert found(text) == []


def test_what_lists_say_of_a_spelling_comes_along() -> None:
    admitted, wrong = found("قال زيلنسكي إن محطة زابوريزفيا آمنة.")
    assert (admitted.established, admitted.accepted, admitted.wrong) == ("زيلينسكي", True, False)
    assert (wrong.established, wrong.accepted, wrong.wrong) == ("زابوريجيا", False, True)


def test_the_whole_name_is_kept_beside_the_surname() -> None:
    (mention,) = found("وأعلن أندريه يرماك الخبر.")
    assert (mention.form, mention.full) == ("يرماك", "أندريه يرماك")


def test_a_language_without_a_pack_finds_no_names() -> None:
    assert names_of("eo") is None

"""Which siblings render the same original, sentence by sentence."""

from __future__ import annotations

import pytest

from tadqiq.drift import measure

ONE = """أقر البرلمان الكيني مساء الثلاثاء قانونا جديدا للمياه.
ويتيح القانون للمقاطعات أن تحدد سعر مياه الشرب للمنازل.
وغادر نواب المعارضة القاعة قبل التصويت احتجاجا.
ومن المنتظر أن يوقعه الرئيس في غضون أسبوعين.
ويخشى المزارعون في الوادي المتصدع أن تتضاعف فواتيرهم.
ووعد وزير المياه بدعم المزارع الصغيرة."""
OTHER = """وافق البرلمان في كينيا مساء الثلاثاء على قانون جديد للمياه.
يسمح القانون للمقاطعات بتحديد سعر مياه الشرب للأسر.
غادر أعضاء المعارضة القاعة قبل التصويت احتجاجا على ذلك.
ومن المتوقع أن يوقع عليه الرئيس خلال أسبوعين.
ويخشى المزارعون في الوادي المتصدع من تضاعف فواتيرهم.
ووعد وزير المياه بتقديم الدعم للمزارع الصغيرة."""
SPOKEN = """البرلمان الكيني وافق مساء التلات على قانون جديد للمية.
القانون بيسمح للمقاطعات إنها تحدد سعر مية الشرب للبيوت.
نواب المعارضة سابوا القاعة قبل التصويت عشان يعترضوا.
والرئيس المفروض يوقع عليه خلال أسبوعين.
المزارعين في الوادي المتصدع مش عايزين فواتيرهم تتضاعف.
ووزير المية وعد بدعم المزارع الصغيرة اللي هناك."""
REPORT = """يخشى مزارعو الوادي المتصدع في كينيا فواتير مضاعفة بعد إقرار قانون المياه الجديد.
وقال أحدهم إنه قد يترك أرضه إن ارتفع السعر.
وكان القانون قد أثار جدلا واسعا في الأشهر الماضية.
ووافق النواب عليه الثلاثاء بعدما غادر زملاؤهم من المعارضة القاعة.
ويقول خبراء إن البلاد تعاني شحا في المياه منذ أعوام.
ولم يعلق مكتب الرئيس على موعد التوقيع."""


@pytest.fixture
def renderings(document, vectors):
    """The siblings that say sentence by sentence what a text says."""

    def found(text, **siblings):
        documents = [document("article", text)]
        documents += [document(name, sibling) for name, sibling in siblings.items()]
        own, *others = zip(documents, vectors(documents), strict=True)
        return measure(*own, others).renderings

    return found


def test_two_translations_of_one_original_are_renderings_of_it(renderings) -> None:
    assert renderings(ONE, other=OTHER) == ("other",)
    assert renderings(OTHER, one=ONE) == ("one",)


def test_a_report_of_the_same_in_an_order_of_its_own_is_none(renderings) -> None:
    assert renderings(ONE, other=OTHER, report=REPORT) == ("other",)
    assert renderings(REPORT, one=ONE, other=OTHER) == ()


def test_nobody_is_held_to_a_rendering_in_the_spoken_language(renderings) -> None:
    assert renderings(ONE, spoken=SPOKEN) == ()
    assert renderings(SPOKEN, one=ONE, other=OTHER) == ("one", "other")


def test_a_text_without_a_sentence_renders_nothing(renderings) -> None:
    assert renderings("", one=ONE) == ()
    assert renderings(ONE, empty="") == ()

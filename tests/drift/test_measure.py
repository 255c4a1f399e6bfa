"""What an article says otherwise than its siblings, and what is none of our business."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from tadqiq.drift import measure
from tadqiq.model import Severity

BLAST = (
    "قتل 23 شخصا وأصيب 40 آخرون في انفجار هز سوقا شعبية في بغداد يوم الأحد. وقالت الشرطة إن سيارة "
    "مفخخة انفجرت قرب المدخل.",
    "ارتفع عدد قتلى انفجار السوق في العاصمة العراقية إلى 23 شخصا، فيما نقل 40 جريحا إلى المستشفيات. "
    "ولم تتبن أي جهة الهجوم.",
)
RATE = (
    "رفع البنك المركزي التركي سعر الفائدة إلى 50 في المئة لمواجهة التضخم. وتراجعت الليرة قليلا.",
    "قرر المركزي التركي زيادة الفائدة إلى 50% في خطوة مفاجئة. ورحب المستثمرون بالقرار.",
)
DEAL = (
    "أعلنت شركة مايكروسوفت استحواذها على شركة أكتيفيجن في صفقة قيمتها 69 مليار دولار. وارتفعت أسهم "
    "أكتيفيجن بعد الإعلان.",
    "استحوذت مايكروسوفت على أكتيفيجن مقابل 69 مليار دولار. وتعد الصفقة الأكبر في قطاع الألعاب.",
)
BAIL = (
    "رفضت المحكمة العليا طلب الإفراج عن الصحفي المعتقل أحمد سالم بكفالة. وقال محاميه إنه سيستأنف.",
    "قضت المحكمة العليا برفض إخلاء سبيل الصحفي أحمد سالم. وندد زملاؤه بالقرار.",
)
LEAK = (
    "نشرت صحيفة لوموند الفرنسية تحقيقا عن فساد في عقود الموانئ. ونفت الشركة ذلك.",
    "كشف تحقيق لصحيفة لوموند رشاوى في عقود الموانئ. وفتحت النيابة تحقيقا في الأمر.",
)
CHARGE = (
    "اتهمت الهند باكستان بدعم مسلحين عبروا الحدود في كشمير. ونفت إسلام آباد الاتهام.",
    "وجهت نيودلهي اتهاما إلى باكستان بمساندة المسلحين في كشمير. وقالت إنها سترد.",
)


@pytest.fixture
def drift(document, vectors):
    """The drift of a text against others."""

    def compare(text, siblings, *, lang="ar"):
        documents = [document("article", text)]
        documents += [document(f"s{n}", sibling, lang=lang) for n, sibling in enumerate(siblings)]
        (own, *others) = zip(documents, vectors(documents), strict=True)
        return measure(*own, others)

    return compare


def found(drift):
    return [(finding.code, finding.quote) for finding in drift.departures]


@pytest.mark.parametrize(
    ("siblings", "text", "code", "quote"),
    [
        (BLAST, "أسفر انفجار سيارة مفخخة في سوق ببغداد عن مقتل 32 شخصا.", "M101", "32"),
        (RATE, "رفع البنك المركزي في تركيا الفائدة إلى 15 في المئة.", "M101", "15"),
        (
            LEAK,
            "كشفت صحيفة لوموند التابعة للمخابرات الفرنسية عن رشاوى في عقود الموانئ.",
            "M201",
            "لوموند التابعة للمخابرات الفرنسية",
        ),
        (
            CHARGE,
            "اتهمت باكستان الهند بدعم المسلحين في كشمير.",
            "M302",
            "اتهمت باكستان الهند",
        ),
        (
            DEAL,
            "استحوذت أكتيفيجن على مايكروسوفت مقابل 69 مليار دولار.",
            "M302",
            "استحوذت أكتيفيجن على مايكروسوفت",
        ),
        (BAIL, "وافقت المحكمة العليا على الإفراج عن الصحفي أحمد سالم بكفالة.", "M401", "وافقت"),
    ],
)
def test_a_departure_is_found_at_its_words_with_the_sibling_as_proof(
    drift, siblings, text, code, quote
):
    result = drift(text, siblings)
    assert found(result) == [(code, quote)]
    (finding,) = result.departures
    assert finding.kind == "meaning"
    assert finding.severity in {Severity.MAJOR, Severity.CRITICAL}
    assert result.value > 0.3
    assert finding.evidence
    for proof in finding.evidence:
        place = int(proof.article.removeprefix("s"))
        assert proof.span.of(siblings[place]) == proof.quote


@pytest.mark.parametrize(
    ("siblings", "text"),
    [
        (BLAST, "أسفر انفجار سيارة مفخخة في سوق ببغداد عن مقتل ثلاثة وعشرين شخصا."),
        (RATE, "رفع البنك المركزي في تركيا الفائدة إلى خمسين بالمئة."),
        (LEAK, "كشفت صحيفة لوموند الفرنسية عن رشاوى في عقود الموانئ."),
        (CHARGE, "اتهمت نيودلهي باكستان بدعم المسلحين في كشمير."),
        (DEAL, "اشترت مايكروسوفت أكتيفيجن مقابل 69 مليار دولار."),
        (BAIL, "لم توافق المحكمة العليا على الإفراج عن الصحفي أحمد سالم بكفالة."),
        (BLAST, "ودعا رئيس الوزراء إلى اجتماع طارئ حضره 17 وزيرا. وأعلن الحداد ثلاثة أيام."),
    ],
)
def test_paraphrase_and_extra_facts_are_no_drift(drift, siblings, text):
    result = drift(text, siblings)
    assert found(result) == []
    assert result.value < 0.05


def test_a_number_is_compared_with_a_sibling_in_english(drift):
    english = ["A car bomb at a market in Baghdad killed twenty-three people, police said."]
    right = drift("قالت الشرطة إن سيارة مفخخة قتلت 23 شخصا في سوق ببغداد.", english, lang="en")
    assert found(right) == []
    wrong = drift("قالت الشرطة إن سيارة مفخخة قتلت 230 شخصا في سوق ببغداد.", english, lang="en")
    assert found(wrong) == [("M101", "230")]


def test_a_toll_may_rise_from_one_day_to_the_next(document, vectors):
    first = datetime(2026, 3, 1, 9, tzinfo=UTC)
    early = document("s", BLAST[0], published=first)
    text = "أسفر انفجار سيارة مفخخة في سوق ببغداد عن مقتل 32 شخصا."
    for hours, codes in ((1, ["M101"]), (24, [])):
        later = document("a", text, published=first + timedelta(hours=hours))
        own, sibling = zip((later, early), vectors([later, early]), strict=True)
        assert [finding.code for finding in measure(*own, [sibling]).departures] == codes


def test_a_blow_returned_is_an_extra_fact(drift):
    siblings = (
        "قصفت روسيا كييف بالصواريخ فجر الاثنين. وأعلنت السلطات مقتل مدنيين في حي سكني.",
        "قالت كييف إن روسيا أطلقت عشرات الصواريخ. وانقطعت الكهرباء عن أحياء في المدينة.",
    )
    text = (
        "قصفت روسيا كييف بالصواريخ فجر الاثنين. وفي المساء قصفت أوكرانيا روسيا بطائرات مسيرة "
        "استهدفت مصفاة نفط في مدينة ريازان."
    )
    assert found(drift(text, siblings)) == []


def test_who_meets_whom_is_no_reversal(drift):
    siblings = ("يلتقي وزير الخارجية المصري نظيره التركي في أنقرة غدا لبحث الوضع في غزة.",)
    text = "يلتقي وزير الخارجية التركي نظيره المصري في أنقرة غدا لبحث الوضع في غزة."
    assert found(drift(text, siblings)) == []


def test_both_meaning_errors_of_the_seeds_are_critical_and_beside_them_is_one_wrong_sense(seeds):
    event = ("000", "001", "002", "003")
    drifts = {
        name: measure(*seeds[name], [seeds[other] for other in event if other != name])
        for name in event
    }
    assert {name: found(result) for name, result in drifts.items()} == {
        "000": [],
        "001": [],
        "002": [("M601", "تركيب")],
        "003": [
            ("M201", "أكسيوس التابع للاستخبارات الأمريكية"),
            ("M301", "ترامب طلب من زيلينسكي المساعدة في تقديم الدفاعات الجوية"),
        ],
    }
    assert {finding.severity for finding in drifts["003"].departures} == {Severity.CRITICAL}


def test_without_siblings_there_is_no_drift_to_speak_of(seeds):
    result = measure(*seeds["004"], [])
    assert (result.value, result.departures, result.unsupported) == (None, (), 0)


def test_the_order_of_the_siblings_does_not_matter(seeds):
    siblings = [seeds[name] for name in ("000", "001", "002")]
    assert measure(*seeds["003"], siblings) == measure(*seeds["003"], siblings[::-1])


def test_what_no_sibling_speaks_of_is_counted_and_costs_nothing(drift):
    result = drift("وفي سياق آخر أعلنت وزارة الزراعة بدء موسم حصاد الزيتون في الشمال.", BLAST)
    assert (result.value, result.unsupported) == (0.0, 1)


def test_an_empty_article_is_measured_too(document, seeds):
    nothing = np.zeros((0, seeds["000"][1].shape[1]), dtype=np.float32)
    assert measure(document("empty", ""), nothing, [seeds["000"]]).value == 0.0


def test_vectors_that_do_not_fit_are_refused(document):
    with pytest.raises(ValueError, match="article a: 0 vectors for 1 sentences"):
        measure(document("a", "وصل الوزير."), np.zeros((0, 4), dtype=np.float32), [])

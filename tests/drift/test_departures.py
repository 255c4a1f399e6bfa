"""Every kind of departure: found in the text that departs, and nothing in the one that agrees."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tadqiq.drift import measure
from tadqiq.model import Severity


@dataclass(frozen=True)
class Case:
    """Two reports, one that says the same in other words, and one that departs."""

    code: str
    siblings: tuple[str, str]
    agrees: str
    departs: str
    quote: str
    gravity: Severity = Severity.MAJOR


FIRE = (
    "أصيب 18 عاملا في حريق اندلع بمصنع للنسيج في مدينة المحلة.",
    "اندلع حريق في مصنع نسيج بالمحلة وأدى إلى إصابة 18 عاملا.",
)
LYON_MAY = (
    "قد تغلق الشركة مصنعها في ليون العام المقبل.",
    "ربما تغلق الشركة مصنع ليون العام القادم.",
)
LYON_DID = ("أغلقت الشركة مصنعها في ليون وسرحت العمال.", "أغلقت الشركة مصنع ليون أمس.")

CASES = {
    "another number": Case(
        "M101",
        FIRE,
        "أدى حريق في مصنع للنسيج بالمحلة إلى إصابة ثمانية عشر عاملا.",
        "أدى حريق في مصنع للنسيج بالمحلة إلى إصابة 81 عاملا.",
        "81",
        Severity.CRITICAL,
    ),
    "the injured counted as dead": Case(
        "M102",
        FIRE,
        "أدى حريق في مصنع للنسيج بالمحلة إلى إصابة 18 عاملا.",
        "أدى حريق في مصنع للنسيج بالمحلة إلى مقتل 18 عاملا.",
        "مقتل 18",
        Severity.CRITICAL,
    ),
    "another kind of thing": Case(
        "M103",
        (
            "غرقت سفينة تحمل شحنة من الغاز المسال قبالة سواحل عمان.",
            "غرق سفينة محملة بالغاز المسال قبالة الساحل العماني.",
        ),
        "غرقت سفينة قبالة سواحل عمان وهي تنقل شحنة من الغاز المسال.",
        "غرقت طائرة تحمل شحنة من الغاز المسال قبالة سواحل عمان.",
        "طائرة",
    ),
    "another weekday": Case(
        "M104",
        (
            "يبدأ معرض الكتاب في تونس يوم الجمعة المقبل ويستمر عشرة أيام.",
            "ينطلق معرض تونس للكتاب الجمعة.",
        ),
        "ينطلق معرض الكتاب في تونس الجمعة المقبل.",
        "ينطلق معرض الكتاب في تونس الاثنين المقبل.",
        "الاثنين",
    ),
    "an invented affiliation": Case(
        "M201",
        (
            "نشرت مجلة دير شبيغل الألمانية وثائق عن صفقة السلاح.",
            "قالت مجلة شبيغل الألمانية إن صفقة السلاح مشبوهة.",
        ),
        "نشرت مجلة شبيغل الألمانية وثائق عن صفقة السلاح.",
        "نشرت مجلة شبيغل التابعة للاستخبارات وثائق عن صفقة السلاح.",
        "شبيغل التابعة للاستخبارات",
        Severity.CRITICAL,
    ),
    "somebody else's name": Case(
        "M202",
        (
            "فاز اللاعب رافاييل كوستا بجائزة أفضل لاعب في الدوري البرتغالي.",
            "نال رافاييل كوستا جائزة أفضل لاعب في البرتغال هذا الموسم.",
        ),
        "حصل رافاييل كوستا على جائزة أفضل لاعب في الدوري البرتغالي.",
        "حصل ميغيل سانتوس على جائزة أفضل لاعب في الدوري البرتغالي.",
        "ميغيل سانتوس",
        Severity.CRITICAL,
    ),
    "another end of the country": Case(
        "M203",
        (
            "ضربت عاصفة ثلجية شمال اليابان وأغلقت المدارس هناك.",
            "أغلقت المدارس في شمال اليابان بسبب عاصفة ثلجية.",
        ),
        "أغلقت عاصفة ثلجية المدارس في شمالي اليابان.",
        "أغلقت عاصفة ثلجية المدارس في جنوب اليابان.",
        "جنوب",
    ),
    "who accuses whom": Case(
        "M302",
        (
            "اتهمت زامبيا أنغولا بتلويث النهر المشترك.",
            "وجهت زامبيا إلى أنغولا تهمة تلويث النهر.",
        ),
        "اتهمت زامبيا جارتها أنغولا بتلويث النهر.",
        "اتهمت أنغولا زامبيا بتلويث النهر.",
        "اتهمت أنغولا زامبيا",
        Severity.CRITICAL,
    ),
    "another minister": Case(
        "M303",
        (
            "قال وزير النقل المغربي إن القطار السريع سيصل إلى أغادير.",
            "أعلن وزير النقل المغربي مد القطار السريع إلى أغادير.",
        ),
        "أكد وزير النقل المغربي أن القطار السريع سيبلغ أغادير.",
        "أكد وزير الصحة المغربي أن القطار السريع سيبلغ أغادير.",
        "الصحة",
    ),
    "refused for agreed": Case(
        "M401",
        (
            "وافق مجلس المدينة على هدم الملعب القديم.",
            "أقر مجلس المدينة هدم الملعب القديم.",
        ),
        "صادق مجلس المدينة على هدم الملعب القديم.",
        "رفض مجلس المدينة هدم الملعب القديم.",
        "رفض",
        Severity.CRITICAL,
    ),
    "done for may be done": Case(
        "M402",
        LYON_MAY,
        "من المحتمل أن تغلق الشركة مصنعها في ليون.",
        "أغلقت الشركة مصنعها في ليون.",
        "أغلقت",
        Severity.CRITICAL,
    ),
    "may be done for done": Case(
        "M402",
        LYON_DID,
        "أغلقت الشركة مصنعها في ليون.",
        "قد تغلق الشركة مصنعها في ليون.",
        "قد",
    ),
    "a negation lost": Case(
        "M403",
        (
            "لم تعثر فرق الإنقاذ على الطفل المفقود في الغابة.",
            "فرق الإنقاذ لم تعثر على الطفل المفقود حتى المساء.",
        ),
        "لم تعثر فرق الإنقاذ بعد على الطفل المفقود.",
        "عثرت فرق الإنقاذ على الطفل المفقود في الغابة.",
        "عثرت",
        Severity.CRITICAL,
    ),
    "another one said it": Case(
        "M501",
        (
            "قالت الشرطة إن السائق كان مخمورا وقت الحادث.",
            "السائق كان مخمورا وقت الحادث بحسب الشرطة.",
        ),
        "ذكرت الشرطة أن السائق كان مخمورا وقت الحادث.",
        "قالت أسرة الضحية إن السائق كان مخمورا وقت الحادث.",
        "أسرة الضحية",
    ),
    "a strike of labour for one from the air": Case(
        "M601",
        (
            "شنت الطائرات غارات على مخازن السلاح في المدينة.",
            "قصفت الطائرات مخازن السلاح بعدة غارات.",
        ),
        "نفذت الطائرات غارات على مخازن السلاح.",
        "نفذت الطائرات إضرابات على مخازن السلاح.",
        "إضرابات",
    ),
    "cause for effect": Case(
        "M701",
        ("تسبب الفيضان في انهيار السد.", "انهار السد بسبب الفيضان."),
        "أدى الفيضان إلى انهيار السد.",
        "أدى انهيار السد إلى الفيضان.",
        "انهيار السد إلى الفيضان",
        Severity.CRITICAL,
    ),
    "before for after": Case(
        "M702",
        (
            "استقال الوزير بعد صدور الحكم عليه.",
            "صدر الحكم على الوزير ثم استقال، وجاءت استقالته بعد الحكم.",
        ),
        "استقال الوزير بعد الحكم عليه.",
        "صدر الحكم على الوزير بعد استقالته.",
        "صدر الحكم على الوزير بعد استقالته",
        Severity.CRITICAL,
    ),
    "another cause": Case(
        "M703",
        (
            "ألغيت الرحلات في مطار زيورخ بسبب الضباب الكثيف.",
            "ألغى مطار زيورخ رحلاته جراء الضباب.",
        ),
        "ألغيت رحلات مطار زيورخ بسبب الضباب.",
        "ألغيت رحلات مطار زيورخ بسبب عطل معلوماتي.",
        "عطل معلوماتي",
    ),
    "a condition undone": Case(
        "M801",
        (
            "وافقت النقابة على العرض بشرط زيادة الأجور.",
            "قبلت النقابة العرض شريطة أن تزيد الأجور.",
        ),
        "قبلت النقابة العرض بشرط زيادة الأجور.",
        "قبلت النقابة العرض دون شرط.",
        "دون شرط",
    ),
    "all for most": Case(
        "M801",
        ("نجا معظم ركاب العبارة بعد غرقها في البحيرة.", "نجا أغلب ركاب العبارة الغارقة."),
        "نجا معظم ركاب العبارة.",
        "نجا جميع ركاب العبارة.",
        "جميع",
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_departs_is_found_at_its_words_and_told_in_two_languages(departures, case):
    (finding,) = departures(case.departs, case.siblings)
    assert (finding.code, finding.quote) == (case.code, case.quote)
    assert (finding.kind, finding.severity) == ("meaning", case.gravity)
    assert finding.evidence
    assert finding.message.en
    assert finding.message.ar


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_same_in_other_words_is_left_alone(departures, case):
    assert departures(case.agrees, case.siblings) == ()


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_siblings_do_not_depart_from_each_other(departures, case):
    one, other = case.siblings
    assert departures(one, (other, case.agrees)) == ()


@pytest.mark.parametrize(
    ("text", "siblings"),
    [
        pytest.param(
            "لا تثبت الدراسة أن القهوة تسبب الأرق.",
            ("تشير الدراسة إلى صلة بين القهوة والأرق من دون أن تثبت أنها تسببه.",),
            id="not, and without doing so",
        ),
        pytest.param(
            "يضرب العمال إذا لم تلغ الشركة القرار.",
            ("يضرب العمال ما لم تلغ الشركة القرار.",),
            id="if not, and unless",
        ),
        pytest.param(
            "بلغت ديون البلاد مستوى قياسيا.",
            ("بلغت ديون البلاد مستوى لم تبلغه من قبل.",),
            id="a record, and never before",
        ),
        pytest.param(
            "قتل عشرات الآلاف في الحرب الأهلية.",
            ("قتل آلاف الأشخاص في الحرب الأهلية.",),
            id="tens of thousands, and thousands",
        ),
        pytest.param(
            "غادر ستة أشخاص الجزيرة على متن زورق صغير.",
            ("غادر ستة رجال الجزيرة على متن زورق صغير.",),
            id="persons, and men",
        ),
        pytest.param(
            "وصل نجم الفريق أوغستين بريتزكي إلى الملعب مصابا.",
            ("وصل نجم الفريق أوغستين بريتسكي إلى الملعب مصابا.",),
            id="a foreign name in two spellings",
        ),
    ],
)
def test_what_means_the_same_is_no_departure(departures, text, siblings):
    assert departures(text, siblings) == ()
    (other,) = siblings
    assert departures(other, (text,)) == ()


def test_two_siblings_that_agree_weigh_more_than_one(departures):
    case = CASES["another one said it"]
    one, *_ = departures(case.departs, case.siblings[:1]) or [None]
    (both,) = departures(case.departs, case.siblings)
    assert one is None or one.confidence <= both.confidence


@pytest.mark.parametrize("name", ["000", "001", "003"])
def test_no_article_departs_from_itself(seeds, document, name):
    own, rows = seeds[name]
    copy = document("copy", own.text)
    assert measure(own, rows, [(copy, rows)]).departures == ()


def test_raw_machine_output_alone_does_not_gainsay_a_text_that_reads_well(departures):
    raw = "أصيب 81 عاملا في حريق اندلع بمصنع Weave للنسيج في مدينة Mahalla."
    clean = "أصيب 81 عاملا في حريق اندلع بمصنع للنسيج في مدينة المحلة."
    text = "أصيب 18 عاملا في حريق اندلع بمصنع للنسيج في مدينة المحلة."
    assert departures(text, [raw]) == ()
    assert [finding.code for finding in departures(text, [clean])] == ["M101"]
    assert [finding.code for finding in departures(text, [raw, clean])] == ["M101"]

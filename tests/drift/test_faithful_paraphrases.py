"""What good newsrooms say in other words is no departure."""

from __future__ import annotations

import pytest

from tadqiq.drift import measure

SAME = {
    "a round number that is exceeded": (
        "سجلت وزارة الصحة في مالاوي 1530 إصابة بالحصبة منذ مطلع العام.",
        "تخطت إصابات الحصبة المسجلة هذه السنة في مالاوي ألفا وخمسمئة إصابة.",
    ),
    "an age by the round number that was not reached": (
        "توفي الرسام التشيلي خوليو بينيا عن 69 عاما في سانتياغو.",
        "رحل الرسام التشيلي خوليو بينيا في سانتياغو قبل بلوغ السبعين.",
    ),
    "a share of every so many": (
        "خسر ربع صيادي الأسماك في السنغال قواربهم بسبب العاصفة.",
        "فقد واحد من كل أربعة صيادين في السنغال قواربهم بسبب العاصفة.",
    ),
    "a share for the two numbers that make it": (
        "فازت المعارضة في سيشل بواحد وعشرين مقعدا من أصل 35 في البرلمان.",
        "نالت المعارضة في سيشل نحو ستين في المئة من مقاعد البرلمان.",
    ),
    "those who stayed for those who left": (
        "غادر ثلث سكان القرية النيبالية بيوتهم بعد الانهيار.",
        "بقي ثلثا سكان القرية النيبالية في بيوتهم بعد الانهيار.",
    ),
    "more than the round number below it": (
        "أفرجت سلطات لاوس عن 14 صيادا احتجزتهم في مايو.",
        "خرج أكثر من عشرة صيادين من سجون لاوس بعد احتجازهم في مايو.",
    ),
    "hectares in square kilometres": (
        "أتلفت الفيضانات 1200 هكتار من حقول الأرز في إقليم آتشيه.",
        "أتلفت الفيضانات نحو 12 كيلومترا مربعا من حقول الأرز في آتشيه.",
    ),
    "degrees in the other scale": (
        "سجلت مدينة جاكوب آباد في باكستان 52 درجة مئوية.",
        "سجلت مدينة جاكوب آباد في باكستان نحو 126 درجة فهرنهايت.",
    ),
    "what it cost by what one of it costs": (
        "اشترت الهيئة المصرية 110 آلاف طن من القمح بسعر 265 دولارا للطن.",
        "اشترت الهيئة المصرية شحنة من القمح بقرابة 29 مليون دولار.",
    ),
    "years since a year": (
        "حيازة الصين من السندات هي الأدنى منذ ديسمبر 2008.",
        "حيازة الصين من السندات هي الأدنى منذ نحو 17 عاما.",
    ),
    "less than the round number above it": (
        "بلغت كلفة ترميم الجسر في تبليسي 88 مليون يورو.",
        "كلف ترميم جسر تبليسي أقل من مئة مليون يورو.",
    ),
    "what two paid together": (
        "غرمت محكمة في بوغوتا كلا من الشركتين 225 ألف دولار.",
        "ستدفع الشركتان معا 450 ألف دولار بحكم محكمة في بوغوتا.",
    ),
    "policemen as men of the police": (
        "قتل أربعة شرطيين في كمين نصبه متمردون شمالي بوروندي.",
        "قتل أربعة من رجال الشرطة في كمين للمتمردين شمالي بوروندي.",
    ),
    "unless for except if": (
        "قالت النرويج إنها لن تفرض رسوما على الأسماك إلا إذا سبقتها أيسلندا إلى ذلك.",
        "لن تفرض النرويج رسوما على الأسماك ما لم تبادر أيسلندا إلى ذلك.",
    ),
    "not allowed for forbidden": (
        "منعت اليونان مرور السفن الحربية في المضيق، مع السماح بعبور سفن التجارة.",
        "لن يسمح للسفن الحربية بعبور المضيق اليوناني.",
    ),
    "the army by its other name": (
        "قال الجيش في تشاد إن العملية كبدت المسلحين خسائر كبيرة قرب البحيرة.",
        "كبدت العملية المسلحين خسائر كبيرة قرب البحيرة، بحسب القوات المسلحة في تشاد.",
    ),
    "not before a month for put off after a leak": (
        "أرجأت الهند إطلاق القمر إلى نوفمبر بعد اكتشاف تسرب للوقود.",
        "لن ينطلق القمر الهندي قبل نوفمبر، وقد رصد تسرب للوقود.",
    ),
    "a score that is no cause": (
        "فازت قطر على الكويت بنتيجة ثلاثين مقابل عشرين، وسجل سالم المري تسعة أهداف.",
        "سجل سالم المري تسعة أهداف وكان نجم المباراة التي فازت بها قطر على الكويت.",
    ),
    "convicted, where a sibling tells of the sentence": (
        "أقيمت في لشبونة محاكمة سائق متهم بالتهريب. وحكم عليه بالسجن خمس سنوات.",
        "سيمضي سائق أدين بالتهريب خمس سنوات في السجن بحكم صدر في لشبونة.",
    ),
}


@pytest.mark.parametrize(("sibling", "text"), SAME.values(), ids=SAME)
def test_the_same_in_other_words_departs_in_nothing(document, vectors, sibling, text):
    documents = [document("article", text), document("sibling", sibling)]
    own, other = zip(documents, vectors(documents), strict=True)
    assert measure(*own, [other]).departures == ()


DEPARTS = {
    "a bound that the number does not meet": (
        "سجلت وزارة الصحة في مالاوي 1530 إصابة بالحصبة منذ مطلع العام.",
        "تخطت إصابات الحصبة المسجلة هذه السنة في مالاوي ألفين وخمسمئة إصابة.",
        "M101",
    ),
    "more than a round number that is above it": (
        "أفرجت سلطات لاوس عن 14 صيادا احتجزتهم في مايو.",
        "أفرجت سلطات لاوس عن أكثر من عشرين صيادا احتجزتهم في مايو.",
        "M101",
    ),
    "children for policemen": (
        "قتل أربعة شرطيين في كمين نصبه متمردون شمالي بوروندي.",
        "قتل أربعة أطفال في كمين نصبه متمردون شمالي بوروندي.",
        "M102",
    ),
    "cause for effect": (
        "أدى انهيار السد إلى فيضان النهر في كينيا.",
        "أدى فيضان النهر إلى انهيار السد في كينيا.",
        "M701",
    ),
}


@pytest.mark.parametrize(("sibling", "text", "code"), DEPARTS.values(), ids=DEPARTS)
def test_what_is_told_otherwise_still_departs(document, vectors, sibling, text, code):
    documents = [document("article", text), document("a", sibling), document("b", sibling)]
    own, *others = zip(documents, vectors(documents), strict=True)
    assert code in {finding.code for finding in measure(*own, others).departures}

"""How words are read before statements are compared: spoken texts, one answer, one spelling."""

from __future__ import annotations

import pytest

SPOKEN = "دلوقتي القراء هياخدوا من هوكس، والشركة بتكتب إن المصنع في ليون قفل عشان الخسائر."
WRITTEN = "يرى القراء أن أوستين كتبت أن الشركة لم تغلق مصنع ليون بسبب الأرباح."


def test_a_spoken_text_neither_departs_in_its_words_nor_gainsays_a_written_one(departures):
    assert departures(SPOKEN, (WRITTEN,)) == ()
    assert departures(WRITTEN, (SPOKEN,)) == ()


def test_the_senses_of_one_english_word_differ_though_it_renders_both(departures):
    siblings = ("اكتشفت الشركة الفضة في منجمها الرئيسي.", "عثرت شركة على الفضة في منجم تملكه.")
    (finding,) = departures("عثر على الفضة في لغم تملكه الشركة.", siblings)
    assert (finding.code, finding.quote) == ("M601", "لغم")


def test_what_nobody_else_answers_so_is_opposed_though_little_is_shared(departures):
    siblings = (
        "أيدت محكمة الاستئناف الحكم ببراءة الوزير السابق من تهمة الرشوة.",
        "ردت محكمة الاستئناف طعن النيابة وثبتت براءة الوزير السابق.",
    )
    (finding,) = departures(
        "لم تقتنع محكمة الاستئناف بحجج النيابة، وخرج الوزير السابق من القضية مدانا.", siblings
    )
    assert finding.code == "M401"
    assert "مدانا" in finding.quote


def test_the_month_before_a_year_does_not_count_it(departures):
    text = "بعد شهر من اللعب في موسم الدوري 2025 انتقل اللاعب إلى فريق آخر."
    assert departures(text, ("انتقل اللاعب إلى فريق آخر بعد شهر من اللعب في موسم عام 2025.",)) == ()


def test_a_name_with_and_without_its_article_or_its_end_is_one(departures):
    text = "شرب الرئيس «الدايت كوك» أمام الصحفيين في البيت الأبيض."
    assert departures(text, ("شرب الرئيس كوكاكولا دايت أمام الصحفيين في البيت الأبيض.",)) == ()


@pytest.mark.parametrize(
    ("text", "sibling"),
    [
        ("أنفق الاتحاد ألفا وثلاثمئة مليون يورو.", "أنفق الاتحاد 1.3 مليار يورو."),
        ("يعود المخطوط إلى القرن العشرين.", "يعود المخطوط إلى القرن الماضي قبل 14 عاما."),
        ("يبعد الميناء 200 ميل عن المدينة.", "يبعد الميناء 322 كيلومترا عن المدينة."),
    ],
)
def test_one_number_in_other_words_or_units_is_no_departure(departures, text, sibling):
    assert departures(text, (sibling,)) == ()


def test_a_number_in_the_place_of_the_only_other_is_found_whatever_they_count(departures):
    siblings = (
        "غرق قارب يقل 85 مهاجرا قبالة سواحل صفاقس التونسية.",
        "كان على متن القارب الذي غرق قرب صفاقس 85 مهاجرا.",
    )
    (finding,) = departures("غرق قرب صفاقس قارب كان على متنه 53 شخصا.", siblings)
    assert (finding.code, finding.quote) == ("M101", "53")


@pytest.mark.parametrize(
    ("text", "sibling"),
    [
        ("استمر الإضراب أربعا وعشرين ساعة كاملة.", "استمر الإضراب يوما كاملا، أي 24 ساعة."),
        ("استمرت الهدنة أسبوعين، أي 14 يوما كاملة.", "استمرت الهدنة بين الطرفين 2 أسبوع كاملة."),
        ("أيد الاتفاق 50 في المئة من الناخبين.", "أيد الاتفاق نصف الناخبين."),
        ("نجا من الغرق 33 راكبا من ركاب القارب.", "كان في القارب 85 راكبا غرق منهم 52 راكبا."),
        ("من المبكر الجزم بأن الحريق متعمد.", "كون الحريق متعمدا احتمال وارد."),
    ],
)
def test_what_comes_to_the_same_is_no_departure(departures, text, sibling):
    assert departures(text, (sibling,)) == ()


def test_before_here_and_after_there_of_the_same_thing_are_two_orders(departures):
    siblings = (
        "اكتشف الأطباء الورم قبل إعلان المغنية إلغاء جولتها.",
        "كان الورم قد اكتشف قبل إعلان المغنية إلغاء الجولة.",
    )
    (finding,) = departures("اكتشف الورم بعد إعلان المغنية إلغاء جولتها.", siblings)
    assert finding.code == "M702"


def test_a_month_before_is_a_month_after_the_other_thing(departures):
    text = "حكم القاضي على زعيم العصابة بالسجن قبل شهر من مقتله."
    assert departures(text, ("قتل القاضي بعد شهر من حكمه على زعيم العصابة بالسجن.",)) == ()


def test_a_denial_elsewhere_in_the_sentence_does_not_hide_what_is_told_as_done(departures):
    siblings = (
        "تدرس شركة هيليوس بيع حصتها في ميناء سالونيك.",
        "قالت مصادر إن شركة هيليوس تعتزم بيع حصتها في ميناء سالونيك.",
    )
    (finding,) = departures(
        "باعت شركة هيليوس حصتها في ميناء سالونيك، وفق مصدر لم يكشف اسمه.", siblings
    )
    assert (finding.code, finding.quote) == ("M402", "باعت")


def test_more_than_a_round_number_is_the_number_a_little_above_it(departures):
    text = "احتشد أكثر من 300 متظاهر أمام البرلمان."
    assert departures(text, ("احتشد 314 متظاهرا أمام البرلمان.",)) == ()
    assert departures("احتشد 314 متظاهرا أمام البرلمان.", (text,)) == ()

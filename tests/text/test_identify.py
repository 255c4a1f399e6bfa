"""Which language a text, a headline or a paragraph is in."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tadqiq.languages.pack import profile_for
from tadqiq.languages.shared.profiles import generic, known
from tadqiq.model import Article
from tadqiq.text import identify, segment

SHORT = [
    ("ar", "صواريخ باتريوت"),
    ("ar", "رئيس جمهورية مصر العربية"),
    ("ar", "قال الوزير إن الاتفاق قريب"),
    ("ar", "زار الوزير محافظة الجيزه وافتتح كوبرى جديد فى المدينه"),
    ("ar", "وقالت الشركة إن سعر الهاتف من پاناسونيك في السوق أقل من المتوقع"),
    ("ar", "أعلنت الشرکة نتائجها المالیة للربع الأول من العام الجاري على موقعها"),
    ("fa", "صلح و امنیت"),
    ("fa", "امن و امان"),
    ("fa", "رئیس جمهور ایران وارد بغداد شد"),
    ("fa", "وزارت امور خارجه در واكنش به اين اقدام بيانيه صادر كرد"),
    ("fa", "او از تهران به مشهد رفت و با مردم صحبت كرد"),
    ("ur", "وزیر اعظم نے کہا کہ مذاکرات جاری ہیں"),
    ("ur", "بھارت اور پاکستان کے درمیان میچ"),
    ("ps", "د افغانستان حکومت وايي چې دوی به په خبرو کې ګډون وکړي"),
    ("ckb", "سەرۆکی هەرێمی کوردستان لەگەڵ شاندێکدا کۆبووەوە"),
    ("ug", "ئۇ بۇ توغرىسىدا كېيىن مەلۇمات بېرىدىغانلىقىنى ئېيتتى"),
    ("he", "ראש הממשלה הגיע לפריז"),
    ("el", "Ο πρωθυπουργός έφτασε στο Παρίσι"),
    ("hi", "प्रधानमंत्री ने कहा कि बैठक में चर्चा हुई"),
    ("mr", "पंतप्रधान म्हणाले की ही बैठक यशस्वी झाली आहे आणि चर्चा होणार"),
    ("ne", "प्रधानमन्त्रीले बैठकमा सहभागी भएको बताए र छलफल गरे"),
    ("ru", "Президент прибыл в Париж и встретился с коллегой"),
    ("uk", "Президент прибув до Парижа і зустрівся з колегою"),
    ("bg", "Президентът каза, че срещата е била успешна и ще продължи"),
    ("sr", "Председник је рекао да ће се састанак наставити"),
    ("be", "Прэзідэнт прыбыў у Мінск і сустрэўся з калегам"),
    ("en", "The president said that he was in the city"),
    ("fr", "Le président est arrivé à Paris avec une délégation dans la soirée"),
    ("de", "Der Präsident ist mit einer Delegation in der Stadt und wird sprechen"),
    ("tr", "Cumhurbaşkanı bir heyet ile birlikte şehre geldi ve konuştu"),
    ("zh", "总统抵达巴黎"),
    ("ja", "大統領はパリに到着した"),
    ("ko", "대통령이 파리에 도착했다"),
    ("th", "ประธานาธิบดีเดินทางถึงปารีส"),
    ("ka", "პრეზიდენტი პარიზში ჩავიდა"),
    ("und", ""),
    ("und", " 12 % … 3.5"),
    ("und", "Xqz"),
]
ARABIC = (
    "قال الرئيس الأوكراني إن المحادثات مع نظيره الأمريكي كانت مثمرة، وأضاف في بيان أن الجانبين"
    " اتفقا على مواصلة العمل من أجل السلام في المنطقة خلال الأشهر المقبلة."
)
ENGLISH = (
    "The president said on Friday that talks with his counterpart had been fruitful, and that both"
    " sides had agreed to keep working for peace in the region over the coming months."
)


@pytest.mark.parametrize(("lang", "text"), SHORT)
def test_short_texts_by_script_letters_and_function_words(lang: str, text: str) -> None:
    assert identify(text) == lang


@pytest.mark.parametrize(("lang", "text"), [("ar", ARABIC), ("en", ENGLISH)])
def test_longer_texts(lang: str, text: str) -> None:
    assert identify(text) == lang


@pytest.mark.parametrize(
    ("declared", "text", "lang"),
    [
        ("ar-x-mtfrom-en", ARABIC, "ar"),
        ("ar-EG", "صواريخ", "ar"),
        ("fa-IR", "صلح", "fa"),
        ("ARA", "صواريخ", "ar"),
        ("iw", "שלום", "he"),
        ("bg", "София", "bg"),
        ("ar", ENGLISH, "en"),
        ("en", ARABIC, "ar"),
        ("ar", "وزیر اعظم نے کہا کہ مذاکرات جاری ہیں اور ان کے ساتھ بات ہو گی", "ur"),
        ("fr", "123", "fr"),
        ("", "שלום", "he"),
        ("und", "שלום", "he"),
        ("?!", "שלום", "he"),
        ("sw", "Xqz", "sw"),
    ],
)
def test_a_declared_tag_wins_where_the_text_fits_it(declared: str, text: str, lang: str) -> None:
    assert identify(text, declared=declared) == lang


@given(st.text(max_size=200), st.none() | st.text(max_size=12))
def test_any_text_has_an_answer_and_always_the_same(text: str, declared: str | None) -> None:
    first = identify(text, declared=declared)
    assert first.isascii()
    assert identify(text, declared=declared) == first


def test_a_paragraph_in_another_language_has_its_own() -> None:
    text = f"{ARABIC}\n{ARABIC}\nAdvertisement\n{ENGLISH}\nرويترز\n١٢٣"
    doc = segment(Article(id="1", text=text), profile_for)
    assert doc.lang == "ar"
    assert [part.lang for part in doc.paragraphs] == ["ar", "ar", "und", "en", "ar", "ar"]


def test_langdetect_is_loaded_for_no_arabic_article() -> None:
    code = (
        "import sys; from tadqiq.text import identify;"
        f"assert identify({ARABIC!r}) == 'ar'; sys.exit('langdetect' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("code", known())
def test_every_profile_is_sound(code: str) -> None:
    profile = generic(code)
    assert profile.code == code
    assert not set(profile.enders) & set(profile.commas)
    assert profile.rtl == (profile.script in {"Arabic", "Hebrew", "Thaana"})
    assert all(not short.endswith(".") for short in profile.abbreviations)


def test_at_least_sixty_languages_have_a_profile_and_others_are_undetermined() -> None:
    assert len(known()) >= 60
    assert generic("tlh").code == "und"


def test_names_left_in_latin_letters_do_not_outvote_a_declared_language() -> None:
    text = "وفاز Novak Djokovic على Carlos Alcaraz أمس."
    assert identify(text, declared="ar") == "ar"
    assert identify("Novak Djokovic beat Carlos Alcaraz في", declared="ar") != "ar"

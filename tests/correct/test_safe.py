"""Safe is what no editor need look at: each family where it deserves it, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tadqiq.config import Config
from tadqiq.correct import apply
from tadqiq.ingest import read
from tadqiq.model import Article
from tadqiq.pipeline import Auditor

ROOT = Path(__file__).parents[2]
TERMS = {"ترمب": "ترامب", "بنتاغون": "البنتاغون", "جدة": "جدّة"}


@pytest.fixture(scope="module")
def auditor() -> Auditor:
    return Auditor(Config(drift=False, terms=TERMS))


def fixed(auditor: Auditor, text: str) -> str:
    (audited,) = auditor.check(Article(id="a", text=text, lang="ar")).articles
    return apply(text, audited.findings).text


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("قال الوزير ، في تصريح ، إن الأمر قريب .", "قال الوزير، في تصريح، إن الأمر قريب."),
        ("انتهى البحث عن المفقودين.وقال العمدة", "انتهى البحث عن المفقودين. وقال العمدة"),
        ("قال الوزير إن الاتفاق “قريب “.", "قال الوزير إن الاتفاق “قريب”."),
        ("وصل الوفد يوم الثلاثاء يوم الثلاثاء إلى العاصمة", "وصل الوفد يوم الثلاثاء إلى العاصمة"),
        ('قالت "لن نعلق على هذا» وغادرت', "قالت «لن نعلق على هذا» وغادرت"),
        ("وصل الوفد إلى إلى العاصمة", "وصل الوفد إلى العاصمة"),
        ("أعلنت الشركة استعادةها للسيطرة", "أعلنت الشركة استعادتها للسيطرة"),
        ("قال ترمب إنه متفائل", "قال ترامب إنه متفائل"),
        ("أحيل الأمر إلى لبنتاغون أمس", "أحيل الأمر إلى للبنتاغون أمس"),
        ("قصفت القوات محطة زابوريزفيا ليلًا", "قصفت القوات محطة زابوريجيا ليلًا"),
        ("أبلغ ترامب لPutin بأن المهلة انتهت", "أبلغ ترامب لبوتين بأن المهلة انتهت"),
        ("قدم الرئيس شكره للKremlin على الدعم", "قدم الرئيس شكره للكرملين على الدعم"),
        ("قدم الرئيس شكره لUnited States أمس", "قدم الرئيس شكره للولايات المتحدة أمس"),
        ("وقال الKremlin إن الاتفاق قريب", "وقال الكرملين إن الاتفاق قريب"),
    ],
)
def test_what_has_one_correction_is_corrected(auditor: Auditor, wrong: str, right: str) -> None:
    assert fixed(auditor, wrong) == right


@pytest.mark.parametrize(
    "text",
    [
        "وصل Jordan إلى النهائي بعد فوزه",  # the country or the player
        "وقالت May إن بريكست يعني بريكست",  # the month or the minister
        "وقالت ال Kremlin إن الاتفاق قريب",  # the article would stand twice
        "وقال Brankovitsch إن الأمطار دمرت الجسر",
        "قضى إجازته في بورا بورا أمس",
        "الحذر الحذر من الفتنة",
        "قال“ نعم” للجميع",
        "نشر موقع إيلاف.كوم الخبر",
        "وصل الوفد إلى وجدة المغربية",
        "وفرقت الشرطة المحتجونين بخراطيم المياه",
    ],
)
def test_what_an_editor_should_look_at_is_left(auditor: Auditor, text: str) -> None:
    assert fixed(auditor, text) == text


def test_a_name_that_all_siblings_write_otherwise_is_corrected(auditor: Auditor) -> None:
    def article(name: str, text: str) -> Article:
        return Article(id=name, text=text, lang="ar", event="e")

    own = article("own", "والتقى الرئيس ستويانوفتش الوفد، ثم غادر ستويانوفتش القاعة.")
    first = article("a", "والتقى الرئيس ستويانوفيتش الوفد.")
    second = article("b", "وقال ستويانوفيتش إن اللقاء مثمر.")
    third = article("c", "وقال ستويانوفتس إن اللقاء مثمر.")
    (sure,) = auditor.check(own, [first, second]).articles
    assert apply(own.text, sure.findings).text == own.text.replace("ستويانوفتش", "ستويانوفيتش")
    (unsure,) = auditor.check(own, [first, second, third]).articles
    assert apply(own.text, unsure.findings).text == own.text


def test_good_arabic_full_of_traps_stays_as_it_is() -> None:
    auditor = Auditor(Config(drift=False))
    items = list(read([str(ROOT / "corpora" / "pairs" / "human.jsonl")]))
    assert len(items) > 100
    for item in items[::3]:
        assert isinstance(item, Article)
        assert fixed(auditor, item.text) == item.text

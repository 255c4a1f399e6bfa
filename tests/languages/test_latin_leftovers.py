"""Latin words inside Arabic prose: what an editor is told, and what is left in peace."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tadqiq.languages
from tadqiq.detect import Context, Rule, detect
from tadqiq.languages import load, profile_for
from tadqiq.languages.shared.gazetteer import gazetteer
from tadqiq.languages.shared.transliteration import to_arabic
from tadqiq.model import Article, Document, Finding
from tadqiq.text import segment

LISTS = sorted((Path(tadqiq.languages.__file__).parent / "ar" / "lexicon").glob("latin*.tsv"))


def rules_of(lang: str, family: str) -> list[Rule]:
    return [rule for rule in load(lang).rules if rule.code.startswith(family)]


def document(text: str, lang: str = "ar", name: str = "article") -> Document:
    return segment(Article(id=name, text=text, lang=lang), profile_for)


def latin(text: str, lang: str = "ar", context: Context | None = None) -> tuple[Finding, ...]:
    return detect(document(text, lang), rules_of(lang, "L"), context or Context())


def first_suggestion(finding: Finding) -> str:
    return finding.suggestions[0].replacement


def test_adjacent_latin_words_are_one_finding() -> None:
    (finding,) = latin("وقال الكاتب Winsome Pinnock إن المسرحية ستعرض في لندن مطلع الشهر المقبل.")
    assert finding.quote == "Winsome Pinnock"


def test_the_proclitic_before_a_name_is_not_part_of_the_finding() -> None:
    (finding,) = latin("وأبلغ الرئيس الأمريكي نظيره أن المهلة التي منحها لPutin انتهت أمس.")
    assert finding.quote == "Putin"
    assert first_suggestion(finding) == "بوتين"


@pytest.mark.parametrize(
    ("left", "native"),
    [
        ("Zelensky", "زيلينسكي"),
        ("Volodymyr Zelenskiy", "فولوديمير زيلينسكي"),
        ("José Mourinho", "جوزيه مورينيو"),
        ("İmamoğlu", "إمام أوغلو"),
        ("Zaporizhzhia", "زابوريجيا"),
        ("Jordan", "الأردن"),
        ("The Wall Street Journal", "وول ستريت جورنال"),
    ],
)
def test_a_known_name_is_suggested_in_its_established_form(left: str, native: str) -> None:
    (finding,) = latin(f"وجاء في التقرير الذي نشر صباح أمس أن {left} لم يرد على الأسئلة بعد.")
    assert finding.code == "L101"
    assert finding.suggestions[0].replacement == native
    assert finding.suggestions[0].safe == (left != "Jordan")  # who may also be جوردان


def test_an_unknown_name_is_transliterated_and_never_a_safe_correction() -> None:
    (finding,) = latin("وقال عمدة البلدة Brankovitsch إن الأمطار دمرت الجسر القديم.")
    assert first_suggestion(finding) == "برانكوفيتش"
    assert not any(suggestion.safe for suggestion in finding.suggestions)


def test_what_siblings_write_comes_first_with_the_place_where_they_write_it() -> None:
    sibling = document("وقال عمدة البلدة برانكوفيتس إن الجسر انهار.", name="sibling")
    (finding,) = latin(
        "وقال عمدة البلدة Brankovitsch إن الأمطار دمرت الجسر القديم.",
        context=Context(siblings=(sibling,)),
    )
    assert first_suggestion(finding) == "برانكوفيتس"
    (evidence,) = finding.evidence
    assert evidence.article == "sibling"
    assert evidence.span.of(sibling.text) == "برانكوفيتس"


def test_the_termbase_comes_before_the_gazetteer() -> None:
    context = Context(terms={"Axios": "موقع آكسيوس"})
    (finding,) = latin("وقال مسؤول لموقع Axios إن الاتصال دام ساعة كاملة.", context=context)
    assert first_suggestion(finding) == "موقع آكسيوس"


def test_an_allowed_word_is_left_in_peace() -> None:
    text = "وقال مسؤول لموقع Axios إن الاتصال دام ساعة كاملة."
    assert latin(text, context=Context(allowed=frozenset({"axios"}))) == ()


def test_singular_and_plural_are_told_apart() -> None:
    (one,) = latin("وأسقطت القوات drone واحدة فوق البحر ليلة أمس.")
    (many,) = latin("وأسقطت القوات عشر drones فوق البحر ليلة أمس.")
    assert first_suggestion(one) == "طائرة مسيّرة"
    assert first_suggestion(many) == "طائرات مسيّرة"


@pytest.mark.parametrize(
    "text",
    [
        "وطرحت الشركة هاتف iPhone 15 Pro Max وهاتف Galaxy S24 Ultra هذا الأسبوع.",
        "وحلقت مقاتلات F-35 وMiG-29 فوق البحر وأسقطت صاروخا من طراز S-400.",
        "وبلغت الحرارة 40 °C وسرعة الرياح 90 km/h وفق هيئة الأرصاد.",
        "واكتشف العلماء جينا يسمى BRCA1 وبروتين HER2 في العينات.",
        "ونشرت الدراسة في مجلة نيتشر (Nature) العلمية أمس.",
        "وعزل الباحثون بكتيريا Staphylococcus aureus من المستشفيات.",
        'ورفعت في المسيرة شعارات "Black Lives Matter" و«No Kings» طوال اليوم.',
        "وللتواصل عبر البريد info@example.org أو حساب @tadqiq أو وسم #gaza.",
        "ويختلف الجيل Z عن الجيل X في الشراء، وفق فيتامين C للأبحاث.",
        "وقالت هيئة BBC وشبكة CNN إن الدوري الأمريكي NBA يبدأ غدا.",
        "ودعا وزراء MWPs (أعضاء برلمان ويلز) إلى التصويت.",
    ],
)
def test_what_is_at_home_in_latin_letters_is_left_in_peace(text: str) -> None:
    assert latin(text) == ()


def test_months_take_the_names_of_the_articles_language() -> None:
    (russian,) = latin("Выборы пройдут в стране в October этого года.", "ru")
    (greek,) = latin("Οι εκλογές θα διεξαχθούν στη χώρα τον October φέτος.", "el")
    assert first_suggestion(russian) == "октябрь"
    assert first_suggestion(greek) == "Οκτώβριος"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Об этом заявил Zelenskyy на встрече с журналистами в Киеве."),
        ("uk", "Про це заявив Macron на зустрічі з журналістами в Києві."),
        ("el", "Αυτό δήλωσε ο Macron στους δημοσιογράφους στην Αθήνα χθες."),
        ("he", "כך אמר אתמול Macron לעיתונאים במסיבת העיתונאים בירושלים."),
        ("fa", "این را دیروز Macron در گفت‌وگو با خبرنگاران در تهران گفت."),
        ("hi", "यह बात कल Macron ने दिल्ली में पत्रकारों से कही।"),
    ],
)
def test_people_are_known_in_languages_without_a_pack(lang: str, text: str) -> None:
    (finding,) = latin(text, lang)
    assert finding.code == "L101"


def test_companies_stay_in_latin_where_writers_leave_them_so() -> None:
    assert latin("Об этом сообщает Reuters, а также компании Google и Apple в Москве.", "ru") == ()


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_the_lists_hold_latin_on_the_left_and_arabic_on_the_right(path: Path) -> None:
    kind = ""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.startswith("#") or not line:
            continue
        if line.startswith("["):
            kind = line
            continue
        left, right = line.split("\t")
        where = f"{path.name}:{number}"
        assert re.search("[A-Za-zÀ-ž]", left), where
        assert not re.search("[\u0621-\u064a]", left), where
        assert not re.search("[A-Za-z]", right), where
        if kind == "[person]":
            assert len(left.split()) == len(right.split()), where


def test_the_gazetteer_knows_a_surname_but_prefers_a_place() -> None:
    known = gazetteer("ar")
    surname, place = known.find("Netanyahu"), known.find("Georgia")
    assert surname is not None
    assert surname.kind == "person"
    assert place is not None
    assert place.forms[0] == "جورجيا"


@given(st.text(alphabet=st.characters(categories=("Lu", "Ll"), max_codepoint=0x17F), min_size=1))
@settings(max_examples=60, deadline=None)
def test_a_transliteration_is_arabic_or_nothing(name: str) -> None:
    assert re.fullmatch("[\u0621-\u064a ]*", to_arabic(name))


@given(st.text(alphabet='abcXYZ .,()«»"&-/@#123ابتثلو\n', max_size=60))
@settings(max_examples=60, deadline=None)
def test_wild_mixtures_of_scripts_never_break_the_rules(text: str) -> None:
    for finding in latin(text):
        assert finding.quote == finding.span.of(text)

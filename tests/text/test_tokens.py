"""What a token is, with its place, its script and where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tadqiq.languages.pack import profile_for
from tadqiq.model import Article, Document, Token, TokenKind
from tadqiq.text import segment

WILD = st.text(
    st.one_of(
        st.sampled_from("ابوّـ ًA z9٣.،؛؟!\"'“”«»()[]\n\r\t-–…•@#/:%\u200c\u200f\u0301e\u00a0۔।;"),
        st.characters(exclude_categories=("Cs",)),
    ),
    max_size=120,
)


def document(text: str, lang: str | None = "ar") -> Document:
    return segment(Article(id="1", text=text, lang=lang), profile_for)


def tokens(text: str, lang: str | None = "ar") -> list[Token]:
    return list(document(text, lang).tokens())


def texts(text: str, lang: str | None = "ar") -> list[str]:
    return [token.text for token in tokens(text, lang)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال الوزير، أمس", "قال|الوزير|،|أمس"),
        ("طائرة F-16 وفيروس COVID-19", "طائرة|F-16|وفيروس|COVID-19"),
        ("هاتف iPhone 15", "هاتف|iPhone|15"),
        ("شبكة الـBBC أعلنت", "شبكة|الـ|BBC|أعلنت"),
        ("لـ Axios", "لـ|Axios"),
        ("ليونيسيفUNICEF", "ليونيسيف|UNICEF"),
        ("المفاوضات الروسية-الأوكرانية", "المفاوضات|الروسية|-|الأوكرانية"),
        ("عام2024م", "عام|2024|م"),
        ("بلغ 1,234.5 أو ١٢٣ أو ٣٫٥", "بلغ|1,234.5|أو|١٢٣|أو|٣٫٥"),
        ("70% و٥٠٪", "70|%|و|٥٠|٪"),
        ("في 12.5.2024 و12/5/2024 الساعة 10:30", "في|12.5.2024|و|12/5/2024|الساعة|10:30"),
        ("2020-2021", "2020|-|2021"),
        ("مهلا... ثم.. نعم…", "مهلا|...|ثم|..|نعم|…"),
        ("ماذا؟!", "ماذا|؟|!"),
        ("كتابٌ جميلٌ جدّاً", "كتابٌ|جميلٌ|جدّاً"),
        ("شبكة AT&T وشركة 3M وتقنية 5G", "شبكة|AT&T|وشركة|3M|وتقنية|5G"),
        ("300 ق.م. كان", "300|ق.م.|كان"),
    ],
)
def test_arabic_text_comes_apart_into_tokens(text: str, expected: str) -> None:
    assert texts(text) == expected.split("|")


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "It's Biden's U.S. visit, isn’t it?", "It's|Biden's|U.S.|visit|,|isn’t|it|?"),
        ("en", "the 21st-century 15th", "the|21st|-|century|15th"),
        ("fa", "می‌خواهم کتاب‌ها", "می‌خواهم|کتاب‌ها"),
        ("he", 'צה"ל הודיע', 'צה"ל|הודיע'),
        ("ru", "какой-то Ту-154 2-й", "какой-то|Ту-154|2-й"),
        ("hi", "प्रधानमंत्री ने कहा।", "प्रधानमंत्री|ने|कहा|।"),
        ("uk", "п’ять об'єктів", "п’ять|об'єктів"),
        ("zh", "总统", "总|统"),
    ],
)
def test_other_languages_come_apart_into_tokens(lang: str, text: str, expected: str) -> None:
    assert texts(text, lang) == expected.split("|")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("زوروا https://example.com/a?b=1.", "https://example.com/a?b=1"),
        ("زوروا (www.example.com)، الآن", "www.example.com"),
        ("راسلونا على info@example.com.", "info@example.com"),
        ("موقع example.org يقول", "example.org"),
        ("كتب @user_1 أمس", "@user_1"),
        ("وسم #غزة_تحت_النار انتشر", "#غزة_تحت_النار"),
    ],
)
def test_addresses_stay_whole_and_lose_the_sentence_around_them(text: str, address: str) -> None:
    found = [token.text for token in tokens(text) if token.kind is TokenKind.ADDRESS]
    assert found == [address]


def test_kinds_and_scripts() -> None:
    found = [(token.kind.value, token.script) for token in tokens("قال BBC: 15 $ Привет")]
    assert found == [
        ("word", "Arabic"), ("word", "Latin"), ("punctuation", ""), ("number", ""),
        ("symbol", ""), ("word", "Cyrillic"),
    ]  # fmt: skip


def test_folding_drops_what_lexicons_do_not_write() -> None:
    assert [t.folded for t in tokens("مُحَمَّدٌ لـ جــدا")] == ["محمد", "ل", "جدا"]


def test_composed_and_decomposed_letters_fold_alike() -> None:
    assert tokens("أ\u064eمر")[0].folded == tokens("ا\u0654\u064eمر")[0].folded == "أمر"


def test_a_direction_mark_within_a_word_does_not_split_it() -> None:
    (word,) = tokens("الكت\u200fاب")
    assert word.folded == "الكتاب"


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("قال “نعم لا” ثم مضى", "نعم لا"),
        ("قال ”نعم لا“ ثم مضى", "نعم لا"),
        ("قال ”نعم لا” ثم مضى", "نعم لا"),
        ("قال „نعم لا“ ثم مضى", "نعم لا"),
        ("قال «نعم لا» ثم مضى", "نعم لا"),
        ("قال »نعم لا« ثم مضى", "نعم لا"),
        ('قال "نعم لا" ثم "بلى"', "نعم لا بلى"),
        ("وصفه بـ”المخيب جدا” أمس", "المخيب جدا"),
        ("قال ‘نعم لا’ ثم مضى", "نعم لا"),
        ("قال 'نعم لا' ثم مضى", "نعم لا"),
        ("قال: “نعم. لا”.", "نعم . لا"),
        ("قال «رد “نعم” أمس» ومضى", "رد “ نعم ” أمس"),
    ],
)
def test_quoted_speech_is_marked_whatever_the_marks(text: str, quoted: str) -> None:
    assert " ".join(token.text for token in tokens(text) if token.quoted) == quoted


@pytest.mark.parametrize(
    "text",
    [
        "قال “نعم ثم مضى",
        "ذات الصلة “.",
        "نعم” ثم مضى",
        "don't say it isn't",
        'שר צה"ל ודו"ח',
        "5' 6'",
    ],
)
def test_marks_without_a_partner_quote_nothing(text: str) -> None:
    assert not any(token.quoted for token in tokens(text, None))


def test_an_unpaired_mark_does_not_turn_the_next_quotation_inside_out() -> None:
    found = [token.text for token in tokens("قال “نعم ثم “بلى” ومضى") if token.quoted]
    assert found == ["بلى"]


def test_what_stands_in_brackets_is_marked() -> None:
    found = tokens("وكالة (رويترز [لندن]) وقناة [ب] و{ج} و(د")
    assert [t.text for t in found if t.bracketed and t.is_word] == ["رويترز", "لندن", "ب", "ج"]


@given(WILD, st.sampled_from([None, "ar", "fa", "el", "hi", "en", "zh", "x-??"]))
def test_any_text_is_segmented_without_loss(text: str, lang: str | None) -> None:
    doc = document(text, lang)
    end = 0
    for part in doc.paragraphs:
        assert end <= part.span.start
        at = part.span.start
        for sentence in part.sentences:
            assert at <= sentence.span.start < sentence.span.end <= part.span.end
            assert not text[at : sentence.span.start].strip(SPACE)
            at = sentence.span.start
            for token in sentence.tokens:
                assert at <= token.span.start < token.span.end <= sentence.span.end
                assert not text[at : token.span.start].strip(SPACE)
                assert token.span.of(text) == token.text
                at = token.span.end
            assert not text[at : sentence.span.end].strip(SPACE)
            at = sentence.span.end
        assert not text[at : part.span.end].strip(SPACE)
        assert not text[end : part.span.start].strip(SPACE)
        end = part.span.end
    assert not text[end:].strip(SPACE)


SPACE = "".join(char for char in map(chr, range(0x10000)) if char.isspace()) + (
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f\ufeff"
)

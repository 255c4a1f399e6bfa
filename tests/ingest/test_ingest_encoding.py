"""Text comes out as it was written, whatever encoding it was saved in."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tadqiq.errors import IngestError
from tadqiq.ingest.encoding import decode

ARABIC = "قال الرئيس الأوكراني إن بلاده وافقت على مقترح الهدنة، وأضاف: «لن نتراجع». وسأل: متى؟"
PERSIAN = "رئيس جمهور گفت که پنج کشور در اين گفتگوها شرکت مي‌کنند و پيمان تازه‌اي چاپ شد."
RUSSIAN = "Президент Украины заявил, что его страна согласилась на перемирие."
UKRAINIAN = "Президент України заявив, що його країна погодилася на перемир'я, ще й є інші умови."
GREEK = "Ο πρόεδρος δήλωσε ότι η χώρα του συμφώνησε με την πρόταση για εκεχειρία."
HEBREW = "הנשיא אמר כי ארצו הסכימה להצעת הפסקת האש, והוסיף שהמצב קשה."
FRENCH = "Le président a déclaré que l’accord avait été signé à Genève, où il a été reçu."
TURKISH = (
    "Cumhurbaşkanı, ülkesinin ateşkes önerisini kabul ettiğini ve şartların değiştiğini söyledi."
)
CHINESE = "乌克兰总统表示，他的国家同意停火建议，双方将继续保持接触。"

SAVED = [
    (ARABIC, "cp1256"),
    (ARABIC.replace("«", "").replace("»", ""), "iso8859-6"),
    (PERSIAN, "cp1256"),
    (RUSSIAN, "cp1251"),
    (RUSSIAN, "koi8-r"),
    (UKRAINIAN, "cp1251"),
    (GREEK, "cp1253"),
    (HEBREW, "cp1255"),
    (FRENCH, "cp1252"),
    (TURKISH, "cp1254"),
    (CHINESE, "gb18030"),
    *((text, mark) for text in (ARABIC, RUSSIAN) for mark in ("utf-8", "utf-8-sig")),
    *((ARABIC, wide) for wide in ("utf-16", "utf-32", "utf-16-le", "utf-16-be")),
]


@pytest.mark.parametrize("times", [1, 200])
@pytest.mark.parametrize(("text", "encoding"), SAVED)
def test_one_sentence_or_a_long_text_is_read_as_it_was_written(text, encoding, times):
    written = "\n".join([text] * times)
    assert decode(written.encode(encoding)).text == written


@pytest.mark.parametrize("words", ["قال الرئيس الأوكراني", "وزارة الخارجية", "الأمم المتحدة اليوم"])
def test_a_few_arabic_words_in_cp1256_are_enough(words):
    assert decode(words.encode("cp1256")).text == words


def test_latin_names_in_arabic_do_not_hide_its_encoding():
    text = "ذكر موقع Axios أن Zelenskyy تحدث مع Trump بشأن صواريخ Patriot في Kyiv"
    assert decode(text.encode("cp1256")).text == text


def test_a_page_that_names_its_charset_is_believed():
    page = '<html><head><meta charset="windows-1256"></head><body>خبر</body></html>'
    assert decode(page.encode("cp1256")).text == page


def test_utf8_is_utf8_even_where_the_page_claims_otherwise():
    page = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">قال الرئيس'
    assert decode(page.encode()).text == page


def test_the_western_default_is_no_statement_about_an_arabic_page():
    page = f'<meta charset="iso-8859-1"><p>{ARABIC}</p>'
    assert decode(page.encode("cp1256")).text == page


def test_a_few_stray_bytes_become_replacement_characters_in_place():
    data = ARABIC.encode()
    broken = data[:20] + b"\xff" + data[20:]
    text = decode(broken).text
    assert text.count("\ufffd") == 1
    assert text.replace("\ufffd", "") == ARABIC


def test_many_invalid_bytes_are_refused_with_the_first_ones_place():
    data = b"\xff".join(word.encode() for word in ARABIC.split())
    with pytest.raises(IngestError, match=r"not valid UTF-8, the first at byte 6;"):
        decode(data)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x1f\x8b\x08rest", "gzip"),
        (b"abc\x00def!", "NUL at byte 3"),
        (bytes(range(1, 32)) * 4, "control characters"),
        (random.Random(7).randbytes(5000), "binary|not recognised"),
        (bytes(random.Random(7).choices(range(32, 256), k=5000)), "not recognised"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data, what):
    with pytest.raises(IngestError, match=what):
        decode(data)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_utf8_text_comes_out_unchanged(text):
    assert decode(text.encode()).text == text.removeprefix("\ufeff")


@given(st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهوي \n"), st.sampled_from(["utf-16", "utf-32"]))
def test_a_wide_encoding_with_its_mark_comes_out_unchanged(text, encoding):
    assert decode(text.encode(encoding)).text == text


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data):
    try:
        text = decode(data).text
    except IngestError:
        return
    assert text.count("\ufffd") <= max(3, len(text) // 100)

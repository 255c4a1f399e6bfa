"""However many outlets print one text, it is one voice."""

from __future__ import annotations

from tadqiq.events import link, traits

WIRE = (
    "أعلنت وزارة الصحة في كينيا الثلاثاء تسجيل 14 إصابة بالكوليرا في مقاطعة غاريسا شرق البلاد. "
    "وقالت الوزارة إن المرضى نقلوا إلى مستشفى المقاطعة وإن ثلاثة منهم في حال حرجة. "
    "وأرسلت منظمة الصحة العالمية فريقا إلى المنطقة لفحص مصادر المياه. "
    "ودعت السلطات السكان إلى غلي الماء قبل شربه وإلى غسل اليدين."
)
OWN = (
    "سجلت كينيا أربع عشرة حالة كوليرا في غاريسا، بحسب ما ذكرت وزارة الصحة الثلاثاء. وثلاثة من "
    "المصابين حالهم حرجة. وينتظر وصول خبراء من منظمة الصحة العالمية لفحص آبار المنطقة."
)


def event(document, vectors, **texts):
    documents = [document(name, text) for name, text in texts.items()]
    pairs = zip(documents, vectors(documents), strict=True)
    (found,) = link([traits(*pair) for pair in pairs])
    return found


def test_a_wire_story_that_two_outlets_print_is_compared_with_once(document, vectors):
    found = event(document, vectors, own=OWN, wire=WIRE, copy=WIRE)
    assert set(found.members) == {"own", "wire", "copy"}
    assert found.witnesses("own") == ("copy",)
    assert set(found.siblings("own")) == {"wire", "copy"}


def test_a_copy_cut_short_or_with_a_line_of_the_desk_is_still_a_copy(document, vectors):
    short = WIRE[: WIRE.index("ودعت")]
    signed = "نيروبي - وكالات\n\n" + WIRE
    found = event(document, vectors, own=OWN, full=WIRE, short=short, signed=signed)
    assert found.witnesses("own") == ("signed",)


def test_two_reports_in_words_of_their_own_are_two_voices(document, vectors):
    found = event(document, vectors, own=OWN, wire=WIRE)
    assert found.witnesses("own") == ("wire",)
    assert found.witnesses("wire") == ("own",)


def test_a_copy_that_was_altered_is_still_compared_with_the_original(document, vectors):
    altered = WIRE.replace("14 إصابة", "140 إصابة")
    found = event(document, vectors, wire=WIRE, altered=altered)
    assert found.witnesses("altered") == ("wire",)

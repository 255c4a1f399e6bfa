"""However many outlets print one text, it is one voice."""

from __future__ import annotations

import numpy as np

from tadqiq.events import Marks, Traits, link, traits
from tadqiq.events.voices import voices

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


def test_a_wire_story_of_a_thousand_outlets_is_heard_once_among_as_many_others():
    rng = np.random.default_rng(4)
    wire = np.unique(rng.integers(0, 1 << 32, 90, dtype=np.uint32))
    formula = np.unique(rng.integers(0, 1 << 32, 60, dtype=np.uint32))

    def member(name, shingles):
        terms = dict.fromkeys(("words", "names", "numbers", "rates", "scores"), wire)
        marks = Marks(mean=wire, lead=wire, shingles=shingles, **terms)
        return Traits(
            key=(name, ""), lang="ar", given=None, published=None, day=None,
            weekdays=frozenset(),
            recall=lambda: marks, load=lambda: None,
        )  # fmt: skip

    own = (np.unique(rng.integers(0, 1 << 32, 90, dtype=np.uint32)) for _ in range(1000))
    members = [member(f"w{number}", wire) for number in range(1000)]
    members += [member(f"o{n}", np.union1d(one, formula)) for n, one in enumerate(own)]
    sizes = sorted(len(voice) for voice in voices(members))
    assert sizes == [1] * 1000 + [1000]


def test_two_reports_in_words_of_their_own_are_two_voices(document, vectors):
    found = event(document, vectors, own=OWN, wire=WIRE)
    assert found.witnesses("own") == ("wire",)
    assert found.witnesses("wire") == ("own",)


def test_a_copy_that_was_altered_is_still_compared_with_the_original(document, vectors):
    altered = WIRE.replace("14 إصابة", "140 إصابة")
    found = event(document, vectors, wire=WIRE, altered=altered)
    assert found.witnesses("altered") == ("wire",)

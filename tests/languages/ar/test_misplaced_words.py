"""Words far from where they belong: found without a neighbour that an entry foresaw."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tadqiq.errors import PackError
from tadqiq.languages import profile_for
from tadqiq.languages.ar.senses.lexicon import lexicon
from tadqiq.languages.ar.senses.misplaced import misplaced
from tadqiq.languages.ar.senses.row import Row
from tadqiq.languages.ar.senses.settings import parse_settings, settings
from tadqiq.languages.ar.senses.shape import is_form
from tadqiq.languages.ar.senses.terms import key, parse_rendering
from tadqiq.model import Article
from tadqiq.text import segment

FIELDS = "field\tbirds\tعش ريش\nfield\tcourt\tمحكمة قاض\n"


def far(text: str) -> list[str]:
    doc = segment(Article(id="a", text=text, lang="ar"), profile_for)
    rows = [(one, Row([token.folded for token in one.tokens], lexicon())) for one in doc.native]
    return [thing.sentence.tokens[thing.index].text for thing in misplaced(rows)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("ألغى البرلمان الأوروبي جلسة التصويت على منقار الموازنة بعد اعتراض النواب.", "منقار"),
        ("رفعت النقابة بدلة على شركة الطيران أمام محكمة العمل في باريس.", "بدلة"),
        ("سقط كركي في ورشة بناء في بانكوك، وقتل ثلاثة عمال تحت أنقاض الجسر.", "كركي"),
        ("سلم الوزير وسوطه في البرلمان مذكرة تدعو نواب الحزب إلى تأييد الحكومة.", "وسوطه"),
    ],
)
def test_a_thing_with_nothing_of_its_kind_around_it_is_out_of_place(text: str, word: str) -> None:
    assert far(text) == [word]


@pytest.mark.parametrize(
    "text",
    [
        "عالج الأطباء البيطريون منقار الطائر قبل إعادته إلى المحمية، بحسب البرلمان المحلي.",
        "حضر النائب جلسة البرلمان ببدلة داكنة وقميص أبيض، وصوت ضد الموازنة.",
        "يعاني ثلث النواب من الاكتئاب والقلق، بحسب دراسة نفسية ناقشها البرلمان والوزراء.",
        "عاد المنتخب من البطولة بعد خسارة مباراة النهائي أمام نسور نيجيريا في الملعب.",
        "ألقى الوزير كلمة في البرلمان.",
        "قال الرئيس السوداني إن العاصمة الخرطوم ستستعيد البرلمان والوزارات بعد الحرب والانتخابات.",
        "فاز فيلم «منقار النسر» بجائزة النقاد في البرلمان الأوروبي أمام الوزراء والنواب.",
    ],
)
def test_at_home_in_a_title_or_without_surroundings_a_word_is_left_alone(text: str) -> None:
    assert far(text) == []


def test_what_is_spoken_of_elsewhere_in_the_article_accounts_for_a_thing() -> None:
    wrong = "ألغى البرلمان الأوروبي جلسة التصويت على منقار الموازنة بعد اعتراض النواب."
    middle = "وقال وزير المالية إن الحكومة ستعيد صياغة النص. وأيدت المعارضة هذا الطلب."
    birds = "وكانت الطيور المهاجرة قد غادرت أعشاشها، وجمع الصغار ريش النسور."
    assert far(f"{wrong} {middle}") == ["منقار"]
    assert far(f"{wrong} {middle} {birds}") == []


def examples() -> Iterator[tuple[str, str]]:
    """Every example of the lexicon with its wrong word, if it has one."""
    for confusion in lexicon().confusions():
        for passed in confusion.clues.passes:
            yield passed, ""
        for flag in confusion.clues.flags:
            yield re.sub("[⟦⟧]", "", flag), flag.partition("⟦")[2].partition("⟧")[0]


def test_no_example_of_good_arabic_has_a_word_out_of_place() -> None:
    faults = [
        (text, found)
        for text, wrong in dict(examples()).items()
        for found in far(text)
        if key(found) != key(wrong)
    ]
    assert not faults


def test_every_word_with_a_home_is_one_that_the_lexicon_can_flag() -> None:
    flagged = {one.rendering.keys[0] for one in lexicon().confusions()}
    assert not settings().homes.keys() - flagged


def test_only_forms_that_are_hardly_another_word_count() -> None:
    class Line:
        origin = "x:1"

    beak = parse_rendering("منقار/مناقير", Line())
    for word in ("منقار", "والمنقار", "للمناقير", "بمنقاره", "منقارين", "منقارا"):
        assert is_form(word, beak), word
    for word in ("منقارون", "منقارك", "نقار"):
        assert not is_form(word, beak), word


@pytest.mark.parametrize(
    ("row", "line"),
    [
        ("field\tbirds\tمنقار\n", 3),
        ("home\tمنقار\t@fish\n", 3),
        ("home\tمنقار\t@birds\nhome\tمنقار\t@court\n", 4),
        ("domain\tcourts\t@jail\n", 3),
        ("soft\t@birds\nsoft\t@court\n", 4),
        ("nest\tمنقار\t@birds\n", 3),
    ],
)
def test_a_broken_row_of_the_settings_is_named_by_file_and_line(row: str, line: int) -> None:
    with pytest.raises(PackError, match=rf"^fields\.tsv:{line}\b"):
        parse_settings({"fields.tsv": FIELDS + row})

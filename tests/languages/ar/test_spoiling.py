"""What errors are put into good Arabic, and what is left alone because it would stay right."""

from __future__ import annotations

import pytest

from tadqiq.languages import spoilings_of
from tadqiq.pipeline import spoilt


def made(text: str, name: str) -> set[str]:
    return {one.replacement for kind, one in spoilt(text, "ar") if kind == name}


@pytest.mark.parametrize(
    ("name", "text", "wrong"),
    [
        ("verb.gender.before-subject", "أعلنت الحكومة خطة جديدة", "أعلن"),
        ("verb.gender.after-subject", "قال إن الحكومة قررت ذلك", "قرر"),
        ("verb.number.one-for-several", "قال إن المتظاهرين خرجوا أمس", "خرج"),
        ("verb.person", "قال إن الحكومة تعتزم الرد", "نعتزم"),
        ("adjective.gender.of-noun", "رحب بالقرار الأخير أمس", "الأخيرة"),
        ("demonstrative.gender", "أكد أن هذه المبادرة مهمة", "هذا"),
        ("relative.gender", "تقام في المدينة التي ولد فيها", "الذي"),
        ("pronoun.possessive", "أعلنت الشركة أن أرباحها ارتفعت", "أرباحه"),
        ("numeral.gender", "بنت ثلاث محطات", "ثلاثة"),
        ("counted.one-for-several", "أصيب خمسة أشخاص", "شخص"),
        ("case.ending", "وصل المزارعون إلى العاصمة", "المزارعين"),
        ("case.tanwin", "نشر الجيش تقريرا عن الحادث", "تقرير"),
        ("definiteness.article-lost", "رحب بالقرار الجديد أمس", "جديد"),
        ("definiteness.article-added", "صدر قرار جديد أمس", "الجديد"),
        ("particle.inna", "وقال إن الخطة جاهزة", "أن"),
        ("mood.nun", "الذين يعملون في المصنع", "يعملوا"),
    ],
)
def test_writes_what_a_machine_would(name: str, text: str, wrong: str) -> None:
    assert wrong in made(text, name)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("verb.gender.before-subject", "قال خبراء في المناخ"),  # «قالت خبراء» is right as well
        ("adjective.gender.of-noun", "زار وزيرة الدفاع الفرنسية"),  # the defence may be French
        ("relative.gender", "تحدث عن قرار الحكومة الذي صدر أمس"),
        ("pronoun.possessive", "قال الوزير للصحيفة إن حكومته ستنسحب"),
    ],
)
def test_makes_no_error_that_may_be_right(name: str, text: str) -> None:
    assert made(text, name) == set()


def test_a_language_without_a_pack_is_not_spoiled() -> None:
    assert spoilings_of("fa") == ()
    assert list(spoilt("این متن فارسی است", "fa")) == []

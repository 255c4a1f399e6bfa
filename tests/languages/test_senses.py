"""The lexicon of wrong senses: its rows hold, its examples are found, good Arabic is left alone."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tadqiq.errors import PackError
from tadqiq.languages.ar.senses.lexicon import Lexicon, lexicon, parse
from tadqiq.languages.ar.senses.match import candidates, matches
from tadqiq.languages.ar.senses.source import Confusion
from tadqiq.languages.ar.senses.terms import key, nominal, stems
from tadqiq.model import Severity

TOKEN = re.compile(r"[\w\u064b-\u0652\u0670]+(?:[-.]\w+)*|[^\w\s]")

CALL = (
    "word\tcall\ten\n"
    "sense\tinvitation\tدعوة/دعوات\n"
    "sense\tphone call\tمكالمة/مكالمات، اتصال/اتصالات\n"
    "wrong\tinvitation > phone call\tدعوة\n"
)
CONTEXTS = "context\tphone\tهاتف/هواتف محادثة سماعة\ncontext\tnumber\tخمس\n"


def words(text: str) -> list[str]:
    return TOKEN.findall(text)


def found(text: str, lex: Lexicon | None = None) -> set[str]:
    row = words(text)
    return {row[match.index] for match in matches(row, lex or lexicon())}


def small(rows: str) -> Lexicon:
    lex = parse({"contexts.tsv": CONTEXTS, "tiny.tsv": CALL + rows})
    lex.validate()
    return lex


def is_form_of(word: str, confusion: Confusion) -> bool:
    forms = nominal(word) if confusion.rendering.tag in "mfn" else stems(word)
    return not forms.isdisjoint(confusion.rendering.keys)


def test_every_row_of_the_shipped_lexicon_can_be_used() -> None:
    lexicon().validate()


def test_the_lexicon_is_as_broad_as_the_news() -> None:
    lex = lexicon()
    confusions = list(lex.confusions())
    languages = Counter(word.lang for word in lex.words)
    assert len(lex.words) >= 450
    assert len(confusions) >= 700
    assert {"en", "de", "fr", "es", "tr", "ru", "he"} <= set(languages)
    assert sum(languages.values()) - languages["en"] >= 60
    assert sum(bool(one.clues.flags and one.clues.passes) for one in confusions) >= 700


def test_every_flagged_example_is_found_at_its_word_and_nowhere_else() -> None:
    faults = []
    for confusion in lexicon().confusions():
        for flag in confusion.clues.flags:
            wrong = flag.partition("⟦")[2].partition("⟧")[0]
            if is_form_of(wrong, confusion) and found(re.sub("[⟦⟧]", "", flag)) != {wrong}:
                faults.append(f"{confusion.origin}: {flag}")
    assert not faults


def test_every_flagged_example_shows_one_of_its_renderings() -> None:
    shown: dict[str, list[bool]] = {}
    for confusion in lexicon().confusions():
        for flag in confusion.clues.flags:
            wrong = flag.partition("⟦")[2].partition("⟧")[0]
            shown.setdefault(f"{confusion.origin}: {flag}", []).append(is_form_of(wrong, confusion))
    assert not [flag for flag, hits in shown.items() if not any(hits)]


def test_a_rendering_used_rightly_is_left_alone() -> None:
    faults = {
        f"{confusion.origin}: {sentence}"
        for confusion in lexicon().confusions()
        for sentence in confusion.clues.passes
        if found(sentence)
    }
    assert not faults


def test_no_correction_is_the_flagged_word_itself() -> None:
    for confusion in lexicon().confusions():
        for fix in confusion.fixes:
            assert not set(fix.keys) & set(confusion.rendering.keys), confusion.origin


def test_without_a_decisive_frame_there_are_words_that_hold_the_finding_back() -> None:
    for confusion in lexicon().confusions():
        assert confusion.clues.frames or confusion.clues.blockers, confusion.origin


def test_no_frame_is_a_gap_and_nothing_else() -> None:
    for confusion in lexicon().confusions():
        for frame in confusion.clues.frames:
            neighbours = frame.before + frame.after
            assert any(place.forms or place.number for place in neighbours), confusion.origin


def test_the_note_speaks_both_languages() -> None:
    confusion = next(one for one in lexicon().confusions() if one.word == "strike")
    assert "strike" in confusion.note.en
    assert confusion.fixes[0].lemma in confusion.note.ar


@pytest.mark.parametrize(
    "sentence",
    [
        "أكدت النقابات أن الإضراب العام سيشل حركة القطارات يوم الخميس.",
        "وجه الرئيس دعوة إلى نظيره التركي لزيارة القاهرة.",
        "يعقد الحزب الوطني مؤتمره السنوي في بريتوريا.",
        "تبلغ فاتورة استيراد القمح مليار دولار، بحسب نائب في البرلمان.",
        "عمّ الإضراب الضفة الغربية حدادا على مقتل شبان استهدفتهم طائرة مسيرة.",
        "أعلن البنك المركزي أن اهتمام المستثمرين بالسندات تراجع مع التضخم.",
        "رسم المدرب خطة المباراة وسحب المنتخب بساط الصدارة.",
        "الحزب بعيد عن الأغلبية في الجمعية الوطنية.",
    ],
)
def test_good_news_prose_stays_quiet(sentence: str) -> None:
    assert not found(sentence)


def test_inflection_and_clitics_do_not_hide_a_wrong_sense() -> None:
    lex = small("frame\tR هاتفي\n")
    for phrase in ("دعوة هاتفية", "وبالدعوات الهاتفية", "دعوتين هاتفيتين", "للدعوة الهاتفيّة"):
        assert found(phrase, lex) == {phrase.split()[0]}, phrase


def test_quotation_marks_do_not_part_a_frame_but_a_comma_does() -> None:
    lex = small("frame\tR هاتفي\n")
    assert found("أجرى «دعوة» هاتفية", lex) == {"دعوة"}
    assert not found("قبل الدعوة، هاتفيا", lex)


def test_a_conjunction_ends_the_phrase_inside_a_frame() -> None:
    lex = small("frame\tأجرى R\n")
    assert found("وأجرى دعوة", lex)
    assert not found("أجرى ودعوة", lex)


def test_collocates_need_company_and_yield_to_blockers() -> None:
    lex = small("near\t@phone\nnot\tحفل\n")
    assert found("انتهت الدعوة ووضعت سماعة الهاتف بعد المحادثة", lex) == {"الدعوة"}
    assert not found("انتهت الدعوة ووضع الهاتف بعد المحادثة", lex), "two are not enough"
    assert not found("رن هاتف بين الهواتف في محادثة فوصلت الدعوة", lex), (
        "two forms of one word count once"
    )
    assert not found("الدعوة إلى الحفل جاءت عبر سماعة الهاتف في محادثة", lex)


def test_no_frame_decides_near_a_word_that_speaks_for_the_first_sense() -> None:
    lex = small("frame\tR هاتفي\nnot\tحفل\n")
    assert found("أجرى دعوة هاتفية", lex) == {"دعوة"}
    assert not found("أجرى دعوة هاتفية إلى الحفل", lex)


def test_the_article_can_be_asked_for_or_ruled_out() -> None:
    assert not found("دعوة مع", small("frame\tالR مع\n"))
    assert found("بالدعوة مع", small("frame\tالR مع\n"))
    assert not found("الدعوة مع", small("frame\t=R مع\n"))


def test_numbers_fit_in_digits_and_in_words() -> None:
    lex = small("frame\tR ~ # دقيقة/دقائق\n")
    assert found("دعوة استمرت 45 دقيقة", lex)
    assert found("دعوة من خمس دقائق", lex)


def test_candidates_carry_what_speaks_for_the_other_sense() -> None:
    lex = small("frame\tR هاتفي\nnear\t@phone\nnot\tحفل\n")
    row = words("تحدثا عن الدعوة قرب الهاتف")
    (candidate,) = candidates(row, lex)
    assert (row[candidate.index], [row[hint] for hint in candidate.hints]) == ("الدعوة", ["الهاتف"])
    assert not list(candidates(words("الدعوة إلى الحفل"), lex))


def test_severity_is_major_unless_said() -> None:
    (plain,) = small("frame\tR هاتفي\n").confusions()
    (grave,) = small("frame\tR هاتفي\nseverity\tcritical\n").confusions()
    assert (plain.clues.severity, grave.clues.severity) == (Severity.MAJOR, Severity.CRITICAL)


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        ("frame\tهاتفي\n", 5),
        ("frame\tR\n", 5),
        ("frame\tR R\n", 5),
        ("frame\tR|هاتفي مع\n", 5),
        ("frame\tR @nobody\n", 5),
        ("near\tهاتف محادثة\n", 4),
        ("frame\tR هاتفي\nseverity\tawful\n", 6),
        ("frame\tR هاتفي\nflag\tدعوة هاتفية\n", 6),
        ("frame\tR هاتفي\nnot\tحفل\nnot\tعشاء\n", 7),
        ("frame\tR هاتفي\nfix\tدعوة\n", 4),
        ("frame\tR هاتفي\nfix\tمكالمة:x\n", 6),
        ("frame R هاتفي\n", 5),
        ("rhyme\tR هاتفي\n", 5),
        ("frame\tR هاتفي\nwrong\tinvitation > phone call\tدعوة\nframe\tR مع\n", 6),
        ("frame\tR هاتفي\nwrong\tinvitation > naming\tدعوة\n", 6),
        ("frame\tR هاتفي\nwrong\tinvitation > phone call\tفاتورة\n", 6),
        (
            "frame\tR هاتفي\nword\tcall\ten\nsense\ta\tب\nsense\tc\tد\nwrong\ta > c\tب\nframe\tR و\n",
            6,
        ),
        ("frame\tR هاتفي\nword\tfall\ten\nsense\tautumn\tخريف\n", 6),
        ("frame\tR هاتفي\nword\tfall\n", 6),
    ],
)
def test_a_broken_row_is_named_by_file_and_line(rows: str, line: int) -> None:
    with pytest.raises(PackError, match=rf"^tiny\.tsv:{line}\b"):
        small(rows)


@pytest.mark.parametrize(
    "text", ["word\tx\ten\n", "context\tphone\n", "context\ta\tب\ncontext\ta\tج\n"]
)
def test_broken_contexts_are_named_too(text: str) -> None:
    with pytest.raises(PackError, match=r"^contexts\.tsv:\d"):
        parse({"contexts.tsv": text})


@given(st.text(alphabet="ابتثجدرسشعغفقكلمنهويىةءأإؤئ ًّـ،.«»1٣aX-", max_size=80))
def test_no_text_upsets_the_matcher(text: str) -> None:
    row = words(text)
    for match in matches(row, lexicon()):
        assert match.index not in match.evidence
        assert all(0 <= place < len(row) for place in (match.index, *match.evidence))


@given(st.text(alphabet="ابتجدرسعفقكلمنهويىةأإ", min_size=1, max_size=15))
def test_a_word_is_always_a_form_of_itself(word: str) -> None:
    assert key(word) in stems(word) & nominal(word)

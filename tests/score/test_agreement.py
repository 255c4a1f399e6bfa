"""Agreement with other texts, in sacrebleu's numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sacrebleu.metrics.chrf import CHRF

from tadqiq.score import against_references, with_siblings

TEXT = "أعلن الرئيس الأوكراني أمس أنه أجرى اتصالا هاتفيا مع نظيره الأمريكي"
OTHER = "قال الرئيس الأوكراني أمس إنه تحدث هاتفيا مع نظيره الأمريكي"
FOREIGN = "ارتفعت أسعار النفط في الأسواق العالمية خلال تعاملات اليوم"


def test_an_article_without_siblings_agrees_with_nobody() -> None:
    assert with_siblings(TEXT, []) is None


def test_a_sibling_on_the_same_news_agrees_more_than_other_news() -> None:
    close, far = with_siblings(TEXT, [OTHER]), with_siblings(TEXT, [FOREIGN])
    assert close is not None
    assert far is not None
    assert 100 > close > far > 0


_WORDS = st.lists(st.sampled_from(TEXT.split()), max_size=12).map(" ".join)


@given(_WORDS | st.text(max_size=40), _WORDS | st.text(max_size=40))
def test_a_reference_kept_gives_what_one_given_anew_does(text: str, other: str) -> None:
    expected = float(CHRF().sentence_score(text, [other]).score)
    assert with_siblings(text, [other]) == expected


def test_one_copy_of_the_wire_does_not_vouch_alone() -> None:
    alone, among = with_siblings(TEXT, [TEXT]), with_siblings(TEXT, [TEXT, FOREIGN])
    assert alone == pytest.approx(100)
    assert among is not None
    assert among < 80


def test_a_text_equal_to_its_reference_scores_full_marks_with_signatures() -> None:
    scores = against_references(TEXT, [TEXT])
    assert (scores.bleu, scores.chrf, scores.ter) == pytest.approx((100, 100, 0))
    assert dict(scores.signatures).keys() == {"BLEU", "chrF", "TER"}
    assert all("version:" in line for _, line in scores.signatures)


def test_a_second_reference_can_only_help() -> None:
    one, two = against_references(TEXT, [OTHER]), against_references(TEXT, [OTHER, TEXT])
    assert one.bleu < two.bleu
    assert one.chrf < two.chrf
    assert one.ter is not None
    assert two.ter is not None
    assert one.ter > two.ter


def test_equally_many_lines_are_compared_line_by_line() -> None:
    scores = against_references(f"{TEXT}\n\n{FOREIGN}", [f"{TEXT}\n{FOREIGN}"])
    swapped = against_references(f"{TEXT}\n\n{FOREIGN}", [f"{FOREIGN}\n{TEXT}"])
    assert scores.chrf > swapped.chrf


def test_a_whole_article_in_one_piece_is_compared_without_waiting_for_ter() -> None:
    scores = against_references(TEXT * 100, [f"{OTHER * 100}\n{FOREIGN}"])
    assert scores.ter is None
    assert dict(scores.signatures).keys() == {"BLEU", "chrF"}
    assert scores.chrf > 0


def test_no_reference_is_said_plainly() -> None:
    with pytest.raises(ValueError, match="at least one"):
        against_references(TEXT, [])

"""A view of a text maps back to the text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tadqiq.languages.pack import profile_for
from tadqiq.model import Span
from tadqiq.text import fold, fold_word

ARABIC = profile_for("ar")
WORDS = st.text(
    st.one_of(
        st.sampled_from("اأبتكمـًَّ\u0654\u200f eé\u0301\u0323"),
        st.characters(exclude_categories=("Cs",)),
    ),
    max_size=40,
)


@st.composite
def texts_with_view_spans(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(WORDS)
    length = len(fold(text, ARABIC).text)
    start = draw(st.integers(0, length))
    return text, Span(start, draw(st.integers(start, length)))


@given(texts_with_view_spans())
def test_a_view_span_maps_back_to_what_folds_to_the_same_characters(case: tuple[str, Span]) -> None:
    text, span = case
    view = fold(text, ARABIC)
    back = view.back(span)
    assert back.end <= len(text)
    again = fold(back.of(text), ARABIC).text
    if unicodedata.is_normalized("NFC", text):
        assert again == span.of(view.text)
    else:
        assert span.of(view.text) in again


@given(WORDS)
def test_composed_and_decomposed_texts_have_one_view(text: str) -> None:
    views = {fold(unicodedata.normalize(form, text), ARABIC).text for form in ("NFC", "NFD")}
    assert len(views) == 1


@given(WORDS)
def test_a_word_folds_as_the_view_does(text: str) -> None:
    assert fold_word(text, ARABIC) == fold(text, ARABIC).text


def test_the_marks_after_a_word_belong_to_its_span() -> None:
    text = "قال مُحَمَّدٌ أمس"
    view = fold(text, ARABIC)
    at = view.text.index("محمد")
    assert view.back(Span(at, at + 4)).of(text) == "مُحَمَّدٌ"


def test_a_span_beyond_the_view_is_refused() -> None:
    with pytest.raises(ValueError, match="beyond"):
        fold("كتاب", ARABIC).back(Span(0, 5))

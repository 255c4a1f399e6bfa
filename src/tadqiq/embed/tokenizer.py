"""The XLM-RoBERTa tokenizer as a Hugging Face ``tokenizer.json``, made from a vocabulary."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

from .charsmap import compile_map
from .e5file import Vocabulary


def write_tokenizer(vocabulary: Vocabulary, replacements: Mapping[str, str], path: Path) -> None:
    """Write ``tokenizer.json``: replacements, metaspace, unigram pieces, ``<s> … </s>``."""
    from tokenizers import AddedToken, Regex, Tokenizer, models, normalizers
    from tokenizers import pre_tokenizers as pre
    from tokenizers.processors import TemplateProcessing

    pieces = vocabulary.pieces
    bos, eos = pieces[vocabulary.bos], pieces[vocabulary.eos]
    scored = list(zip(pieces, vocabulary.scores, strict=True))
    tokenizer = Tokenizer(models.Unigram(scored, vocabulary.unk, False))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Precompiled(compile_map({**_compositions(replacements), **replacements})),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre.Sequence(
        [pre.WhitespaceSplit(), pre.Metaspace(prepend_scheme="always")]
    )
    tokenizer.post_processor = TemplateProcessing(
        single=[bos, "$A", eos], special_tokens=[(bos, vocabulary.bos), (eos, vocabulary.eos)]
    )
    special = sorted({vocabulary.bos, vocabulary.pad, vocabulary.eos, vocabulary.unk})
    tokenizer.add_special_tokens([AddedToken(pieces[i], normalized=False) for i in special])
    tokenizer.save(str(path), pretty=False)


def tokenizer_config(vocabulary: Vocabulary, length: int) -> dict[str, object]:
    """What ``tokenizer_config.json`` must say; ``length`` is the model's limit in tokens."""
    pieces = vocabulary.pieces
    return {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "model_max_length": length,
        "bos_token": pieces[vocabulary.bos],
        "cls_token": pieces[vocabulary.bos],
        "eos_token": pieces[vocabulary.eos],
        "sep_token": pieces[vocabulary.eos],
        "pad_token": pieces[vocabulary.pad],
        "unk_token": pieces[vocabulary.unk],
        "model_input_names": ["input_ids", "attention_mask"],
        "clean_up_tokenization_spaces": False,
    }


def _compositions(replacements: Mapping[str, str]) -> dict[str, str]:
    """Decomposed letters (alef and a combining hamza, e and an acute) to composed ones.

    SentencePiece's own NFKC table holds them; tables by single characters leave them out.
    Hangul is not among them: 11,172 syllables that no news site writes decomposed.
    """
    found = {}
    for code in chain(range(0xC0, 0xAC00), range(0xF900, 0x12000)):
        letter = chr(code)
        parts = unicodedata.normalize("NFD", letter)
        if len(parts) > 1 and unicodedata.normalize("NFC", parts) == letter:
            found[parts] = replacements.get(letter, letter)
    return found

"""A second opinion from a cross-encoder of one's own."""

from __future__ import annotations

import pytest

from tadqiq.errors import ModelError
from tadqiq.opinion import load

WORDS = [
    "the",
    "talks",
    "were",
    "not",
    "held",
    "in",
    "Doha",
    "rebels",
    "signed",
    "refused",
    "to",
    "sign",
    "a",
    "truce",
]
SAME = ("the talks were held in Doha", "the talks were held in Doha")
DENIED = ("the talks were held in Doha", "the talks were not held in Doha")


def tiny(folder, labels, *, lessons=0):
    """A classifier of two layers that learns that "not" in one sentence contradicts."""
    import torch
    from tokenizers import Tokenizer, models, pre_tokenizers, processors
    from transformers import BertConfig, BertForSequenceClassification, PreTrainedTokenizerFast

    vocabulary = {
        word: n
        for n, word in enumerate(["[PAD]", "[UNK]", "[CLS]", "[SEP]", *dict.fromkeys(WORDS)])
    }
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[("[CLS]", 2), ("[SEP]", 3)],
    )  # fmt: skip
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        unk_token="[UNK]",
        pad_token="[PAD]",
        cls_token="[CLS]",
        sep_token="[SEP]",
    )
    torch.manual_seed(7)
    names = dict(enumerate(labels))
    config = BertConfig(
        vocab_size=len(vocabulary), hidden_size=32, num_hidden_layers=2, num_attention_heads=2,
        intermediate_size=64, id2label=names, label2id={name: n for n, name in names.items()},
    )  # fmt: skip
    model = BertForSequenceClassification(config)
    batch = fast([SAME[0], DENIED[0]], [SAME[1], DENIED[1]], return_tensors="pt", padding=True)
    goal = torch.tensor([labels.index("entailment"), len(labels) - 1])
    step = torch.optim.Adam(model.parameters(), lr=5e-3)
    model.train()
    for _ in range(lessons):
        step.zero_grad()
        model(**batch, labels=goal).loss.backward()
        step.step()
    model.save_pretrained(folder)
    fast.save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    return tiny(
        tmp_path_factory.mktemp("nli"), ["entailment", "neutral", "contradiction"], lessons=40
    )


def test_a_denial_contradicts_and_a_repetition_does_not(model):
    opinion = load(str(model))
    denied, same = opinion.contradictions([DENIED, SAME])
    assert denied > 0.8
    assert same < 0.2
    assert opinion.contradictions([]) == ()


def test_the_model_is_told_by_its_files(model, tmp_path):
    assert load(str(model)).digest == load(str(model)).digest
    assert len(load(str(model)).digest) == 16


def test_a_model_that_does_not_judge_contradiction_is_refused(tmp_path):
    folder = tiny(tmp_path / "other", ["entailment", "neutral"])
    with pytest.raises(ModelError, match="contradiction"):
        load(str(folder))


def test_a_folder_that_is_missing_or_holds_no_model_is_named(tmp_path):
    with pytest.raises(ModelError, match="no such folder"):
        load(str(tmp_path / "nowhere"))
    with pytest.raises(ModelError, match="cannot be loaded"):
        load(str(tmp_path))

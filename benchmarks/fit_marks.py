"""Teaches the language model what an error looks like: the low-rank matrices of ``fluency/marker``.

Run it from the root of the repository: ``python benchmarks/fit_marks.py [ROUNDS]`` (some 20 minutes
a round on two cores, 4 GB). It learns from those pairs that may be written against, from good
text beside them and the faithful reports of drift, and from good text that is spoiled one word at
a time, and writes ``src/tadqiq/fluency/marks.npz``. What it gained says ``tadqiq evaluate`` on the
sets it never saw.
"""

from __future__ import annotations

import json
import math
import os
import random
import re
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from tadqiq.fluency import vocabulary
from tadqiq.fluency.convert import TOKENIZER, read_model
from tadqiq.fluency.marker import CUT, PARTS, Head
from tadqiq.fluency.network import LAYERS, Norm, Scorer, Stack, Weights
from tadqiq.pipeline import spoilt

PAIRS = Path("corpora/pairs")
READ = ("dev", "dev_second", "dev_grammar", "dev_fifth", "train")
HALF_READ = {"dev_fifth"}  # of which odd numbers may be read
GOOD = ("train_good",)
REPORTS = Path("corpora/drift/train_several.tsv")
PASSAGES = PAIRS / "train_passages.tsv"
MARKED = re.compile(r"⟦[a-z]+:([^|⟧]*)\|([^⟧]+)⟧")
SENTENCE = re.compile(r"(?:⟦[^⟧]*⟧|[^⟦.؟!]|[.؟!](?! |$))+[.؟!]?")
LEARNED = Path("src/tadqiq/fluency/marks.npz")
RANK = 16
TOKENS = 1280  # of a batch; rows of like length, and of few lengths: a kernel is made for each
STEP, LONGEST = 16, 192
PACE, WARM = 6e-4, 0.08
WRONG = 2.0  # how much more a word of an error counts than a good one
LAST = 3  # rounds whose mean is kept

torch.set_num_threads(len(os.sched_getaffinity(0)))


@dataclass(frozen=True)
class Sample:
    """Tokens with their state below the tuned layers, their likelihoods, and which are wrong."""

    state: Tensor
    said: Tensor
    wrong: Tensor


class Low(nn.Module):
    """A linear layer with a low-rank matrix added that can be learned."""

    def __init__(self, whole: nn.Linear) -> None:
        super().__init__()
        self.whole = nn.Parameter(whole.weight.data.bfloat16(), requires_grad=False)
        rows, columns = whole.weight.shape
        self.a = nn.Parameter(torch.randn(RANK, columns) / math.sqrt(columns))
        self.b = nn.Parameter(torch.zeros(rows, RANK))

    def forward(self, given: Tensor) -> Tensor:
        low = functional.linear(functional.linear(given, self.a.bfloat16()), self.b.bfloat16())
        return functional.linear(given, self.whole) + 2 * low


class Tuned(nn.Module):
    """The upper layers, looking both ways, and the head."""

    def __init__(self, weights: Weights) -> None:
        super().__init__()
        self.upper = Stack(weights, range(CUT, LAYERS)).bfloat16()
        for layer in self.upper.layers:
            for part in PARTS:
                setattr(layer, part, Low(getattr(layer, part).float()))
        self.norm = Norm(weights["output_norm.weight"]).bfloat16()
        self.head = Head()

    def forward(self, state: Tensor, said: Tensor, lengths: Tensor) -> Tensor:
        mask = self.upper.padding(lengths, state.shape[1]).bfloat16()
        odds: Tensor = self.head(self.norm(self.upper(state, mask)).float(), said)
        return odds

    def learned(self) -> dict[str, np.ndarray]:
        """All that was learned, by the names that ``fluency/marker`` looks for."""
        found = {f"head.{name}": value for name, value in self.head.state_dict().items()}
        for number, layer in enumerate(self.upper.layers, CUT):
            for part in PARTS:
                low = getattr(layer, part)
                found |= {f"{number}.{part}.a": 2 * low.a, f"{number}.{part}.b": low.b}
        return {name: value.detach().half().numpy() for name, value in found.items()}


def texts() -> Iterator[tuple[str, Sequence[tuple[int, int]]]]:
    """Every text to learn from, with the places of its errors."""
    rng = random.Random(0)
    good = []
    for name in READ:
        for line in (PAIRS / f"{name}.jsonl").read_text("utf-8").splitlines():
            pair = json.loads(line)
            if name in HALF_READ and int(pair["id"].rpartition("-")[2]) % 2 == 0:
                continue
            yield pair["wrong"], [(span["start"], span["end"]) for span in pair["spans"]]
            good.append(pair["right"])
    for name in GOOD:
        lines = (PAIRS / f"{name}.jsonl").read_text("utf-8").splitlines()
        good += [json.loads(line)["text"] for line in lines]
    good += reports()
    yield from passages(rng)
    for text in good:
        yield text, []
        ways = defaultdict(list)
        for name, spoiled in spoilt(text, "ar"):
            ways[name].append(spoiled)
        if ways:
            one = rng.choice(ways[rng.choice(sorted(ways))])
            start = one.span.start
            yield one.of(text), [(start, start + max(1, len(one.replacement)))]


def passages(rng: random.Random) -> Iterator[tuple[str, Sequence[tuple[int, int]]]]:
    """Every sentence of the passages: good, and with its errors, shared out among two texts where
    there are several."""
    for line in PASSAGES.read_text("utf-8").splitlines():
        for found in SENTENCE.finditer(line):
            sentence = found.group().strip()
            errors = list(range(len(MARKED.findall(sentence))))
            rng.shuffle(errors)
            half = (len(errors) + 1) // 2
            yield rendered(sentence, set())
            for chosen in filter(None, (errors[:half], errors[half:])):
                yield rendered(sentence, set(chosen))


def rendered(marked: str, wrong: AbstractSet[int]) -> tuple[str, list[tuple[int, int]]]:
    """A marked text with the wrong side of the marks of some numbers, and where these stand."""
    text, at, places = "", 0, []
    for number, found in enumerate(MARKED.finditer(marked)):
        text += marked[at : found.start()]
        start, at = len(text), found.end()
        text += found[1] if number in wrong else found[2]
        if number in wrong:
            places.append((start, len(text)))
    return text + marked[at:], places


def reports() -> Iterator[str]:
    """The faithful reports, and the first sibling of each."""
    for line in REPORTS.read_text("utf-8").splitlines():
        siblings, told = line.split("\t")
        yield from (siblings.split(" || ")[0], rendered(told, set())[0])


def samples(weights: Weights, tokenizer: Tokenizer) -> list[Sample]:
    """The texts as the tuned layers see them."""
    begin = tokenizer.get_vocab()[vocabulary.BEGIN]
    scorer, lower = Scorer(weights).eval(), Stack(weights, range(CUT)).eval()
    found = []
    for text, errors in texts():
        coded = tokenizer.encode(text, add_special_tokens=False)
        ids = torch.tensor([[begin, *coded.ids[: LONGEST - 1]]])
        places = coded.offsets[: LONGEST - 1]
        wrong = [any(a < end and start < b for start, end in errors) for a, b in places]
        with torch.inference_mode():
            state = lower(lower.embedded(ids), lower.causal(ids.shape[1]))[0].bfloat16()
            said = functional.pad(scorer(ids)[0], (1, 0))
        found.append(Sample(state, said, torch.tensor([False, *wrong]).float()))
    return found


def batches(known: Sequence[Sample], rng: random.Random) -> list[list[Sample]]:
    """All samples in batches of like length, in random order."""
    by_width = defaultdict(list)
    for sample in known:
        by_width[-(-len(sample.said) // STEP) * STEP].append(sample)
    found, left = [], []
    for width in sorted(by_width):
        line = left + by_width[width]
        rng.shuffle(line)
        size = TOKENS // width
        whole = len(line) // size * size
        found += [line[start : start + size] for start in range(0, whole, size)]
        left = line[whole:]
    found += [[sample] for sample in left]
    rng.shuffle(found)
    return found


def loss_of(network: Tuned, batch: Sequence[Sample]) -> Tensor:
    """The mean cross entropy of the batch's tokens."""
    width = -(-max(len(sample.said) for sample in batch) // STEP) * STEP
    behind = [width - len(sample.said) for sample in batch]
    pairs = list(zip(batch, behind, strict=True))
    state = torch.stack([functional.pad(one.state, (0, 0, 0, rest)) for one, rest in pairs])
    said = torch.stack([functional.pad(one.said, (0, rest)) for one, rest in pairs])
    wrong = torch.stack([functional.pad(one.wrong, (0, rest)) for one, rest in pairs])
    lengths = torch.tensor([len(sample.said) for sample in batch])
    counted = torch.arange(width)[None] < lengths[:, None]
    odds = network(state, said, lengths)
    each = functional.binary_cross_entropy_with_logits(
        odds, wrong, reduction="none", pos_weight=torch.tensor(WRONG)
    )
    return each[counted].mean()


def learn(network: Tuned, known: Sequence[Sample], rng: random.Random) -> None:
    """One pass over all samples, the pace rising and falling."""
    learning = [value for value in network.parameters() if value.requires_grad]
    optimiser = torch.optim.AdamW(learning, lr=PACE, weight_decay=0.01, betas=(0.9, 0.98))
    order = batches(known, rng)
    pace = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, PACE, total_steps=len(order) + 1, pct_start=WARM
    )
    started, loss = time.monotonic(), 0.0
    for step, batch in enumerate(order, 1):
        each = loss_of(network.train(), batch)
        optimiser.zero_grad()
        each.backward()
        nn.utils.clip_grad_norm_(learning, 1.0)
        optimiser.step()
        pace.step()
        loss = 0.98 * loss + 0.02 * each.item()
        if step % 100 == 0:
            spent = time.monotonic() - started
            sys.stderr.write(f"{step}/{len(order)}: loss {loss:.4f}, {spent:.0f} s\n")


def mean(rounds: Sequence[dict[str, np.ndarray]]) -> dict[str, np.ndarray]:
    """What was learned in several rounds as one, the last counted double (Wortsman et al. 2022,
    "Model soups")."""
    share = np.array([1.0] * (len(rounds) - 1) + [2.0])
    return {
        name: np.average([one[name] for one in rounds], axis=0, weights=share).astype(np.float16)
        for name in rounds[-1]
    }


def main(rounds: int) -> None:
    torch.manual_seed(0)
    rng = random.Random(0)
    with tempfile.TemporaryDirectory() as folder:
        pieces, weights = read_model(Path(folder))
        vocabulary.write_tokenizer(pieces, Path(folder) / TOKENIZER)
        known = samples(weights, Tokenizer.from_file(str(Path(folder) / TOKENIZER)))
    network, learned = Tuned(weights), []
    for _ in range(rounds):
        learn(network, known, rng)
        learned.append(network.learned())
    np.savez_compressed(LEARNED, **mean(learned[-LAST:]))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 4)

"""Speed of Arabic morphology: ``pytest benchmarks/test_morphology.py --benchmark-enable``.

Over the forms of the seed articles.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tadqiq.languages.ar.morphology import readings

SEEDS = Path(__file__).parent.parent / "corpora" / "seeds"
WORD = re.compile(r"[\u0621-\u0652\u0670]+")


@pytest.fixture(scope="module")
def words() -> list[str]:
    texts = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    found = [word for text in texts for word in WORD.findall(text)]
    assert found, f"no seed articles under {SEEDS}"
    return found


def test_new_forms(benchmark: Any, words: list[str]) -> None:
    """Every form once, the tables loaded, nothing remembered."""
    forms = sorted(set(words))

    def analyse() -> None:
        readings.cache_clear()
        for form in forms:
            readings(form)

    benchmark.extra_info["forms"] = len(forms)
    benchmark(analyse)


def test_remembered_forms(benchmark: Any, words: list[str]) -> None:
    """Every token of running text, all forms met before."""
    for word in words:
        readings(word)
    benchmark.extra_info["tokens"] = len(words)
    benchmark(lambda: [readings(word) for word in words])


def test_first_word_of_a_fresh_process(benchmark: Any) -> None:
    """Interpreter, imports, tables and one word."""
    code = "from tadqiq.languages.ar.morphology import readings; assert readings('الحكومة')"
    benchmark.pedantic(lambda: subprocess.run([sys.executable, "-c", code], check=True), rounds=5)

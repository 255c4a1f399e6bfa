"""Bytes to articles, format by format: 200 articles of the length of the seeds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tadqiq.ingest import read
from tadqiq.model import Article

SEEDS = Path(__file__).parents[1] / "corpora" / "seeds"
COUNT = 200


def texts() -> list[str]:
    seeds = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    return [seeds[number % len(seeds)] for number in range(COUNT)]


def plain(folder: Path, encoding: str = "utf-8") -> None:
    for number, text in enumerate(texts()):
        (folder / f"{number:03}.txt").write_text(text, encoding, errors="ignore")


def cp1256(folder: Path) -> None:
    plain(folder, "cp1256")


def jsonl(folder: Path) -> None:
    rows = [{"id": str(number), "text": text} for number, text in enumerate(texts())]
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    (folder / "feed.jsonl").write_text(lines, "utf-8")


def html(folder: Path) -> None:
    for number, text in enumerate(texts()):
        body = "".join(f"<p>{line}</p>" for line in text.splitlines() if line)
        page = f"<html><body><nav>الرئيسية</nav><article>{body}</article></body></html>"
        (folder / f"{number:03}.html").write_text(page, "utf-8")


@pytest.mark.benchmark(group="ingest")
@pytest.mark.parametrize("write", [plain, cp1256, jsonl, html])
def test_ingest(benchmark, tmp_path, write):
    write(tmp_path)
    items = benchmark(lambda: list(read([str(tmp_path)])))
    assert sum(isinstance(item, Article) for item in items) == COUNT

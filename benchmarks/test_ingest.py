"""Bytes to articles, format by format: 200 articles of the length of the seeds."""

from __future__ import annotations

import csv
import json
import zipfile
from html import escape
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


def paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line)


def rss(folder: Path) -> None:
    items = "\n".join(
        f"<item><title>عنوان {number}</title><guid>https://example.org/{number}</guid>"
        f"<pubDate>Fri, 04 Jul 2025 18:30:00 GMT</pubDate>"
        f"<description><![CDATA[{paragraphs(text)}]]></description></item>"
        for number, text in enumerate(texts())
    )
    (folder / "feed.xml").write_text(f"<rss><channel>{items}</channel></rss>", "utf-8")


def newsml(folder: Path) -> None:
    items = "\n".join(
        f'<newsItem guid="urn:{number}"><contentMeta><headline>عنوان</headline></contentMeta>'
        f'<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>'
        f"{paragraphs(text)}</body></html></inlineXML></contentSet></newsItem>"
        for number, text in enumerate(texts())
    )
    wire = f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">{items}</newsMessage>'
    (folder / "wire.xml").write_text(wire, "utf-8")


def ninjs(folder: Path) -> None:
    rows = [
        {"uri": f"urn:{number}", "headline": "عنوان", "body_xhtml": paragraphs(text)}
        for number, text in enumerate(texts())
    ]
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    (folder / "wire.jsonl").write_text(lines, "utf-8")


def table(folder: Path) -> None:
    with (folder / "table.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["id", "text"])
        writer.writerows(enumerate(texts()))


def parquet(folder: Path) -> None:
    import pyarrow as pa
    from pyarrow.parquet import write_table

    rows = {"id": [str(number) for number in range(COUNT)], "text": texts()}
    write_table(pa.table(rows), folder / "table.parquet")


def packed(folder: Path) -> None:
    with zipfile.ZipFile(folder / "wire.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for number, text in enumerate(texts()):
            archive.writestr(f"{number:03}.txt", text)


FORMATS = [plain, cp1256, jsonl, html, rss, newsml, ninjs, table, parquet, packed]


@pytest.mark.benchmark(group="ingest")
@pytest.mark.parametrize("write", FORMATS)
def test_ingest(benchmark, tmp_path, write):
    write(tmp_path)
    items = benchmark(lambda: list(read([str(tmp_path)])))
    assert sum(isinstance(item, Article) for item in items) == COUNT

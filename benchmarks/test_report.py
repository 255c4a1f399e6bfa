"""Speed and size of the page: written by us, opened and used in a real browser."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tadqiq.ingest import read
from tadqiq.model import Document, Event
from tadqiq.pipeline import Auditor
from tadqiq.report import reporter

_SEEDS = Path(__file__).parents[1] / "corpora" / "seeds"
_QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
_TIMED = """
async work => {
  const start = performance.now();
  await work();
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  return (performance.now() - start) / 1000;
}
"""
_SORT = "() => document.querySelectorAll('.rank thead button')[4].click()"
_SEARCH = """
async () => {
  const shown = document.getElementById("shown"), find = document.getElementById("find");
  const changed = new Promise(done =>
    new MutationObserver(done).observe(shown, { childList: true }));
  find.value = "باتريوت";
  find.dispatchEvent(new Event("input"));
  await changed;
}
"""


@pytest.fixture(scope="module")
def batch():
    """1,000 articles: the seeds two hundred times, each time events of their own."""
    audit = Auditor().audit(read([str(_SEEDS)]))
    articles = [_copy(one, number) for number in range(200) for one in audit.articles]
    return replace(audit, articles=tuple(articles))


def _copy(one, number):
    def named(name):
        return f"{name}~{number}"

    when = datetime(2025, 8, 1, tzinfo=UTC) + timedelta(hours=number)
    source = one.document.article
    source = replace(source, id=named(source.id), outlet=f"outlet {number % 20}", published=when)
    findings = tuple(
        replace(f, evidence=tuple(replace(e, article=named(e.article)) for e in f.evidence))
        for f in one.findings
    )
    aligned = tuple(replace(pair, article=named(pair.article)) for pair in one.drift.alignments)
    return replace(
        one,
        document=Document(source, one.document.profile, one.document.paragraphs),
        findings=findings,
        drift=replace(one.drift, alignments=aligned),
        event=Event(named(one.event.id), tuple(map(named, one.event.members))),
        rank=200 * (one.rank - 1) + number + 1,
    )


@pytest.mark.parametrize("name", ["html", "sarif", "jsonl", "xliff"])
def test_writing(benchmark, batch, name):
    benchmark.group = "report: writing 1,000 articles"
    size = benchmark.pedantic(lambda: sum(map(len, reporter(name).parts(batch, "ar"))), rounds=3)
    benchmark.extra_info["megabytes"] = round(size / 1e6, 1)


def test_opening_the_page(benchmark, batch, tmp_path):
    benchmark.group = "report: opening a page of 1,000 articles"
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("no chromium is installed")
    from playwright.sync_api import sync_playwright

    path = tmp_path / "report.html"
    path.write_bytes(b"".join(reporter("html").parts(batch, "ar")))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=_QUIET)
        page = browser.new_page()
        benchmark.pedantic(lambda: page.goto(path.as_uri()), rounds=3)
        for name, work in (("search", _SEARCH), ("sort", _SORT)):
            benchmark.extra_info[name] = round(page.evaluate(f"({_TIMED})({work})"), 2)
        browser.close()

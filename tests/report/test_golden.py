"""Reports are the same to the byte, release after release, unless we mean to change them.

TADQIQ_WRITE_GOLDEN=1 writes what is printed now; read the difference before committing it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tadqiq.model import Audit, Locale
from tadqiq.report import Layout, reporter

GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.mark.parametrize(
    ("name", "locale", "layout"),
    [
        ("table", "en", Layout()),
        ("table", "ar", Layout(width=80, order="worst")),
        ("text", "en", Layout()),
        ("text", "ar", Layout(width=60)),
        ("json", "en", Layout()),
        ("jsonl", "ar", Layout(order="best")),
    ],
)
def test_the_report_reads_as_agreed(
    audit: Audit, name: str, locale: Locale, layout: Layout
) -> None:
    golden = GOLDEN / f"report-{name}-{locale}.txt"
    printed = reporter(name, layout).render(audit, locale)
    if os.environ.get("TADQIQ_WRITE_GOLDEN"):
        golden.write_bytes(printed.encode())
    assert printed.encode() == golden.read_bytes()

"""Findings in place, as `tadqiq check` shows them."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tadqiq.model import ArticleAudit, Audit, Document, Finding, Span
from tadqiq.report import Layout, reporter

ISOLATE, END, RLM, RLI = "\u2068", "\u2069", "\u200f", "\u2067"


def excerpts(text: str) -> list[tuple[str, str]]:
    """Every printed line with the marker line beneath it."""
    printed = text.splitlines()
    return [
        (line, printed[number + 1])
        for number, line in enumerate(printed[:-1])
        if line.lstrip(f"{RLM}{RLI} ").split(" ")[0].isdigit() and "|" in line
    ]


def only(audit: Audit, index: int) -> Audit:
    return replace(audit, articles=(audit.articles[index],), rejections=())


def test_a_finding_is_headed_by_file_line_column_severity_code_and_kind(audit: Audit) -> None:
    text = reporter("text").render(audit, "en")
    assert "feed/a.txt:3:33: major A201 agreement.gender\n" in text


def test_the_reason_the_correction_and_the_evidence_stand_beneath(audit: Audit) -> None:
    text = reporter("text").render(audit, "ar")
    assert f"= الصفة لا تطابق الموصوف.\n   = يُكتب {ISOLATE}الحكومة الجديدة{END} (آمن)\n" in text
    assert f"يخالفه {ISOLATE}b{END} (0.88): {ISOLATE}15 أكتوبر 2025{END}" in text


def test_a_correction_to_nothing_is_said_in_words(audit: Audit) -> None:
    assert "= remove it\n" in reporter("text").render(audit, "en")


@pytest.mark.parametrize("width", [40, 60, 100, 160])
def test_the_carets_stand_under_the_quote_and_within_the_width(audit: Audit, width: int) -> None:
    found = excerpts(reporter("text", Layout(width=width)).render(audit, "en"))
    assert len(found) == 10
    for line, marker in found:
        before, _, rest = line.partition(ISOLATE)
        assert cell_len(line) <= width
        assert cell_len(marker.partition("^")[0]) == cell_len(before)
        assert marker.count("^") == cell_len(rest.partition(END)[0])
        assert cell_len(marker) <= cell_len(line)


def test_lines_of_a_right_to_left_article_and_their_markers_are_mirrored_alike(
    audit: Audit,
) -> None:
    arabic = excerpts(reporter("text").render(only(audit, 0), "en"))
    english = excerpts(reporter("text").render(only(audit, 2), "en"))
    assert all(line.startswith(RLM) and marker.startswith(RLM) for line, marker in arabic)
    assert not any(RLM in line + marker for line, marker in english)


def test_text_from_an_article_cannot_drive_the_terminal_or_reorder_the_line(audit: Audit) -> None:
    text = reporter("text").render(only(audit, 2), "en")
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "␛[31m" in text


def test_an_article_in_which_nothing_was_found_gets_its_verdict(audit: Audit) -> None:
    text = reporter("text").render(only(audit, 1), "en")
    assert text.count("\n") == 1
    assert "quality 100.0" in text
    assert "findings 0" in text


def test_severity_is_coloured_for_a_terminal_only(audit: Audit) -> None:
    assert "\x1b[1;31mcritical" in reporter("text", Layout(colour=True)).render(audit, "en")
    assert "\x1b" not in reporter("text").render(audit, "en")


@given(text=st.text(min_size=1, max_size=200), data=st.data(), width=st.integers(30, 90))
def test_any_span_of_any_text_can_be_shown(
    audit: Audit, text: str, data: st.DataObject, width: int
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start, len(text)))
    shown = _with(audit, text, replace(audit.articles[0].findings[0], span=Span(start, end)))
    printed = reporter("text", Layout(width=width)).render(shown, "en")
    printed.encode()
    assert [char for char in printed if not char.isprintable() and char in "\x00\x07\x1b\x9b"] == []
    assert "^" in printed


def _with(audit: Audit, text: str, finding: Finding) -> Audit:
    base: ArticleAudit = audit.articles[0]
    document = Document(replace(base.document.article, text=text), base.document.profile, ())
    return replace(audit, articles=(replace(base, document=document, findings=(finding,)),))


TERMINAL = """
([line, marker, direction]) => {
  const shown = text => {
    const pre = document.createElement("pre");
    pre.style.cssText = "direction:" + direction + ";unicode-bidi:" + (direction ? "normal" : "plaintext");
    pre.textContent = text;
    document.body.append(pre);
    const range = document.createRange();
    const cells = [...pre.firstChild.data].map((char, at) => {
      range.setStart(pre.firstChild, at);
      range.setEnd(pre.firstChild, at + 1);
      return [range.getBoundingClientRect().left, char, at];
    }).filter(([, char]) => !/\\p{Cf}|\\p{Mn}/u.test(char));
    // A terminal has cells of one width, so the order is what counts, from the side it starts at.
    cells.sort((a, b) => a[0] - b[0]);
    return cells.map(([, char, at]) => [char, at]);
  };
  return [shown(line), shown(marker)];
}
"""


@pytest.mark.parametrize("direction", ["ltr", "rtl", ""])
def test_in_a_terminal_that_reorders_the_carets_stand_under_the_quote(
    audit: Audit, browser: Any, direction: str
) -> None:
    """Chromium's bidi algorithm in place of a terminal's, starting left, right or by the text."""
    tab = browser.new_page()
    mixed = "قالت BBC News Arabic Service اليوم إن 25 صاروخ Patriot (MIM-104) وصل إلى Kyiv."
    finding = replace(audit.articles[0].findings[0], span=Span(9, 13), quote="News")
    shown = [*excerpts(reporter("text").render(_with(audit, mixed, finding), "en"))]
    shown += excerpts(reporter("text", Layout(width=70)).render(only(audit, 0), "en"))
    for line, marker in shown:
        words, carets = tab.evaluate(TERMINAL, [line, marker, direction])
        from_right = direction == "rtl" or (direction == "" and line.startswith(RLM))
        if from_right:
            words, carets = words[::-1], carets[::-1]
        start, end = line.index(ISOLATE), line.index(END)
        under = [place for place, (_, at) in enumerate(words) if start < at < end]
        assert under == [place for place, (char, _) in enumerate(carets) if char == "^"]
    tab.close()


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
def test_in_a_terminal_that_does_not_reorder_the_carets_stand_under_the_quote(
    audit: Audit, tmp_path: Path
) -> None:
    """tmux keeps the cells as they were written, from left to right."""
    report = tmp_path / "report.txt"
    text = reporter("text", Layout(width=100)).render(only(audit, 0), "ar")
    report.write_text(text, "utf-8")
    screen = tmux(tmp_path, report)
    wanted = excerpts(text)
    seen = excerpts(screen)
    assert len(seen) == len(wanted) == 9
    for (line, marker), finding in zip(seen, audit.articles[0].findings, strict=True):
        before = line.partition(ISOLATE)[0]
        assert finding.quote[:9] in line
        assert cell_len(marker.partition("^")[0]) == cell_len(before)


def tmux(folder: Path, report: Path) -> str:
    """What a terminal of 110 columns shows of the file."""
    base = ["tmux", "-u", "-S", str(folder / "socket")]
    command = f"cat {shlex.quote(str(report))}; touch {shlex.quote(str(folder / 'done'))}; sleep 30"
    subprocess.run([*base, "new-session", "-d", "-x", "110", "-y", "100", command], check=True)
    try:
        for _ in range(100):
            if (folder / "done").exists():
                break
            time.sleep(0.05)
        time.sleep(0.1)
        shown = subprocess.run([*base, "capture-pane", "-p"], capture_output=True, check=True)
    finally:
        subprocess.run([*base, "kill-server"], check=False)
    return shown.stdout.decode()

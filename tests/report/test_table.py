"""The ranking on a terminal."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from tadqiq.model import Audit
from tadqiq.report import Layout, reporter


def lines(audit: Audit, layout: Layout) -> list[str]:
    return reporter("table", layout).render(audit, "en").splitlines()


@pytest.mark.parametrize("width", [80, 100, 140, 200])
def test_no_line_of_the_table_is_wider_than_the_terminal(audit: Audit, width: int) -> None:
    printed = lines(audit, Layout(width=width))
    table = printed[: printed.index(next(line for line in printed if line.startswith("= tied")))]
    assert max(map(cell_len, table)) <= width


def test_every_article_takes_its_rank_quality_and_reason_in_its_own_row(audit: Audit) -> None:
    row = next(line for line in lines(audit, Layout()) if line.split()[:2] == ["3", "52.3"])
    assert "0.25" in row
    assert "61" in row


def test_the_gravest_reason_comes_first_however_many_small_ones_there_are(audit: Audit) -> None:
    text = reporter("table").render(audit, "en")
    assert text.index("meaning (critical)") < text.index("2× latin") < text.index("2× calque")


def test_a_kind_says_how_many_of_its_findings_are_the_gravest(audit: Audit) -> None:
    text = reporter("table").render(audit, "en")
    assert "2× latin (1 major)" in text
    assert "2× calque (minor)" in text


def test_an_article_without_siblings_says_so(audit: Audit) -> None:
    assert "no sibling" in reporter("table").render(audit, "en")
    assert "لا نظير" in reporter("table").render(audit, "ar")


def test_ties_are_marked_and_explained(audit: Audit) -> None:
    text = reporter("table").render(audit, "en")
    assert "=1" in text
    assert "=2" in text
    assert "=3" not in text
    assert "= tied" in text


def test_worst_first_turns_the_table_round(audit: Audit) -> None:
    best, worst = lines(audit, Layout()), lines(audit, Layout(order="worst"))
    assert "100.0" in best[2]
    assert "52.3" in worst[2]


def test_colour_is_printed_only_where_it_was_asked_for(
    audit: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" not in reporter("table").render(audit, "en")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" in reporter("table", Layout(colour=True)).render(audit, "en")


def test_a_batch_of_which_nothing_could_be_read_still_says_why(audit: Audit) -> None:
    text = reporter("table").render(Audit((), audit.rejections, audit.signature), "en")
    assert "feed/empty.txt" in text
    assert "nothing to audit" in text
    assert "articles: 0" in text

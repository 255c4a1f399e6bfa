"""Known findings stay quiet until there is another one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tadqiq.baseline import Baseline, read_baseline
from tadqiq.config import Config
from tadqiq.errors import ConfigError
from tadqiq.model import Article, ArticleAudit
from tadqiq.pipeline import Auditor, without_known

TEXT = "قال الوزير ، أمس إن Axios نشر الخبر.\nوأضاف Axios أن الأمر قريب ،"


def audited(text: str, name: str = "a") -> ArticleAudit:
    (found,) = Auditor(Config(drift=False)).check(Article(id=name, text=text, lang="ar")).articles
    return found


def test_what_is_known_is_quiet_and_does_not_count() -> None:
    before = audited(TEXT)
    known = Baseline().accepting([before])
    after = without_known(before, known)
    assert len(before.findings) == 4
    assert after.findings == ()
    assert after.score.quality == 100 > before.score.quality
    assert after.score.mt_likelihood == before.score.mt_likelihood


def test_edits_elsewhere_wake_nothing_and_a_new_fault_is_told() -> None:
    known = Baseline().accepting([audited(TEXT)])
    edited = (
        "فقرة جديدة في أول الخبر.\n\n"
        + TEXT.replace("وأضاف", "وأكد")
        + "\nوأبلغ الرئيس Putin بالقرار أمس."
    )
    after = without_known(audited(edited), known)
    assert [finding.quote for finding in after.findings] == ["Putin"]


def test_what_is_corrected_first_wakes_none_of_its_equals() -> None:
    known = Baseline().accepting([audited(TEXT)])
    assert without_known(audited(TEXT.replace("Axios", "أكسيوس", 1)), known).findings == ()


def test_one_file_keeps_the_findings_of_many_articles(tmp_path: Path) -> None:
    known = Baseline().accepting([audited(TEXT, "a"), audited(TEXT, 'b"\n')])
    path = tmp_path / "known.json"
    path.write_text(known.text(), "utf-8")
    assert read_baseline(path) == known
    again = read_baseline(path).accepting([audited("خبر سليم من كل عيب.", "a")])
    assert {name: len(rows) for name, rows in again.articles.items()} == {"a": 0, 'b"\n': 4}
    path.write_text(again.text(), "utf-8")
    assert read_baseline(path) == again


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"{", "no baseline"),
        (b"[]", "no baseline of tadqiq"),
        (b"\xff", "no baseline"),
        (b'{"format": "tadqiq-baseline", "version": 2}', "version 2"),
        (b'{"format": "tadqiq-baseline", "version": 1, "articles": {"a": [1]}}', "damaged"),
        (b'{"format": "tadqiq-baseline", "version": 1}', "damaged"),
    ],
)
def test_a_file_that_is_no_baseline_is_named(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "known.json"
    path.write_bytes(content)
    with pytest.raises(ConfigError, match=says):
        read_baseline(path)


def test_a_missing_baseline_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="--write-baseline"):
        read_baseline(tmp_path / "none.json")

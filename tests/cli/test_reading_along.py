"""The language model reads along where one article is checked, and elsewhere on demand."""

from __future__ import annotations

import json

import pytest

from tadqiq import fluency

pytestmark = pytest.mark.skipif(
    not fluency.available("ar"), reason="needs the extra: pip install 'tadqiq[fluency]'"
)
DOUBTFUL = "حذر خبراء الأرصاد في ميانمار ضد الاقتراب من الشواطئ خلال اليومين المقبلين بسبب إعصار."
QUOTE = "ضد"


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(DOUBTFUL, "utf-8")
    return str(path)


def quotes(outcome):
    (record,) = json.loads(outcome.out)["articles"]
    return [finding["quote"] for finding in record["findings"]]


def test_check_tells_what_a_rule_suspects_and_the_model_confirms(run, article):
    assert QUOTE in quotes(run("check", article, "--format", "json"))


@pytest.mark.parametrize("flag", ["--no-fluency", "--no-drift"])
def test_without_the_model_nothing_is_told_on_a_suspicion(run, article, flag):
    assert QUOTE not in quotes(run("check", article, flag, "--format", "json"))


def test_audit_lets_it_read_along_on_demand(run, article):
    assert QUOTE not in quotes(run("audit", article, "--format", "json"))
    assert QUOTE in quotes(run("audit", article, "--fluency", "--format", "json"))


def test_the_settings_may_wish_for_it_and_the_flag_decides(run, article, tmp_path):
    settings = tmp_path / "tadqiq.toml"
    settings.write_text("fluency = true\n", "utf-8")
    asked = ("audit", article, "--config", str(settings), "--format", "json")
    assert QUOTE in quotes(run(*asked))
    assert QUOTE not in quotes(run(*asked, "--no-fluency"))

"""feeds.toml: what makes no sense is said with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tadqiq.errors import ConfigError
from tadqiq.watch import load_feeds

FULL = """archive = "wire"
interval = "15m"
compare = "2d"
gate = 85
follow = true
robots = false
[alerts]
file = "out/alerts.jsonl"
webhook = "https://desk.example.org/hook"
secret_env = "KEY"
[[feeds]]
url = "https://a.example/feed"
[[feeds]]
url = "https://b.example/feed"
interval = "90s"
outlet = "صحيفة"
lang = "ar"
follow = false
"""


def load(folder: Path, text: str):
    path = folder / "feeds.toml"
    path.write_text(text, "utf-8")
    return load_feeds(path, {"KEY": "secret"})


def test_everything_in_it_is_read(tmp_path):
    feeds = load(tmp_path, FULL)
    assert (feeds.archive, feeds.file) == (tmp_path / "wire", tmp_path / "out/alerts.jsonl")
    assert (feeds.days, feeds.gate, feeds.secret, feeds.robots) == (2, 85, "secret", False)
    first, second = feeds.feeds
    assert (first.interval, first.follow, first.outlet) == (900, True, None)
    assert (second.interval, second.follow, second.outlet, second.lang) == (
        90,
        False,
        "صحيفة",
        "ar",
    )


@pytest.mark.parametrize(
    ("change", "line", "complaint"),
    [
        (('interval = "15m"', 'interval = "often"'), 2, "no duration"),
        (('interval = "90s"', 'interval = "1s"'), 15, "too short"),
        (('interval = "90s"', "interval = 90"), 15, "must be a text"),
        (("gate = 85", "gate = 185"), 4, "between 0 and 100"),
        (("gate = 85", "gates = 85"), 4, 'did you mean "gate"'),
        (('lang = "ar"', 'lang = "Arabic!"'), 17, "not a language tag"),
        (('"https://b.example/feed"', '"b.example/feed"'), 14, "no address"),
        (('"https://b.example/feed"', '"https://a.example/feed"'), 14, "given twice"),
        (("https://desk", "ftp://desk"), 9, "no address"),
        (('"KEY"', '"MISSING"'), 10, "environment has no MISSING"),
        (("follow = false", "folow = false"), 18, 'did you mean "follow"'),
        (("follow = true", "follow = 1"), 5, "true or false"),
        (('outlet = "صحيفة"', "outlet = "), 16, "no TOML"),
    ],
)
def test_what_makes_no_sense_is_said_with_its_line(tmp_path, change, line, complaint):
    with pytest.raises(ConfigError, match=complaint) as said:
        load(tmp_path, FULL.replace(*change))
    assert f"feeds.toml:{line}" in str(said.value) or f"line {line}" in str(said.value)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "no feed"),
        ('archive = "x"', "no feed"),
        ('[[feeds]]\nurl = "https://a.example/"', "archive is missing"),
        ('archive = "x"\n[[feeds]]\noutlet = "x"', "url is missing"),
        ('feeds = ["https://a.example/"]', "must be a table"),
    ],
)
def test_what_is_missing_is_named(tmp_path, text, complaint):
    with pytest.raises(ConfigError, match=complaint):
        load(tmp_path, text)


def test_a_file_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(ConfigError, match="cannot be read"):
        load_feeds(tmp_path / "none.toml")

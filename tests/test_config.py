"""What a newsroom can set, and what it is told when it slips."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tadqiq.config import Config, Suppression, Thresholds, default_cache_dir, load_config
from tadqiq.errors import ConfigError
from tadqiq.model import Severity

FULL = """\
# the desk's own
model = "intfloat/multilingual-e5-base"
cache_dir = "cache"
locale = "ar"
drift = false
allow = ["تيك توك", "BBC"]
termbases = ["terms.csv"]

[rules]
select = ["A", "C1"]
extend = ["T101"]
ignore = ["A2"]

[severities]
P = "minor"
A101 = "critical"

[terms]
"زيلنسكي" = "زيلينسكي"

[thresholds]
publish = 97.5
review = 85

[[suppress]]
code = "L101"
quote = "Axios"
reason = "house style"

[[suppress]]
code = "C"
quote = "ضرب"
reason = "a quotation of 1998"
"""


@dataclass
class Switched:
    """A rule as far as the settings know it."""

    code: str
    enabled: bool = True


def written(folder: Path, text: str, name: str = "tadqiq.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    config = load_config(start=tmp_path)
    assert config == Config()
    assert config.locale == "en"
    assert (config.thresholds.publish, config.thresholds.review) == (98, 90)
    assert config.speaks(Switched("A101"))
    assert not config.speaks(Switched("T101", enabled=False))


def test_everything_that_can_be_set_is_read(tmp_path: Path) -> None:
    config = load_config(written(tmp_path, FULL))
    assert config == Config(
        select=("A", "C1"),
        extend=("T101",),
        ignore=("A2",),
        severities=(("P", Severity.MINOR), ("A101", Severity.CRITICAL)),
        allow=frozenset({"تيك توك", "BBC"}),
        terms={"زيلنسكي": "زيلينسكي"},
        termbases=(tmp_path / "terms.csv",),
        suppressions=(
            Suppression("L101", "Axios", "house style"),
            Suppression("C", "ضرب", "a quotation of 1998"),
        ),
        thresholds=Thresholds(97.5, 85),
        model="intfloat/multilingual-e5-base",
        drift=False,
        cache_dir=tmp_path / "cache",
        locale="ar",
    )


def test_the_nearest_file_upwards_holds(tmp_path: Path) -> None:
    written(tmp_path, 'locale = "ar"\n')
    desk = tmp_path / "desk" / "today"
    desk.mkdir(parents=True)
    assert load_config(start=desk).locale == "ar"
    written(tmp_path / "desk", 'locale = "en"\n')
    assert load_config(start=desk).locale == "en"


def test_a_project_file_holds_only_if_it_speaks_of_us(tmp_path: Path) -> None:
    written(tmp_path, 'locale = "ar"\n')
    desk = tmp_path / "desk"
    desk.mkdir()
    written(desk, '[project]\nname = "tadqiq-desk"\n', "pyproject.toml")
    assert load_config(start=desk).locale == "ar"
    written(desk, '[tool.tadqiq]\nmodel = "m"\n', "pyproject.toml")
    assert load_config(start=desk) == replace(Config(), model="m")


@pytest.mark.parametrize(
    ("code", "enabled", "speaks"),
    [
        ("A101", True, True),
        ("A101", False, True),  # asked for by name
        ("A201", True, False),
        ("C101", True, True),
        ("C201", True, False),
        ("T101", False, True),
        ("T102", True, False),
    ],
)
def test_rules_are_switched_by_prefix_and_the_longer_prefix_wins(
    tmp_path: Path, code: str, enabled: bool, speaks: bool
) -> None:
    assert load_config(written(tmp_path, FULL)).speaks(Switched(code, enabled)) is speaks


def test_extending_keeps_what_speaks_anyway() -> None:
    config = Config(extend=("T",), ignore=("A1",))
    assert config.speaks(Switched("T101", enabled=False))
    assert config.speaks(Switched("C101"))
    assert not config.speaks(Switched("A101"))


def test_of_equal_prefixes_the_one_that_silences_wins() -> None:
    assert not Config(select=("A1",), ignore=("A1",)).speaks(Switched("A101"))


def test_a_suppression_gives_its_reason_for_these_words_only(tmp_path: Path) -> None:
    config = load_config(written(tmp_path, FULL))
    found = config.suppression("C205", "ضرب")
    assert found is not None
    assert found.reason == "a quotation of 1998"
    assert config.suppression("L101", "Axios News") is None
    assert config.suppression("L102", "Axios") is None


def test_thresholds_tell_what_to_do_with_an_article() -> None:
    verdict = Thresholds().verdict
    assert [verdict(quality) for quality in (98, 97.9, 90, 89.9)] == [
        "publish", "review", "review", "reject",
    ]  # fmt: skip


def test_the_cache_goes_where_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TADQIQ_CACHE", "/elsewhere")
    assert Config().cache_dir == Path("/elsewhere")
    assert default_cache_dir({}) != Path("/elsewhere")
    assert "tadqiq" in str(default_cache_dir({}))


@pytest.mark.parametrize(
    ("text", "line", "complaint"),
    [
        ("\n\nlocal = 'ar'", 3, 'unknown key "local"; did you mean "locale"?'),
        ("colour = true", 1, 'unknown key "colour"; choose one of '),
        ("[rules]\nselct = []", 2, 'unknown key "rules.selct"; did you mean "select"?'),
        ("rules.selct = []", 1, 'unknown key "rules.selct"'),
        ("rules = {selct = []}", 1, 'unknown key "rules.selct"'),
        ("# x\n[rulez]\nselect = []", 2, 'unknown key "rulez"; did you mean "rules"?'),
        ("rules = 3", 1, "rules must be a table"),
        ("[rules]\nselect = 'A'", 2, "rules.select must be a list of texts, not 'A'"),
        ("[rules]\nignore = [1]", 2, "rules.ignore must be a list of texts"),
        ("[rules]\n\nignore = ['AR9']", 3, '"AR9" is no rule code or prefix of one'),
        ("model = 3", 1, "model must be a text, not 3"),
        ("drift = 'no'", 1, "drift must be true or false, not 'no'"),
        ("locale = 'fr'", 1, 'unknown locale "fr"; choose one of en, ar'),
        ("[severities]\nA = 'grave'", 2, 'unknown severity "grave"; choose one of minor, major'),
        ("[severities]\nall = 'minor'", 2, '"all" is no rule code'),
        ("[terms]\n'أ ب' = 1", 2, "terms.أ ب must be a text, not 1"),
        ("[thresholds]\npublish = '98'", 2, "thresholds.publish must be a number, not '98'"),
        ("[thresholds]\nreview = 101", 2, "thresholds.review must lie between 0 and 100"),
        ("[thresholds]\nreview = true", 2, "thresholds.review must be a number, not True"),
        ("[thresholds]\nreview = 99", 2, "thresholds.review must not exceed thresholds.publish"),
        ("[suppress]\ncode = 'A'", 1, "suppress must be tables, each under [[suppress]]"),
        (
            "[[suppress]]\ncode='A'\nquote='x'\nreason='y'\n[[suppress]]\ncode='A'\nquote='x'",
            5,
            "a suppression needs a reason",
        ),
        (
            "[[suppress]]\ncode='A'\nquote='x'\nreason='y'\n\n[[suppress]]\ncode='?'\nquote='x'\nreason='y'",
            7,
            '"?" is no rule code',
        ),
        (
            "[[suppress]]\ncode='A'\nquote='x'\nreason='y'\nuntil='z'",
            5,
            'unknown key "suppress.until"',
        ),
        ("locale = ", 1, "no TOML"),
    ],
)
def test_a_slip_is_named_with_its_line_and_what_to_do(
    tmp_path: Path, text: str, line: int, complaint: str
) -> None:
    path = written(tmp_path, text)
    with pytest.raises(ConfigError) as failure:
        load_config(path)
    assert str(failure.value).startswith(f"{path}:{line}: ")
    assert complaint in str(failure.value)


def test_a_slip_in_a_project_file_is_named_with_its_line_too(tmp_path: Path) -> None:
    path = written(tmp_path, "[project]\nlocal=1\n[tool.tadqiq]\nlocal = 'ar'", "pyproject.toml")
    with pytest.raises(ConfigError, match=r'pyproject\.toml:4: unknown key "local"'):
        load_config(path)


def test_a_rule_nobody_knows_is_named_with_its_line(tmp_path: Path) -> None:
    known = ["A101", "A201", "C101", "T101", "P101", "L101"]
    load_config(written(tmp_path, FULL)).verify(known)
    config = load_config(written(tmp_path, FULL.replace('"L101"', '"L999"')))
    with pytest.raises(
        ConfigError, match=r'tadqiq\.toml:26: no rule begins with "L999"; "tadqiq rules"'
    ):
        config.verify(known)


def test_a_rule_code_from_a_flag_is_checked_too() -> None:
    with pytest.raises(ConfigError, match=r'^no rule begins with "Z"'):
        Config(select=("Z",)).verify(["A101"])


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_settings_that_cannot_be_read_are_named(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "tadqiq.toml"
    if content:
        path.write_bytes(content)
    with pytest.raises(ConfigError, match=r"tadqiq\.toml: (cannot be read|not UTF-8)"):
        load_config(path)


@given(st.text(alphabet="ab=[]\"'.{}\n #1", max_size=40))
def test_no_text_does_worse_than_an_error_with_its_file(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = written(tmp_path_factory.getbasetemp(), text, "wild.toml")
    try:
        load_config(path)
    except ConfigError as error:
        assert str(error).startswith(str(path))  # noqa: PT017

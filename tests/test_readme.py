"""Every command that the README shows works as it stands there."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", README, re.S)
LINES = [
    line.removeprefix("$ ").partition("#")[0].strip()
    for kind, block in BLOCKS
    if kind in ("sh", "console")
    for line in block.splitlines()
    if kind == "sh" or line.startswith("$ ")
]
COMMANDS = sorted({line for line in LINES if line.startswith("tadqiq ")})
TARGETS = sorted({line.split()[1] for line in LINES if line.startswith("make ")})


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the corpora, in which commands may leave files."""
    folder = tmp_path_factory.mktemp("a desk")
    shutil.copytree(ROOT / "corpora", folder / "corpora")
    return folder


@pytest.mark.parametrize("command", COMMANDS)
def test_the_command_works(command: str, desk: Path) -> None:
    arguments = [sys.executable, "-m", "tadqiq", *shlex.split(command)[1:]]
    done = subprocess.run(arguments, cwd=desk, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_the_readme_shows_commands_for_every_job() -> None:
    assert {command.split()[1] for command in COMMANDS} == {
        "audit",
        "check",
        "evaluate",
        "explain",
        "rules",
    }


@pytest.mark.parametrize("target", TARGETS)
def test_make_knows_the_target(target: str) -> None:
    done = subprocess.run(["make", "--dry-run", target], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_the_python_example_runs(desk: Path) -> None:
    (code,) = [block for kind, block in BLOCKS if kind == "python"]
    done = subprocess.run([sys.executable, "-c", code], cwd=desk, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert len(done.stdout.decode().splitlines()) == 5


def test_the_settings_shown_are_valid(tmp_path: Path) -> None:
    from tadqiq.config import load_config

    (settings,) = [block for kind, block in BLOCKS if kind == "toml"]
    path = tmp_path / "tadqiq.toml"
    path.write_text(settings, "utf-8")
    assert load_config(path).locale == "ar"

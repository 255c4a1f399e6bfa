"""What is kept of a run says nothing of whose machine it was."""

from __future__ import annotations

from typing import Any


def pytest_benchmark_update_machine_info(machine_info: dict[str, Any]) -> None:
    """Leave the processor and Python, drop the names."""
    for name in ("node", "release"):
        machine_info.pop(name, None)


def pytest_benchmark_update_commit_info(config: Any, commit_info: dict[str, Any]) -> None:
    """Leave the commit, drop the project's and the branch's name."""
    for name in ("project", "branch"):
        commit_info.pop(name, None)

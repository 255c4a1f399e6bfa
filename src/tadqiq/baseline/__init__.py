"""Findings that are known and accepted, so that a gate speaks only of new ones."""

from .baseline import Baseline, Known, read_baseline

__all__ = ["Baseline", "Known", "read_baseline"]

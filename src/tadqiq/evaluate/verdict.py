"""What is evaluated: anything that judges a text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..model import Finding


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found in one text, its MQM word count and its quality (0–100)."""

    findings: tuple[Finding, ...]
    words: int
    quality: float


Judge = Callable[[str, str], Verdict]
"""Judges a text of a language (BCP 47) by itself, without siblings."""

"""Profiles of languages without a pack, from a table."""

from __future__ import annotations

from ...model import Profile


def generic(code: str) -> Profile:
    """x"""
    return Profile(code=code, name=code, script="Latin")

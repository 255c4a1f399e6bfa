"""What stands between commas about the noun before it, and where the clause goes on after it."""

from __future__ import annotations

from ....model import Pos
from .agreement import Line
from .nominal import is_preposition

_COMMAS = frozenset("،,")
# What opens a parenthesis about the noun before it.
_PARENTHETIC = frozenset({"وهو", "وهي", "وهم", "وهما", "حيث", "كما", "بحسب", "وفق", "وفقا", "حسب"})


def resumes(line: Line, place: int) -> bool:
    """«التطبيق، الذي يضم مليار مستخدم، أصبح»: what a parenthesis has cut off goes on."""
    if not place or line.form(place - 1) not in _COMMAS:
        return False
    opened = [one for one in range(1, place - 1) if line.form(one) in _COMMAS]
    if not opened:
        return False
    first, inside = opened[-1], line.words[opened[-1] + 1]
    if inside.form in _PARENTHETIC or Pos.RELATIVE in inside.kinds:
        return True
    return is_preposition(inside) and not any(one.verbal for one in line.words[first:place])

"""What tells a wrong sense: the rows under a ``wrong`` row of the sense lexicon."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ....errors import PackError
from ....model import Severity
from .parse import SINGLE, Line
from .terms import Frame, Terms, parse_frame, parse_terms

NEAR_NEEDED = 3
_FUNCTION_WORDS = frozenset(("الذي", "التي", "الذين", "بسبب", "خلال", "عندما"))
_SHORTEST_HINT = 4
_LARGEST_CHOICE = 60


@dataclass(frozen=True, kw_only=True)
class Clues:
    """One of ``frames`` decides, or ``needed`` distinct members of ``near``; none where one of
    ``blockers`` is near.

    In ``flags`` the brackets ⟦ ⟧ stand around the wrong word; in ``passes`` the same rendering
    is right. ``fix`` is the row that names the corrections, if there is one.
    """

    frames: tuple[Frame, ...]
    near: Terms
    needed: int
    blockers: Terms
    severity: Severity
    flags: tuple[str, ...]
    passes: tuple[str, ...]
    fix: Line | None

    @cached_property
    def reach(self) -> int:
        """How far from the rendering a cue stands at most wherever a frame matches."""
        return max([frame.reach for frame in self.frames], default=0)

    @property
    def hints(self) -> frozenset[str]:
        """Every content word that speaks for the right sense, in frames or as collocate.

        Too weak to tell anything alone; it backs other evidence up.
        """
        found = set(self.near)
        for frame in self.frames:
            for element in frame.before + frame.after:
                if len(element.forms) < _LARGEST_CHOICE:
                    found |= {form for form in element.forms if len(form) >= _SHORTEST_HINT}
        return frozenset(found - _FUNCTION_WORDS)

    @property
    def cues(self) -> frozenset[str]:
        """Words of which one at least stands wherever a frame matches."""
        return frozenset().union(*[frame.cues for frame in self.frames])


def parse_clues(lines: Sequence[Line], known: Mapping[str, Terms]) -> Clues:
    """The clues in ``lines``, of which the first is the ``wrong`` row itself.

    Raises PackError for a row that cannot be used, or if the rows would flag good text.
    """
    rows: dict[str, list[Line]] = {}
    for line in lines[1:]:
        found = rows.setdefault(line.kind, [])
        if found and line.kind in SINGLE:
            raise PackError(f"{line.origin}: a second `{line.kind}` for one `wrong`")
        found.append(line)
    near = rows.get("near4", rows.get("near", []))
    clues = Clues(
        frames=_frames(rows.get("frame", []), known),
        near=_terms(near, known),
        needed=4 if "near4" in rows else NEAR_NEEDED,
        blockers=_terms(rows.get("not", []), known),
        severity=_severity(rows.get("severity", [])),
        flags=tuple(_bracketed(line) for line in rows.get("flag", [])),
        passes=tuple(line.value for line in rows.get("pass", [])),
        fix=next(iter(rows.get("fix", [])), None),
    )
    if not clues.frames and not (clues.blockers and clues.near):
        raise PackError(f"{lines[0].origin}: needs a `frame`, or `near` with blockers in `not`")
    return clues


def _frames(lines: Sequence[Line], known: Mapping[str, Terms]) -> tuple[Frame, ...]:
    return tuple(parse_frame(part, known, line) for line in lines for part in line.value.split(";"))


def _terms(lines: Sequence[Line], known: Mapping[str, Terms]) -> Terms:
    found: dict[str, str] = {}
    for line in lines:
        found.update(parse_terms(line.value, known, line))
    return found


def _severity(lines: Sequence[Line]) -> Severity:
    for line in lines:
        try:
            return Severity(line.value)
        except ValueError:
            raise PackError(f"{line.origin}: severity is minor, major or critical") from None
    return Severity.MAJOR


def _bracketed(line: Line) -> str:
    if line.value.count("⟦") != 1 or line.value.count("⟧") != 1:
        raise PackError(f"{line.origin}: the brackets ⟦ ⟧ must stand around one word")
    return line.value

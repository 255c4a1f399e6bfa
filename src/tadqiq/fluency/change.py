"""A wording and its alternative."""

from __future__ import annotations

from ..model import record


@record
class Change:
    """``text`` with what is between ``start`` and ``end``, in characters, replaced."""

    text: str
    start: int
    end: int
    replacement: str

    @property
    def changed(self) -> str:
        """The text after the change."""
        return self.text[: self.start] + self.replacement + self.text[self.end :]

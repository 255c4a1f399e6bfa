"""Every person and place with all its spellings, by outlet and date, to become a termbase."""

from .entry import Entry, Spelling, Status, Use
from .gather import Ledger
from .tbx import tbx
from .written import COLUMNS, rows

__all__ = ["COLUMNS", "Entry", "Ledger", "Spelling", "Status", "Use", "rows", "tbx"]

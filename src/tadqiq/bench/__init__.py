"""How fast every stage is on this machine, in one run, and against an earlier one."""

from .comparing import Change, changes
from .run import bench
from .table import as_table
from .timing import Run, Timing, read_run

__all__ = ["Change", "Run", "Timing", "as_table", "bench", "changes", "read_run"]

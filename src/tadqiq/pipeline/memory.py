"""Memory that nobody uses any longer, back to the system."""

from __future__ import annotations

import gc
import sys


def give_back() -> None:
    """Collects what is garbage, and has the C library hand free memory back where it can.

    It keeps by itself what lies below anything still in use: hundreds of megabytes of a
    vocabulary that is gone.
    """
    gc.collect()
    if sys.platform != "linux":
        return
    import ctypes  # for large batches alone

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # of the GNU library alone
    if trim is not None:
        trim(0)

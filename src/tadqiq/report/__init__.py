"""One emitter a format. No reporter prints or opens files; `writing` alone does."""

from .formats import formats, reporter
from .place import Place, Places
from .reporter import Layout, Order, Reporter, StreamingReporter
from .schema import schema
from .writing import write

__all__ = [
    "Layout",
    "Order",
    "Place",
    "Places",
    "Reporter",
    "StreamingReporter",
    "formats",
    "reporter",
    "schema",
    "write",
]

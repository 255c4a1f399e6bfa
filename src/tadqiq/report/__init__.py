"""One emitter a format. No reporter prints or opens files; `writing` alone does."""

from .formats import formats, reporter
from .place import Place, Places
from .refusals import refusal
from .reporter import Layout, Order, Reporter, RuleFacts, StreamingReporter, TextReporter
from .schema import schema
from .writing import pieces, write

__all__ = [
    "Layout",
    "Order",
    "Place",
    "Places",
    "Reporter",
    "RuleFacts",
    "StreamingReporter",
    "TextReporter",
    "formats",
    "pieces",
    "refusal",
    "reporter",
    "schema",
    "write",
]

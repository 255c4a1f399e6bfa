"""The records of ``jsonl`` as a Parquet file: one row an article, findings as nested lists."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from ..errors import ReportError
from ..model import Audit, Locale
from .records import dump, record
from .reporter import Layout, arrange
from .schema import schema as record_schema

if TYPE_CHECKING:
    import pyarrow as pa

_ROWS = 500  # articles held at once: a row group


@dataclass(frozen=True, slots=True)
class ParquetReporter:
    """Columns as ``schema.json`` names them; ``published`` and ``extra`` (JSON) are strings."""

    layout: Layout

    def parts(self, audit: Audit, locale: Locale) -> Iterator[bytes]:
        """The file, a row group at a time. Raises ReportError without pyarrow."""
        try:
            import pyarrow as pa
            import pyarrow.parquet as pq
        except ImportError as error:
            raise ReportError(
                "a Parquet report needs pyarrow: pip install 'tadqiq[parquet]', or choose csv"
            ) from error
        sink, schema = _Sink(), _schema()
        with pq.ParquetWriter(sink, schema, compression="zstd") as writer:
            rows = (
                _row(record(article, audit.signature, locale))
                for article in arrange(audit, self.layout.order or "input")
            )
            while group := list(islice(rows, _ROWS)):
                writer.write_table(pa.Table.from_pylist(group, schema=schema))
                yield sink.taken()
        yield sink.taken()


class _Sink(io.RawIOBase):
    """Keeps what is written until it is taken, and counts all of it, as Parquet's offsets do."""

    def __init__(self) -> None:
        self._kept = bytearray()
        self._written = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        piece = bytes(data)
        self._kept += piece
        self._written += len(piece)
        return len(piece)

    def tell(self) -> int:
        return self._written

    def taken(self) -> bytes:
        kept, self._kept = bytes(self._kept), bytearray()
        return kept


def _row(known: dict[str, Any]) -> dict[str, Any]:
    """A record with what has no fixed type as JSON, and without what UTF-8 cannot hold."""
    row = {name: _clean(value) for name, value in known.items()}
    return row | {"extra": dump(known["extra"])}


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(value, list):
        return [_clean(inner) for inner in value]
    if isinstance(value, dict):
        return {name: _clean(inner) for name, inner in value.items()}
    return value


def _schema() -> pa.Schema:
    import pyarrow as pa

    text, real, whole, flag = pa.string(), pa.float64(), pa.int64(), pa.bool_()
    suggestion = pa.struct([("replacement", text), ("safe", flag)])
    place = [("start", whole), ("end", whole), ("quote", text)]
    evidence = pa.struct([("article", text), *place, ("similarity", real)])
    finding = pa.struct(
        [
            *((name, text) for name in ("code", "kind", "category", "severity")),
            ("confidence", real),
            *place,
            ("message", text),
            ("suggestions", pa.list_(suggestion)),
            ("evidence", pa.list_(evidence)),
        ]
    )
    types = {
        **dict.fromkeys(("words", "rank", "unsupported"), whole),
        **dict.fromkeys(("quality", "drift", "mt_likelihood", "agreement", "consensus"), real),
        **dict.fromkeys(("reliable", "tied", "declared_mt"), flag),
        "siblings": pa.list_(text),
        "interval": pa.list_(real),
        "findings": pa.list_(finding),
    }
    return pa.schema([(name, types.get(name, text)) for name in record_schema()["required"]])

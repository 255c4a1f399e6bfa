"""Parquet: an article a row, read in batches."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from ..errors import IngestError
from ..model import Article, Rejection
from .columns import fields, row
from .fields import located
from .source import Source
from .spooled import seekable

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

_BATCH = 256  # rows in memory at a time
_MAX_ROW_GROUP = 2**30  # bytes unpacked, as the file itself says


def parquet(source: Source) -> Iterator[Article | Rejection]:
    """Row by row, with origins ``path[0]``, ``path[1]`` …

    Raises IngestError where pyarrow is not installed, the file is broken, no column holds the
    text, or there is no row.
    """
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise IngestError(
            "Parquet needs pyarrow, which is not installed: pip install 'tadqiq[parquet]'"
        ) from error
    with seekable(source.stream) as stream:
        try:
            table = ParquetFile(stream)
            _refuse_huge(table)
            names = fields(table.schema_arrow.names)
            yield from _rows(table, names, source.origin)
        except (ArrowException, OSError, UnicodeDecodeError, OverflowError) as error:
            said = str(error).splitlines()[0] if str(error) else type(error).__name__
            raise IngestError(f"a broken Parquet file: {said}") from error
    if table.metadata.num_rows == 0:
        raise IngestError("no row in this Parquet file: there is no article")


def _rows(table: ParquetFile, names: tuple[str, ...], origin: str) -> Iterator[Article | Rejection]:
    index = 0
    for batch in table.iter_batches(batch_size=_BATCH):
        for values in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            read = partial(row, dict(zip(names, values, strict=True)))
            yield located(read, origin=f"{origin}[{index}]")
            index += 1


def _refuse_huge(table: ParquetFile) -> None:
    for number in range(table.metadata.num_row_groups):
        size = table.metadata.row_group(number).total_byte_size
        if size > _MAX_ROW_GROUP:
            raise IngestError(
                f"row group {number} unpacks to {size:,} bytes, more than {_MAX_ROW_GROUP:,}; "
                "write smaller row groups"
            )

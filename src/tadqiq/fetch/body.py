"""What a response holds, unpacked within bounds."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, Protocol, cast

import httpx

from ..errors import FetchError

ACCEPTED = "gzip, deflate"
_IN_MEMORY = 2**20  # bytes; beyond, a temporary file
_AT_ONCE = 2**20  # bytes unpacked in one go


class _Decoder(Protocol):
    @property
    def eof(self) -> bool: ...

    @property
    def unconsumed_tail(self) -> bytes: ...

    @property
    def unused_data(self) -> bytes: ...

    def decompress(self, data: bytes, /, max_length: int = ...) -> bytes: ...


async def body(response: httpx.Response, max_bytes: int) -> BinaryIO:
    """The content in a temporary file, from its beginning.

    Raises FetchError for an encoding that was not asked for, damage, and content beyond
    ``max_bytes``, of which no more than that is ever unpacked.
    """
    declared = response.headers.get("content-length", "")
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding in ("identity", "") and declared.isdigit() and int(declared) > max_bytes:
        raise FetchError(f"{int(declared):,} bytes, more than {max_bytes:,}")
    unpack = _unpacker(encoding)
    spool = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - the caller closes it
    try:
        async for chunk in response.aiter_raw():
            for piece in unpack(chunk):
                if spool.tell() + len(piece) > max_bytes:
                    raise FetchError(f"more than {max_bytes:,} bytes; not read further")
                spool.write(piece)
        if not unpack.finished:
            raise FetchError(f"cut off: its {encoding} encoding does not end")
    except BaseException:
        spool.close()
        raise
    spool.seek(0)
    return cast(BinaryIO, spool)


def _unpacker(encoding: str) -> _Unpacker:
    if encoding in ("identity", ""):
        return _Unpacker(None)
    if encoding in ("gzip", "x-gzip"):
        return _Unpacker(31)
    if encoding == "deflate":
        return _Unpacker(zlib.MAX_WBITS)
    raise FetchError(f"its content encoding {encoding!r} was not asked for")


class _Unpacker:
    """Unpacks chunk by chunk; ``bits`` are zlib's, None leaves the bytes alone."""

    def __init__(self, bits: int | None) -> None:
        self._bits = bits
        self._decoder = self._new()
        self._started = False

    @property
    def finished(self) -> bool:
        """Whether the encoding ended where the content did."""
        return self._decoder is None or self._decoder.eof or not self._started

    def __call__(self, chunk: bytes) -> Iterable[bytes]:
        if self._decoder is None:
            return [chunk]
        self._started = self._started or bool(chunk)
        return self._pieces(chunk)

    def _pieces(self, chunk: bytes) -> Iterator[bytes]:
        while chunk and self._decoder is not None:
            try:
                piece = self._decoder.decompress(chunk, _AT_ONCE)
            except zlib.error as error:
                if self._bits == zlib.MAX_WBITS:  # deflate without the header it should have
                    self._bits = -zlib.MAX_WBITS
                    self._decoder = self._new()
                    continue
                raise FetchError(f"its compression is damaged: {error}") from error
            if piece:
                yield piece
            chunk = self._decoder.unconsumed_tail or self._decoder.unused_data
            if self._decoder.eof and chunk:
                if not chunk.strip(b"\0"):  # padding
                    return
                self._decoder = self._new()  # gzip may hold several members

    def _new(self) -> _Decoder | None:
        return None if self._bits is None else zlib.decompressobj(self._bits)

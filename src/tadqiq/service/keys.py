"""Who may use the service."""

from __future__ import annotations

import hmac
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Iterable, Mapping
from hashlib import sha256


class Keys:
    """The keys that open the service; without any, it is open to all who reach it.

    A key comes as ``Authorization: Bearer KEY``, as ``X-API-Key: KEY``, or as the password of
    ``Authorization: Basic``, which is how a browser asks its user for one.
    """

    def __init__(self, keys: Iterable[str]) -> None:
        self._digests = tuple(_digest(key.encode()) for key in keys)

    def __bool__(self) -> bool:
        return bool(self._digests)

    def admit(self, headers: Mapping[str, str]) -> bool:
        """Whether the request shows a key. Takes equally long whichever it shows."""
        if not self._digests:
            return True
        given = _digest(_shown(headers))
        found = [hmac.compare_digest(given, digest) for digest in self._digests]
        return any(found)


def _digest(key: bytes) -> bytes:
    return sha256(key).digest()


def _shown(headers: Mapping[str, str]) -> bytes:
    scheme, _, credentials = headers.get("authorization", "").strip().partition(" ")
    if scheme.lower() == "bearer":
        return credentials.strip().encode("latin-1", "replace")
    if scheme.lower() == "basic":
        try:
            return b64decode(credentials.strip(), validate=True).partition(b":")[2]
        except (NotBase64, ValueError):
            return b""
    return headers.get("x-api-key", "").strip().encode("latin-1", "replace")

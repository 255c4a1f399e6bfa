"""How long, how much and how often."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Times in seconds. ``total`` bounds one attempt from the first byte sent to the last one
    read, ``max_bytes`` what comes out after decompression. After a failure that may pass,
    ``backoff`` is waited, then twice that, and so on, or as long as the server asks, up to
    ``longest_wait``. ``pause`` lies between two requests to one host, ``per_host`` run at once.
    """

    connect: float = 10.0
    read: float = 20.0
    total: float = 120.0
    max_bytes: int = 128 * 2**20
    redirects: int = 10
    attempts: int = 3
    backoff: float = 1.0
    longest_wait: float = 60.0
    pause: float = 0.5
    per_host: int = 2
    concurrency: int = 16

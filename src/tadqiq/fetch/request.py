"""One address through all its redirects, each of them checked."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import BinaryIO
from urllib.parse import urlsplit

import httpx

from ..errors import FetchError
from .body import body
from .limits import Limits
from .retry import PassingError, refuse_status

_MAX_VALIDATOR = 1_000  # characters
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MARKUP = ("xml", "json", "html", "csv", "parquet", "zip", "rss", "atom", "octet-stream", "nitf")
_NEVER = ("image/", "audio/", "video/", "font/", "application/pdf", "application/javascript")


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to ask later whether anything changed."""

    etag: str | None = None
    last_modified: str | None = None

    def headers(self) -> dict[str, str]:
        """The conditional headers of the next request."""
        given = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in given.items() if value}


@dataclass(frozen=True, slots=True)
class Answer:
    """The address that answered at last, and its content; None where nothing changed."""

    url: str
    content: BinaryIO | None
    media_type: str
    validators: Validators


Gate = Callable[[httpx.URL], Awaitable[None]]
"""Waits until an address may be asked. Raises FetchError where it may not."""


async def get(
    client: httpx.AsyncClient,
    address: str,
    *,
    known: Validators,
    limits: Limits,
    gate: Gate,
) -> Answer:
    """One attempt. Raises FetchError, PassingError where another attempt may help."""
    try:
        async with asyncio.timeout(limits.total):
            return await _followed(client, _checked(address), known, limits, gate)
    except TimeoutError as error:
        raise FetchError(f"not done within {limits.total:g} seconds; not waited further") from error
    except httpx.TimeoutException as error:
        what = "connection" if isinstance(error, httpx.ConnectTimeout) else "answer"
        raise PassingError(f"no {what} in time") from error
    except httpx.TransportError as error:
        if "location header" in str(error):  # httpx looks at it although we follow ourselves
            raise FetchError(f"redirects to what is no address: {error}") from error
        certificate = _certificate(error)
        if certificate is not None:
            raise FetchError(f"its certificate is not valid: {certificate}") from error
        raise PassingError(f"the connection failed: {error or type(error).__name__}") from error
    except (httpx.InvalidURL, httpx.HTTPError, UnicodeError) as error:
        raise FetchError(f"cannot be fetched: {error}") from error


async def _followed(
    client: httpx.AsyncClient, url: httpx.URL, known: Validators, limits: Limits, gate: Gate
) -> Answer:
    seen: set[tuple[httpx.URL, int]] = set()
    while True:
        # Some sites set a cookie and lead to the same address again: that is no circle yet.
        step = url, len(client.cookies.jar)
        if step in seen:
            raise FetchError(f"redirects in a circle, back to {shown(url)}")
        if len(seen) > limits.redirects:
            raise FetchError(f"more than {limits.redirects} redirects")
        seen.add(step)
        await gate(url)
        async with client.stream("GET", url, headers=known.headers()) as response:
            if response.status_code in _REDIRECTS:
                url = _target(url, response.headers.get("location"))
                continue
            return await _answer(response, url, known, limits)


async def _answer(
    response: httpx.Response, url: httpx.URL, known: Validators, limits: Limits
) -> Answer:
    media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    validators = Validators(_kept(response, "etag"), _kept(response, "last-modified"))
    if response.status_code == 304 and known.headers():
        return Answer(shown(url), None, media_type, known)
    refuse_status(response)
    if media_type.startswith(_NEVER) and not any(word in media_type for word in _MARKUP):
        raise FetchError(f"its content is {media_type}: no feed, page or records")
    return Answer(shown(url), await body(response, limits.max_bytes), media_type, validators)


def _kept(response: httpx.Response, name: str) -> str | None:
    """A header to be sent back one day; None where it is none that can be sent."""
    value = response.headers.get(name)
    return value if value and value.isascii() and len(value) <= _MAX_VALIDATOR else None


def shown(url: httpx.URL | str) -> str:
    """An address without the password in it."""
    text = str(url)
    parts = urlsplit(text)
    return text.replace(f"{parts.netloc}", parts.netloc.rpartition("@")[2], 1)


def _target(url: httpx.URL, location: str | None) -> httpx.URL:
    if not location:
        raise FetchError("redirects without saying where to")
    return _checked(str(url.join(location)))


def _checked(address: str) -> httpx.URL:
    url = httpx.URL(address)
    if url.scheme not in ("http", "https") or not url.host:
        raise FetchError(f"leads to {shown(url)[:200]}; only http and https are fetched")
    return url.copy_with(fragment=None)


def _certificate(error: BaseException | None) -> str | None:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return error.verify_message
        error = error.__cause__ or error.__context__
    return None

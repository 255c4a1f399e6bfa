"""HTTP to an address that was checked, under the name that was asked for."""

from __future__ import annotations

import ssl

import httpx

from .addresses import resolve
from .limits import Limits


class CheckedTransport(httpx.AsyncBaseTransport):
    """Resolves a host once, checks what it resolves to, and connects to just that.

    So no second look-up can lead elsewhere. Certificates are verified for the host's name.
    """

    def __init__(self, limits: Limits, *, allow_private: bool) -> None:
        self._allow_private = allow_private
        self._inner = httpx.AsyncHTTPTransport(
            verify=ssl.create_default_context(),
            # A kept connection would serve every name that resolves to its address.
            limits=httpx.Limits(max_connections=limits.concurrency, max_keepalive_connections=0),
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send ``request``. Raises FetchError for a refused host, httpx errors for the rest."""
        url = request.url
        port = url.port or (443 if url.scheme == "https" else 80)
        addresses = await resolve(_host(url), port, allow_private=self._allow_private)
        failed: httpx.ConnectError | httpx.ConnectTimeout | None = None
        for address in addresses:
            try:
                return await self._inner.handle_async_request(_directed(request, address))
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                failed = error
        raise failed or httpx.ConnectError(f"no address for {url.host}")

    async def aclose(self) -> None:
        """Close every connection."""
        await self._inner.aclose()


def _directed(request: httpx.Request, address: str) -> httpx.Request:
    """The same request to an address; the Host header and the name for TLS stay."""
    return httpx.Request(
        request.method,
        request.url.copy_with(host=address),
        headers=request.headers,
        stream=request.stream,
        extensions={**request.extensions, "sni_hostname": _host(request.url)},
    )


def _host(url: httpx.URL) -> str:
    """The host as DNS and certificates know it: Arabic names in their ASCII form."""
    return url.raw_host.decode("ascii")

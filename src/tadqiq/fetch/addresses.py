"""Which machines may be asked: by default only those of the public internet."""

from __future__ import annotations

import asyncio
import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from ..errors import FetchError

_NAT64 = ip_network("64:ff9b::/96")  # RFC 6052: an IPv4 address in its last four bytes

Address = IPv4Address | IPv6Address


class RefusedError(FetchError):
    """A host outside the public internet, which nobody allowed."""

    def __init__(self, what: str) -> None:
        super().__init__(f"refused: {what}, no public address; --allow-private permits it")


async def resolve(host: str, port: int, *, allow_private: bool) -> list[str]:
    """The addresses of a host, in the order to be tried.

    What the name resolves to counts, not how it looks; so connect to one of these and to
    nothing else. Raises FetchError where there is none, RefusedError where any of them is
    private, loopback, link-local or otherwise not public and that is not allowed.
    """
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"the host {host} is not known ({error}); check the address") from error
    addresses = list(dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found))
    if not allow_private:
        for address in addresses:
            if not is_public(ip_address(address)):
                raise RefusedError(f"{host} leads to {address}" if host != address else host)
    return addresses


def is_public(address: Address) -> bool:
    """Whether an address belongs to the public internet, an IPv4 address inside it included."""
    inner = _embedded(address)
    if inner is not None and not is_public(inner):
        return False
    return address.is_global and not address.is_multicast


def _embedded(address: Address) -> IPv4Address | None:
    if isinstance(address, IPv4Address):
        return None
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)

"""Who is let in: the host they call, the site they come from, the key they show."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from ..model import Message
from .keys import Keys
from .problems import CROSS_SITE, MISDIRECTED, UNAUTHORISED, RefusedError
from .settings import Settings, is_loopback

_OPEN = "/healthz"  # what a load balancer asks
_STRANGERS = ("cross-site", "same-site")


class Door:
    """Refuses strangers before any of their request is read."""

    def __init__(self, settings: Settings) -> None:
        self._keys = Keys(settings.keys)

    def check(self, method: str, path: str, headers: Mapping[str, str]) -> None:
        """Raises RefusedError for a request that is none of ours."""
        self._host(headers.get("host", ""))
        if method not in ("GET", "HEAD", "OPTIONS"):
            _same_site(headers)
        if path != _OPEN and not self._keys.admit(headers):
            raise RefusedError(
                UNAUTHORISED,
                Message(
                    "Send a key as Authorization: Bearer KEY, or as the password in the browser.",
                    "أرسل المفتاح في الترويسة Authorization: Bearer KEY، "
                    "أو أدخله في المتصفح مكان كلمة المرور.",
                ),
                headers={"WWW-Authenticate": 'Basic realm="tadqiq", charset="UTF-8", Bearer'},
            )

    def _host(self, host: str) -> None:
        """Without keys only this machine may ask, and not by a name that a web site gave it."""
        name = urlsplit(f"//{host}").hostname if host else ""
        if not self._keys and name and not is_loopback(name):
            raise RefusedError(
                MISDIRECTED,
                Message(
                    "Without keys the service answers to localhost only; set keys to use a name.",
                    "لا تستجيب الخدمة بلا مفاتيح إلا للعنوان localhost؛ "
                    "اضبط المفاتيح ليُستخدم اسم آخر.",
                ),
            )


def _same_site(headers: Mapping[str, str]) -> None:
    """A page of another site must not make its reader's browser ask us for work."""
    origin = headers.get("origin")
    foreign = origin is not None and urlsplit(origin).netloc != headers.get("host", "")
    if foreign or headers.get("sec-fetch-site") in _STRANGERS:
        raise RefusedError(
            CROSS_SITE,
            Message(
                "Requests are taken from the service's own page and from programs.",
                "تُقبل الطلبات من صفحة الخدمة نفسها ومن البرامج فقط.",
            ),
        )

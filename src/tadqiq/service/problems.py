"""What a refused request is told: problem details as RFC 9457 has them, in two languages."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from ..errors import TadqiqError
from ..model import Locale, Message

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem: its name, which ends its type URI, its status and its title."""

    name: str
    status: HTTPStatus
    title: Message

    @property
    def type(self) -> str:
        """The URI that identifies the kind."""
        return f"urn:tadqiq:problem:{self.name}"


MALFORMED = Kind(
    "malformed", HTTPStatus.BAD_REQUEST, Message("The request is malformed", "الطلب غير سليم")
)
UNAUTHORISED = Kind(
    "unauthorised", HTTPStatus.UNAUTHORIZED, Message("A key is needed", "يلزم مفتاح للدخول")
)
CROSS_SITE = Kind(
    "cross-site",
    HTTPStatus.FORBIDDEN,
    Message("Another site sent this request", "الطلب مرسل من موقع آخر"),
)
NOT_FOUND = Kind(
    "not-found", HTTPStatus.NOT_FOUND, Message("There is no such page", "لا صفحة بهذا العنوان")
)
METHOD = Kind(
    "method-not-allowed",
    HTTPStatus.METHOD_NOT_ALLOWED,
    Message("The method is not allowed here", "طريقة الطلب غير مسموح بها هنا"),
)
SLOW_CLIENT = Kind(
    "slow-request",
    HTTPStatus.REQUEST_TIMEOUT,
    Message("The request took too long to arrive", "تأخر وصول الطلب"),
)
SLOW_CHECK = Kind(
    "slow-check",
    HTTPStatus.REQUEST_TIMEOUT,
    Message("The check took too long", "استغرق التدقيق وقتًا أطول من المسموح به"),
)
TOO_LARGE = Kind(
    "too-large",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    Message("The request is too large", "حجم الطلب أكبر من المسموح به"),
)
MEDIA = Kind(
    "unsupported-media-type",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    Message("The content type is not supported", "نوع المحتوى غير مدعوم"),
)
MISDIRECTED = Kind(
    "misdirected",
    HTTPStatus.MISDIRECTED_REQUEST,
    Message("This host name is not served here", "اسم المضيف هذا لا يخدمه هذا الخادم"),
)
INVALID = Kind(
    "invalid",
    HTTPStatus.UNPROCESSABLE_ENTITY,
    Message("The request cannot be audited", "لا يمكن تدقيق ما أُرسل"),
)
BUSY = Kind(
    "busy",
    HTTPStatus.TOO_MANY_REQUESTS,
    Message("The service is busy", "الخدمة مشغولة الآن"),
)
FAILED = Kind(
    "failed",
    HTTPStatus.INTERNAL_SERVER_ERROR,
    Message("The service itself failed", "حدث خطأ في الخدمة نفسها"),
)


class RefusedError(TadqiqError):
    """A request that is answered with a problem.

    ``errors`` are pairs of a JSON pointer into the request and what is wrong there.
    """

    def __init__(
        self,
        kind: Kind,
        detail: Message,
        *,
        headers: Mapping[str, str] | None = None,
        errors: tuple[tuple[str, str], ...] = (),
    ) -> None:
        super().__init__(detail.en)
        self.kind, self.detail, self.errors = kind, detail, errors
        self.headers = dict(headers or {})

    def body(self, locale: Locale) -> bytes:
        """The problem as JSON, in ``locale``."""
        told: dict[str, object] = {
            "type": self.kind.type,
            "title": self.kind.title.to(locale),
            "status": self.kind.status.value,
            "detail": self.detail.to(locale),
        }
        if self.errors:
            told["errors"] = [
                {"pointer": pointer, "detail": detail} for pointer, detail in self.errors
            ]
        return json.dumps(told, ensure_ascii=False).encode("utf-8", "backslashreplace")


def too_large(limit: int) -> RefusedError:
    """The refusal of a request beyond ``limit`` bytes."""
    return RefusedError(
        TOO_LARGE,
        Message(
            "A request may have {limit} bytes; send fewer articles at once.",
            "الحد الأقصى للطلب {limit} بايت؛ أرسل عددًا أقل من المقالات في المرة الواحدة.",
        ).fill(limit=f"{limit:,}"),
        headers={"Connection": "close"},
    )


def busy(seconds: int) -> RefusedError:
    """The refusal of a request beyond what can be taken on now; worth another try later."""
    return RefusedError(
        BUSY,
        Message(
            "Too many checks are waiting; try again in {seconds} s.",
            "عدد كبير من المقالات ينتظر التدقيق؛ أعد المحاولة بعد {seconds} ث.",
        ).fill(seconds=str(seconds)),
        headers={"Retry-After": str(seconds)},
    )


def failed() -> RefusedError:
    """What is said of a fault of our own."""
    return RefusedError(
        FAILED,
        Message(
            "Nothing is wrong with the request; please report this with the article.",
            "لا خطأ في الطلب نفسه؛ نرجو إبلاغنا بالأمر مع إرفاق المقال.",
        ),
    )

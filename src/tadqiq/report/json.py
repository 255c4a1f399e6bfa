"""The whole audit as one JSON object."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Audit, Locale
from .records import Json, dump, record
from .reporter import Layout, arrange


@dataclass(frozen=True, slots=True)
class JsonReporter:
    """``{"signature", "articles": [record...], "rejections": [{"origin", "reason"}...]}``."""

    layout: Layout

    def render(self, audit: Audit, locale: Locale) -> str:
        """One object, indented, for people and for tools that read a file at once."""
        articles: list[Json] = [
            record(article, audit.signature, locale)
            for article in arrange(audit, self.layout.order or "input")
        ]
        rejections: list[Json] = [
            {"origin": rejection.origin, "reason": rejection.reason}
            for rejection in audit.rejections
        ]
        whole: Json = {
            "signature": audit.signature,
            "articles": articles,
            "rejections": rejections,
        }
        return dump(whole, indent=2) + "\n"

"""What every handler of one running service shares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..config import Config
from ..model import Locale
from .locale import asked_for
from .metrics import Metrics
from .settings import Settings
from .worker import Worker

if TYPE_CHECKING:
    from fastapi import Request


@dataclass(frozen=True, slots=True)
class House:
    """The settings, the newsroom's configuration, the one who audits and the figures."""

    settings: Settings
    config: Config
    worker: Worker
    metrics: Metrics

    def locale(self, request: Request) -> Locale:
        """The language in which to answer ``request``."""
        spoken = request.headers.get("accept-language", "")
        return asked_for(request.url.query, spoken, self.config.locale)

    def verdict(self, quality: float) -> str:
        """``publish``, ``review`` or ``reject``, by the newsroom's thresholds."""
        return self.config.thresholds.verdict(quality)

"""What Prometheus is told. Labels are ours: nothing of a request's own words is in them."""

from __future__ import annotations

from prometheus_client import (
    CollectorRegistry,
    Counter,
    GCCollector,
    Histogram,
    ProcessCollector,
    generate_latest,
)

_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)


class Metrics:
    """The counts of one running service."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        GCCollector(registry=self._registry)
        self.requests = Counter(
            "tadqiq_requests",
            "Requests answered.",
            ("method", "route", "status"),
            registry=self._registry,
        )
        self.seconds = Histogram(
            "tadqiq_request_seconds",
            "Time from the first byte of a request to the last of its answer.",
            ("route",),
            buckets=_SECONDS,
            registry=self._registry,
        )
        self.working = Histogram(
            "tadqiq_check_seconds",
            "Time an audit took once its turn had come.",
            buckets=_SECONDS,
            registry=self._registry,
        )
        self.checks = Counter(
            "tadqiq_checks",
            "Checks, by where the answer came from.",
            ("source",),
            registry=self._registry,
        )
        self.findings = Counter(
            "tadqiq_findings",
            "Findings in articles checked, each article counted once a check.",
            ("severity",),
            registry=self._registry,
        )

    def exposition(self) -> bytes:
        """All of it in Prometheus's text format."""
        return generate_latest(self._registry)

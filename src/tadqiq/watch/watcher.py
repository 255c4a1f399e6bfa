"""Round after round, until somebody says stop."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from types import FrameType

from ..archive import Archive
from ..config import Config
from ..errors import ArchiveError
from ..fetch import Fetcher, Limits
from ..pipeline import Auditor
from . import state as states
from .alerts import Alert
from .feeds import Feed, Feeds
from .reading import Learnt
from .round import Desk, Round

_LONGEST_SLEEP = 3600.0  # seconds; then it is looked anew what is due
_AGAIN = 60.0  # seconds after which undelivered alerts are tried again

Tell = Callable[[Round], None]
"""Told of every round in which something was asked or delivered."""


class Watcher:
    """Polls feeds at their intervals into an archive, one watcher an archive.

    What it must remember is in the archive's folder; started again it goes on where it was.
    After a crash no alert is lost, and one may be delivered twice.
    """

    def __init__(
        self, feeds: Feeds, config: Config, *, tell: Tell, limits: Limits | None = None
    ) -> None:
        self._feeds = feeds
        self._config = config
        self._tell = tell
        self._stop = threading.Event()
        self._fetcher = Fetcher(limits, allow_private=feeds.allow_private, robots=feeds.robots)

    def stop(self) -> None:
        """Ends the watch after the articles at hand; may be called from anywhere."""
        self._stop.set()
        self._fetcher.cancel()

    def run(self, *, once: bool = False) -> None:
        """Watches until ``stop``, or with ``once`` asks every feed once.

        Raises ArchiveError where the archive cannot be used or is watched already, ModelError
        and ConfigError as the auditor does.
        """
        from filelock import FileLock, Timeout

        folder = self._feeds.archive
        with Archive.open(folder, write=True) as archive:
            try:
                with FileLock(folder / "watch.lock", timeout=0):
                    self._rounds(archive, once=once)
            except Timeout as error:
                raise ArchiveError(f"{folder}: another tadqiq watch is running on it") from error

    def _rounds(self, archive: Archive, *, once: bool) -> None:
        latest = next(archive.runs.all(newest_first=True), None)
        state = states.load(self._feeds.archive, run=latest.key if latest else 0)
        states.save(self._feeds.archive, state)
        desk = Desk(
            feeds=self._feeds,
            auditor=Auditor(self._config),
            archive=archive,
            fetcher=self._fetcher,
            locale=self._config.locale,
            stopped=self._stop.is_set,
            sleep=self._stop.wait,
        )
        while not self._stop.is_set():
            due = list(self._feeds.feeds) if once else self._due(state)
            state, failed = self._round(desk, due, state)
            if once:
                return
            self._stop.wait(self._until_due(state, failed=failed))

    def _round(self, desk: Desk, due: list[Feed], state: states.State) -> tuple[states.State, bool]:
        learnt, alerts, failures = Learnt(), list[Alert](), None
        for _ in desk.poll(due, state, learnt):
            state, fresh, failures = desk.tell(state, time.time())
            states.save(self._feeds.archive, state)
            alerts += fresh
        if failures is None:  # nothing is new; what could not be delivered before may be now
            state, alerts, failures = desk.tell(state, time.time())
        state = replace(state, feeds={**state.feeds, **learnt.polled})
        states.save(self._feeds.archive, state)
        if due or alerts or failures:
            self._tell(
                Round(
                    asked=len(due),
                    unchanged=learnt.unchanged,
                    new=learnt.new,
                    known=learnt.known,
                    rejections=tuple(learnt.rejections),
                    alerts=tuple(alerts),
                    failures=tuple(failures),
                )
            )
        return state, bool(failures)

    def _due(self, state: states.State) -> list[Feed]:
        return [feed for feed in self._feeds.feeds if self._wait(feed, state) <= 0]

    def _wait(self, feed: Feed, state: states.State) -> float:
        """Seconds until a feed is due; a clock that was set back makes it due at once."""
        passed = time.time() - state.feeds.get(feed.url, states.Polled()).at
        return feed.interval - passed if passed >= 0 else 0.0

    def _until_due(self, state: states.State, *, failed: bool) -> float:
        wait = min(self._wait(feed, state) for feed in self._feeds.feeds)
        longest = _AGAIN if failed else _LONGEST_SLEEP
        return min(max(wait, 0.1), longest)


@contextmanager
def stopping_on_signals(watcher: Watcher) -> Iterator[None]:
    """SIGINT and SIGTERM stop the watcher cleanly; the second of them ends the program."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def handle(number: int, frame: FrameType | None) -> None:
        watcher.stop()
        for one, handler in before.items():
            signal.signal(one, handler)

    for number in before:
        signal.signal(number, handle)
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
